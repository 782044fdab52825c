// A small IMAP server that is correct but for one misbehaviour, which a test chooses.
//
// It holds a few mails in memory, takes any user with the password "pw", and runs on threads of the
// test process. It records what it is asked and what has become of its mails, so that a test can
// say afterwards that nothing was lost, marked or moved that should not have been.

import Synchronization

/// A misbehaving IMAP server.
package final class FaultyIMAPServer: Sendable {
    /// What it announces unless it is told otherwise.
    package static let usualCapabilities = [
        "IMAP4rev1", "SASL-IR", "ENABLE", "IDLE", "UNSELECT", "UIDPLUS", "ESEARCH", "MOVE",
        "LITERAL+", "NAMESPACE", "ID", "AUTH=PLAIN",
    ]

    struct State {
        var shelves: [String: IMAPShelf] = ["INBOX": IMAPShelf()]
        var misbehaviour: IMAPMisbehaviour?
        var timesLeft = 0
        var commands: [String] = []
        var connections = 0
        var logins = 0
    }

    /// What it announces.
    let capabilities: [String]
    private let state: Mutex<State>
    private let server: LoopbackServer

    /// Starts it, with these mails in INBOX, and one misbehaviour for this many occasions.
    package init(
        _ misbehaviour: IMAPMisbehaviour? = nil,
        times: Int = .max,
        mails: [[UInt8]] = FaultyIMAPServer.sampleMails,
        capabilities: [String] = FaultyIMAPServer.usualCapabilities
    ) throws {
        var first = State()
        first.misbehaviour = misbehaviour
        first.timesLeft = times
        for mail in mails {
            first.shelves["INBOX"]?.add(mail, [], "17-Jul-2024 02:44:25 +0000")
        }
        state = Mutex(first)
        self.capabilities = capabilities
        server = try LoopbackServer()
        server.serve { [weak self] connection in
            guard let self else { return }
            self.state.withLock { $0.connections += 1 }
            IMAPConversation(server: self, connection: connection).run()
        }
    }

    deinit { server.stop() }

    /// Where it listens.
    package var port: Int { server.port }

    /// Ends every conversation, and takes no more.
    package func stop() {
        server.stop()
    }

    /// Three mails, one of which is a little longer than a network packet.
    package static let sampleMails: [[UInt8]] = (1...3).map { number in
        let body = String(
            repeating: "The door of hall \(number) stays open.\r\n",
            count: number * 40
        )
        let head = "From: a@client.example\r\nMessage-ID: <\(number)@client.example>\r\n"
        return Array((head + "Subject: Door \(number)\r\n\r\n" + body).utf8)
    }

    // MARK: What a test changes and asks

    /// Behaves from now on.
    package func behave() {
        state.withLock { $0.misbehaviour = nil }
    }

    /// Lets a mail arrive, and returns its UID.
    @discardableResult
    package func deliver(_ mail: [UInt8], to folder: String = "INBOX") -> Int {
        state.withLock {
            $0.shelves[folder, default: IMAPShelf()].add(mail, [], "17-Jul-2024 02:44:25 +0000")
        }
    }

    /// What lies in a folder.
    package func mails(in folder: String = "INBOX") -> [ShelvedMail] {
        state.withLock { $0.shelves[folder]?.mails ?? [] }
    }

    /// The commands, without tags, literals and passwords.
    package var commands: [String] { state.withLock { $0.commands } }
    /// How many connections were made.
    package var connections: Int { state.withLock { $0.connections } }
    /// How many logins were tried.
    package var logins: Int { state.withLock { $0.logins } }

    // MARK: For its conversations

    /// Whether it is to misbehave this way now; the occasion is used up by asking.
    func does(_ misbehaviour: IMAPMisbehaviour) -> Bool {
        state.withLock { state in
            guard state.misbehaviour == misbehaviour, state.timesLeft > 0 else { return false }
            state.timesLeft -= 1
            return true
        }
    }

    /// The misbehaviour that is set, without using an occasion up.
    var misbehaviour: IMAPMisbehaviour? {
        state.withLock { $0.timesLeft > 0 ? $0.misbehaviour : nil }
    }

    func with<Result>(_ body: (inout State) -> sending Result) -> sending Result {
        state.withLock { body(&$0) }
    }
}
