// Reads back what CompactWriter wrote. The bytes come from another process, which a mail may have
// driven mad: whatever they are, the end is a value or an error, never a trap and never a huge
// allocation.

package import Foundation

/// Bytes that no writer of ours wrote.
package struct CompactDamage: Error {}

/// Takes values from bytes, in the order in which they were written.
package struct CompactReader {
    private let bytes: [UInt8]
    private var place = 0

    /// Begins at the first byte.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether everything was taken.
    package var isAtEnd: Bool { place == bytes.count }

    /// A number that is not negative.
    package mutating func number() throws(CompactDamage) -> Int {
        var value: UInt = 0
        for shift in stride(from: 0 as UInt, to: 63, by: 7) {
            guard place < bytes.count else { throw CompactDamage() }
            let byte = bytes[place]
            place += 1
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(value) }
        }
        throw CompactDamage()
    }

    /// Yes or no.
    package mutating func flag() throws(CompactDamage) -> Bool {
        guard place < bytes.count, bytes[place] < 2 else { throw CompactDamage() }
        defer { place += 1 }
        return bytes[place] == 1
    }

    /// A text.
    package mutating func text() throws(CompactDamage) -> String {
        let length = try number()
        guard length <= bytes.count - place else { throw CompactDamage() }
        defer { place += length }
        return String(decoding: bytes[place..<place + length], as: UTF8.self)
    }

    /// A moment.
    package mutating func moment() throws(CompactDamage) -> Date {
        guard bytes.count - place >= 8 else { throw CompactDamage() }
        defer { place += 8 }
        let pattern = bytes[place..<place + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        let seconds = Double(bitPattern: pattern)
        guard seconds.isFinite else { throw CompactDamage() }
        return Date(timeIntervalSinceReferenceDate: seconds)
    }

    /// A value that may be absent.
    package mutating func optional<Value>(
        _ read: (inout CompactReader) throws(CompactDamage) -> Value
    ) throws(CompactDamage) -> Value? {
        try flag() ? try read(&self) : nil
    }

    /// Values, each of at least one byte.
    package mutating func list<Value>(
        _ read: (inout CompactReader) throws(CompactDamage) -> Value
    ) throws(CompactDamage) -> [Value] {
        let count = try number()
        guard count <= bytes.count - place else { throw CompactDamage() }
        var values: [Value] = []
        values.reserveCapacity(min(count, 1_000))
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    /// A value that is made of a text and may refuse it.
    package mutating func value<Value>(
        _ make: (String) -> Value?
    ) throws(CompactDamage) -> Value {
        guard let value = make(try text()) else { throw CompactDamage() }
        return value
    }
}
