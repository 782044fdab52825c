// A table as a CRM or a spreadsheet writes it: UTF-8 or Windows-1252, comma, semicolon or tab,
// fields in quotes that may hold line ends. One linear pass over the bytes; every odd thing is a
// problem with its line, and nothing is guessed.

/// What is wrong with a file of clients, and where.
package struct ClientFileProblem: Hashable, Sendable {
    /// The line, from 1; 0 for the whole file.
    package let line: Int
    /// What is wrong and what is allowed.
    package let sentence: String

    init(_ line: Int, _ sentence: String) {
        self.line = line
        self.sentence = sentence
    }
}

/// A table in text form.
struct CSVText {
    /// A row with the line on which it begins.
    struct Row: Hashable {
        let line: Int
        let cells: [String]
    }

    /// The rows that hold anything, the head first.
    private(set) var rows: [Row] = []
    /// What is wrong with the form.
    private(set) var problems: [ClientFileProblem] = []

    /// The largest file that is read, in bytes.
    static let bytesMaximum = 20_000_000
    /// The most rows.
    static let rowsMaximum = 100_000

    private var cells: [String] = []
    private var cell: [UInt8] = []
    private var line = 1
    private var rowLine = 1

    /// Reads a file.
    init(_ bytes: [UInt8]) {
        guard bytes.count <= Self.bytesMaximum else {
            complain(0, "the file has more than \(Self.bytesMaximum / 1_000_000) MB")
            return
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            || bytes.contains(0)
        {
            complain(0, "the file is neither UTF-8 nor Windows-1252: export it as “CSV UTF-8”")
            return
        }
        read(Self.decoded(bytes))
    }

    /// The bytes as UTF-8, without a byte-order mark; what is no UTF-8 is taken for Windows-1252.
    static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        if String(validating: bytes, as: UTF8.self) != nil {
            return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        }
        // 0x80 to 0x9F, as Windows has them; the five that it does not have become U+FFFD.
        let table = Array(
            "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars
        )
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append((0x80...0x9F).contains(byte) ? table[Int(byte) - 0x80] : .init(byte))
        }
        return Array(String(text).utf8)
    }

    // MARK: - The pass

    private enum Place {
        case start
        case plain
        case quoted(since: Int)
        case afterQuote
    }

    private mutating func read(_ bytes: [UInt8]) {
        let separator = Self.separator(of: bytes)
        var place = Place.start
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            // CR and CR LF count as one line end.
            if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
                continue
            }
            let endsLine = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            switch place {
            case .quoted:
                if byte == UInt8(ascii: "\"") {
                    place = .afterQuote
                } else {
                    if endsLine { line += 1 }
                    cell.append(endsLine ? UInt8(ascii: "\n") : byte)
                }
                continue
            case .afterQuote where byte == UInt8(ascii: "\""):
                cell.append(byte)
                place = .quoted(since: line)
                continue
            case .start, .plain, .afterQuote:
                break
            }
            if byte == separator {
                endCell()
                place = .start
            } else if endsLine {
                endRow()
                place = .start
                guard rows.count <= Self.rowsMaximum else {
                    return complain(line, "the file has more than \(Self.rowsMaximum) rows")
                }
            } else {
                place = take(byte, at: place)
            }
        }
        if case .quoted(let start) = place {
            complain(start, "the quotation mark that opens here is never closed")
        } else if !cell.isEmpty || !cells.isEmpty {
            endRow()
        }
    }

    private mutating func take(_ byte: UInt8, at place: Place) -> Place {
        switch place {
        case .start:
            if byte == UInt8(ascii: "\"") { return .quoted(since: line) }
            if byte == UInt8(ascii: " ") { return .start }
            cell.append(byte)
            return .plain
        case .afterQuote:
            if byte != UInt8(ascii: " ") {
                complain(line, "text follows a closing quotation mark; double the marks inside")
                cell.append(byte)
                return .plain
            }
            return .afterQuote
        case .plain, .quoted:
            cell.append(byte)
            return place
        }
    }

    private mutating func endCell() {
        while cell.last == UInt8(ascii: " ") { cell.removeLast() }
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
    }

    private mutating func endRow() {
        endCell()
        if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: rowLine, cells: cells)) }
        cells = []
        line += 1
        rowLine = line
    }

    private mutating func complain(_ line: Int, _ sentence: String) {
        // One sentence for each kind of slip is enough on one line.
        let problem = ClientFileProblem(line, sentence)
        if problems.last != problem { problems.append(problem) }
    }

    // What separates the cells is what the head holds most of, outside quotation marks.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            counts[byte, default: 0] += 1
        }
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
        return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] }
            ?? UInt8(ascii: ";")
    }
}
