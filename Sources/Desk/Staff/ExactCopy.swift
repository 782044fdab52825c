// What a client receives, word for word, for the transcript of whoever ordered it.
//
// The words are known when a letter has been written by its template, which is after the plan: so
// the transcript is completed then. Where a letter could not be written, it keeps the plain text.

/// A letter to a client as it was written.
package struct ExactCopy: Hashable, Sendable {
    private let lines: [String]

    /// How many bytes of a letter are shown.
    private static let bytesMaximum = 20_000
    /// What stands above it in a transcript.
    static let heading = "Ce que le client reçoit :"

    /// Shows a letter by its subject and text.
    package init(of letter: Letter, subject: String, text: String) {
        var lines = ["À : \(letter.to.address.text)", "Objet : \(subject)", ""]
        lines += text.cut(toBytes: Self.bytesMaximum)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        var parts = ReplyParts()
        parts.enclosures = letter.enclosures
        parts.copies = letter.copies
        if !parts.told.isEmpty {
            lines += parts.told.split(separator: "\n", omittingEmptySubsequences: false)
                .dropFirst().map(String.init)
        }
        self.lines = lines
    }

    /// The text, as a transcript quotes it.
    package var text: String { lines.joined(separator: "\n") }

    /// Several letters, one below the other.
    package static func text(of copies: [ExactCopy]) -> String {
        copies.map(\.text).joined(separator: "\n\n")
    }
}

extension Letter {
    /// A transcript with what clients receive, word for word.
    package func showing(_ copies: [ExactCopy]) -> Letter {
        guard kind == .transcript, !copies.isEmpty, case .list(let words)? = values["words"] else {
            return self
        }
        var letter = self
        let told = words.prefix { $0 != .text(ExactCopy.heading) }
        let shown = copies.flatMap { copy in
            [ExactCopy.heading]
                + copy.text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.isEmpty ? "|" : "| \($0)" }
        }
        letter.values["words"] = .list(told + shown.map { .text($0) })
        return letter
    }
}
