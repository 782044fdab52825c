// The counter of CONDSTORE: which change of a mailbox came before which. It is used to mark a mail
// only if nobody has touched it since it was read. A mailbox may have none, even on a server that
// counts.

/// The modification sequence of a mail or of a mailbox (RFC 7162, 3.1).
///
/// A positive 63-bit number: the first version of the RFC allowed 64 bits, and servers that wrote
/// them broke their clients.
package struct ModSeq: Hashable, Sendable {
    /// The number, from 1 to 9,223,372,036,854,775,807.
    package let number: UInt64

    /// Refuses zero and what needs the 64th bit.
    package init?(_ number: UInt64) {
        guard number > 0, number <= UInt64(Int64.max) else { return nil }
        self.number = number
    }

    /// Reads the digits of one mod-sequence and nothing else.
    package init?(parsing text: some Collection<UInt8>) {
        guard let number = Digits.positive(text, maximum: UInt64(Int64.max)) else { return nil }
        self.number = number
    }
}

extension ModSeq: Comparable {
    package static func < (one: ModSeq, other: ModSeq) -> Bool { one.number < other.number }
}

extension ModSeq: CustomStringConvertible {
    package var description: String { "\(number)" }
}
