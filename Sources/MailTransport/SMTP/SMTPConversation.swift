// A conversation with an SMTP server over one connection. It reads what there is before it writes,
// because the wire then knows a reply that came too early for what it is, and it reports exactly
// what was written: whether a final dot may have left decides between "again" and "look first".

import Desk
import SMTPWire

/// A session of the wire on a connection of libcurl.
final class SMTPConversation {
    let connection: Connection
    private var session: Session
    private let timeouts: Timeouts

    /// Greets the server; after this, mails can be enqueued.
    init(_ connection: Connection, _ sink: SMTPSink) throws(TransportError) {
        self.connection = connection
        timeouts = sink.timeouts
        session = Session(clientDomain: sink.clientDomain)
        while session.capabilities == nil {
            for case .closed(let closing, _) in try turn() {
                throw failure(closing)
            }
        }
    }

    var isClosed: Bool { session.isClosed }

    /// What the server offers, in its own words.
    var keywords: [String] { session.capabilities?.keywords ?? [] }

    /// How many mails have no end yet.
    var unsettledCount: Int { session.unsettledCount }

    /// Takes a mail, or says why not.
    func enqueue(_ mail: MailObject) throws(NotEnqueued) { try session.enqueue(mail) }

    /// Writes what can be written and waits for what comes: at least one of the two.
    ///
    /// Before bytes leave, it tells of the mails whose last byte may be among them.
    func turn(
        beforeLeaving: ([Int]) throws(TransportError) -> Void = { _ in }
    ) throws(TransportError) -> [Event] {
        var events = session.receive(try connection.receiveSome())
        guard events.isEmpty, !session.isClosed else { return events }
        let bytes = session.bytesToSend()
        if !bytes.isEmpty {
            try beforeLeaving(session.tokensInDoubt)
            let count = try connection.sendSome(bytes)
            if count > 0 {
                session.didWrite(count)
                return events
            }
        }
        guard
            connection.waitForTurn(
                writing: !bytes.isEmpty,
                milliseconds: bytes.isEmpty ? timeouts.readMilliseconds : timeouts.writeMilliseconds
            )
        else { throw connection.mute }
        events += session.receive(try connection.receiveSome())
        return events
    }

    /// Lets the mails that have begun come to their end; gives the tokens of the others.
    func stopBeginning() -> [Int] { session.quit() }

    /// The connection is lost: what may have become of the mails without an end.
    func abandon() -> [UnsettledMail] { session.connectionLost() }

    /// Says goodbye, and does not wait for the answer.
    func leave() {
        guard !session.isClosed else { return }
        _ = session.quit()
        let bytes = session.bytesToSend()
        if !bytes.isEmpty { _ = try? connection.sendSome(bytes) }
    }

    /// What the server said, as a sentence may repeat it.
    func said(_ text: String) -> String { connection.quotation.words(text) }

    /// A server's goodbye as an error.
    func failure(_ closing: Closing) -> TransportError {
        let code: TransportError.Code =
            switch closing {
            case .quit: .closed
            case .refused(let reply): reply.code.category == .transient ? .busy : .refused
            case .shutDown: .busy
            case .protocolError: .brokenProtocol
            }
        let told = said(closing.sentence)
        let end = told.hasSuffix(".") ? "" : "."
        return TransportError(
            code,
            "\(connection.endpoint.shown): \(told)\(end) It is tried again by itself; "
                + "ask the server's administrator if this lasts"
        )
    }
}
