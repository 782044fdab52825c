// Where the mails of one mailbox have ended; the numbers add up to what was fetched (invariant 2).

/// One mailbox's sums.
package struct MailboxBalance: Hashable, Sendable {
    /// The mailbox.
    package let mailbox: MailboxName
    /// How many ended in each disposition.
    package let counts: [Disposition: Int]
    /// How many are kept and wait to be filed.
    package let unfiled: Int

    /// Adds a mailbox up.
    package init(mailbox: MailboxName, counts: [Disposition: Int] = [:], unfiled: Int = 0) {
        self.mailbox = mailbox
        self.counts = counts
        self.unfiled = unfiled
    }

    /// How many were fetched.
    package var fetched: Int { counts.values.reduce(unfiled, +) }

    /// The balance of every mailbox that has mail, and zeros for the others of these, by name.
    package static func all(
        _ balances: [MailboxBalance],
        of mailboxes: [MailboxName]
    ) -> [MailboxBalance] {
        let idle = Set(mailboxes).subtracting(balances.map(\.mailbox))
        return (balances + idle.map { MailboxBalance(mailbox: $0) })
            .sorted { $0.mailbox.text < $1.mailbox.text }
    }
}
