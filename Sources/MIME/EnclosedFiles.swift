// Files that stand in a text instead of beside it: uuencode and yEnc.
//
// They leave the text and become attachments. What only looks like their first line (a person who
// writes "begin 644 …") stays text, because no line of data follows. One pass over the lines.

import Desk

/// A file that was found inside something else.
struct OpenedFile {
    /// The name that it has there; may be empty.
    var name: String
    /// Its type, where it is said.
    var type: String?
    /// The Content-ID, where it has one.
    var contentID: String?
    /// Its bytes.
    var content: Bytes
}

/// Takes files out of a text.
struct EnclosedFiles {
    /// The text without them; bytes of the text's own charset.
    private(set) var text: [UInt8] = []
    /// The files, in order.
    private(set) var files: [OpenedFile] = []
    private var isBroken = false
    private let bytes: [UInt8]
    private let filesMaximum: Int

    private static let uuencode = Array("begin ".utf8)
    private static let yEnc = Array("=ybegin ".utf8)

    /// Whether a text may hold such files; costs one search.
    static func mayStand(in text: [UInt8]) -> Bool {
        for opening in [uuencode, yEnc] {
            if text.starts(with: opening) { return true }
            let line = [UInt8.lineFeed] + opening
            if text.firstIndex(of: line, in: 0..<text.count) != nil { return true }
        }
        return false
    }

    /// Takes the files out of a text.
    init(_ bytes: [UInt8], limits: ReadingLimits, defects: inout Set<MessageDefect>) {
        self.bytes = bytes
        filesMaximum = limits.parts
        var position = 0
        while position < bytes.count {
            let end = bytes.lineEnd(from: position, before: bytes.count)
            let line = bytes[position..<end]
            if files.count < filesMaximum, let next = file(from: line, next: end) {
                position = next
            } else {
                text += line
                position = end
            }
        }
        if isBroken { defects.insert(.brokenEnclosure) }
    }

    // The place behind the file that begins in a line; nil where none does.
    private mutating func file(from line: Bytes, next: Int) -> Int? {
        if line.starts(with: Self.uuencode) { return uuencoded(line, next: next) }
        return line.starts(with: Self.yEnc) ? yEncoded(line, next: next) : nil
    }

    private func name(_ raw: Bytes) -> String {
        var ignored: Set<MessageDefect> = []
        let bytes = Charset.guess(raw.trimmed.prefix(500), defects: &ignored)
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: - uuencode

    private mutating func uuencoded(_ line: Bytes, next: Int) -> Int? {
        let words = line.trimmed.dropFirst(Self.uuencode.count)
        let mode = words.prefix { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
        guard (3...4).contains(mode.count), words.dropFirst(mode.count).first == .space else {
            return nil
        }
        var content: [UInt8] = []
        var position = next
        var isEnded = false
        while position < bytes.count {
            let end = bytes.lineEnd(from: position, before: bytes.count)
            var data = bytes[position..<end]
            while data.last == .lineFeed || data.last == .carriageReturn { data.removeLast() }
            if data.elementsEqual("end".utf8) {
                position = end
                isEnded = true
                break
            }
            guard Self.decode(data, into: &content) else { break }
            position = end
        }
        guard !content.isEmpty || isEnded else { return nil }
        if !isEnded { isBroken = true }
        let name = name(words.dropFirst(mode.count))
        files.append(OpenedFile(name: name, content: content[...]))
        return position
    }

    // A line is its length and groups of four characters; blanks at its end may be lost.
    private static func decode(_ line: Bytes, into content: inout [UInt8]) -> Bool {
        guard let first = line.first, (0x20...0x60).contains(first) else {
            // An empty line is one of no bytes whose blank was lost.
            return line.isEmpty
        }
        let length = Int((first &- 0x20) & 0x3F)
        let data = line.dropFirst()
        let groups = (length + 2) / 3
        // Text is seldom as long as its first letter says, and nearly never without small letters.
        guard (groups * 2...groups * 4 + 2).contains(data.count),
            data.allSatisfy({ (0x20...0x60).contains($0) })
        else { return false }
        var left = length
        var index = data.startIndex
        while left > 0 {
            var bits: UInt32 = 0
            for _ in 0..<4 {
                let byte = index < data.endIndex ? data[index] : .space
                bits = bits << 6 | UInt32((byte &- 0x20) & 0x3F)
                index += 1
            }
            for shift in [16, 8, 0] where left > 0 {
                content.append(UInt8(truncatingIfNeeded: bits >> UInt32(shift)))
                left -= 1
            }
        }
        return true
    }

    // MARK: - yEnc

    private mutating func yEncoded(_ line: Bytes, next: Int) -> Int? {
        let head = line.trimmed
        guard let nameStart = Self.place(of: " name=", in: head),
            let size = Self.number("size", in: head)
        else { return nil }
        var content: [UInt8] = []
        var position = next
        var tail: Bytes?
        while position < bytes.count {
            let end = bytes.lineEnd(from: position, before: bytes.count)
            let data = bytes[position..<end]
            position = end
            if data.starts(with: Array("=yend".utf8)) {
                tail = data.trimmed
                break
            }
            if data.starts(with: Array("=ypart ".utf8)) { continue }
            Self.decodeYEnc(data, into: &content)
        }
        let checked = tail.flatMap { Self.word("pcrc32", in: $0) ?? Self.word("crc32", in: $0) }
        let isSame = checked.map { UInt32($0, radix: 16) == CRC32.checksum(content) } ?? true
        let isWhole = tail.flatMap { Self.number("size", in: $0) } == content.count
        let isPart = Self.number("part", in: head) != nil
        if !isWhole || !isSame || (size != content.count && !isPart) { isBroken = true }
        files.append(OpenedFile(name: name(head[nameStart...]), content: content[...]))
        return position
    }

    private static func decodeYEnc(_ line: Bytes, into content: inout [UInt8]) {
        var isEscaped = false
        for byte in line where byte != .lineFeed && byte != .carriageReturn {
            if isEscaped {
                content.append(byte &- 106)
                isEscaped = false
            } else if byte == UInt8(ascii: "=") {
                isEscaped = true
            } else {
                content.append(byte &- 42)
            }
        }
    }

    private static func place(of key: String, in line: Bytes) -> Int? {
        let bytes = Array(line)
        let key = Array(key.utf8)
        return bytes.firstIndex(of: key, in: 0..<bytes.count).map {
            line.startIndex + $0 + key.count
        }
    }

    private static func word(_ key: String, in line: Bytes) -> String? {
        guard let start = place(of: " \(key)=", in: line) else { return nil }
        return String(decoding: line[start...].prefix(20).prefix { $0 > .space }, as: UTF8.self)
    }

    private static func number(_ key: String, in line: Bytes) -> Int? {
        word(key, in: line).flatMap { Int($0) }
    }
}

/// The checksum of yEnc (IEEE 802.3).
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in
            value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
        }
    }

    /// The checksum of bytes.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { value, byte in
            value >> 8 ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)]
        }
    }
}
