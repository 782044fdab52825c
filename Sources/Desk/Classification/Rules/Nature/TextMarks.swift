// Small questions that several rules ask of header values and folded texts.

extension String {
    /// Whether a Content-Type is a report of a kind (RFC 6522).
    func isReport(of kind: String) -> Bool {
        let folded = lowercased()
        return folded.hasPrefix("multipart/report") && folded.containsFolded(kind)
    }

    /// Whether folded words occur in a folded text; linear for words of bounded length.
    func containsFolded(_ words: String) -> Bool {
        FoldedLine(bytes: Array(utf8)[...]).contains(words)
    }
}
