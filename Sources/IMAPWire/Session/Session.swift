// One conversation with an IMAP server, from the moment after the login: bytes in, events out. It
// opens nothing, waits for nothing and knows no time: its owner reads and writes, counts the
// seconds, and decides when to ask again. What the server does wrong becomes an event; what the
// owner does wrong stops the process.

/// The state of a conversation with an IMAP4rev1 or IMAP4rev2 server (RFC 9051, 3).
///
/// Stages: `fresh` (nothing sent) → `beginning` (CAPABILITY sent, leftovers of the login thrown
/// away) → `open` (commands) → `leaving` (LOGOUT sent) → `closed` (BYE, lost, or protocol broken).
package struct Session: Sendable {
    /// How far the conversation has come.
    package enum Stage: Hashable, Sendable {
        case fresh
        case beginning
        case open
        case leaving
        case closed
    }

    package internal(set) var stage = Stage.fresh
    package internal(set) var capabilities = CapabilitySet()
    /// The selected mailbox; nil while none is, or while one is being selected.
    package internal(set) var mailbox: SelectedMailbox?
    package internal(set) var idle = Idle.off

    let sizeRule: SizeRule
    var parser: ResponseParser
    var leftovers: Leftovers?
    var inFlight: [InFlight] = []
    /// The rest of a command that waits for the server's "+".
    var waiting: WaitingText?
    var untaggedCount = 0
    private var lastTag: UInt32 = 0

    /// A conversation that has not begun.
    package init(limits: Limits, sizeRule: SizeRule = .exact) {
        self.sizeRule = sizeRule
        parser = ResponseParser(limits: limits)
    }

    /// Asks for the capabilities; everything before the answer is thrown away.
    package mutating func begin() -> Sending {
        precondition(stage == .fresh, "A session was begun twice.")
        stage = .beginning
        let tag = nextTag()
        leftovers = Leftovers(until: tag)
        return enqueue(.capability, tag: tag, work: .plain)
    }

    /// What is to be written for a command, and the name under which it will be answered.
    package struct Sending: Hashable, Sendable {
        package let tag: Tag
        package let bytes: [UInt8]
    }

    mutating func nextTag() -> Tag {
        lastTag += 1
        guard let tag = Tag(lastTag) else { preconditionFailure("A session ran out of tags.") }
        return tag
    }

    mutating func enqueue(_ command: Command, tag: Tag, work: InFlight.Work) -> Sending {
        let text = CommandText(
            command,
            tag: tag,
            capabilities: capabilities,
            mailbox: mailbox
        )
        inFlight.append(InFlight(tag, command.name, work))
        waiting = WaitingText(text, tag: tag)
        return Sending(tag: tag, bytes: text.pieces[0])
    }
}
