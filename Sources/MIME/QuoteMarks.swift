// Which of the open marks quote what follows.
//
// Kept apart from the layout because three of the marks only announce a quote: what Outlook writes
// above one becomes a quote when a copied header was really read there, and when a person wrote
// something above it; a bare forwarded letter is no quote.

/// Follows the marks of quotes through a document.
struct QuoteMarks {
    private enum Tail {
        case none
        /// The next text that is no copied header begins it.
        case announced
        case begun
    }

    private static let headerBytesMaximum = 4000

    private var tail = Tail.none
    private var openHeaders = 0
    // Where the text of open blocks below a line begins.
    private var ruleStarts: [Int] = []
    private var awaitsAttribution = false
    private var unquotedAttributions = 0

    /// A mark begins where so much text is written.
    mutating func open(_ mark: HTMLMark, at start: Int) {
        switch mark {
        case .attribution: awaitsAttribution = true
        case .quote, .unseen: break
        case .tail: if tail == .none, start > 0 { tail = .announced }
        case .header: openHeaders += 1
        case .rule: ruleStarts.append(start)
        }
        if mark == .header, openHeaders == 1 { ruleStarts.append(start) }
    }

    /// How much deeper the quotes are behind the end of a mark.
    mutating func close(_ mark: HTMLMark, text: [UInt8]) -> Int {
        switch mark {
        case .attribution:
            awaitsAttribution = false
            guard unquotedAttributions > 0 else { return -1 }
            unquotedAttributions -= 1
            return 0
        case .quote:
            return -1
        case .tail, .unseen:
            return 0
        case .header:
            openHeaders -= 1
            guard openHeaders == 0, let start = ruleStarts.popLast() else { return 0 }
            return beginTail(ifHeaderFrom: start, in: text)
        case .rule:
            guard let start = ruleStarts.popLast() else { return 0 }
            return beginTail(ifHeaderFrom: start, in: text)
        }
    }

    /// How much the depth of the quotes changes before a visible character.
    mutating func change(before byte: UInt8) -> Int {
        if awaitsAttribution {
            awaitsAttribution = false
            // "---------- Forwarded message": no one is quoted, a letter is passed on.
            if byte == UInt8(ascii: "-") {
                unquotedAttributions += 1
                return -1
            }
        }
        guard tail == .announced, openHeaders == 0 else { return 0 }
        tail = .begun
        return 1
    }

    private mutating func beginTail(ifHeaderFrom start: Int, in text: [UInt8]) -> Int {
        guard tail != .begun, start > 0, start <= text.count,
            Self.isHeader(text[start...])
        else { return 0 }
        tail = .begun
        return 1
    }

    // Two lines or more that begin with a word and a colon, and nothing long.
    private static func isHeader(_ text: Bytes) -> Bool {
        guard text.count <= headerBytesMaximum else { return false }
        let lines = text.split(separator: .lineFeed)
        return lines.count { $0.prefix(30).contains(UInt8(ascii: ":")) } >= 2
    }
}
