// An SMTP server that takes every mail and delivers none; the faults that a test lists strike
// first.
//
// It runs in the test process, on threads of its own, so it outlives a program that is killed in
// mid-sentence and still knows what it promised: a mail is recorded before its answer is sent. It
// never looks into a mail unless asked.

import Synchronization

/// A fault-injecting SMTP server.
package final class SMTPSink: Sendable {
    /// What it announces, and how strict it is.
    package struct Options: Sendable {
        /// What a client gets who asks for STARTTLS.
        package enum StartTLS: Sendable {
            /// It is not announced, and not known.
            case missing
            /// It is announced, and refused when asked for.
            case refused
            /// It is announced and agreed to, and then plain text goes on: no TLS can follow.
            case plainTextFollows
        }

        package var pipelining = true
        package var size: Int? = 52_428_800
        package var eightBitMIME = true
        package var smtpUTF8 = true
        package var dsn = true
        package var startTLS = StartTLS.missing
        /// Announces AUTH: any user with the password "pw", or a token that the endpoint knows.
        package var offersAuthentication = false
        /// Refuses MAIL before that.
        package var requiresAuthentication = false
        package var tokenEndpoint: TokenEndpoint?
        /// Takes LF for CRLF around the final dot, as some servers do.
        package var isLenientAboutBareLF = false
        /// Keeps the bodies; without them only the heads are kept.
        package var keepsBodies = true
        /// Is told of a mail after it was recorded and before it is answered.
        package var onAccept: (@Sendable (ReceivedMail) -> Void)?

        package init() {}
    }

    /// How much was going on.
    package struct Counts: Sendable, Equatable {
        package var connections = 0
        package var transactions = 0
        package var commands = 0
        /// How often more than one command came at once although PIPELINING was not announced.
        package var unannouncedPipelining = 0

        package init(connections: Int = 0, transactions: Int = 0, commands: Int = 0) {
            self.connections = connections
            self.transactions = transactions
            self.commands = commands
        }
    }

    private struct State {
        var mails: [ReceivedMail] = []
        var faults: [SMTPFault] = []
        var counts = Counts()
        var lines: [String] = []
    }

    /// What it announces.
    package let options: Options
    private let server: LoopbackServer
    private let state = Mutex(State())

    /// Starts it.
    package init(_ options: Options = Options(), faults: [SMTPFault] = []) throws {
        self.options = options
        server = try LoopbackServer()
        state.withLock { $0.faults = faults }
        server.serve { [weak self] connection in
            guard let number = self?.nextConnection() else { return }
            // The conversation holds the sink: one that is let go of goes when nobody talks to it.
            guard let self else { return }
            SMTPConversation(sink: self, connection: connection, number: number).run()
        }
    }

    deinit { server.stop() }

    /// Where it listens.
    package var port: Int { server.port }

    /// Ends every conversation, and takes no more.
    package func stop() {
        server.stop()
    }

    // MARK: Faults

    /// Adds a fault behind those that are there.
    package func add(_ fault: SMTPFault) {
        state.withLock { $0.faults.append(fault) }
    }

    /// Accepts everything from now on.
    package func forgetFaults() {
        state.withLock { $0.faults = [] }
    }

    /// What strikes here and now, if anything does; it is used up once by this.
    func fault(
        at stage: SMTPFault.Stage,
        connection: Int,
        recipients: [String]
    ) -> SMTPFault.Action? {
        state.withLock { state in
            guard !state.faults.isEmpty else { return nil }
            let place = state.faults.firstIndex { fault in
                fault.stage == stage && fault.times > 0
                    && fault.connection.map { $0 == connection } ?? true
                    && fault.recipient.map { recipients.contains($0) } ?? true
            }
            guard let place else { return nil }
            state.faults[place].times -= 1
            return state.faults[place].action
        }
    }

    // MARK: What happened

    /// The accepted mails, in the order in which they were accepted.
    package var mails: [ReceivedMail] { state.withLock { $0.mails } }
    /// How many were accepted.
    package var mailCount: Int { state.withLock { $0.mails.count } }
    /// How much was going on.
    package var counts: Counts { state.withLock { $0.counts } }
    /// The commands, as they came, without the lines of an AUTH.
    package var commandLines: [String] { state.withLock { $0.lines } }

    /// Waits until this many mails were accepted; false when time was up before.
    package func waitForMails(_ count: Int, milliseconds: Int = 30_000) -> Bool {
        let deadline = Deadline(milliseconds: milliseconds)
        while mailCount < count, !deadline.isOver {
            Descriptor.pause(milliseconds: min(2, deadline.rest))
        }
        return mailCount >= count
    }

    /// Waits until nobody talks to it any more, so that everything it was told is recorded; false
    /// when time was up before.
    package func waitForQuiet(milliseconds: Int = 10_000) -> Bool {
        let deadline = Deadline(milliseconds: milliseconds)
        while server.connectionCount > 0, !deadline.isOver {
            Descriptor.pause(milliseconds: min(1, deadline.rest))
        }
        return server.connectionCount == 0
    }

    private func nextConnection() -> Int {
        state.withLock { state in
            state.counts.connections += 1
            return state.counts.connections
        }
    }

    func note(command line: String?, isPipelined: Bool) {
        state.withLock { state in
            state.counts.commands += 1
            if isPipelined, !options.pipelining { state.counts.unannouncedPipelining += 1 }
            if let line, options.keepsBodies { state.lines.append(line) }
        }
    }

    func noteTransaction() {
        state.withLock { $0.counts.transactions += 1 }
    }

    func accept(_ mail: ReceivedMail) {
        state.withLock { $0.mails.append(mail) }
        options.onAccept?(mail)
    }
}
