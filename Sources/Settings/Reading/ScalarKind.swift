// How one kind of scalar is read: what it accepts, and what to say when it does not.
//
// YAML's own idea of types is not asked: `no` is a word where a word is wanted, and `08:30` never
// becomes 510. The kinds of Guichet's own values are in ScalarKind+House.

import Desk

/// One kind of value that a key can have.
struct ScalarKind<Value> {
    /// The type's name in the documentation.
    let type: String
    /// What is allowed, to be read behind "allowed:".
    let allowed: String
    /// Whether what was written may be quoted in an error; false where a secret could stand.
    var isShown = true
    /// What was probably meant.
    var suggestion: (String) -> String? = { _ in nil }
    /// The value, or nil where the text is not allowed.
    let read: (String) -> Value?

    /// The same kind where a secret could stand by mistake: errors do not quote what was written.
    var hidden: ScalarKind {
        var copy = self
        copy.isShown = false
        copy.suggestion = { _ in nil }
        return copy
    }
}

extension ScalarKind where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One word out of a list.
    static func word(_: Value.Type = Value.self) -> ScalarKind {
        let words = Value.allCases.map(\.rawValue)
        return ScalarKind(
            type: "word",
            allowed: words.joined(separator: ", "),
            suggestion: { NearMiss.of($0, among: words) },
            read: { Value(rawValue: $0) }
        )
    }
}

extension ScalarKind where Value == String {
    /// One line of text.
    static var text: ScalarKind {
        ScalarKind(
            type: "text",
            allowed: "one line of 1 to 200 characters",
            read: { isOneLine($0, lengthMaximum: 200) ? $0 : nil }
        )
    }

    /// Whether a text is one visible line.
    static func isOneLine(_ text: String, lengthMaximum: Int) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.count <= lengthMaximum
            && scalars.contains { !$0.properties.isWhitespace }
            && !scalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
            && !scalars.contains("\u{2028}") && !scalars.contains("\u{2029}")
    }
}

extension ScalarKind where Value == Bool {
    /// Yes or no, in YAML 1.2's words.
    static var flag: ScalarKind {
        ScalarKind(
            type: "true or false",
            allowed: "true or false",
            suggestion: { text in
                switch text.lowercased() {
                case "yes", "on", "y", "oui", "1": "true"
                case "no", "off", "n", "non", "0": "false"
                case let word: NearMiss.of(word, among: ["true", "false"])
                }
            },
            read: { ["true": true, "false": false][$0] }
        )
    }
}
