// Exim hands on what it takes, and refuses what a real server would.

import TestServers
import Testing

@Suite("Exim", .enabled(if: Exim.isAvailable, "Exim is not unpacked under .build"))
struct EximTests {
    @Test func deliversIntoItsMaildir() throws {
        let exim = try Exim()
        let client = try SocketClient(port: exim.port)
        _ = try client.line()
        try client.send("EHLO test.example")
        #expect(try client.lines(through: "250 ").contains { $0.hasSuffix("DSN") })
        for (command, code) in [
            ("MAIL FROM:<sav@mileo.example>", "250"), ("RCPT TO:<nobody@client.example>", "550"),
            ("RCPT TO:<later@client.example>", "451"), ("RCPT TO:<a@elsewhere.example>", "550"),
            ("RCPT TO:<a@client.example>", "250"), ("DATA", "354"),
            ("Subject: x\r\n\r\nHello\r\n.", "250"),
        ] {
            try client.send(command)
            #expect(try client.line().hasPrefix(code))
        }
        #expect(try exim.waitForMails(1), "\(exim.log)")
        let mail = String(decoding: try exim.deliveredMails()[0], as: UTF8.self)
        #expect(mail.contains("Envelope-to: a@client.example\n"))
        #expect(mail.hasSuffix("\n\nHello\n"))
    }

    @Test(
        .enabled(if: TestCertificates.isAvailable, "openssl is absent"),
        arguments: [true, false]
    )
    func speaksTLS(fromTheStart: Bool) throws {
        let certificates = try TestCertificates.shared()
        let exim = try Exim(certificate: certificates.server(.good))
        let port = fromTheStart ? exim.tlsPort : exim.port
        let outcome = try Tool.run(
            "openssl",
            [
                "s_client", "-connect", "127.0.0.1:\(port)", "-CAfile", certificates.authority,
                "-verify_return_error", "-verify_ip", "127.0.0.1", "-crlf", "-quiet",
            ] + (fromTheStart ? [] : ["-starttls", "smtp"]),
            input: "EHLO test.example\nquit\n"
        )
        #expect(outcome.output.contains("221 "), "\(outcome.output)")
    }
}
