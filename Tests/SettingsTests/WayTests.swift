// The ways of a mailbox, read whole: every key of an IMAP source and of the ways of letters, and
// the defaults of the smallest.

import Desk
import Foundation
import Testing

@Suite("The ways of a mailbox")
struct WayTests {
    @Test("read every key of an IMAP source")
    func wholeIMAP() throws {
        let source = try mailbox(
            """
            source:
              imap:
                host: imap.mileo.example
                port: 1143
                security: starttls
                ca-file: /etc/mileo/ca.pem
                user: sav@mileo.example
                password: {credential: sav}
                folder: Boîte/Entrée
                done: {move: Boîte/Fait}
                refused: Boîte/Écarté
                adopt-since: 2026-11-02
                poll: 5 min
                sizes: estimated
            """,
            without: "source: {maildir: in}"
        ).source
        var expected = IMAPSettings(
            server: ServerSettings(
                host: "imap.mileo.example",
                port: 1143,
                security: .startTLS,
                authorities: "/etc/mileo/ca.pem"
            ),
            login: .password(user: "sav@mileo.example", .credential("sav"))
        )
        expected.folder = "Boîte/Entrée"
        expected.done = .move("Boîte/Fait")
        expected.refused = "Boîte/Écarté"
        expected.adoptSince = Date(timeIntervalSince1970: 1_793_574_000)
        expected.pollSeconds = 300
        expected.areSizesEstimated = true
        #expect(source == .imap(expected))
    }

    @Test(
        "know the usual ports and the mark of filed mails",
        arguments: [("tls", 993), ("starttls", 143)]
    )
    func defaults(_ security: String, _ port: Int) throws {
        let source = try mailbox(
            """
            source: {imap: {host: a.example, security: \(security), user: b, password: {file: c}}}
            """,
            without: "source: {maildir: in}"
        ).source
        guard case .imap(let imap) = source else {
            Issue.record("an IMAP source was read as another")
            return
        }
        #expect(imap.server.port == port)
        #expect(imap.folder == "INBOX")
        #expect(imap.done == .keyword("$GuichetDone"))
        #expect(imap.pollSeconds == 60)
        #expect(imap.adoptSince == nil)
    }

    @Test("read every key of a login with tokens")
    func tokens() throws {
        let sink = try mailbox(
            """
            letters:
              smtp:
                host: smtp.mileo.example
                user: sav@mileo.example
                oauth2:
                  grant: refresh-token
                  token-url: https://tokens.mileo.example/token
                  client-id: guichet
                  client-secret: {environment: CLIENT}
                  refresh-token: {environment: REFRESH}
                  scope: mail offline
                  mechanism: oauthbearer
                rate-per-minute: 30
            """,
            without: "letters: {maildir: out}"
        ).sink
        var expected = SMTPSettings(
            server: ServerSettings(host: "smtp.mileo.example", port: 465),
            login: .oauth2(
                user: "sav@mileo.example",
                OAuth2Settings(
                    grant: .refreshToken,
                    tokenURL: "https://tokens.mileo.example/token",
                    clientID: "guichet",
                    clientSecret: .environment("CLIENT"),
                    refreshToken: .environment("REFRESH"),
                    scope: "mail offline",
                    mechanism: .oauthbearer
                )
            )
        )
        expected.ratePerMinute = 30
        #expect(sink == .smtp(expected))
    }

    @Test("let a server on this machine be spoken to without protection or login")
    func loopback() throws {
        let sink = try mailbox(
            "letters: {smtp: {host: 127.0.0.1, port: 2525, security: none}}",
            without: "letters: {maildir: out}"
        ).sink
        let server = ServerSettings(host: "127.0.0.1", port: 2525, security: .none)
        #expect(sink == .smtp(SMTPSettings(server: server, login: .none)))
    }

    @Test("read a command")
    func sendmail() throws {
        let sink = try mailbox(
            "letters: {sendmail: [/usr/sbin/sendmail, -v]}",
            without: "letters: {maildir: out}"
        ).sink
        #expect(sink == .sendmail(["/usr/sbin/sendmail", "-v"]))
    }

    private func mailbox(_ text: String, without line: String) throws -> MailboxSettings {
        let file = SettingsFolder.sav.replacingOccurrences(of: line, with: text)
        return try #require(try SettingsFolder(["sav.yaml": file]).house().mailboxes.first)
    }
}
