// Long lines on a terminal: broken between words, with the rest set in, so that a column's text is
// not strewn over the lines below by the terminal itself. In a pipe nothing is broken.

extension String {
    /// The text on lines of at most so many characters, the later ones set in; a word that is
    /// longer stays whole.
    func wrapped(to columns: Int, indent: Int = 0) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var rest = self[...]
        while rest.count > columns {
            let text = rest.firstIndex { $0 != " " } ?? rest.endIndex
            let limit = rest.index(rest.startIndex, offsetBy: columns)
            let gap =
                rest[text...limit].lastIndex(of: " ") ?? rest[limit...].firstIndex(of: " ")
            guard text < limit, let gap else { break }
            let line = rest[..<gap]
            lines.append(String(line[...(line.lastIndex { $0 != " " } ?? text)]))
            rest = margin + rest[gap...].drop { $0 == " " }
        }
        return lines + [String(rest)]
    }
}
