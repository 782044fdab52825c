// A conversation with an IMAP server over one connection: it writes what the wire wants written,
// reads, and turns the end of a session into an error with a sentence. What events mean is decided
// by whoever asked; nothing of a mail is looked at here.

import Desk
import IMAPWire

/// A session of the wire on a connection of libcurl.
final class IMAPConversation {
    let connection: Connection
    private(set) var session: Session

    /// Begins: after this, commands can be sent.
    init(
        _ connection: Connection,
        literalBytesMaximum: Int,
        sizeRule: SizeRule = .exact
    ) throws(TransportError) {
        guard let limits = Limits(literalBytesMaximum: literalBytesMaximum) else {
            preconditionFailure("a mailbox's largest mail is bounded by its settings")
        }
        self.connection = connection
        session = Session(limits: limits, sizeRule: sizeRule)
        try connection.send(session.begin().bytes)
        while session.stage == .beginning { _ = try read() }
    }

    /// The server as sentences name it.
    var server: String { connection.endpoint.shown }

    /// Whether a command may be sent now.
    func accepts(_ command: Command) -> Bool { session.accepts(command) }

    /// Sends a command that is accepted now.
    func send(_ command: Command) throws(TransportError) -> Tag {
        let sending = session.send(command)
        try connection.send(sending.bytes)
        return sending.tag
    }

    /// Ends IDLE; its answer follows.
    func endIdle() throws(TransportError) {
        let bytes = session.endIdle()
        if !bytes.isEmpty { try connection.send(bytes) }
    }

    /// The next events; waits for them.
    func read() throws(TransportError) -> [Event] {
        try take(connection.receive())
    }

    /// The events that have already arrived; none where nothing has.
    func readWhatIsThere() throws(TransportError) -> [Event] {
        let bytes = try connection.receiveSome()
        return bytes.isEmpty ? [] : try take(bytes)
    }

    /// Sends one command and waits for its end; gives the events on the way too.
    func run(_ command: Command) throws(TransportError) -> (end: Completion, events: [Event]) {
        let tag = try send(command)
        var all: [Event] = []
        while true {
            let events = try read()
            all += events
            for case .completed(let completion) in events where completion.tag == tag {
                return (completion, all)
            }
        }
    }

    /// Says goodbye, and does not mind if nobody listens.
    func leave() {
        guard accepts(.logout) else { return }
        _ = try? send(.logout)
    }

    private func take(_ bytes: ArraySlice<UInt8>) throws(TransportError) -> [Event] {
        let events = session.receive(bytes)
        for event in events {
            if case .write(let bytes) = event { try connection.send(bytes) }
            if case .bye(let status) = event, session.stage == .closed { throw farewell(status) }
            if case .protocolError(let error) = event {
                throw TransportError(
                    .brokenProtocol,
                    "\(server) is not understood: \(error.sentence) It is tried again by itself; "
                        + "tell the server's administrator if this lasts"
                )
            }
        }
        return events
    }

    private func farewell(_ status: StatusResponse) -> TransportError {
        TransportError(
            status.code?.isTemporary == true ? .busy : .closed,
            "\(server) ends the session and says: \(said(status)); it is tried again "
                + "by itself"
        )
    }

    /// What a server's answer says, as a sentence may repeat it.
    func said(_ response: StatusResponse) -> String { connection.quotation.words(response.text) }

    /// A refusal as an error: busy, missing and forbidden are different things.
    func refusal(_ response: StatusResponse, of deed: String) -> TransportError {
        let told = "\(server) refuses to \(deed) and says: \(said(response))"
        let usual = TransportError(.refused, "\(told); check the mailbox's settings")
        guard let code = response.code else { return usual }
        if code.isTemporary {
            return TransportError(
                .busy,
                "\(told)\(Self.patience[code] ?? ""); it is tried again by itself"
            )
        }
        if code == .nonExistent || code == .tryCreate {
            return TransportError(.absent, "\(told); create the folder, or change the settings")
        }
        if code == .noPermission {
            return TransportError(.forbidden, "\(told); give the account the right to it")
        }
        return usual
    }
    // What a server's word asks of whom; its sentence may be in any language, or say nothing.
    private static let patience: [ResponseCode: String] = [
        .overQuota: " (OVERQUOTA: this account has used up its share); free space in it, or ask "
            + "its provider, if this lasts",
        .throttled: " (THROTTLED: too much was asked of it); look for other programs in this "
            + "account if this lasts",
        .limit: " (LIMIT: one of its limits is reached); close other connections of this account "
            + "if this lasts",
        .unavailable: " (UNAVAILABLE: a part of it is away); ask its administrator if this lasts",
        .inUse: " (INUSE: somebody else holds it); close other programs in this account if this "
            + "lasts",
        .serverBug: " (SERVERBUG: an error of its own); tell its administrator if this lasts",
    ]
}
