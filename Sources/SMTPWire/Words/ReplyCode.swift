// The three digits with which every reply begins. A client decides by the first digit alone
// (RFC 5321, 4.3.2); the other two are for people, with one exception: 421 ends the session.

/// A reply code between 200 and 599 (RFC 5321, 4.2.1).
package struct ReplyCode: Hashable, Sendable {
    /// What a reply says about its command.
    package enum Category: Hashable, Sendable, CaseIterable {
        /// 2yz: done.
        case positive
        /// 3yz: go on, the server waits for the rest.
        case intermediate
        /// 4yz: not now, the same command may work later.
        case transient
        /// 5yz: never, the same command would fail again.
        case permanent
    }

    /// The number as it was sent.
    package let value: Int

    /// What the first digit says.
    package let category: Category

    /// The server closes the connection after this reply, whatever it answers (RFC 5321, 3.8).
    package static let serviceNotAvailable = 421

    /// Refuses what no server may answer.
    ///
    /// Preliminary replies (1yz) do not exist in SMTP; second digits above 5 do not either, but
    /// widespread servers send 571, so they pass.
    package init?(_ value: Int) {
        switch value {
        case 200...299: category = .positive
        case 300...399: category = .intermediate
        case 400...499: category = .transient
        case 500...599: category = .permanent
        default: return nil
        }
        self.value = value
    }
}

extension ReplyCode: CustomStringConvertible {
    package var description: String { String(value) }
}
