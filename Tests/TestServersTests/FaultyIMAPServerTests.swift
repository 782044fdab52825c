// The misbehaving server is correct as long as it is not told to misbehave, and each misbehaviour
// is one that a client can see.

import TestServers
import Testing

@Suite("The misbehaving IMAP server")
struct FaultyIMAPServerTests {
    private static let mail = Array("Message-ID: <9@client.example>\r\n\r\nHello\r\n".utf8)

    private func witness(_ server: FaultyIMAPServer) throws -> IMAPWitness {
        try IMAPWitness(port: server.port, user: "sav", of: server)
    }

    @Test func servesItsMailsWhenItBehaves() throws {
        let server = try FaultyIMAPServer()
        let witness = try witness(server)
        let mails = try witness.mails()
        #expect(mails.map(\.uid) == [1, 2, 3])
        #expect(mails.map(\.size) == FaultyIMAPServer.sampleMails.map(\.count))
        for mail in mails {
            #expect(try witness.bytes(of: mail.uid) == FaultyIMAPServer.sampleMails[mail.uid - 1])
        }
    }

    @Test func marksMovesAndSearches() throws {
        let server = try FaultyIMAPServer()
        let witness = try witness(server)
        try witness.create("Done")
        try witness.command("SELECT INBOX")
        try witness.command("UID STORE 2 +FLAGS.SILENT ($Filed)")
        #expect(server.mails().map(\.flags) == [[], ["$Filed"], []])
        #expect(try witness.command("UID SEARCH UNKEYWORD $Filed") == ["* SEARCH 1 3"])
        let found = try witness.command("UID SEARCH RETURN (ALL) UID 2:*")
        #expect(found.count == 1 && found[0].hasSuffix("UID COUNT 2 ALL 2,3"))
        #expect(
            try witness.command("UID MOVE 2 \"Done\"") == [
                "* OK [COPYUID 7 2 1] Moved", "* 2 EXPUNGE",
            ]
        )
        #expect(server.mails().map(\.uid) == [1, 3])
        #expect(server.mails(in: "Done").map(\.flags) == [["$Filed"]])
        let search = try witness.command("UID SEARCH HEADER Message-ID \"<3@client.example>\"")
        #expect(search == ["* SEARCH 3"])
    }

    @Test func takesAppendedMails() throws {
        let server = try FaultyIMAPServer(mails: [])
        let witness = try witness(server)
        try witness.append(
            [Self.mail],
            internalDate: "01-Jan-2024 00:00:00 +0000",
            flags: ["\\Seen"]
        )
        let mail = try #require(server.mails().first)
        #expect(mail.bytes == Self.mail)
        #expect(mail.flags == ["\\Seen"])
        #expect(mail.internalDate == "01-Jan-2024 00:00:00 +0000")
    }

    @Test func tellsAnIdlingClientOfNewMail() throws {
        let server = try FaultyIMAPServer()
        let client = try SocketClient(port: server.port)
        try client.send("a LOGIN sav pw", "b SELECT INBOX", "c IDLE")
        _ = try client.lines(through: "+ ")
        server.deliver(Self.mail)
        #expect(try client.line() == "* 4 EXISTS")
        try client.send("DONE")
        #expect(try client.line() == "c OK Done")
    }

    @Test func refusesAWrongPassword() throws {
        let server = try FaultyIMAPServer()
        #expect(throws: ServerError.self) {
            try IMAPWitness(port: server.port, user: "sav", password: "guess")
        }
        #expect(server.logins == 1)
        #expect(server.commands == ["LOGIN"])
    }

    @Test func misbehavesAsOftenAsItIsTold() throws {
        let server = try FaultyIMAPServer(.overQuota, times: 1)
        let witness = try witness(server)
        #expect(throws: ServerError.self) { try witness.bytes(of: 1) }
        #expect(try witness.bytes(of: 1) == FaultyIMAPServer.sampleMails[0])
    }

    // What a client sees that asks for everything, up to the end, to silence, or to 100,000 bytes.
    private func transcript(_ misbehaviour: IMAPMisbehaviour?) throws -> String {
        let mails = FaultyIMAPServer.sampleMails.map { Array($0.prefix(300)) }
        let server = try FaultyIMAPServer(misbehaviour, mails: mails)
        let client = try SocketClient(port: server.port, timeout: 300)
        var text = ""
        do {
            for command in [
                "CAPABILITY", "STARTTLS", "LOGIN sav pw", "SELECT INBOX", "UID SEARCH ALL",
                "UID FETCH 1:* (UID RFC822.SIZE)", "UID FETCH 1:* (UID BODY.PEEK[])",
                "UID STORE 1 +FLAGS ($Filed)", "CREATE Done", "UID COPY 1 Done",
                "APPEND INBOX {2+}\r\nHi", "LOGOUT",
            ] {
                try client.send("a \(command)")
                var line = ""
                while !line.hasPrefix("a "), text.utf8.count < 100_000 {
                    line = String(decoding: try client.lineBytes(), as: UTF8.self)
                    text += line + "\n"
                }
            }
        } catch let error as ServerError {
            // The sentence names the port, which says nothing here.
            text += error.sentence.contains("said nothing") ? "silence" : "closed"
        }
        return text
    }

    @Test(arguments: IMAPMisbehaviour.allCases)
    func misbehavesVisibly(_ misbehaviour: IMAPMisbehaviour) throws {
        let right = try transcript(nil)
        #expect(right.contains("* BYE Goodbye"))
        let began = Deadline.milliseconds
        let wrong = try transcript(misbehaviour)
        if misbehaviour == .slowDrip {
            #expect(Deadline.milliseconds - began > 500)
        } else {
            #expect(wrong != right, "\(misbehaviour.sentence)")
        }
    }

    @Test func saysInASentenceWhatEachMisbehaviourIs() {
        let sentences = IMAPMisbehaviour.allCases.map(\.sentence)
        #expect(Set(sentences).count == sentences.count)
        #expect(sentences.count >= 20)
    }
}
