// The age of a mailbox's numbering. When it changes, every UID that we remember means nothing, and
// mails are recognised by their content instead. Nothing is compared here but equality: a higher
// number is not a better one.

/// The value that makes UIDs of one mailbox comparable between sessions (RFC 9051, 2.3.1.1).
///
/// It never is zero. A mailbox whose server names none cannot be worked: its UIDs do not last.
package struct UIDValidity: Hashable, Sendable {
    /// The number, from 1 to 4,294,967,295.
    package let number: UInt32

    /// Refuses zero.
    package init?(_ number: UInt32) {
        guard number > 0 else { return nil }
        self.number = number
    }

    /// Reads the digits of one UIDVALIDITY and nothing else.
    package init?(parsing text: some Collection<UInt8>) {
        guard let number = Digits.positive(text, maximum: UInt64(UInt32.max)) else { return nil }
        self.number = UInt32(number)
    }
}

extension UIDValidity: CustomStringConvertible {
    package var description: String { "\(number)" }
}
