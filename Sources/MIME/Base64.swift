// Base64 (RFC 2045, 6.8), decoding only.
//
// Our own, because the library's decoder stops at the first padding and drops an unpadded end, and
// both occur in real mail. It never fails: what is no base64 is passed over.

/// Decodes base64 that arrives in pieces.
struct Base64 {
    private var bits: UInt32 = 0
    private var count = 0

    // 0…63 is a digit, 64 the padding, 65 anything else.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 65, count: 256)
        let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, digit) in digits.utf8.enumerated() { values[Int(digit)] = UInt8(value) }
        values[Int(UInt8(ascii: "="))] = 64
        return values
    }()

    /// Decodes a piece; digits that make no whole byte yet wait for the next.
    mutating func decode(_ piece: Bytes, into output: inout [UInt8]) {
        // Room for the waiting digits, too, and for groups that padding ends early.
        let start = output.count
        output.append(contentsOf: repeatElement(0, count: piece.count + 4))
        // Through pointers, because a checked loop takes twice as long.
        let written = unsafe piece.withUnsafeBufferPointer { digits in
            unsafe output.withUnsafeMutableBufferPointer { bytes in
                unsafe decode(digits, into: bytes, from: start)
            }
        }
        output.removeLast(output.count - written)
    }

    @unsafe
    private mutating func decode(
        _ digits: UnsafeBufferPointer<UInt8>,
        into bytes: UnsafeMutableBufferPointer<UInt8>,
        from start: Int
    ) -> Int {
        unsafe Self.values.withUnsafeBufferPointer { values in
            var read = 0
            var written = start
            while read < digits.count {
                // Groups of four digits in a row: nearly all of any base64.
                while count == 0, read + 4 <= digits.count {
                    let one = unsafe values[Int(digits[read])]
                    let two = unsafe values[Int(digits[read + 1])]
                    let three = unsafe values[Int(digits[read + 2])]
                    let four = unsafe values[Int(digits[read + 3])]
                    guard one | two | three | four < 64 else { break }
                    unsafe bytes[written] = one << 2 | two >> 4
                    unsafe bytes[written + 1] = two << 4 | three >> 2
                    unsafe bytes[written + 2] = three << 6 | four
                    read += 4
                    written += 3
                }
                guard read < digits.count else { break }
                let value = unsafe values[Int(digits[read])]
                read += 1
                guard value <= 64 else { continue }
                if value < 64 {
                    bits = bits << 6 | UInt32(value)
                    count += 1
                }
                if value == 64 || count == 4 {
                    let group = takeGroup()
                    for byte in 0..<group.length {
                        unsafe bytes[written] = UInt8(
                            truncatingIfNeeded: group.bits >> UInt32(16 - 8 * byte)
                        )
                        written += 1
                    }
                }
            }
            return written
        }
    }

    /// The bytes of a last, unpadded group.
    mutating func finish(into output: inout [UInt8]) {
        let group = takeGroup()
        for byte in 0..<group.length {
            output.append(UInt8(truncatingIfNeeded: group.bits >> UInt32(16 - 8 * byte)))
        }
    }

    /// The bytes of a whole text; nil where it holds anything but digits, padding and blanks.
    static func decodeStrictly(_ text: Bytes) -> [UInt8]? {
        guard text.allSatisfy({ values[Int($0)] < 65 || $0.isBlank }) else { return nil }
        var output: [UInt8] = []
        var decoder = Base64()
        decoder.decode(text, into: &output)
        decoder.finish(into: &output)
        return output
    }

    /// Whether a text may be base64: hardly anything in its beginning but digits and line ends.
    static func isPlausible(_ text: Bytes) -> Bool {
        let sample = text.prefix(4096)
        let strange = sample.count {
            values[Int($0)] > 64 && $0 != .carriageReturn && $0 != .lineFeed
        }
        return strange * 20 <= sample.count
    }

    /// Where plain text begins below base64, as list servers append it; nil where none does.
    static func foot(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var position = range.lowerBound
        var isEnd = false
        var digits = 0
        while position < range.upperBound {
            let line = position..<bytes.lineEnd(from: position, before: range.upperBound)
            let text = bytes[line].trimmed
            if text.contains(where: { values[Int($0)] > 64 && !$0.isBlank }) {
                let isFoot = isEnd && digits >= 8 && digits % 4 == 0
                return isFoot && !isPlausible(bytes[line.lowerBound..<range.upperBound])
                    ? line.lowerBound : nil
            }
            digits += text.count
            isEnd = text.count < 60 || text.last == UInt8(ascii: "=")
            position = line.upperBound
        }
        return nil
    }

    // The bytes of the waiting digits, in the upper end of 24 bits; a lone digit makes none.
    private mutating func takeGroup() -> (bits: UInt32, length: Int) {
        let group = (bits: bits << UInt32(6 * (4 - count)), length: max(0, count - 1))
        bits = 0
        count = 0
        return group
    }
}
