// Everything that comes to light while one settings file is read: its errors and its keys.
//
// A class, because the readers of nested maps all write into the same list. It lives as long as
// one call of the loader and is shared with nobody.

/// The errors and keys of one file.
final class FileReading {
    /// Which kind of file it is.
    let place: SettingsKey.Place
    /// Its path as it appears in errors.
    let label: String
    /// What is wrong so far.
    private(set) var errors: [SettingsError] = []
    /// The keys that were asked for so far, in the order of asking.
    private(set) var keys: [SettingsKey] = []

    init(_ place: SettingsKey.Place, label: String) {
        self.place = place
        self.label = label
    }

    /// Notes an error at a place in the file.
    func complain(_ code: SettingsError.Code, at position: YAMLPosition, _ sentence: String) {
        errors.append(
            SettingsError(
                code: code,
                file: label,
                line: position.line,
                column: position.column,
                sentence: sentence
            )
        )
    }

    /// Notes that a key exists.
    func note(_ path: String, type: String, fallback: String) {
        let key = SettingsKey(place: place, path: path, type: type, fallback: fallback)
        if !keys.contains(key) { keys.append(key) }
    }
}

/// A value and where it was written.
struct Located<Value> {
    /// The value.
    let value: Value
    /// Where it was written.
    let position: YAMLPosition
}
