// Dovecot does what the tests of the program will lean on.

import TestServers
import Testing

@Suite("Dovecot", .enabled(if: Dovecot.isAvailable, "dovecot-imapd is absent"))
struct DovecotTests {
    private static let mail = Array("From: a@client.example\r\nSubject: x\r\n\r\nHello\r\n".utf8)

    @Test func holdsWhatIsAppended() throws {
        let dovecot = try Dovecot()
        let witness = try dovecot.witness("sav")
        try witness.append(
            [Self.mail],
            internalDate: "17-Jul-2024 02:44:25 +0000",
            flags: ["\\Seen", "$Done"]
        )
        #expect(
            try witness.mails() == [
                WitnessedMail(
                    uid: 1,
                    flags: ["$Done", "\\Seen"],
                    internalDate: "17-Jul-2024 02:44:25 +0000",
                    size: Self.mail.count
                )
            ]
        )
        #expect(try witness.bytes(of: 1) == Self.mail)
        #expect(try dovecot.storedMails("sav").map(\.bytes) == [Self.mail])
    }

    @Test func takesFiveHundredMailsAtOnce() throws {
        let dovecot = try Dovecot()
        let witness = try dovecot.witness("sav")
        try witness.append(Array(repeating: Self.mail, count: 500))
        #expect(try witness.mails().map(\.uid) == Array(1...500))
    }

    @Test func seesWhatIsDeliveredOnDisk() throws {
        let dovecot = try Dovecot()
        try dovecot.deliver(Self.mail, as: "1.a.host", to: "sav")
        #expect(try dovecot.witness("sav").mails().count == 1)
    }

    @Test func refusesAWrongPassword() throws {
        let dovecot = try Dovecot()
        #expect(throws: ServerError.self) {
            try IMAPWitness(port: dovecot.port, user: "sav", password: "guess")
        }
    }

    @Test func comesBackWithItsMails() throws {
        let dovecot = try Dovecot()
        let witness = try dovecot.witness("sav")
        try witness.append([Self.mail])
        dovecot.kill()
        #expect(throws: ServerError.self) { try witness.mails() }
        try dovecot.restart()
        #expect(try dovecot.witness("sav").mails().map(\.uid) == [1])
    }

    @Test func makesFolders() throws {
        let dovecot = try Dovecot()
        let witness = try dovecot.witness("sav")
        try witness.create("Done/2024")
        #expect(try witness.folders().contains("Done/2024"))
        try witness.append([Self.mail], to: "Done/2024")
        #expect(try dovecot.storedMails("sav", folder: "Done/2024").count == 1)
    }

    @Test func givesOldMailsNewNumbers() throws {
        let dovecot = try Dovecot()
        let witness = try dovecot.witness("sav")
        try witness.append([Self.mail, Self.mail], flags: ["$Done"])
        let before = try witness.uidValidity()
        try dovecot.changeUIDValidity("sav")
        let later = try dovecot.witness("sav")
        #expect(try later.uidValidity() == before + 1)
        #expect(try later.mails().map(\.flags) == [["$Done"], ["$Done"]])
    }

    @Test(arguments: Dovecot.Capability.allCases)
    func hidesWhatItIsToldToHide(_ capability: Dovecot.Capability) throws {
        let usual = try Dovecot().witness("sav").command("CAPABILITY").joined()
        #expect(usual.split(separator: " ").contains { $0 == capability.rawValue })
        let dovecot = try Dovecot(Dovecot.Options(without: [capability]))
        let lean = try dovecot.witness("sav").command("CAPABILITY").joined()
        #expect(lean.contains("UNSELECT"))
        #expect(!lean.split(separator: " ").contains { $0 == capability.rawValue })
    }

    @Test func takesATokenThatItsEndpointKnows() throws {
        let endpoint = try TokenEndpoint(user: "sav")
        let dovecot = try Dovecot(Dovecot.Options(tokenEndpoint: endpoint))
        let good = try login(dovecot, token: endpoint.issue())
        #expect(good.hasPrefix("a OK"))
        let bad = try login(dovecot, token: "invented")
        #expect(bad.hasPrefix("+ ") || bad.hasPrefix("a NO"))
        #expect(endpoint.requests.map(\.path) == ["/introspect", "/introspect"])
    }

    private func login(_ dovecot: Dovecot, token: String) throws -> String {
        let client = try SocketClient(port: dovecot.port)
        _ = try client.line()
        let words = "user=sav\u{1}auth=Bearer \(token)\u{1}\u{1}"
        try client.send("a AUTHENTICATE XOAUTH2 \(base64(words))")
        return try client.lines(through: "a ", "+ ").last ?? ""
    }

    private static let tls = TestCertificates.isAvailable

    @Test(.enabled(if: Self.tls, "openssl is not installed"), arguments: [true, false])
    func speaksTLS(fromTheStart: Bool) throws {
        let certificates = try TestCertificates.shared()
        let dovecot = try Dovecot(
            Dovecot.Options(certificate: certificates.server(.good))
        )
        let port = fromTheStart ? dovecot.tlsPort : dovecot.port
        let outcome = try Tool.run(
            "openssl",
            [
                "s_client", "-connect", "127.0.0.1:\(port)", "-CAfile", certificates.authority,
                "-verify_return_error", "-verify_ip", "127.0.0.1", "-crlf", "-quiet",
            ] + (fromTheStart ? [] : ["-starttls", "imap"]),
            input: "a LOGIN sav pw\nb LOGOUT\n"
        )
        #expect(outcome.output.contains("a OK"), "\(outcome.output)")
    }
}
