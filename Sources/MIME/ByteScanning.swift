// Looking for bytes in bytes. Separate because here alone the C library's searches are called: a
// mail of 40 KB is passed several times, and a loop in Swift costs ten times as much.

import Foundation

/// A stretch of a mail; shares the mail's storage.
typealias Bytes = ArraySlice<UInt8>

extension [UInt8] {
    /// The first place of a byte within a range of this array.
    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "range within the mail")
        return unsafe withUnsafeBytes { buffer in
            guard !range.isEmpty, let base = buffer.baseAddress,
                let hit = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
            else { return nil }
            return unsafe UnsafeRawPointer(hit) - base
        }
    }

    /// The first place of several bytes within a range of this array.
    func firstIndex(of needle: [UInt8], in range: Range<Int>) -> Int? {
        guard let first = needle.first else { return nil }
        var position = range.lowerBound
        while let found = firstIndex(of: first, in: position..<range.upperBound) {
            guard found + needle.count <= range.upperBound else { return nil }
            if needle.indices.allSatisfy({ self[found + $0] == needle[$0] }) { return found }
            position = found + 1
        }
        return nil
    }

    /// The end of the line that begins at `start`: the place after its line feed, or `end`.
    func lineEnd(from start: Int, before end: Int) -> Int {
        guard let lineFeed = firstIndex(of: .lineFeed, in: start..<end) else { return end }
        return lineFeed + 1
    }

    /// Whether nothing but a line end stands in the line.
    func isEmptyLine(_ line: Range<Int>) -> Bool {
        switch line.count {
        case 1: self[line.lowerBound] == .lineFeed
        case 2: self[line.lowerBound] == .carriageReturn && self[line.lowerBound + 1] == .lineFeed
        default: false
        }
    }
}

extension UInt8 {
    static let nul: UInt8 = 0x00
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20

    /// Space or tab.
    var isBlank: Bool { self == .space || self == .tab }

    /// Space, tab, CR or LF.
    var isBlankOrLineEnd: Bool { isBlank || self == .lineFeed || self == .carriageReturn }

    /// An ASCII letter in lower case; any other byte as it is.
    var lowercased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }

    /// 0…9.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// The value of a hexadecimal digit.
    var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension Collection<UInt8> {
    /// Whether the bytes are these ASCII letters, upper or lower case alike.
    func equalsIgnoringCase(_ lowercase: String) -> Bool {
        let wanted = lowercase.utf8
        return count == wanted.count && zip(self, wanted).allSatisfy { $0.lowercased == $1 }
    }

    /// Whether the bytes begin with these ASCII letters, upper or lower case alike.
    func startsIgnoringCase(with lowercase: String) -> Bool {
        let wanted = lowercase.utf8
        return count >= wanted.count && zip(self, wanted).allSatisfy { $0.lowercased == $1 }
    }
}

extension Bytes {
    /// Without blanks and line ends on both sides.
    var trimmed: Bytes {
        var slice = self
        while let first = slice.first, first.isBlankOrLineEnd { slice.removeFirst() }
        while let last = slice.last, last.isBlankOrLineEnd { slice.removeLast() }
        return slice
    }

    /// The bytes as text in lower case, bad bytes replaced; for words of a protocol.
    var lowercasedText: String {
        String(decoding: map { $0.lowercased }, as: UTF8.self)
    }
}
