// The reply address that names a ticket: it leads there whole, and nowhere with a bit flipped.

import Testing

@testable import Desk

@Suite("ReplyTag")
struct ReplyTagTests {
    private func address(_ mailbox: String = "sav@mileo.example") throws -> EmailAddress {
        let mailbox = try DeskWorld.address(mailbox)
        return try #require(
            ReplyTag.address(of: DeskWorld.number(123), at: mailbox, key: DeskWorld.key)
        )
    }

    @Test("is read back, whatever a mail program did to its case")
    func roundTrip() throws {
        let mailbox = try DeskWorld.address("sav@mileo.example")
        for text in [try address().text, try address().text.uppercased()] {
            let found = ReplyTag.read(try DeskWorld.address(text), at: mailbox, key: DeskWorld.key)
            #expect(found == .ours(try DeskWorld.number(123)))
        }
    }

    @Test("proves nothing with any one bit flipped, and in no other mailbox")
    func bitFlips() throws {
        let mailbox = try DeskWorld.address("sav@mileo.example")
        let text = try address().text
        for place in text.utf8.indices {
            for bit in 0..<8 {
                var bytes = Array(text.utf8)
                bytes[text.utf8.distance(from: text.startIndex, to: place)] ^= 1 << UInt8(bit)
                guard let forged = EmailAddress(String(decoding: bytes, as: UTF8.self)),
                    forged.key != text
                else { continue }
                let found = ReplyTag.read(forged, at: mailbox, key: DeskWorld.key)
                #expect(found == .forged || found == .foreign, "\(forged)")
            }
        }
        let other = try DeskWorld.address("reclamations@mileo.example")
        #expect(ReplyTag.read(try address(), at: other, key: DeskWorld.key) == .foreign)
    }

    @Test("fits every mailbox that SMTP can carry with it, and is left out for others")
    func lengths() throws {
        #expect(try address("reclamations@mileo.example").localPart.utf8.count <= 64)
        let long = try DeskWorld.address("\(String(repeating: "a", count: 40))@mileo.example")
        let number = try DeskWorld.number(1)
        #expect(ReplyTag.address(of: number, at: long, key: DeskWorld.key) == nil)
    }

    @Test("leads a mail without references to its ticket; a forged one is noted")
    func marks() throws {
        var message = try DeskWorld.mail()
        message.to = [NamedAddress(try address())]
        let marks = try DeskWorld.reading(message).marks
        #expect(marks.tagged == [try DeskWorld.number(123)])
        message.to = [NamedAddress(try DeskWorld.address("sav+sav-2026-001237.aa@mileo.example"))]
        let other = try DeskWorld.reading(message).marks
        #expect(other.tagged.isEmpty)
        #expect(DeskWorld.isOurs(try DeskWorld.address("sav+x@mileo.example")))
    }
}

extension DeskWorld {
    fileprivate static func isOurs(_ address: EmailAddress) -> Bool {
        (try? house())?.isOurs(address) ?? false
    }
}
