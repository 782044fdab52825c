// What a machine says about a letter that did not (or did) arrive (RFC 3464).

/// The machine-readable part of a delivery status notification.
package struct DeliveryReport: Hashable, Sendable, Codable {
    /// What became of the letter for this recipient.
    package enum Action: String, Hashable, Sendable, Codable {
        case failed
        case delayed
        case delivered
        case relayed
        case expanded
    }

    /// The recipient whom the report is about; nil where the report does not say.
    package let recipient: EmailAddress?
    /// The action; nil where it is missing or unknown.
    package let action: Action?
    /// The enhanced status code (RFC 3463), such as `5.1.1`; nil where there is none.
    package let status: String?
    /// The diagnostic text of the remote server, on one line.
    package let diagnostic: String?
    /// The Message-ID of the letter, from the returned headers or message.
    package let originalMessageID: MessageID?

    /// Puts a report together.
    package init(
        recipient: EmailAddress?,
        action: Action?,
        status: String?,
        diagnostic: String?,
        originalMessageID: MessageID?
    ) {
        self.recipient = recipient
        self.action = action
        self.status = status
        self.diagnostic = diagnostic
        self.originalMessageID = originalMessageID
    }

    /// Whether the report says that the letter will never arrive at this address.
    package var isHard: Bool { status?.hasPrefix("5") ?? (action == .failed) }
}
