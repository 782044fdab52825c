// A mail that was read comes back from its bytes as it was; bytes that nobody wrote are refused.

import Desk
import Foundation
import Testing

@Suite("A mail as compact bytes")
struct CompactTests {
    @Test("comes back as it was, whatever it holds")
    func comesBack() throws {
        for message in [InboundMessage(), try Self.full(), .unread(Array("x\u{e9}".utf8))] {
            let back = try InboundMessage(compact: message.compact)
            #expect(back == message)
            // Addresses are equal without regard to case; what is shown is compared as well.
            #expect(String(describing: back) == String(describing: message))
        }
    }

    @Test("has every field set in the example, so that a new one is not forgotten")
    func exampleIsFull() throws {
        let empty = Mirror(reflecting: InboundMessage()).children
        let full = Mirror(reflecting: try Self.full()).children
        for (before, after) in zip(empty, full) {
            let name = after.label ?? ""
            #expect(
                String(describing: before.value) != String(describing: after.value),
                "\(name) has its empty value in the example"
            )
        }
    }

    @Test("is refused when it is cut anywhere")
    func refusesCuts() throws {
        let bytes = try Self.full().compact
        for end in bytes.indices {
            #expect(throws: CompactDamage.self) {
                try InboundMessage(compact: Array(bytes[..<end]))
            }
        }
    }

    @Test("never traps, whatever byte is wrong")
    func survivesDamage() throws {
        let bytes = try Self.full().compact
        for place in bytes.indices {
            for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                var damaged = bytes
                damaged[place] = value
                _ = try? InboundMessage(compact: damaged)
            }
        }
    }

    private static func full() throws -> InboundMessage {
        let address = try #require(EmailAddress("Zoe@client.example"))
        let id = try #require(MessageID("a@client.example"))
        var message = InboundMessage()
        message.id = id
        message.from = NamedAddress(address, name: "Zoé")
        message.fromText = "Zoé <Zoe@client.example>"
        message.replyTo = NamedAddress(address)
        message.to = [NamedAddress(address), NamedAddress(address, name: "x")]
        message.cc = [NamedAddress(address)]
        message.deliveredTo = [address]
        message.returnPath = .address(address)
        message.subject = "Portail « bloqué »"
        message.date = Date(timeIntervalSinceReferenceDate: 0.1 + 815_000_000)
        message.inReplyTo = [id]
        message.references = [id, id]
        message.headers = [HeaderField(name: "precedence", value: "bulk")]
        message.hops = 300
        message.text = String(repeating: "é", count: 200)
        message.textIsFromHTML = true
        message.attachments = [
            Attachment(
                name: "plan.pdf",
                type: "application/pdf",
                sniffedType: "image/png",
                size: 1_000_000,
                sha256: "00",
                contentID: "c1",
                isInline: true
            )
        ]
        message.attachedMails = [
            ForwardedMessage(
                address: address,
                name: "Zoé",
                date: Date(timeIntervalSinceReferenceDate: 815_000_000),
                subject: "Portail",
                text: "Bonjour",
                isAttached: true,
                attachments: message.attachments
            )
        ]
        message.returned = ReturnedLetter(id: id, recipient: address)
        message.calendarMethod = .reply
        message.deliveryReports = [
            DeliveryReport(
                recipient: address,
                action: .failed,
                status: "5.1.1",
                diagnostic: "unknown",
                originalMessageID: id
            )
        ]
        message.defects = MessageDefect.allCases
        return message
    }
}
