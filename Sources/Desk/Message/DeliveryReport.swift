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

    /// Whether the server will refuse every further letter to this address: a status of class 5;
    /// without one, a failure.
    ///
    /// A full mailbox and a time for trying that is over pass, whatever the class of their code:
    /// RFC 3463 means both for failures that are transient (3.3, 3.5), and servers that try no
    /// longer write class 5 all the same.
    package var isHard: Bool {
        switch kind {
        case .full, .expired: false
        case .tooLarge, .disabled, .unknownUser, .unknownHost, .moved, .unwanted, .refused, .loop,
            .content, .noAnswer, .system, nil:
            status?.hasPrefix("5") ?? (action == .failed)
        }
    }

    /// Whether the letter will never arrive.
    ///
    /// A failure counts even where another letter might not meet it (a time for trying that is
    /// over); a delay does not yet.
    package var isFinal: Bool {
        switch action {
        case .failed: true
        case .delayed, .delivered, .relayed, .expanded: false
        case nil: status?.hasPrefix("5") ?? false
        }
    }

    /// Why, where the report says so.
    package var kind: FailureKind? {
        let told = diagnostic.flatMap { FailureKind(folded: Folding.bytes(of: $0)[...]) }
        guard let status, let coded = FailureKind(status: status) else { return told }
        // "5.7.1" says no more than that the letter was refused; the words may say why.
        return coded == .refused && told == .unwanted ? .unwanted : coded
    }

    /// To whom, with which status, why: one line for a ticket.
    package var sentence: String {
        let words = [
            recipient.map { "to \($0.text)" }, status,
            kind.map { $0.words(in: .english) },
            diagnostic.map { "“\($0.prefix(160))”" },
        ].compactMap { $0 }
        return words.isEmpty ? "no reason given" : words.joined(separator: ", ")
    }
}
