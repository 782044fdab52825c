// The client's side of SMTP from the second EHLO to QUIT: bytes in, events and bytes out. It is
// separate from the transport, so that every turn of a conversation can be tested without a socket.
//
// It promises: every mail has exactly one end (see `Event`); a mail is accepted only by 2yz to its
// own final dot after 2yz to its own MAIL and RCPT; and whether that dot may have left is exact.
// It never opens, encrypts or authenticates, knows no time, and never sends a mail twice.

/// A session on a connection that is already open, encrypted and authenticated.
///
/// The caller writes `bytesToSend()` and reports `didWrite(_:)` until nothing is left, hands what
/// it reads to `receive(_:)`, and acts on the events. It should read what there is before it
/// writes: a reply that came too early is then seen as what it is.
package struct Session: Sendable {
    enum Phase: Hashable, Sendable {
        /// EHLO is not composed yet.
        case unopened
        /// EHLO has no reply yet.
        case opening
        /// Mails go.
        case open
        /// No mail will begin any more; QUIT follows the last reply.
        case leaving
        /// QUIT has no reply yet.
        case quitting
        /// Nothing will be sent any more.
        case closed
    }

    let clientDomain: ClientDomain
    var phase = Phase.unopened
    var waiting = Queue<MailObject>()
    // In the order of their replies: at most one whose content is sent, and one behind it.
    var begun: [Transaction] = []
    var expectations = Queue<Expectation>()
    var outgoing = Outgoing()
    var needsReset = false
    private var parser = ReplyParser()

    /// What the server offers, once it has said so.
    package internal(set) var capabilities: Capabilities?

    /// Speaks EHLO first: what was offered before authentication does not count any more, and
    /// whoever answers now speaks ESMTP (RFC 4954, 4; RFC 5321, 4.1.4).
    package init(clientDomain: ClientDomain) {
        self.clientDomain = clientDomain
    }

    /// What the next reply will answer; nil when none is due.
    package var awaitedReply: AwaitedReply? { expectations.first?.reply }

    /// How many mails were taken and have no end yet.
    package var unsettledCount: Int {
        waiting.count + begun.count { !$0.isSettled }
    }

    /// Whether the session is over.
    package var isClosed: Bool { phase == .closed }

    /// Takes a mail, or says why not.
    ///
    /// Mails go in the order in which they came. They are taken between `ready` and `quit` or
    /// `closed`. That a session is closed is an error, not the caller's mistake: a server can say
    /// `ready` and break the rules in one breath.
    package mutating func enqueue(_ mail: MailObject) throws(NotEnqueued) {
        guard phase == .open, let capabilities else { throw .sessionNotOpen }
        if let obstacle = capabilities.obstacle(to: mail) { throw .obstacle(obstacle) }
        waiting.append(mail)
    }

    /// Finishes the mails that have begun, then says QUIT.
    ///
    /// The tokens of those that have not are
    /// given back: nothing was sent of them, and no event will name them.
    package mutating func quit() -> [Int] {
        switch phase {
        case .unopened: phase = .closed
        case .opening, .open: phase = .leaving
        case .leaving, .quitting, .closed: break
        }
        return waiting.removeAll().map(\.token)
    }

    /// The bytes to write next, at most one piece; empty when it is the server's turn.
    ///
    /// From now on they count as possibly written, until `didWrite` says otherwise. Without it the
    /// same bytes, at the same place in memory, are given out again.
    package mutating func bytesToSend() -> ArraySlice<UInt8> {
        if outgoing.isDrained { composePiece() }
        return outgoing.offer()
    }

    /// Takes note that exactly the first `count` bytes of the last `bytesToSend` were written.
    ///
    /// To be called only with certainty. A TLS library that asks to be called again may have sent a
    /// part or all of what it was given: then nothing is reported, and the same bytes are written
    /// again. Only a call that wrote nothing for certain is `didWrite(0)`.
    package mutating func didWrite(_ count: Int) {
        guard phase != .closed else { return }
        outgoing.didWrite(count)
    }

    /// Takes what the server said, in any portions.
    package mutating func receive(_ bytes: some Collection<UInt8>) -> [Event] {
        guard phase != .closed else { return [] }
        var events: [Event] = []
        parser.append(bytes)
        do {
            while phase != .closed, let reply = try parser.next() {
                handle(reply, &events)
            }
        } catch {
            close(.protocolError(error), &events)
        }
        return events
    }

    /// The mails without an outcome whose final dot may have been written, or is in the piece that
    /// `bytesToSend` gave out last: what a lost connection would leave in doubt.
    package var tokensInDoubt: [Int] {
        begun.filter { !$0.isSettled && loss(of: $0) == .uncertain }.map(\.mail.token)
    }

    /// The connection is gone: what may have become of each mail without an outcome.
    ///
    /// Part of a reply is no reply. A session that is already closed has told everything.
    package mutating func connectionLost() -> [UnsettledMail] {
        guard phase != .closed else { return [] }
        let unsettled =
            begun.filter { !$0.isSettled }.map { transaction in
                UnsettledMail(token: transaction.mail.token, loss: loss(of: transaction))
            }
            + waiting.removeAll().map { UnsettledMail(token: $0.token, loss: .untouched) }
        phase = .closed
        begun = []
        _ = expectations.removeAll()
        outgoing.discard()
        return unsettled
    }

    mutating func close(_ closing: Closing, _ events: inout [Event]) {
        events.append(.closed(closing, unsettled: connectionLost()))
    }

    private func loss(of transaction: Transaction) -> Loss {
        guard let dotMark = transaction.dotMark, outgoing.mayHaveLeft(dotMark) else {
            return .untouched
        }
        return .uncertain
    }
}
