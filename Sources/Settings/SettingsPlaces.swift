// Where the paths of the settings begin.
//
// A path in the settings is relative to the folder of the settings file, unless it is absolute or
// begins with `~/` (the home folder) or `$STATE/` (the state folder). The three folders are
// arguments: nothing here asks the environment. Paths are worked out as text; no file is touched.

import Desk
import Foundation

/// The three folders that a path can start from, and the zone in which a bare day begins.
struct SettingsPlaces {
    /// The folder of the settings files.
    let settingsFolder: String
    /// The folder of the database and keys.
    let stateFolder: String
    /// The home folder; empty where it is not known, and then no path can begin with it.
    let home: String
    /// The company's time zone, once it is known.
    var timeZone = CompanySettings.usualTimeZone

    /// The path to use for a path as it is written; nil where it is not allowed.
    func resolved(_ text: String) -> String? {
        guard ScalarKind<String>.isOneLine(text, lengthMaximum: 1000) else { return nil }
        if let rest = text.dropping(prefix: "$STATE/") { return joined(stateFolder, rest) }
        if let rest = text.dropping(prefix: "~/") { return home.isEmpty ? nil : joined(home, rest) }
        if text.hasPrefix("$") || text.hasPrefix("~") { return nil }
        return text.hasPrefix("/") ? simplified(text) : joined(settingsFolder, Substring(text))
    }

    /// A path as the key's reader takes it.
    var kind: ScalarKind<String> {
        ScalarKind(
            type: "path",
            allowed: "a path that is absolute, relative to this file's folder, or begins with "
                + (home.isEmpty
                    ? "$STATE/ (HOME is not set, so ~/ leads nowhere)" : "$STATE/ or ~/"),
            suggestion: { text in
                let name = text.prefix { $0 != "/" }
                guard text.hasPrefix("$"), name != "$STATE" else { return nil }
                guard
                    NearMiss.of(name.filter(\.isLetter), among: ["STATE"]) != nil
                        || name.filter(\.isLetter) == "STATE"
                else { return nil }
                return "$STATE" + text.dropFirst(name.count)
            },
            read: { resolved($0) }
        )
    }

    private func joined(_ folder: String, _ path: Substring) -> String? {
        path.allSatisfy { $0 == "/" } ? nil : simplified("\(folder)/\(path)")
    }

    // Without empty and "." parts, so that one folder is written one way. ".." stays: behind a
    // symbolic link it is not what it seems.
    private func simplified(_ path: String) -> String? {
        let parts = path.split(separator: "/").filter { $0 != "." }
        guard !parts.isEmpty else { return nil }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}

extension String {
    /// What follows a prefix; nil where the text does not begin with it.
    fileprivate func dropping(prefix: String) -> Substring? {
        hasPrefix(prefix) ? dropFirst(prefix.count) : nil
    }
}
