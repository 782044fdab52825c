// A server that breaks the protocol. There is one answer to it: the session is closed, and nothing
// that was under way counts as accepted.

/// What a server sent that no client can go on from.
package struct ProtocolError: Error, Sendable {
    /// What rule was broken.
    package enum Code: Hashable, Sendable, CaseIterable {
        /// A line does not begin with three digits and a space or a hyphen.
        case malformedLine
        /// The lines of one reply have different codes.
        case mixedCodes
        /// A line does not end.
        case lineTooLong
        /// A reply does not end.
        case tooManyLines
        /// A reply came and nothing waited for it.
        case unexpectedReply
        /// A reply's first digit is not one that its command can have.
        case impossibleReply
        /// The content was answered before all of it was sent.
        case replyBeforeEndOfData
        /// The server would send an empty mail to a recipient whose transaction had failed.
        case dataAfterRefusedSender
        /// A transaction could not be abandoned, so the server's state is not known.
        case resetRefused
    }

    package let code: Code

    /// What happened, for a person.
    package let sentence: String

    init(_ code: Code, at place: String) {
        self.code = code
        sentence = "\(place): the server \(Self.words(for: code)); the session was closed."
    }

    private static func words(for code: Code) -> String {
        switch code {
        case .malformedLine: "sent a line that is not a reply of SMTP"
        case .mixedCodes: "sent one reply with different codes"
        case .lineTooLong: "sent a line without an end"
        case .tooManyLines: "sent a reply without an end"
        case .unexpectedReply: "sent a reply that nothing waited for"
        case .impossibleReply: "sent a reply that this command cannot have"
        case .replyBeforeEndOfData: "answered the content before all of it was sent"
        case .dataAfterRefusedSender: "asked for content although it had refused the sender"
        case .resetRefused: "refused to abandon a transaction"
        }
    }
}

// MARK: - Errors are the same when their codes are

extension ProtocolError: Hashable {
    package static func == (one: ProtocolError, other: ProtocolError) -> Bool {
        one.code == other.code
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
