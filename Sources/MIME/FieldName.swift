// The names of header fields, as far as a field must be told from a line of text with a colon.
//
// "Subject: …" and "X-Spam-Score: …" are fields of mail; "Urgent: …" and "Chaudière : …" are what
// people write. Asked only where the empty line below a header is missing.

/// What names of fields tell.
enum FieldName {
    private static let names: Set<String> = [
        "from", "sender", "to", "cc", "bcc", "subject", "date", "message-id", "in-reply-to",
        "references", "reply-to", "return-path", "received", "mime-version", "comments",
        "keywords", "precedence", "auto-submitted", "importance", "priority", "sensitivity",
        "user-agent", "organization", "delivered-to", "envelope-to", "errors-to", "feedback-id",
        "return-receipt-to", "disposition-notification-to", "domainkey-signature",
        "dkim-signature", "dkim-filter", "authentication-results", "status", "lines", "autocrypt",
        "deferred-delivery", "expires", "supersedes", "original-recipient",
    ]

    private static let beginnings = [
        "x-", "content-", "list-", "resent-", "received-", "thread-", "arc-", "delivery-",
        "original-", "msip_",
    ]

    // No field of these names is longer.
    private static let bytesMaximum = 60

    /// Whether a mail program or a server writes fields of this name.
    static func isOfMail(_ name: Bytes) -> Bool {
        guard name.count <= bytesMaximum else { return false }
        let text = name.lowercasedText
        return names.contains(text) || beginnings.contains { text.hasPrefix($0) }
    }
}
