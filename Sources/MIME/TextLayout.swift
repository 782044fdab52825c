// Elements and characters in, lines of plain text out: what a person would see, without a screen.
//
// Paragraphs are parted by an empty line, list items begin with "- " or their number, the cells of
// a row stand on one line, quotes carry "> ", links their address where the text does not already
// show it. Never more than one empty line in a row. Pure: it knows nothing of the parser.

/// Lays out a document as text.
struct TextLayout {
    private var output: [UInt8] = []
    private let bytesMaximum: Int
    // What stands between the last character and the next.
    private var pendingBreaks = 0
    private var hasPendingSpace = false
    private var hasPendingCell = false
    private var hasPendingBullet = false
    // Nothing was written yet in the current cell or item: breaks there would part it from itself.
    private var isFresh = false
    private var sawBlankLine = false
    // Office programs write lines as paragraphs, without space between them.
    private var isTightParagraph = false
    private var lineQuoteDepth = 0
    // Open elements.
    private var quoteDepth = 0
    private var preformattedDepth = 0
    private var hiddenDepth = 0
    // The last number in each open list; nil where its items bear none.
    private var itemNumbers: [Int?] = []
    private var listDepth: Int { itemNumbers.count }
    private var cellsInRow = 0
    private var link: (address: String, start: Int)?
    private var quotes = QuoteMarks()

    /// Whether the limit is reached; nothing more is taken.
    var isFull: Bool { output.count >= bytesMaximum }

    /// Begins an empty text.
    init(bytesMaximum: Int) {
        self.bytesMaximum = bytesMaximum
    }

    /// The text, without blanks at its end.
    mutating func finish() -> [UInt8] {
        closeLink()
        while let last = output.last, last.isBlankOrLineEnd { output.removeLast() }
        return output
    }

    // MARK: - Elements

    /// An element begins; the attribute is `href` of a link, `class` of a paragraph.
    mutating func open(_ name: String, attribute: String?) {
        switch name {
        case "br":
            dropPendingSpace()
            pendingBreaks = min(2, pendingBreaks + 1)
            sawBlankLine = false
        case "p":
            isTightParagraph = attribute?.lowercased().hasPrefix("mso") ?? false
            requestBreaks(isTightParagraph ? 1 : 2)
        case "script", "style", "title", "template", "svg", "iframe", "object":
            hiddenDepth += 1
        case "blockquote":
            requestBreaks(1)
            quoteDepth = min(20, quoteDepth + 1)
        case "pre", "textarea":
            requestBreaks(2)
            preformattedDepth += 1
        case "ul", "ol":
            requestBreaks(listDepth == 0 ? 2 : 1)
            itemNumbers.append(name == "ol" ? 0 : nil)
        case "li":
            requestBreaks(1)
            hasPendingBullet = true
            if let number = itemNumbers.last ?? nil {
                itemNumbers[itemNumbers.count - 1] = number + 1
            }
            isFresh = true
        case "tr":
            requestBreaks(1)
            cellsInRow = 0
        case "td", "th":
            hasPendingCell = cellsInRow > 0
            cellsInRow += 1
            isFresh = true
        case "a":
            closeLink()
            link = attribute.map { ($0, output.count) }
        default:
            requestBreaks(Self.breaks(around: name))
        }
    }

    /// An element ends.
    mutating func close(_ name: String) {
        switch name {
        case "p":
            requestBreaks(isTightParagraph ? 1 : 2)
        case "script", "style", "title", "template", "svg", "iframe", "object":
            hiddenDepth = max(0, hiddenDepth - 1)
        case "blockquote":
            requestBreaks(quoteDepth > 1 ? 1 : 2)
            quoteDepth = max(0, quoteDepth - 1)
        case "pre", "textarea":
            preformattedDepth = max(0, preformattedDepth - 1)
            requestBreaks(2)
        case "ul", "ol":
            _ = itemNumbers.popLast()
            requestBreaks(listDepth == 0 ? 2 : 1)
        case "li":
            isFresh = false
            hasPendingBullet = false
            requestBreaks(1)
        case "td", "th":
            // What follows within the row stays on its line.
            if !isFresh { pendingBreaks = 0 }
            sawBlankLine = false
            isFresh = false
        case "tr":
            hasPendingCell = false
            requestBreaks(1)
        case "a":
            closeLink()
        default:
            requestBreaks(Self.breaks(around: name))
        }
    }

    /// An element that says something about quotes begins, after `open`.
    mutating func open(_ mark: HTMLMark) {
        requestBreaks(1)
        quotes.open(mark, at: output.count)
        quoteDepth = min(20, quoteDepth + (mark == .attribution || mark == .quote ? 1 : 0))
    }

    /// An element that says something about quotes ends, before `close`.
    mutating func close(_ mark: HTMLMark) {
        let change = quotes.close(mark, text: output)
        requestBreaks(change > 0 ? 2 : 1)
        quoteDepth = min(20, max(0, quoteDepth + change))
    }

    private static func breaks(around name: String) -> Int {
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6", "hr": 2
        case "div", "table", "address", "article", "aside", "body", "caption", "center", "dd",
            "details", "dl", "dt", "fieldset", "figure", "figcaption", "footer", "form", "head",
            "header", "html", "main", "nav", "option", "section", "select", "tbody", "tfoot",
            "thead", "dir", "menu", "noframes", "frameset":
            1
        default: 0
        }
    }

    private mutating func requestBreaks(_ count: Int) {
        guard count > 0 else { return }
        dropPendingSpace()
        guard !isFresh else { return }
        // A block of nothing but a no-break space is how programs write an empty line.
        pendingBreaks = max(pendingBreaks, sawBlankLine ? 2 : count)
        sawBlankLine = false
    }

    // Blanks at the end of a line go, but for the one of the signature mark "-- ".
    private mutating func dropPendingSpace() {
        if hasPendingSpace, pendingBreaks == 0, output.suffix(3).elementsEqual("\n--".utf8) {
            output.append(.space)
        }
        hasPendingSpace = false
    }

    private mutating func closeLink() {
        guard let (address, start) = link else { return }
        link = nil
        guard output.count > start, let shown = LinkAddress.shown(address) else { return }
        let text = String(decoding: output[start...], as: UTF8.self)
        guard !LinkAddress.says(text, shown) else { return }
        let breaks = pendingBreaks
        pendingBreaks = 0
        hasPendingSpace = true
        add(text: Array("(\(shown))".utf8)[...])
        pendingBreaks = breaks
    }

    // MARK: - Characters

    /// Characters as they stand in the document.
    mutating func add(text: Bytes) {
        guard hiddenDepth == 0, !isFull else { return }
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte.isBlankOrLineEnd {
                blank(byte)
                index += 1
            } else if byte == 0xC2, index + 1 < text.endIndex, text[index + 1] == 0xA0 {
                sawBlankLine = sawBlankLine || pendingBreaks > 0
                blank(.space)
                index += 2
            } else if let length = invisibleLength(text, at: index) {
                index += length
            } else {
                quoteDepth = max(0, quoteDepth + quotes.change(before: byte))
                prepareCharacter()
                index = append(text, from: index)
            }
        }
    }

    private mutating func blank(_ byte: UInt8) {
        guard preformattedDepth > 0 else {
            hasPendingSpace = true
            return
        }
        if byte == .lineFeed {
            pendingBreaks = min(2, pendingBreaks + 1)
        } else if byte != .carriageReturn {
            prepareCharacter()
            output.append(byte)
        }
    }

    // A run of characters up to the next blank, or to one that needs a look.
    private mutating func append(_ text: Bytes, from start: Int) -> Int {
        var index = start
        if text[index] == 0xC2, index + 1 < text.endIndex,
            let scalar = Windows1252.scalar(text[index + 1]),
            (0x80...0x9F).contains(text[index + 1])
        {
            // A reference such as &#146; means the character of Windows.
            output += Array(String(Character(scalar)).utf8)
            return index + 2
        }
        index += 1
        while index < text.endIndex {
            let byte = text[index]
            guard byte > .space, byte != 0xC2, byte != 0xE2, byte != 0xEF else { break }
            index += 1
        }
        output += text[start..<index]
        return index
    }

    // The soft hyphen, the zero-width space and U+FEFF.
    private func invisibleLength(_ text: Bytes, at index: Int) -> Int? {
        let next = text[index...].prefix(3)
        if next.starts(with: [0xC2, 0xAD]) { return 2 }
        return next.elementsEqual([0xE2, 0x80, 0x8B]) || next.elementsEqual([0xEF, 0xBB, 0xBF])
            ? 3 : nil
    }

    // Writes what is pending before a visible character.
    private mutating func prepareCharacter() {
        let isAtBeginning = output.isEmpty
        if pendingBreaks > 0, !isAtBeginning {
            let emptyLineDepth = min(lineQuoteDepth, quoteDepth)
            output.append(.lineFeed)
            for _ in 1..<max(1, pendingBreaks) {
                output += repeatElement([UInt8(ascii: ">")], count: emptyLineDepth)
                    .joined(separator: [.space])
                output.append(.lineFeed)
            }
        }
        if pendingBreaks > 0 || isAtBeginning {
            for _ in 0..<quoteDepth { output += "> ".utf8 }
            lineQuoteDepth = quoteDepth
            if hasPendingBullet {
                let indent = min(8, max(0, listDepth - 1)) * 2
                output += repeatElement(.space, count: indent)
            }
        } else if hasPendingCell {
            output += " | ".utf8
        } else if hasPendingSpace {
            output.append(.space)
        }
        if hasPendingBullet {
            let number = itemNumbers.last ?? nil
            output += Array((number.map { "\($0). " } ?? "- ").utf8)
        }
        pendingBreaks = 0
        hasPendingSpace = false
        hasPendingCell = false
        hasPendingBullet = false
        isFresh = false
        sawBlankLine = false
    }
}
