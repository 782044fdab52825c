// Mails whose text tells nothing of them: whoever looks after the dossier is told what they are.

import Testing

@testable import Desk

@Suite("What is told of a mail without words")
struct ContentNoteTests {
    private func mail(
        _ types: [String],
        text: String = "",
        isEncrypted: Bool = false,
        method: CalendarMethod? = nil
    ) throws -> InboundMessage {
        var message = try DeskWorld.mail(text: text)
        message.attachments = types.map { Attachment(name: "x", type: $0, size: 9, sha256: "") }
        message.defects = isEncrypted ? [.encrypted] : []
        message.calendarMethod = method
        return message
    }

    @Test(
        "says that it is encrypted, how, and whether anything can be read",
        arguments: [
            (["application/pkcs7-mime"], "", "Message chiffré S/MIME", "aucune partie en clair"),
            (["application/x-pkcs7-mime"], "", "Message chiffré S/MIME", "aucune partie"),
            (["application/pgp-encrypted"], "", "Message chiffré PGP", "aucune partie en clair"),
            ([], "Bonjour\n-----BEGIN PGP MESSAGE-----\nab", "chiffré PGP", "ce qui suit est"),
            (["application/octet-stream"], "Bonjour", "Message chiffré\u{A0}:", "ce qui suit est"),
        ]
    )
    func encrypted(types: [String], text: String, kind: String, readable: String) throws {
        let note = try #require(
            ContentNote.french(of: mail(types, text: text, isEncrypted: true))
        )
        #expect(note.contains(kind) && note.contains(readable))
    }

    @Test(
        "says what a calendar wants, and nothing where it answers",
        arguments: zip(
            CalendarMethod.allCases,
            [
                "Invitation", "Invitation", nil, "Invitation", "annulé", nil, "autre moment", nil,
            ]
        )
    )
    func calendar(method: CalendarMethod, words: String?) throws {
        let note = try ContentNote.french(of: mail(["text/calendar"], method: method))
        #expect((note == nil) == (words == nil))
        #expect(words.map { note?.contains($0) == true } ?? true)
    }

    @Test("says nothing of a mail whose words tell all")
    func plain() throws {
        #expect(try ContentNote.french(of: mail([], text: "Bonjour")) == nil)
        #expect(try ContentNote.french(of: mail(["image/jpeg"], method: .request)) == nil)
        #expect(try ContentNote.french(of: mail(["text/calendar"])) == nil)
    }
}
