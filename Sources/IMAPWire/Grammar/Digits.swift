// Numbers as IMAP writes them: decimal digits only, no sign, bounded before they can overflow. All
// numbers of the wire are read here; the types of the numbers add their own ranges. A number that
// does not fit is refused, never cut down to size.

/// Reads the numbers of the grammar (RFC 9051, 9: `number`, `nz-number`, `number64`).
enum Digits {
    /// The value of a text of digits, or nil when it is empty, holds another byte, or is too large.
    static func value(_ text: some Collection<UInt8>, maximum: UInt64) -> UInt64? {
        guard !text.isEmpty else { return nil }
        var value: UInt64 = 0
        for byte in text {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = shifted.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
            guard !overflow, !carry, sum <= maximum else { return nil }
            value = sum
        }
        return value
    }

    /// The value of an `nz-number`: it begins with a digit from 1 to 9.
    static func positive(_ text: some Collection<UInt8>, maximum: UInt64) -> UInt64? {
        guard let first = text.first, first != UInt8(ascii: "0") else { return nil }
        return value(text, maximum: maximum)
    }

    /// Whether a byte is a decimal digit.
    static func contains(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
