// The text of a rich text document: what stands in it, without fonts, pictures and instructions.
//
// One pass over the bytes. Groups that begin with `\*` or hold tables of the document are passed
// over; so is the HTML that Outlook hides in them, because its text stands beside it once more.

import Desk

/// Reads rich text as text.
struct RTFText {
    private struct Group {
        var isHidden = false
        // How many characters stand in place of a Unicode character for old readers.
        var replacements = 1
    }

    private static let hiddenGroups: Set<String> = [
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr",
        "footer", "footerl", "footerr", "object", "objdata", "themedata", "datastore",
        "listtable", "listoverridetable", "generator", "filetbl", "revtbl",
    ]
    private static let depthMaximum = 200

    private let bytes: [UInt8]
    private let bytesMaximum: Int
    private var index = 0
    private var output: [UInt8] = []
    private var groups: [Group] = []
    private var group = Group()
    // Groups beyond the depth that is followed.
    private var deeper = 0
    private var charset = Charset.windows1252
    // Bytes of the document's charset that are not decoded yet.
    private var pending: [UInt8] = []
    private var skipped = 0
    private var highSurrogate: UInt32?
    private var defects: Set<MessageDefect> = []

    /// The text of a document as UTF-8.
    static func read(
        _ rtf: [UInt8],
        bytesMaximum: Int,
        defects: inout Set<MessageDefect>
    ) -> [UInt8] {
        var document = RTFText(bytes: rtf, bytesMaximum: bytesMaximum)
        document.run()
        defects.formUnion(document.defects)
        while let last = document.output.last, last.isBlankOrLineEnd {
            document.output.removeLast()
        }
        return document.output
    }

    private init(bytes: [UInt8], bytesMaximum: Int) {
        self.bytes = bytes
        self.bytesMaximum = bytesMaximum
    }

    private mutating func run() {
        while index < bytes.count, output.count < bytesMaximum {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "{"): open()
            case UInt8(ascii: "}"): close()
            case UInt8(ascii: "\\"): control()
            case .carriageReturn, .lineFeed, .nul: break
            default: add(byte)
            }
        }
        if index < bytes.count { defects.insert(.textCut) }
        flush()
    }

    private mutating func open() {
        skipped = 0
        guard groups.count < Self.depthMaximum else {
            deeper += 1
            return
        }
        groups.append(group)
    }

    private mutating func close() {
        skipped = 0
        if deeper > 0 {
            deeper -= 1
        } else if let outer = groups.popLast() {
            group = outer
        }
    }

    // MARK: - Characters

    private mutating func add(_ byte: UInt8) {
        guard !group.isHidden else { return }
        guard skipped == 0 else {
            skipped -= 1
            return
        }
        pending.append(byte)
    }

    private mutating func add(_ text: String) {
        guard !group.isHidden else { return }
        flush()
        output += text.utf8
    }

    private mutating func flush() {
        guard !pending.isEmpty else { return }
        output += charset.decode(pending[...], defects: &defects)
        pending.removeAll(keepingCapacity: true)
    }

    private mutating func addUnicode(_ number: Int) {
        skipped = group.replacements
        let unit = UInt32(truncatingIfNeeded: number) & 0xFFFF
        if (0xD800..<0xDC00).contains(unit) {
            highSurrogate = unit
            return
        }
        var value = unit
        if (0xDC00..<0xE000).contains(unit), let high = highSurrogate {
            value = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
        }
        highSurrogate = nil
        add(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")))
    }

    // MARK: - Control words

    private mutating func control() {
        guard index < bytes.count else { return }
        let byte = bytes[index]
        guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte.lowercased) else {
            index += 1
            symbol(byte)
            return
        }
        let word = bytes[index...].prefix(32).prefix {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0.lowercased)
        }
        index = word.endIndex
        let number = number()
        if index < bytes.count, bytes[index] == .space { index += 1 }
        apply(String(decoding: word, as: UTF8.self), number)
    }

    private mutating func number() -> Int? {
        let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
        let start = isNegative ? index + 1 : index
        let digits = bytes[min(start, bytes.count)...].prefix(9).prefix(while: \.isDigit)
        guard !digits.isEmpty else { return nil }
        index = digits.endIndex
        let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return isNegative ? -value : value
    }

    private mutating func symbol(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "'"):
            guard index + 1 < bytes.count, let high = bytes[index].hexadecimalValue,
                let low = bytes[index + 1].hexadecimalValue
            else { return }
            index += 2
            add(high << 4 | low)
        case UInt8(ascii: "*"): group.isHidden = true
        case UInt8(ascii: "~"): add(.space)
        case UInt8(ascii: "_"): add(UInt8(ascii: "-"))
        case .carriageReturn, .lineFeed: add("\n")
        case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): add(byte)
        default: break
        }
    }

    private mutating func apply(_ word: String, _ number: Int?) {
        switch word {
        case "par", "line", "sect", "page", "row": add("\n")
        case "tab": add("\t")
        case "cell": add(" | ")
        case "u": addUnicode(number ?? 0)
        case "uc": group.replacements = min(max(number ?? 1, 0), 100)
        case "bin": index = min(bytes.count, index + max(number ?? 0, 0))
        case "ansicpg":
            flush()
            charset = WindowsCodePage.charset(number ?? 1252)
        case "emdash": add("—")
        case "endash": add("–")
        case "bullet": add("•")
        case "lquote": add("‘")
        case "rquote": add("’")
        case "ldblquote": add("“")
        case "rdblquote": add("”")
        default: if Self.hiddenGroups.contains(word) { group.isHidden = true }
        }
    }
}
