// Reads the HTML of letters back, as a mail program would: its tags and its visible text. It knows
// no more of HTML than letters are made of.

/// The tags and the text of a piece of HTML.
struct HTMLReading: Equatable {
    /// Every tag as it stands between its brackets, in order.
    var tags: [String] = []
    /// The text between the tags, references resolved.
    var text = ""

    init(_ html: String) {
        var rest = Substring(html)
        while let bracket = rest.firstIndex(of: "<") {
            text += Self.resolved(rest[..<bracket])
            guard let end = rest[bracket...].firstIndex(of: ">") else { break }
            tags.append(String(rest[rest.index(after: bracket)..<end]))
            rest = rest[rest.index(after: end)...]
        }
        text += Self.resolved(rest)
    }

    private static let references: [(name: String, character: Character)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ]

    private static func resolved(_ text: Substring) -> String {
        var resolved = ""
        var rest = text
        while let ampersand = rest.firstIndex(of: "&") {
            resolved += rest[..<ampersand]
            rest = rest[ampersand...]
            if let reference = references.first(where: { rest.hasPrefix($0.name) }) {
                resolved.append(reference.character)
                rest = rest.dropFirst(reference.name.count)
            } else {
                resolved += "&"
                rest = rest.dropFirst()
            }
        }
        return resolved + rest
    }
}

/// A generator of numbers that gives the same ones for the same seed.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
