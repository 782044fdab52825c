// Small questions that several rules ask of header values and folded texts.

extension String {
    /// Whether a Content-Type is a report of a kind (RFC 6522).
    func isReport(of kind: String) -> Bool {
        let folded = lowercased()
        return folded.hasPrefix("multipart/report") && folded.containsFolded(kind)
    }

    /// Whether a folded text begins with folded words.
    func hasFoldedPrefix(_ words: String) -> Bool { utf8.starts(with: words.utf8) }

    /// Whether folded words occur in a folded text; linear for words of bounded length.
    func containsFolded(_ words: String) -> Bool {
        FoldedLine(bytes: Array(utf8)[...]).contains(words)
    }
}
