// What is taken out of decoded text before anyone sees it.
//
// Texts get LF line ends and lose NUL and other control characters. One-line values (header fields,
// names) also lose every line break and the characters that would turn a line around.

import Desk

/// Cleans UTF-8.
enum TextCleaning {
    /// A text of many lines: LF, tabs, and no other control character.
    static func lines(_ bytes: [UInt8], defects: inout Set<MessageDefect>) -> [UInt8] {
        var clean: [UInt8] = []
        clean.reserveCapacity(bytes.count)
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var runStart = index
        while index < bytes.count {
            guard isCleaned(bytes, at: index) else {
                index += 1
                continue
            }
            clean += bytes[runStart..<index]
            switch bytes[index] {
            case .carriageReturn:
                // CR CR LF is one line end that a program made two of.
                let isDoubled =
                    index + 2 < bytes.count && bytes[index + 1] == .carriageReturn
                    && bytes[index + 2] == .lineFeed
                if !isDoubled, index + 1 == bytes.count || bytes[index + 1] != .lineFeed {
                    clean.append(.lineFeed)
                }
            case 0x0B, 0x0C:
                clean.append(.lineFeed)
            case 0xC2:
                defects.insert(.controlCharacter)
                index += 1
            default:
                defects.insert(.controlCharacter)
            }
            index += 1
            runStart = index
        }
        clean += bytes[runStart...]
        return clean
    }

    // CR, the control characters of ASCII less tab and LF, and those of C1 in UTF-8.
    private static func isCleaned(_ bytes: [UInt8], at index: Int) -> Bool {
        let byte = bytes[index]
        if byte >= 0x20, byte != 0x7F, byte != 0xC2 { return false }
        if byte == .lineFeed || byte == .tab { return false }
        guard byte == 0xC2 else { return true }
        return index + 1 < bytes.count && (0x80...0x9F).contains(bytes[index + 1])
    }

    /// A value of one line, trimmed; a run of control characters becomes one space.
    static func oneLine(_ text: String, defects: inout Set<MessageDefect>) -> String {
        guard text.utf8.contains(where: isSuspicious) else { return trimmed(text) }
        var clean = String.UnicodeScalarView()
        var lastWasControl = false
        for scalar in text.unicodeScalars {
            let kind = kind(scalar)
            switch kind {
            case .ordinary:
                clean.append(scalar)
            case .tab:
                clean.append(" ")
            case .turning:
                defects.insert(.controlCharacter)
            case .lineBreak, .control:
                defects.insert(kind == .lineBreak ? .lineBreakInHeader : .controlCharacter)
                if !lastWasControl { clean.append(" ") }
            }
            lastWasControl = kind == .lineBreak || kind == .control
        }
        return trimmed(String(clean))
    }

    /// What a character does to a line.
    enum Kind {
        case ordinary
        case tab
        case lineBreak
        case control
        /// Invisible, and turns the reading direction or joins what it stands between.
        case turning
    }

    /// Sorts a character.
    static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x09: .tab
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: .lineBreak
        case 0x00...0x1F, 0x7F...0x9F: .control
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: .turning
        default: .ordinary
        }
    }

    // Control bytes, and the first bytes of C1, of the bidi marks and of U+FEFF in UTF-8.
    private static func isSuspicious(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xD8
            || byte == 0xEF
    }

    private static func trimmed(_ text: String) -> String {
        guard text.utf8.first == .space || text.utf8.last == .space else { return text }
        var slice = text.unicodeScalars[...]
        while slice.first == " " { slice.removeFirst() }
        while slice.last == " " { slice.removeLast() }
        return String(slice)
    }
}

extension String {
    /// At most this many Unicode scalars.
    func prefixScalars(_ maximum: Int) -> String {
        utf8.count <= maximum ? self : String(unicodeScalars.prefix(maximum))
    }

    /// At most this many bytes of UTF-8, cut between characters (Unicode scalars).
    func prefixUTF8(_ maximum: Int) -> String {
        guard utf8.count > maximum else { return self }
        var end = utf8.index(startIndex, offsetBy: maximum)
        while end > startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}
