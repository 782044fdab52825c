// What SMTP carries: an envelope and content (RFC 5321, 2.3.1). One recipient each, so that every
// reply belongs to exactly one letter.

/// One mail for one recipient.
package struct MailObject: Sendable {
    /// The caller's mark; every event names it.
    package let token: Int
    package let sender: Path
    package let recipient: Path
    package let body: MailBody
    package let reports: DeliveryReports

    /// A recipient must be somebody: the null path is only for senders.
    package init(
        token: Int,
        sender: Path,
        recipient: Path,
        body: MailBody,
        reports: DeliveryReports = DeliveryReports()
    ) {
        precondition(recipient != .null, "A mail needs a recipient; the null path is nobody.")
        self.token = token
        self.sender = sender
        self.recipient = recipient
        self.body = body
        self.reports = reports
    }

    /// Whether an address of the envelope is not ASCII.
    package var needsSMTPUTF8: Bool { sender.needsSMTPUTF8 || recipient.needsSMTPUTF8 }
}
