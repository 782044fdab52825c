// What stands before the subject proper: "RE:", "TR :", "Réponse automatique :", a ticket's tag.

/// A subject, folded and taken apart.
package struct SubjectLine: Sendable {
    /// The subject without the prefixes of replies and forwards, folded.
    package private(set) var core: String
    /// Whether it says that the mail is a reply.
    package private(set) var isReply = false
    /// Whether it says that the mail was passed on.
    package private(set) var isForward = false

    private static let replies: Set<String> = [
        "re", "rep", "ref", "reponse", "aw", "antw", "sv", "vs", "odp", "ynt", "res", "rif", "r",
    ]
    private static let forwards: Set<String> = [
        "tr", "fwd", "fw", "wg", "rv", "i", "enc", "doorst", "vl", "trans", "transfert", "pd",
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
            guard let colon = rest.prefix(12).firstIndex(of: UInt8(ascii: ":")) else { break }
            var word = rest[..<colon]
            while let last = word.last, !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(last) {
                word.removeLast()
            }
            let prefix = String(decoding: word, as: UTF8.self)
            if Self.replies.contains(prefix) {
                isReply = true
            } else if Self.forwards.contains(prefix) {
                isForward = true
            } else {
                break
            }
            rest = rest[(colon + 1)...]
        }
        core = String(decoding: rest, as: UTF8.self)
    }
}
