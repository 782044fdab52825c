// The number by which a mail is addressed. Sequence numbers shift under our feet; nothing in this
// module addresses a mail by one. A UID means nothing without the UIDVALIDITY under which it was
// given.

/// The unique identifier of a mail in one mailbox, under one UIDVALIDITY (RFC 9051, 2.3.1.1).
///
/// A 32-bit number that is never zero and is never given to another mail of the same mailbox
/// while UIDVALIDITY stays the same.
package struct UID: Hashable, Sendable {
    /// The number, from 1 to 4,294,967,295.
    package let number: UInt32

    /// Refuses zero.
    package init?(_ number: UInt32) {
        guard number > 0 else { return nil }
        self.number = number
    }

    /// Reads the digits of one UID and nothing else: no sign, no leading zero, no white space.
    package init?(parsing text: some Collection<UInt8>) {
        guard let number = Digits.positive(text, maximum: UInt64(UInt32.max)) else { return nil }
        self.number = UInt32(number)
    }
}

extension UID: Comparable {
    package static func < (one: UID, other: UID) -> Bool { one.number < other.number }
}

extension UID: CustomStringConvertible {
    package var description: String { "\(number)" }
}
