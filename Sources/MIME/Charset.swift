// From bytes in some charset to UTF-8, without losing one: what does not fit becomes U+FFFD, never
// nothing.
//
// The order is: the declared charset; where none is declared or known, UTF-8 if the bytes are valid
// UTF-8, else windows-1252, which every byte sequence of a Western mail fits. ISO-8859-1 is read as
// windows-1252, because that is what its senders mean. All else goes through iconv. Under a label
// of one byte a character, bytes that are UTF-8 throughout are UTF-8: nobody's words happen to be
// so.

import Desk

/// A charset that a mail declares.
enum Charset: Hashable {
    case utf8
    case ascii
    case windows1252
    /// A name for iconv: ASCII letters, digits and `-_.:` only.
    case named(String)
    /// None declared.
    case absent
    /// Declared, but no name of a charset.
    case unusable

    /// Reads a label such as `"iso-8859-1"`.
    init(label: String?) {
        guard let label else {
            self = .absent
            return
        }
        let name = label.lowercased().filter { !" \t\r\n\"'".contains($0) }
        switch name {
        case "":
            self = .absent
        case "utf-8", "utf8", "unicode-1-1-utf-8", "utf-8n", "cp65001", "x-utf-8":
            self = .utf8
        case "us-ascii", "ascii", "ansi_x3.4-1968", "646", "iso646-us":
            self = .ascii
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1", "latin-1", "l1",
            "windows-1252", "cp1252", "cp-1252", "x-cp1252", "x-ansi", "ansi", "windows1252":
            self = .windows1252
        default:
            let known = Self.larger[name] ?? name
            self = Self.isCharsetName(known) ? .named(known) : .unusable
        }
    }

    // Programs name a charset and write its larger successor, or use a name that iconv lacks.
    private static let larger = [
        "gb2312": "gb18030", "gb_2312-80": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
        "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949",
        "iso-8859-9": "windows-1254", "iso-8859-11": "windows-874", "tis-620": "windows-874",
        "iso-8859-8-i": "iso-8859-8", "unicode-1-1-utf-7": "utf-7",
    ]

    /// The bytes as UTF-8, and whether bytes were replaced or the charset had to be guessed.
    func decode(_ bytes: Bytes, defects: inout Set<MessageDefect>) -> [UInt8] {
        switch self {
        case .utf8:
            return Self.decodeUTF8(bytes, defects: &defects)
        case .windows1252:
            if Self.isSurelyUTF8(bytes) {
                defects.insert(.unknownCharset)
                return Array(bytes)
            }
            return Windows1252.decode(bytes, defects: &defects)
        case .ascii, .absent, .unusable:
            if bytes.allSatisfy({ $0 < 0x80 }) {
                if self == .unusable { defects.insert(.unknownCharset) }
                return Array(bytes)
            }
            defects.insert(.unknownCharset)
            return Self.guess(bytes, defects: &defects)
        case .named(let name):
            if name.hasPrefix("iso-8859-") || name.hasPrefix("windows-12"),
                Self.isSurelyUTF8(bytes)
            {
                defects.insert(.unknownCharset)
                return Array(bytes)
            }
            if let decoded = CharsetConverter(from: name)?.decode(bytes, defects: &defects) {
                return decoded
            }
            defects.insert(.unknownCharset)
            return Self.guess(bytes, defects: &defects)
        }
    }

    /// UTF-8 where the bytes are valid UTF-8, else windows-1252.
    static func guess(_ bytes: Bytes, defects: inout Set<MessageDefect>) -> [UInt8] {
        UTF8Validity(of: bytes) == .valid
            ? Array(bytes) : Windows1252.decode(bytes, defects: &defects)
    }

    // Some character beyond ASCII, and all of them whole.
    private static func isSurelyUTF8(_ bytes: Bytes) -> Bool {
        !bytes.allSatisfy { $0 < 0x80 } && String(validating: bytes, as: UTF8.self) != nil
    }

    /// The charset that a page names in its own head; nil where it names none.
    init?(headOf page: Bytes) {
        let head = page.prefix(4096).map(\.lowercased)
        var position = 0
        while let meta = head.firstIndex(of: Array("<meta".utf8), in: position..<head.count) {
            let end = head.firstIndex(of: UInt8(ascii: ">"), in: meta..<head.count) ?? head.count
            position = end
            guard let word = head.firstIndex(of: Array("charset".utf8), in: meta..<end) else {
                continue
            }
            let value = head[(word + 7)..<end].drop {
                $0.isBlankOrLineEnd || "=\"'".utf8.contains($0)
            }
            let label = value.prefix { !$0.isBlankOrLineEnd && !"\"';/>".utf8.contains($0) }
            self.init(label: String(decoding: label, as: UTF8.self))
            return
        }
        return nil
    }

    // A text that calls itself UTF-8 and holds not one valid character beyond ASCII lies.
    private static func decodeUTF8(_ bytes: Bytes, defects: inout Set<MessageDefect>) -> [UInt8] {
        switch UTF8Validity(of: bytes) {
        case .valid:
            return Array(bytes)
        case .damaged:
            defects.insert(.badBytes)
            return Array(String(decoding: bytes, as: UTF8.self).utf8)
        case .foreign:
            defects.insert(.badBytes)
            return Windows1252.decode(bytes, defects: &defects)
        }
    }

    // What reaches iconv can neither ask for transliteration nor name a file.
    private static func isCharsetName(_ name: String) -> Bool {
        (1...40).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || "-_.:".utf8.contains(byte)
            }
    }
}

/// How bytes stand to UTF-8.
enum UTF8Validity {
    case valid
    /// UTF-8 with bad bytes in it.
    case damaged
    /// Not UTF-8 at all: bytes beyond ASCII, but not one whole character of them.
    case foreign

    /// Looks at all bytes.
    init(of bytes: Bytes) {
        guard !bytes.allSatisfy({ $0 < 0x80 }), String(validating: bytes, as: UTF8.self) == nil
        else {
            self = .valid
            return
        }
        // A cut within the last character is damage, not another charset.
        var characters = 0
        var foreign = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            let sequence = bytes[index...].prefix(length)
            if byte < 0x80 {
                index += 1
            } else if byte >= 0xC2, byte < 0xF5,
                sequence.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 })
            {
                if sequence.count == length { characters += 1 }
                index += sequence.count
            } else {
                foreign += 1
                index += 1
            }
        }
        self = characters == 0 && foreign > 0 ? .foreign : .damaged
    }
}

/// The charset of Western Windows, with its five holes as U+FFFD.
enum Windows1252 {
    // U+20AC … U+0178 for 0x80 … 0x9F; 0 is a hole.
    private static let upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]

    /// The character of a byte; nil for a hole.
    static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        let value = upper[Int(byte) - 0x80]
        return value == 0 ? nil : Unicode.Scalar(value)
    }

    /// The bytes as UTF-8.
    static func decode(_ bytes: Bytes, defects: inout Set<MessageDefect>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8 + 16)
        var runStart = bytes.startIndex
        var index = runStart
        while index < bytes.endIndex {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            text += bytes[runStart..<index]
            append(bytes[index], to: &text, defects: &defects)
            index += 1
            runStart = index
        }
        text += bytes[runStart...]
        return text
    }

    private static func append(
        _ byte: UInt8,
        to text: inout [UInt8],
        defects: inout Set<MessageDefect>
    ) {
        guard let value = scalar(byte)?.value else {
            defects.insert(.badBytes)
            text += [0xEF, 0xBF, 0xBD]
            return
        }
        if value < 0x800 {
            text.append(0xC0 | UInt8(value >> 6))
        } else {
            text.append(0xE0 | UInt8(value >> 12))
            text.append(0x80 | UInt8(value >> 6 & 0x3F))
        }
        text.append(0x80 | UInt8(value & 0x3F))
    }
}
