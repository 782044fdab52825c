// Small questions that several rules ask of header values and folded texts.

extension String {
    /// Whether a Content-Type is a report of a kind (RFC 6522).
    func isReport(of kind: String) -> Bool {
        let folded = lowercased()
        return folded.hasPrefix("multipart/report") && folded.containsFolded(kind)
    }

    /// Whether a question mark ends a word; one within an address of the web asks nothing.
    var asksSomething: Bool {
        var isMark = false
        for byte in utf8 {
            if isMark, byte <= UInt8(ascii: " ") || byte >= 0x80 || ")\"'!?.".utf8.contains(byte) {
                return true
            }
            isMark = byte == UInt8(ascii: "?")
        }
        return isMark
    }

    /// Whether folded words occur in a folded text; linear for words of bounded length.
    func containsFolded(_ words: String) -> Bool {
        FoldedLine(bytes: Array(utf8)[...]).contains(words)
    }
}
