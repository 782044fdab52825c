// From an order to a letter: to whom, in which language and thread, under which name, with which
// words.

import Foundation
import Testing

@testable import Desk

@Suite("A letter that a procedure orders")
struct WriteLetterTests {
    private func house() throws -> LetterHouse {
        let house = try DeskWorld.house()
        return LetterHouse(
            company: house.company,
            mailbox: house.mailboxes[0],
            key: DeskWorld.key,
            now: DeskWorld.monday
        )
    }

    private func dossier(_ language: Language = .english) throws -> LetterDossier {
        var dossier = LetterDossier(
            number: try DeskWorld.number(107),
            procedure: .sav,
            client: NamedAddress(try DeskWorld.address("a.roy@client.example"), name: "Alice Roy"),
            subject: "Camera",
            language: language
        )
        dossier.thread = [try #require(MessageID("m1@x")), try #require(MessageID("m2@x"))]
        return dossier
    }

    private func order(
        _ kind: LetterKind,
        to: String? = nil,
        cause: String = "step.1"
    ) throws -> ProcedureLetter {
        ProcedureLetter(
            kind,
            to: try to.map { try DeskWorld.address($0) },
            cause: cause,
            notBefore: DeskWorld.monday
        )
    }

    @Test("goes to the client, in his language and his thread")
    func client() throws {
        let dossier = try dossier()
        let letter = try #require(try house().letter(try order(.closingReminder), about: dossier))
        #expect(letter.to == dossier.client)
        #expect(letter.language == .english)
        #expect(letter.inReplyTo == dossier.thread.last)
        #expect(letter.references == dossier.thread)
        #expect(letter.autoSubmitted == .generated)
        #expect(letter.envelopeSender == .null)
        #expect(letter.from == (try house()).mailbox.address)
    }

    @Test("goes to a person of the staff in French, in no client's thread")
    func staff() throws {
        let order = try order(.reminder, to: "nora.petit@mileo.example")
        let letter = try #require(try house().letter(order, about: try dossier()))
        #expect(letter.to.name == "Nora Petit")
        #expect(letter.language == .french)
        #expect(letter.inReplyTo == nil && letter.references.isEmpty)
        #expect(letter.values["recipient"] == .group(["name": .text("Nora Petit")]))
    }

    @Test("that a handler is to send on is in the client's language")
    func draft() throws {
        let order = try order(.formalAcknowledgement, to: "nora.petit@mileo.example")
        #expect(try house().letter(order, about: try dossier())?.language == .english)
    }

    @Test("is nobody's where the client is nobody")
    func nobody() throws {
        var dossier = try dossier()
        dossier.client = nil
        #expect(try house().letter(try order(.closed), about: dossier) == nil)
    }

    @Test("has one name for each kind and cause, and the name leads back to its ticket")
    func names() throws {
        let house = try house()
        let dossier = try dossier()
        var ids: Set<MessageID> = []
        for kind in LetterKind.allCases {
            for cause in ["step.1", "step.2"] {
                let order = try order(kind, to: "nora.petit@mileo.example", cause: cause)
                let letter = try #require(house.letter(order, about: dossier))
                #expect(house.letter(order, about: dossier)?.id == letter.id)
                ids.insert(letter.id)
                let read = KeyedMessageID.read(
                    letter.id,
                    domain: house.company.domain,
                    key: DeskWorld.key
                )
                guard case .ours(let keyed) = read else {
                    Issue.record("\(letter.id.text) is not read back")
                    continue
                }
                #expect(keyed.ticket == dossier.number && keyed.kind == kind)
                let name = letterNaming(
                    about: dossier.number,
                    domain: house.company.domain,
                    key: DeskWorld.key
                )
                #expect((name(kind, cause) == letter.id) == !kind.isAnsweredByStaff)
                let token = keyed.token ?? ""
                let nora = try DeskWorld.address("nora.petit@mileo.example")
                let right = StaffCapability.read(
                    token,
                    on: dossier.number,
                    from: nora,
                    at: house.now,
                    key: DeskWorld.key
                )
                #expect((right == .valid) == kind.isAnsweredByStaff, "\(kind)")
            }
        }
        #expect(ids.count == LetterKind.allCases.count * 2)
    }

    @Test("states no delay of a row that is disabled, or that does not hold for the client")
    func disabled() throws {
        func delays(_ change: (inout PromiseRule) -> Void) throws -> [LetterValue?] {
            var house = try house()
            for index in house.mailbox.promises.indices {
                change(&house.mailbox.promises[index])
            }
            let letter = try #require(
                house.letter(try order(.closingReminder), about: try dossier(.french))
            )
            return ["delay", "within"].flatMap { name -> [LetterValue?] in
                guard case .group(let delays)? = letter.values[name] else { return [] }
                return [delays["closing"], delays["handling"]]
            }
        }
        #expect(
            try delays { _ in } == [
                .text("5 jours"), .text("4 heures ouvrées"), .text("dans un délai de 5 jours"),
                .text("dans un délai de 4 heures ouvrées"),
            ]
        )
        let none = Array(repeating: LetterValue?.some(.text("")), count: 4)
        #expect(try delays { $0.isEnabled = false } == none)
        #expect(try delays { $0.contracts = [.premium] } == none)
    }

    @Test("says a delay of one without a figure")
    func one() {
        let terms = ["1 bh", "1 h", "1 bd", "1 d", "30 min"].compactMap { Delay($0) }
            .map { $0.term(in: .french) }
        #expect(
            terms == [
                "dans un délai d’une heure ouvrée", "dans un délai d’une heure",
                "dans un délai d’un jour ouvré", "dans un délai d’un jour",
                "dans un délai de 30 minutes",
            ]
        )
    }

    @Test("speaks of the client's new message as the client's, to the client and to colleagues")
    func newMessage() throws {
        let name = try #require(PromiseName("first-answer"))
        let key = PromiseKey(name, 2)
        var cases: [(String?, Language, String)] = [
            (nil, .french, "la réponse à votre nouveau message"),
            (nil, .english, "the answer to your new message"),
            ("nora.petit@mileo.example", .french, "la réponse au nouveau message du client"),
        ]
        cases.append(
            ("hugo.blin@mileo.example", .english, "the answer to the client’s new message")
        )
        var house = try house()
        for index in house.company.staff.indices
        where house.company.staff[index].address.localPart == "hugo.blin" {
            house.company.staff[index].language = .english
        }
        for (reader, language, expected) in cases {
            var order = try order(reader == nil ? .breach : .reminder, to: reader)
            let dossier = try dossier(language)
            order.matter.promises = [
                PromiseMention(ticket: dossier.number, key: key, due: DeskWorld.monday)
            ]
            let letter = try #require(house.letter(order, about: dossier))
            guard case .list(let rows)? = letter.values["promises"],
                case .group(let row)? = rows.first
            else { continue }
            #expect(row["promise"] == .text(expected))
        }
    }

    @Test(
        "is in its reader’s language, but for what commands come to",
        arguments: [
            (LetterKind.notification, Language.english), (.digest, .english),
            (.reminder, .english), (.breachReport, .english), (.escalationToManager, .english),
            (.transcript, .french),
        ]
    )
    func readersLanguage(kind: LetterKind, expected: Language) throws {
        var house = try house()
        let order = try order(kind, to: "nora.petit@mileo.example")
        #expect(try house.letter(order, about: dossier())?.language == .french)
        let nora = try #require(
            house.company.staff.firstIndex { $0.address.localPart == "nora.petit" }
        )
        house.company.staff[nora].language = .english
        #expect(try house.letter(order, about: dossier())?.language == expected)
    }

    @Test("has the values of its sample, and no other", arguments: LetterKind.allCases)
    func values(kind: LetterKind) throws {
        var dossier = try dossier()
        dossier.criticality = .critical
        dossier.contract = .premium
        dossier.handler = try DeskWorld.address("nora.petit@mileo.example")
        dossier.next = PromiseMention(
            ticket: dossier.number,
            key: PromiseKey(try #require(PromiseName("visit")), 1),
            due: DeskWorld.monday
        )
        var order = try order(kind, to: "nora.petit@mileo.example")
        order.matter.person = dossier.handler
        order.matter.asker = dossier.handler
        order.matter.absent = dossier.handler
        order.matter.replacement = try DeskWorld.house().company.staff.first.map { person in
            Assignment(person: person, absent: person)
        }
        let letter = try #require(try house().letter(order, about: dossier))
        let sample = kind.sampleValues(in: .french)
        #expect(letter.values.keys.sorted() == sample.keys.sorted())
        #expect(kind.ownNames.isSubset(of: letter.values.keys))
    }
}
