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
}
