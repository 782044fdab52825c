// The three numbers with which a server says more exactly what it means, such as 5.1.1.

/// An enhanced status code: class, subject and detail (RFC 3463, 2).
package struct EnhancedStatus: Hashable, Sendable {
    /// 2, 4 or 5: success, persistent transient failure, permanent failure.
    package let statusClass: Int
    /// 0 to 999: what it is about.
    ///
    /// 1 address, 2 mailbox, 3 system, 4 network, 5 protocol, 6 content, 7 policy.
    package let subject: Int
    /// 0 to 999: what exactly.
    package let detail: Int

    /// Refuses whatever is not three numbers in their ranges, without leading zeros.
    package init?(_ text: some Collection<UInt8>) {
        var numbers: [Int] = []
        for part in text.split(
            separator: ASCII.dot,
            maxSplits: 3,
            omittingEmptySubsequences: false
        ) {
            guard let number = Self.number(part), numbers.count < 3 else { return nil }
            numbers.append(number)
        }
        guard numbers.count == 3, [2, 4, 5].contains(numbers[0]) else { return nil }
        statusClass = numbers[0]
        subject = numbers[1]
        detail = numbers[2]
    }

    /// The same from a text.
    package init?(_ text: String) {
        self.init(Array(text.utf8))
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard (1...3).contains(digits.count), digits.count == 1 || digits.first != ASCII.zero
        else { return nil }
        var number = 0
        for byte in digits {
            guard let digit = ASCII.digit(byte) else { return nil }
            number = number * 10 + digit
        }
        return number
    }
}

extension EnhancedStatus: CustomStringConvertible {
    package var description: String { "\(statusClass).\(subject).\(detail)" }
}
