// Senders that the house has judged: banned ones are spam, allowed ones never, and the narrower of
// two entries holds.

import Testing

@testable import Desk

@Suite("SenderLists")
struct SenderListsTests {
    private func lists(ban: [String] = [], allow: [String] = []) throws -> SenderLists {
        SenderLists(
            ban: Set(try ban.map { try #require(SenderPattern($0)) }),
            allow: Set(try allow.map { try #require(SenderPattern($0)) })
        )
    }

    private func nature(_ lists: SenderLists, _ message: InboundMessage) throws -> Nature {
        var house = try DeskWorld.house()
        house.company.senders = lists
        let mailbox = house.mailboxes[0]
        return classify(Reading(message, mailbox: mailbox, house: house, key: DeskWorld.key)).nature
    }

    @Test(
        "the narrower entry holds",
        arguments: [
            ("x@spam.example", true), ("X@SPAM.example", true), ("y@mail.spam.example", true),
            ("good@spam.example", false), ("z@fair.spam.example", false),
            ("x@notspam.example", nil), ("x@example", nil),
        ] as [(String, Bool?)]
    )
    func narrower(address: String, isBanned: Bool?) throws {
        let lists = try lists(
            ban: ["spam.example"],
            allow: ["good@spam.example", "fair.spam.example"]
        )
        let verdict: Bool? =
            switch lists.verdict(on: try DeskWorld.address(address)) {
            case .banned: true
            case .allowed: false
            case nil: nil
            }
        #expect(verdict == isBanned)
    }

    @Test("a banned sender's mail is spam, unless it answers us")
    func banned() throws {
        let lists = try lists(ban: ["client.example"])
        var message = try DeskWorld.mail()
        #expect(try nature(lists, message) == .spam)
        #expect(try nature(SenderLists(), message) == .request)
        let letter = KeyedMessageID(
            ticket: try DeskWorld.number(7),
            kind: .savAcknowledgement,
            causedBy: try DeskWorld.digest(1)
        )
        let id = letter.messageID(domain: "mileo.example", key: DeskWorld.key)
        message.references = [try #require(id)]
        #expect(try nature(lists, message) == .followup)
    }

    @Test("an allowed sender's mail is no spam, whatever a filter or its words say")
    func allowed() throws {
        let lists = try lists(allow: ["a.roy@client.example"])
        var marked = try DeskWorld.mail()
        marked.headers = NatureCase.header("x-spam-flag", "YES")
        let offer = try DeskWorld.mail(
            subject: "Best price, professional manufacturer",
            text: "Dear Sir/Madam, factory price, our catalogue at https://offers.example/now"
        )
        for message in [marked, offer] {
            #expect(try nature(SenderLists(), message) == .spam)
            #expect(try nature(lists, message) == .request)
        }
    }

    @Test("no machine becomes a person by being allowed")
    func machine() throws {
        var message = try DeskWorld.mail()
        message.headers = NatureCase.header("auto-submitted", "auto-replied")
        #expect(try nature(lists(allow: ["client.example"]), message) == .autoreply)
    }

    @Test("reads addresses and domains only", arguments: ["", "x@", "@", "a b", "*.spam.example"])
    func nonsense(text: String) {
        #expect(SenderPattern(text) == nil)
    }
}
