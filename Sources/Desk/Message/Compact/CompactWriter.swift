// Writes values as bytes, compactly, for a process that reads mails and hands them over. The same
// program writes and reads them, so there is no version and no name of a field: order is all.

package import Foundation

/// Collects the bytes of values.
package struct CompactWriter {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []

    /// Begins with nothing.
    package init() {}

    /// A number that is not negative, in as few bytes as it needs: seven bits in each.
    package mutating func write(_ number: Int) {
        precondition(number >= 0, "only counts and places are written as numbers")
        var rest = UInt(number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Yes or no.
    package mutating func write(_ flag: Bool) {
        bytes.append(flag ? 1 : 0)
    }

    /// A text, its length in bytes first.
    package mutating func write(_ text: String) {
        let utf8 = text.utf8
        write(utf8.count)
        bytes.append(contentsOf: utf8)
    }

    /// A moment, to the bit.
    package mutating func write(_ moment: Date) {
        let pattern = moment.timeIntervalSinceReferenceDate.bitPattern
        for shift in stride(from: 0, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: pattern >> UInt64(shift)))
        }
    }

    /// Whether there is a value, and the value.
    package mutating func write<Value>(
        _ value: Value?,
        _ write: (inout CompactWriter, Value) -> Void
    ) {
        self.write(value != nil)
        if let value { write(&self, value) }
    }

    /// How many values there are, and each of them.
    package mutating func write<Value>(
        _ values: [Value],
        _ write: (inout CompactWriter, Value) -> Void
    ) {
        self.write(values.count)
        for value in values { write(&self, value) }
    }
}
