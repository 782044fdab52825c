// Cyrus holds mails for its user, in the way of its own.

import TestServers
import Testing

@Suite("Cyrus", .enabled(if: Cyrus.isAvailable, "Cyrus is not unpacked under .build"))
struct CyrusTests {
    private static let mail = Array("From: a@client.example\r\nSubject: x\r\n\r\nHello\r\n".utf8)

    @Test func holdsWhatIsAppended() throws {
        let witness = try Cyrus().witness()
        try witness.append(
            [Self.mail],
            internalDate: "17-Jul-2024 02:44:25 +0000",
            flags: ["\\Seen", "$Done"]
        )
        let mail = try #require(try witness.mails().first)
        #expect(mail.flags == ["$Done", "\\Seen"])
        #expect(mail.size == Self.mail.count)
        #expect(try witness.bytes(of: mail.uid) == Self.mail)
    }

    @Test func makesFolders() throws {
        let witness = try Cyrus().witness()
        try witness.create("Done")
        #expect(try witness.folders() == ["Done", "INBOX"])
    }

    @Test func refusesAWrongPassword() throws {
        let cyrus = try Cyrus()
        #expect(throws: ServerError.self) {
            try IMAPWitness(port: cyrus.port, user: "sav", password: "guess")
        }
    }
}
