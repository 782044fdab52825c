// A server that breaks the protocol. There is one answer to it: the session is closed, and nothing
// that was under way counts as done. The sentence says which rule was broken and holds not a byte
// of what the server sent, so it can go into any log.

/// What a server sent that no client can go on from.
package struct ProtocolError: Error, Hashable, Sendable {
    /// What rule was broken.
    package enum Code: Hashable, Sendable {
        /// A line breaks the grammar.
        case malformed
        /// A line without literals is longer than any answer to our commands.
        case lineTooLong
        /// A literal was announced that we would not even skip.
        case literalTooLarge
        /// Parentheses are nested too deeply.
        case nestingTooDeep
        /// One command brought more untagged responses than any mailbox explains.
        case tooManyResponses
        /// A set has more members than any mailbox.
        case tooManyMembers
        /// A "+" came and nothing waited for it.
        case unexpectedContinuation
        /// A tagged response names none of our commands in flight.
        case unknownTag
        /// A mailbox was selected and no UIDVALIDITY given: its UIDs do not last.
        case noUIDValidity
        /// The server did not say what it can do.
        case noCapabilities
        /// A search by UID was answered with sequence numbers.
        case searchNotByUID
        /// Our tag was not found among the leftovers of the login.
        case noBeginning
    }

    package let code: Code

    /// What happened, for a person; it holds nothing of any mail.
    package let sentence: String

    init(_ code: Code, in place: String) {
        self.code = code
        sentence = "The server's \(place) \(Self.words(for: code)); the session was closed."
    }

    private static func words(for code: Code) -> String {
        switch code {
        case .malformed: "breaks the grammar of IMAP"
        case .lineTooLong: "is longer than any answer that was asked for"
        case .literalTooLarge: "announces more bytes than would ever be taken"
        case .nestingTooDeep: "has parentheses nested too deeply"
        case .tooManyResponses: "is one of more responses than a mailbox can explain"
        case .tooManyMembers: "names more mails than a mailbox can hold"
        case .unexpectedContinuation: "asks to go on where nothing waited"
        case .unknownTag: "answers a command that was not in flight"
        case .noUIDValidity: "selects a mailbox without giving its UIDVALIDITY"
        case .noCapabilities: "does not say what the server can do"
        case .searchNotByUID: "gives sequence numbers where UIDs were asked for"
        case .noBeginning: "does not begin with the answer to our first command"
        }
    }

    /// Errors are the same when their codes are.
    package static func == (one: ProtocolError, other: ProtocolError) -> Bool {
        one.code == other.code
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
