// Names of mailboxes and their encoding, both ways. One name has one spelling: whatever else
// decodes to it is refused. Characters of all planes come back as they went, and nothing that could
// break a command is a name.

import IMAPWire
import Testing

@Suite("MailboxName")
struct MailboxNameTests {
    @Test(
        "crosses the wire in modified UTF-7 and back",
        arguments: [
            ("INBOX", "INBOX"), ("Traités", "Trait&AOk-s"), ("Réclamations", "R&AOk-clamations"),
            ("A & B", "A &- B"), ("&", "&-"), ("日本", "&ZeVnLA-"), ("😀", "&2D3eAA-"),
            ("Entwürfe/Ü", "Entw&APw-rfe/&ANw-"), ("a\"b\\c", "a\"b\\c"), ("%*", "%*"),
            ("é-è", "&AOk--&AOg-"), ("Œuvres", "&AVI-uvres"),
        ]
    )
    func bothWays(text: String, wire: String) throws {
        let name = try #require(MailboxName(text))
        #expect(name.wire == wire.bytes)
        #expect(MailboxName(wire: wire.bytes) == name)
        #expect(MailboxName(wire: wire.bytes)?.text == text)
    }

    @Test(
        "refuses bytes that are not modified UTF-7",
        arguments: [
            "", "&", "&AOk", "Trait&AOks", "&AO-", "&A-", "&AOl-", "&@@-", "&AGE-", "é",
            "a\r\nb", "a\0b", "a\u{7F}", "&2D0-", "&3gA-", "&AOk-&AOg-", "&AOkA-", "&====-",
            "&AAA-", "&AAoADQ-",
        ]
    )
    func refusals(wire: String) {
        #expect(MailboxName(wire: wire.bytes) == nil)
    }

    @Test(
        "refuses names that could break a command",
        arguments: ["", "a\r\nb", "a\nb", "a\0", "a\tb", "\u{7F}", "\u{85}"]
    )
    func hostileNames(text: String) {
        #expect(MailboxName(text) == nil)
    }

    @Test("refuses names that are too long")
    func tooLong() {
        #expect(MailboxName(String(repeating: "x", count: 1_000)) != nil)
        #expect(MailboxName(String(repeating: "x", count: 1_001)) == nil)
        #expect(MailboxName(String(repeating: "é", count: 1_000)) == nil)
    }

    @Test("knows INBOX in any case, and no other name", arguments: ["inbox", "Inbox", "iNBoX"])
    func inbox(text: String) throws {
        #expect(try mailbox(text) == .inbox)
        #expect(MailboxName(wire: text.bytes) == .inbox)
        #expect(try mailbox(text + "/x").text == text + "/x")
    }

    @Test("survives every character of the first planes", arguments: 0..<16)
    func everyCharacter(block: UInt32) throws {
        for value in stride(from: block * 0x1500 + 0xA0, to: (block + 1) * 0x1500, by: 7) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a\(Character(scalar))&b\(Character(scalar))"
            let name = try mailbox(text)
            #expect(MailboxName(wire: name.wire)?.wire == name.wire)
            #expect(name.wire.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        }
    }
}
