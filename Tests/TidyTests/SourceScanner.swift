// The scanner behind SourceText: one pass over the bytes, one verdict for each.
//
// It never fails. A string that its line leaves open ends with the line, so that one slip (which
// the compiler reports anyway) does not turn the rest of the file into text.

/// Tells code from comments and text.
struct SourceScanner {
    let bytes: [UInt8]
    private(set) var parts: [SourceText.Part]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        parts = Array(repeating: .code, count: bytes.count)
    }

    /// Classifies the whole file.
    mutating func scan() {
        while position < bytes.count {
            scanCode(untilParenthesis: false)
        }
    }

    // Inside an interpolation the code ends with the parenthesis that opened it.
    private mutating func scanCode(untilParenthesis: Bool) {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "/") where stands("//"): scanLineComment()
            case UInt8(ascii: "/") where stands("/*"): scanBlockComment()
            case UInt8(ascii: "\""): scanString(hashes: 0)
            case UInt8(ascii: "#"): scanHashes()
            case UInt8(ascii: "`"): scanRawIdentifier()
            case UInt8(ascii: "("):
                depth += 1
                position += 1
            case UInt8(ascii: ")"):
                depth -= 1
                position += 1
                if untilParenthesis, depth < 0 { return }
            default:
                position += 1
            }
        }
    }

    private mutating func scanLineComment() {
        while position < bytes.count, !stands("\n") { mark(.comment) }
    }

    private mutating func scanBlockComment() {
        var depth = 0
        while position < bytes.count {
            if stands("/*") {
                depth += 1
                mark(.comment, count: 2)
            } else if stands("*/") {
                depth -= 1
                mark(.comment, count: 2)
                if depth == 0 { return }
            } else {
                mark(.comment)
            }
        }
    }

    // `#"` and `##"` open a string, `#/` an expression; `#if` and its like are code.
    private mutating func scanHashes() {
        let hashes = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
        position += hashes
        if stands("\"") {
            scanString(hashes: hashes)
        } else if stands("/") {
            scanExpression(hashes: hashes)
        }
    }

    private mutating func scanString(hashes: Int) {
        let isMultiline = stands("\"\"\"") && restOfLineIsBlank(from: position + 3)
        let quotes = isMultiline ? 3 : 1
        position += quotes
        let closing = String(repeating: "\"", count: quotes) + String(repeating: "#", count: hashes)
        let escape = "\\" + String(repeating: "#", count: hashes)
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\"") where stands(closing):
                position += closing.utf8.count
                return
            case UInt8(ascii: "\\") where stands(escape + "("):
                mark(.text, count: escape.utf8.count)
                position += 1
                scanCode(untilParenthesis: true)
            case UInt8(ascii: "\\") where stands(escape):
                mark(.text, count: escape.utf8.count + 1)
            case UInt8(ascii: "\n") where !isMultiline:
                return
            default:
                mark(.text)
            }
        }
    }

    private mutating func scanExpression(hashes: Int) {
        position += 1
        let closing = "/" + String(repeating: "#", count: hashes)
        let isMultiline = restOfLineIsBlank(from: position)
        while position < bytes.count, !stands(closing) {
            if !isMultiline, stands("\n") { return }
            mark(.text)
        }
        position += closing.utf8.count
    }

    private mutating func scanRawIdentifier() {
        position += 1
        while position < bytes.count, !stands("`"), !stands("\n") { mark(.text) }
        position += 1
    }

    private mutating func mark(_ part: SourceText.Part, count: Int = 1) {
        for _ in 0..<count where position < bytes.count {
            parts[position] = part
            position += 1
        }
    }

    private func stands(_ text: String) -> Bool {
        bytes.dropFirst(position).starts(with: text.utf8)
    }

    private func restOfLineIsBlank(from offset: Int) -> Bool {
        let rest = bytes.dropFirst(offset).prefix { $0 != UInt8(ascii: "\n") }
        return rest.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
    }
}
