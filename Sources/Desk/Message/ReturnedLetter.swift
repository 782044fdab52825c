// The letter that a mail brings back, whole or its header fields only: in a delivery report it is
// the letter that the report is about.

/// What is known of an enclosed letter.
package struct ReturnedLetter: Hashable, Sendable, Codable {
    /// Its Message-ID.
    package let id: MessageID?
    /// The first address that it was written to.
    package let recipient: EmailAddress?

    /// Describes an enclosed letter.
    package init(id: MessageID?, recipient: EmailAddress?) {
        self.id = id
        self.recipient = recipient
    }
}
