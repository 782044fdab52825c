// The matrix of invariant 6: every way by which a mail reaches a dossier, with every kind of
// forgery. None of the mails proves anything; beside them stand the honest ones, which do.

import Foundation
import Testing

@testable import Desk

@Suite("No forged mail proves to be a colleague’s")
struct ForgeryMatrixTests {
    private static let now = DeskWorld.monday
    private static let later = now.addingTimeInterval(30 * 86_400)
    private static let pass = "mx.mileo.example; dmarc=pass header.from=mileo.example"
    private static let fail = "mx.mileo.example; dmarc=fail header.from=mileo.example"

    private struct World {
        let house: HouseSettings
        let ticket: TicketNumber
        let other: TicketNumber
        let karim: EmailAddress
        let lea: EmailAddress

        init() throws {
            var house = try StaffWorld.house()
            house.company.staffMail.authority = "mx.mileo.example"
            self.house = house
            ticket = try DeskWorld.number(12)
            other = try DeskWorld.number(13)
            karim = try StaffWorld.address(of: "Karim Haddad")
            lea = try StaffWorld.address(of: "Léa Martin")
        }

        func letter(
            on ticket: TicketNumber,
            for person: EmailAddress,
            until end: Date = later
        ) throws -> MessageID {
            let capability = StaffCapability(on: ticket, for: person, until: end)
            let id = KeyedMessageID(
                kind: .notification,
                cause: "7",
                capability: capability,
                key: DeskWorld.key
            )
            return try #require(id.messageID(domain: "mileo.example", key: DeskWorld.key))
        }

        func tag(
            on ticket: TicketNumber,
            for person: EmailAddress,
            until end: Date = later
        ) throws -> EmailAddress {
            try #require(
                StaffCapability(on: ticket, for: person, until: end)
                    .replyAddress(at: house.mailboxes[0].address.address, key: DeskWorld.key)
            )
        }

        func verdict(_ mail: InboundMessage) -> StaffVerdict {
            let reading = Reading(
                mail,
                mailbox: house.mailboxes[0],
                house: house,
                key: DeskWorld.key
            )
            return reading.staffVerdict(on: ticket, at: now, key: DeskWorld.key)
        }
    }

    /// How a mail finds its dossier, with what a thief could know of it.
    private static func paths(
        _ world: World
    ) throws -> [(String, (inout InboundMessage) -> Void)] {
        let genuine = try world.letter(on: world.ticket, for: world.karim)
        let acknowledgement = try #require(
            KeyedMessageID(
                ticket: world.ticket,
                kind: .savAcknowledgement,
                cause: "1",
                key: DeskWorld.key
            ).messageID(domain: "mileo.example", key: DeskWorld.key)
        )
        let unsealed = try #require(
            MessageID(
                String(genuine.text.prefix { $0 != "@" }.dropLast(32))
                    + String(repeating: "0", count: 32) + "@mileo.example"
            )
        )
        let expired = try world.letter(
            on: world.ticket,
            for: world.karim,
            until: now.addingTimeInterval(-7200)
        )
        let strange = try world.letter(on: world.other, for: world.karim)
        let colleague = try world.letter(on: world.ticket, for: world.lea)
        let number = world.ticket.text
        let ids: [(String, MessageID)] = [
            ("a client’s letter", acknowledgement), ("a made-up seal", unsealed),
            ("an expired right", expired), ("another dossier’s right", strange),
            ("a colleague’s right", colleague),
        ]
        let tags = try tags(world)
        return [
            ("number in the subject", { $0.subject = "Re: [\(number)] Caméra" }),
            ("number in the text", { $0.text += "\n\(number)" }),
            (
                "a stranger’s reference",
                { $0.references = [MessageID("m0@client.example")].compactMap { $0 } }
            ),
        ]
            + ids.flatMap { name, id -> [(String, (inout InboundMessage) -> Void)] in
                [
                    ("\(name) in In-Reply-To", { $0.inReplyTo = [id] }),
                    ("\(name) in References", { $0.references = [id] }),
                    ("\(name) as its own id", { $0.id = id }),
                ]
            }
            + tags.flatMap { name, tag -> [(String, (inout InboundMessage) -> Void)] in
                [
                    ("\(name) in To", { $0.to = [NamedAddress(tag)] }),
                    ("\(name) in Delivered-To", { $0.deliveredTo = [tag] }),
                    ("\(name) in Cc", { $0.cc = [NamedAddress(tag)] }),
                ]
            }
    }

    private static func tags(_ world: World) throws -> [(String, EmailAddress)] {
        let oldTag = try world.tag(
            on: world.ticket,
            for: world.karim,
            until: now.addingTimeInterval(-7200)
        )
        let strangeTag = try world.tag(on: world.other, for: world.karim)
        let colleagueTag = try world.tag(on: world.ticket, for: world.lea)
        let clientTag = try #require(
            ReplyTag.address(
                of: world.ticket,
                at: world.house.mailboxes[0].address.address,
                key: DeskWorld.key
            )
        )
        return [
            ("an expired tag", oldTag), ("another dossier’s tag", strangeTag),
            ("a colleague’s tag", colleagueTag), ("a client’s tag", clientTag),
        ]
    }

    /// What a forger does about the sender and his proofs.
    private struct Forgery {
        let name: String
        let from: String?
        var fields: [String] = []
        var other: [(name: String, value: String)] = []
        var replyTo: String?
        var cc: String?

        func forge(_ mail: inout InboundMessage) {
            mail.from = from.flatMap { EmailAddress($0) }.map { NamedAddress($0, name: name) }
            mail.headers =
                fields.map { HeaderField(name: "authentication-results", value: $0) }
                + other.map { HeaderField(name: $0.name, value: $0.value) }
            mail.replyTo = replyTo.flatMap { EmailAddress($0) }.map { NamedAddress($0) }
            if let cc = cc.flatMap({ EmailAddress($0) }) { mail.cc.append(NamedAddress(cc)) }
        }
    }

    private static let karim = "karim.haddad@mileo.example"
    private static let alice = "a.roy@client.example"
    private static let evil = "x@evil.example"

    private static let forgeries = [
        Forgery(name: "the bare address", from: karim),
        Forgery(name: "the address shouted", from: karim.uppercased()),
        Forgery(name: karim, from: evil, fields: [pass]),
        Forgery(name: "two From", from: nil, fields: [pass]),
        Forgery(name: "a dotless i", from: "karım.haddad@mileo.example", fields: [pass]),
        Forgery(name: "a Cyrillic a", from: "kаrim.haddad@mileo.example", fields: [pass]),
        Forgery(name: "a one for l", from: "karim.haddad@mi1eo.example", fields: [pass]),
        Forgery(name: "a longer domain", from: karim + ".evil.example", fields: [pass]),
        Forgery(name: "a tag", from: "karim.haddad+x@mileo.example", fields: [pass]),
        Forgery(name: "a client", from: alice, fields: [pass]),
        Forgery(name: "staff in Cc", from: alice, fields: [pass], cc: karim),
        Forgery(name: "staff as Sender", from: alice, fields: [pass], other: [("sender", karim)]),
        Forgery(name: "staff in Reply-To", from: alice, fields: [pass], replyTo: karim),
        Forgery(name: "no authority", from: karim, fields: [claim("mx.evil.example")]),
        Forgery(name: "a longer one", from: karim, fields: [claim("mx.mileo.example.evil")]),
        Forgery(name: "above the real one", from: karim, fields: [pass, fail]),
        Forgery(name: "below the real one", from: karim, fields: [fail, pass]),
        Forgery(
            name: "below a real one",
            from: karim,
            fields: ["mx.mileo.example; spf=pass", pass]
        ),
        Forgery(name: "below another", from: karim, fields: [claim("mx.evil.example"), pass]),
        Forgery(
            name: "a comment",
            from: karim,
            fields: ["mx.mileo.example; spf=pass (dmarc=pass header.from=mileo.example)"]
        ),
        Forgery(
            name: "quotes",
            from: karim,
            fields: ["mx.mileo.example; spf=pass x.y=\"; dmarc=pass header.from=mileo.example\""]
        ),
        Forgery(
            name: "not aligned",
            from: karim,
            fields: ["mx.mileo.example; dmarc=pass header.from=evil.example"]
        ),
        Forgery(name: "answers elsewhere", from: karim, fields: [pass], replyTo: evil),
        Forgery(
            name: "answers to many",
            from: karim,
            fields: [pass],
            other: [("reply-to", "\(karim), \(evil)")]
        ),
        Forgery(name: "another Sender", from: karim, fields: [pass], other: [("sender", evil)]),
        Forgery(name: "sent again", from: karim, fields: [pass], other: [("resent-from", evil)]),
        Forgery(
            name: "a list",
            from: karim,
            fields: [pass],
            other: [("list-id", "<l.evil.example>")]
        ),
    ]

    private static func claim(_ authority: String) -> String {
        "\(authority); dmarc=pass header.from=mileo.example"
    }

    private static let texts = [
        "#clore terminé\n", "Bonjour,\nvoici notre réponse.", "> #clore terminé\n\nBonjour",
    ]

    @Test("Paths, forgeries and texts: well over five hundred mails, and no proof")
    func provesNothing() throws {
        let world = try World()
        var count = 0
        for (path, leads) in try Self.paths(world) {
            for forgery in Self.forgeries {
                for text in Self.texts {
                    var mail = try DeskWorld.mail(text: text)
                    leads(&mail)
                    forgery.forge(&mail)
                    let verdict = world.verdict(mail)
                    #expect(verdict.person == nil, "\(path), \(forgery.name): \(verdict)")
                    count += 1
                }
            }
        }
        #expect(count >= 1500, "\(count) mails")
    }

    @Test("An answer to one’s own notification proves it, by its id and by its address")
    func provesByCapability() throws {
        let world = try World()
        var mail = try DeskWorld.mail(from: "Karim.Haddad@mileo.example", text: "#prendre")
        mail.inReplyTo = [try world.letter(on: world.ticket, for: world.karim)]
        guard case .proven(let person, .capability) = world.verdict(mail) else {
            Issue.record("\(world.verdict(mail))")
            return
        }
        #expect(person.name == "Karim Haddad")
        mail.inReplyTo = []
        mail.to = [NamedAddress(try world.tag(on: world.ticket, for: world.karim))]
        #expect(world.verdict(mail).person?.name == "Karim Haddad")
        // What our server says against it weighs more.
        mail.headers = [HeaderField(name: "authentication-results", value: Self.fail)]
        #expect(world.verdict(mail).person == nil)
    }

    @Test("Our mail server’s word proves it, as long as the person works here")
    func provesByServer() throws {
        let world = try World()
        var mail = try DeskWorld.mail(from: "karim.haddad@mileo.example", text: "#prendre")
        mail.headers = [HeaderField(name: "authentication-results", value: Self.pass)]
        #expect(world.verdict(mail).person?.name == "Karim Haddad")
        var house = world.house
        house.company.staff[2].left = CivilDay("2026-10-01")
        let reading = Reading(mail, mailbox: house.mailboxes[0], house: house, key: DeskWorld.key)
        let verdict = reading.staffVerdict(on: world.ticket, at: Self.now, key: DeskWorld.key)
        #expect(verdict.person == nil)
    }

    @Test("A letter that only a colleague has, forwarded by a client, is the client’s mail")
    func clientsStayClients() throws {
        let world = try World()
        var mail = try DeskWorld.mail(text: "#clore terminé")
        mail.inReplyTo = [try world.letter(on: world.ticket, for: world.karim)]
        #expect(world.verdict(mail) == .notStaff)
    }

    @Test("Any one digit of a token changed, and it proves nothing")
    func flips() throws {
        let world = try World()
        let end = Self.later
        let token = StaffCapability(on: world.ticket, for: world.karim, until: end)
            .token(key: DeskWorld.key)
        for place in token.indices {
            var forged = token
            forged.replaceSubrange(place...place, with: token[place] == "0" ? "1" : "0")
            #expect(
                StaffCapability.read(
                    forged,
                    on: world.ticket,
                    from: world.karim,
                    at: Self.now,
                    key: DeskWorld.key
                )
                    == .forged
            )
        }
    }

    @Test(
        "“Oui” confirms, and what is neither yes nor no does not",
        arguments: [
            ("Oui", ConfirmationAnswer.yes), ("oui, c’est moi.", .yes), ("OK", .yes),
            ("yes\n\nLéa", .yes),
            ("Je confirme", .yes), ("Non !", .no), ("no", .no), ("Bonjour", nil), ("", nil),
            ("Oui mais il faut d’abord que le client nous dise quand", nil),
        ] as [(String, ConfirmationAnswer?)]
    )
    func confirms(text: String, expected: ConfirmationAnswer?) {
        #expect(ConfirmationAnswer(text, signedBy: "Léa Martin") == expected)
    }

    @Test("What proves nothing is asked about once, three times a day, and never of machines")
    func neverLoops() throws {
        let world = try World()
        let asked = { (text: String, automatic: Bool, here: Int, inAll: Int) throws -> Bool in
            let mail = try DeskWorld.mail(from: "karim.haddad@mileo.example", text: text)
            let reading = Reading(
                mail,
                mailbox: world.house.mailboxes[0],
                house: world.house,
                key: DeskWorld.key
            )
            let decision = UnprovenMail(
                reading,
                reason: "x",
                isAutomatic: automatic,
                questionsOnTicket: here,
                questionsToPerson: inAll
            )
            if case .ask = decision { return true }
            return false
        }
        #expect(try asked("#clore fini", false, 2, 9))
        #expect(try !asked("#clore fini", true, 0, 0))
        #expect(try !asked("#clore fini", false, 3, 3))
        #expect(try !asked("#clore fini", false, 0, 10))
        #expect(try !asked("oui", false, 0, 0))
    }
}
