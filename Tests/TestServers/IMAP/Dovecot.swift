// Dovecot, on this machine's loopback, in a folder of its own, for as long as its owner lives.
//
// It uses nothing of the system's configuration and runs without root's rights. Every user exists,
// with the password "pw"; every other password is refused. OAuth2 tokens are asked for at a token
// endpoint of the tests. Nothing is written through to the disk: what is killed here is guichet.

import Foundation
import Synchronization
import TestSupport

/// A running Dovecot.
package final class Dovecot: Sendable {
    /// What a server offers, and may be told not to offer.
    package enum Capability: String, CaseIterable, Sendable {
        case condstore = "CONDSTORE"
        case esearch = "ESEARCH"
        case idle = "IDLE"
        case literalPlus = "LITERAL+"
        case move = "MOVE"
        case uidPlus = "UIDPLUS"
    }

    /// How it is to run.
    package struct Options: Sendable {
        /// The certificate it shows; nil for a server without TLS.
        package var certificate: TestCertificates.Server?
        /// What it does not announce; the commands themselves stay.
        package var without: Set<Capability> = []
        /// Where it asks about tokens; nil for a server that takes passwords only.
        package var tokenEndpoint: TokenEndpoint?
        /// Lines at the end of its configuration.
        package var settings = ""

        package init(
            certificate: TestCertificates.Server? = nil,
            without: Set<Capability> = [],
            tokenEndpoint: TokenEndpoint? = nil,
            settings: String = ""
        ) {
            self.certificate = certificate
            self.without = without
            self.tokenEndpoint = tokenEndpoint
            self.settings = settings
        }
    }

    /// Where it listens without TLS, and with STARTTLS where it has a certificate.
    package let port: Int
    /// Where it listens with TLS from the first byte, where it has a certificate.
    package let tlsPort: Int

    let folder: TemporaryFolder
    let account: Account
    private let child: Mutex<Child>
    private let start: @Sendable () throws -> Child

    /// Whether it is installed.
    package static var isAvailable: Bool {
        Tool.path("dovecot") != nil
            && FileManager.default.fileExists(atPath: "/usr/lib/dovecot/imap")
    }

    /// What a test that needs it says when it is not.
    package static let absence = "dovecot-imapd is not installed"

    /// Starts it and returns when it answers.
    package init(_ options: Options = Options()) throws {
        guard let program = Tool.path("dovecot") else { throw ServerError(Self.absence) }
        let folder = try TemporaryFolder()
        let account = try Account.forServers()
        try folder.makeFolder("mail")
        try folder.makeFolder("run")
        try folder.write("log", "")
        try account.own(folder.path)
        let (words, arguments) = account.command(
            program,
            ["-F", "-c", folder.path("dovecot.conf")]
        )
        let (child, ports) = try FreePort.start(ports: 2) { ports in
            let configuration = DovecotConfiguration(
                options: options,
                folder: folder.path,
                account: account,
                ports: ports
            )
            try folder.write("dovecot.conf", configuration.text)
            try folder.write("oauth2.conf", configuration.oauth2)
            return try Child(
                words,
                arguments,
                folder: folder.path,
                logPath: folder.path("log")
            )
        }
        self.child = Mutex(child)
        start = {
            try Child(words, arguments, folder: folder.path, logPath: folder.path("log"))
        }
        self.folder = folder
        self.account = account
        port = ports[0]
        tlsPort = ports[1]
    }

    // The folder goes with this object as well: it must not go first. An orderly end takes Dovecot
    // a second, and nobody will ask what it would have saved.
    deinit { child.withLock { $0.kill() } }

    /// Ends it, as an administrator would; its mails stay.
    package func stop() {
        child.withLock { $0.stop() }
    }

    /// Ends it in one blow, every connection with it; its mails stay.
    package func kill() {
        child.withLock { $0.kill() }
    }

    /// Starts it again after its end, on the same ports and with the same mails.
    package func restart() throws {
        try child.withLock { child in
            child.kill()
            // It names a process that is gone, whose number the system may not know to be free yet.
            try? FileManager.default.removeItem(atPath: folder.path("run/master.pid"))
            child = try start()
            guard FreePort.waitForGreeting(of: child, port: port) else {
                throw ServerError("Dovecot did not start again. It says: \(child.log)")
            }
        }
    }

    /// What it wrote into its log.
    package var log: String { child.withLock { $0.log } }

    /// A user's own view of what it holds.
    package func witness(_ user: String) throws -> IMAPWitness {
        try IMAPWitness(port: port, user: user, of: self)
    }
}
