// Finds the codes in a server's words: the enhanced status (RFC 3463, `5.1.1`) and the reply code
// (RFC 5321, `550`). One pass over the bytes; what could be an address, a version, a date or a size
// is left alone.

/// The codes that occur in a text.
struct StatusScan: Hashable, Sendable {
    /// The first enhanced status that says something, else the first one.
    private(set) var status: String?
    /// The first reply code of the classes 4 and 5.
    private(set) var reply: Int?

    /// Reads a text.
    init(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        var previous = UInt8(ascii: " ")
        while index < bytes.endIndex {
            let byte = bytes[index]
            if Self.isDigit(byte), !Self.isWordOrDot(previous) {
                if let end = readStatus(bytes[index...]) {
                    index = end
                    previous = UInt8(ascii: "0")
                    continue
                }
                readReply(bytes[index...], after: previous)
            }
            previous = byte
            index += 1
        }
    }

    /// Whether an enhanced status only says that something failed.
    static func isVague(_ status: String) -> Bool { status.hasSuffix(".0.0") }

    // "5.0.0" says nothing, and "5.1.0" less than "5.1.1".
    private static func weight(_ status: String, beside other: String) -> Int {
        if isVague(status) { return 0 }
        return status.hasSuffix(".0") && status.prefix(3) == other.prefix(3) ? 1 : 2
    }

    // One of 2, 4, 5; a subject of 0 to 7; a detail of at most three digits; then no more numbers.
    private mutating func readStatus(_ bytes: ArraySlice<UInt8>) -> Int? {
        let dot = UInt8(ascii: ".")
        let start = bytes.startIndex
        guard bytes.count >= 5, "245".utf8.contains(bytes[start]), bytes[start + 1] == dot,
            (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(bytes[start + 2]),
            bytes[start + 3] == dot
        else { return nil }
        let digits = bytes[(start + 4)...].prefix(4).prefix(while: Self.isDigit)
        guard (1...3).contains(digits.count) else { return nil }
        let rest = bytes[digits.endIndex...].prefix(2)
        if let next = rest.first {
            let isLonger = next == dot && rest.dropFirst().first.map(Self.isDigit) ?? false
            guard !isLonger, !Self.isWordOrDot(next) || next == dot else { return nil }
        }
        let text = String(decoding: bytes[start..<digits.endIndex], as: UTF8.self)
        if let status, Self.weight(status, beside: text) >= Self.weight(text, beside: status) {
            return digits.endIndex
        }
        status = text
        return digits.endIndex
    }

    private mutating func readReply(_ bytes: ArraySlice<UInt8>, after previous: UInt8) {
        guard reply == nil, bytes.count >= 3, " \t\n<(:;#'\"=>[".utf8.contains(previous) else {
            return
        }
        let code = bytes.prefix(3)
        guard code.allSatisfy(Self.isDigit) else { return }
        let number = code.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        guard (421...459).contains(number) || (500...559).contains(number) || number == 571 else {
            return
        }
        if let next = bytes.dropFirst(3).first {
            guard " -:;,)>'\"]\n".utf8.contains(next) else { return }
        }
        reply = number
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isWordOrDot(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), 0x80...:
            true
        default:
            false
        }
    }
}
