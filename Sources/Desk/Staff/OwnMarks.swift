// Lines that a colleague wrote himself with a ">" before them, as one writes steps of a menu. They
// look like a quote; where nothing introduces a quote and nothing of ours or of the client's stands
// in them, they are the colleague's, and the client gets them.

/// Tells a writer's own ">" from a quote's.
enum OwnMarks {
    // What is longer was hardly typed.
    private static let linesMaximum = 12
    private static let bytesMaximum = 200

    /// The lines that begin with ">" and are the writer's own; none where any of them may be a
    /// quote.
    static func indices(
        in lines: TextLines,
        quotes: QuotedLines,
        answering clients: [String]
    ) -> [Int] {
        guard quotes.letter?.introduction == .marks, let first = quotes.indices.first,
            lines.lines[first].depth == 1, (0..<first).contains(where: { !lines.lines[$0].isBlank })
        else { return [] }
        let marked = quotes.indices
        guard marked.count <= linesMaximum else { return [] }
        let known = clients.map(comparable)
        let texts = marked.map { index in
            String(decoding: lines.raw(index).drop(while: isMark), as: UTF8.self)
        }
        let isOwn = zip(marked, texts).allSatisfy { index, text in
            lines.lines[index].depth == 1 && !text.isEmpty && text.utf8.count <= bytesMaximum
                && !mayBeQuoted(text, known)
        }
        return isOwn && OwnWords.line(in: texts.joined(separator: "\n")) == nil ? marked : []
    }

    private static func mayBeQuoted(_ text: String, _ known: [String]) -> Bool {
        if ClientReply.mentions(in: text).isEmpty == false { return true }
        if text.contains("#") || text.contains("@") || text.hasPrefix("|") { return true }
        let folded = Folding.bytes(of: text)
        if Attribution.saysWrote(FoldedLine(bytes: folded[...])) { return true }
        let said = comparable(text)
        return said.hasPrefix("bonjour") || known.contains { $0.contains(said) }
    }

    private static func comparable(_ text: String) -> String {
        Folding.text(of: text.cut(toBytes: 20_000)).split { !$0.isLetter && !$0.isNumber }
            .joined(separator: " ")
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ">") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
