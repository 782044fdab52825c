// What stands before the subject proper: "RE:", "TR :", "Réponse automatique :", a ticket's tag.

/// A subject, folded and taken apart.
package struct SubjectLine: Sendable {
    /// The subject without the prefixes of replies and forwards, folded.
    package private(set) var core: String
    /// Whether it says that the mail is a reply.
    package private(set) var isReply = false
    /// Whether it says that the mail was passed on.
    package private(set) var isForward = false

    // The first prefix of all, which says what this mail does.
    private var outermost: String?

    /// Whether the mail itself, by its first prefix, passes something on.
    var beginsAsForward: Bool { outermost.map(Self.forwards.contains) ?? false }
    /// Whether the mail itself, by its first prefix, is a reply.
    var beginsAsReply: Bool { outermost.map(Self.replies.contains) ?? false }
    /// Whether the first prefix passes on in one language and answers in another.
    var mayBeginAsForward: Bool { outermost == "vs" }

    private static let replies: Set<String> = [
        "re", "rep", "ref", "reponse", "aw", "antw", "sv", "vs", "odp", "ynt", "res", "rif", "r",
        "回复", "答复", "回覆", "返信",
    ]
    private static let forwards: Set<String> = [
        "tr", "fwd", "fw", "wg", "rv", "i", "enc", "doorst", "vl", "trans", "transfert", "pd",
        "vb", "vid", "reenv", "redir", "ilt", "tov", "tovabbitas", "prosl", "reexp", "transf",
        "转发", "轉寄", "转寄", "転送", "пересл", "ΠΡΘ",
    ]

    /// Takes a subject apart.
    package init(_ subject: String) {
        self.init(folded: Folding.text(of: String(subject.prefix(400))))
    }

    /// Takes a folded subject apart.
    init(folded: String) {
        var rest = Array(folded.utf8.prefix(400))[...]
        // A dozen prefixes at most: a subject of nothing but "Re:" is not worth more.
        for _ in 0..<12 {
            rest = rest.drop { $0 == UInt8(ascii: " ") }
            // A firm's server may put its tag before the prefixes: "[EXTERNE] TR : …".
            let place = Self.prefix(of: rest) ?? Self.prefix(of: Self.withoutTag(rest))
            guard let place else { break }
            if outermost == nil { outermost = place.word }
            if Self.replies.contains(place.word) { isReply = true } else { isForward = true }
            rest = rest[place.end...]
        }
        core = String(decoding: rest, as: UTF8.self)
    }

    // The known prefix that a folded subject begins with, and what stands behind its colon.
    private static func prefix(of rest: ArraySlice<UInt8>) -> (word: String, end: Int)? {
        guard let colon = Self.colon(in: rest.prefix(16)) else { return nil }
        var word = rest[..<colon.lowerBound]
        // "Re[2]:", "TR :".
        while let last = word.last,
            last < UInt8(ascii: "a") || last > UInt8(ascii: "z") && last < 0x80
        {
            word.removeLast()
        }
        let prefix = String(decoding: word, as: UTF8.self)
        let isKnown = replies.contains(prefix) || forwards.contains(prefix)
        return isKnown ? (prefix, colon.upperBound) : nil
    }

    // ":", or the wide colon (U+FF1A) of Chinese and Japanese programs.
    private static func colon(in head: ArraySlice<UInt8>) -> Range<Int>? {
        for index in head.indices {
            if head[index] == UInt8(ascii: ":") { return index..<(index + 1) }
            if head[index...].starts(with: [0xEF, 0xBC, 0x9A]) { return index..<(index + 3) }
        }
        return nil
    }

    /// What stands behind the tag in brackets that a folded subject begins with.
    static func withoutTag(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard rest.first == UInt8(ascii: "["),
            let close = rest.prefix(40).firstIndex(of: UInt8(ascii: "]"))
        else { return [] }
        return rest[(close + 1)...].drop { $0 == UInt8(ascii: " ") }
    }

    /// A subject as it was written, without the prefixes of replies and forwards.
    static func withoutPrefixes(_ subject: String) -> String {
        var rest = subject[...]
        for _ in 0..<12 {
            rest = rest.drop(while: \.isWhitespace)
            guard let colon = rest.prefix(12).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
                break
            }
            let whole = SubjectLine(String(rest[...colon]))
            guard whole.isReply || whole.isForward else { break }
            rest = rest[rest.index(after: colon)...]
        }
        return String(rest)
    }
}
