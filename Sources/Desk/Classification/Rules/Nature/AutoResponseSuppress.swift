// X-Auto-Response-Suppress ([MS-OXCMAIL] 2.2.3.2.14): which automatic answers a sender does not
// want. It says nothing about who wrote the mail.

/// What one mail asks not to be answered with.
package struct AutoResponseSuppress: Hashable, Sendable {
    /// The words, in lower case.
    private let words: Set<String>

    /// Reads the fields of a mail; case, order and separators do not matter.
    package init(_ message: InboundMessage) {
        var words: Set<String> = []
        for value in message.headers("x-auto-response-suppress") {
            for word in value.lowercased().split(whereSeparator: { " ,;\t".contains($0) }) {
                words.insert(String(word))
            }
        }
        self.words = words
    }

    /// Whether it asks for no automatic answer: all, automatic replies, or notices of absence.
    ///
    /// Whoever wants no notice of absence wants no receipt by a machine either. DR, RN and NRN are
    /// about reports that we never send.
    package var asksForNone: Bool {
        !words.isDisjoint(with: ["all", "autoreply", "oof"])
    }

    /// The words as evidence.
    package var evidence: String {
        "X-Auto-Response-Suppress: \(words.sorted().joined(separator: ", "))"
    }
}
