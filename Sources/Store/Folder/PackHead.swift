// What stands before every mail in a pack: a mark, the length, and a checksum, 24 bytes in all.
// With it a damaged or misplaced mail is noticed when it is read, and a pack can be read without
// the database.

/// The 24 bytes before a mail.
struct PackHead: Hashable {
    /// The mail's length in bytes.
    let length: Int
    /// The checksum of its bytes.
    let checksum: UInt64

    /// How many bytes a head takes.
    static let bytesCount = 24
    private static let mark = Array("Guichet1".utf8)

    /// The head of a mail.
    init(of mail: borrowing [UInt8]) {
        length = mail.count
        checksum = Self.checksum(of: mail)
    }

    /// Reads a head; nil where none stands.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.bytesCount, bytes.starts(with: Self.mark) else { return nil }
        length = Int(truncatingIfNeeded: Self.number(bytes[8..<16]))
        checksum = Self.number(bytes[16..<24])
    }

    /// The head as it stands in a pack: numbers with the lowest byte first.
    var bytes: [UInt8] {
        var bytes = Self.mark
        bytes.reserveCapacity(Self.bytesCount)
        for number in [UInt64(length), checksum] {
            for shift in stride(from: 0, to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
            }
        }
        return bytes
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    // Every step (add a word, multiply by an odd number, fold the upper half down) can be undone,
    // so damage within one word always changes the result, and damage in several all but always.
    // It finds accidents, not forgers: whoever can write here can write the database.
    private static func checksum(of bytes: borrowing [UInt8]) -> UInt64 {
        let words = bytes.count / 8
        var sum = UInt64(bytes.count)
        unsafe bytes.withUnsafeBytes { buffer in
            for word in 0..<words {
                let value = unsafe buffer.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
                mix(UInt64(littleEndian: value), into: &sum)
            }
            for place in (words * 8)..<buffer.count {
                mix(UInt64(unsafe buffer[place]), into: &sum)
            }
        }
        return sum
    }

    private static func mix(_ word: UInt64, into sum: inout UInt64) {
        sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
        sum ^= sum >> 32
    }
}
