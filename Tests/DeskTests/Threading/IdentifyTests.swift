// To which dossier a mail goes, by which proof, and what it is refused.

import Foundation
import Testing

@testable import Desk

@Suite("Identify")
struct IdentifyTests {
    private static let stranger = "x.noir@other.example"

    private func identified(
        _ message: InboundMessage,
        _ answer: ThreadAnswer,
        policy: ThreadingPolicy = ThreadingPolicy()
    ) throws -> Identified {
        var house = try DeskWorld.house()
        house.company.threading = policy
        let reading = Reading(
            message,
            mailbox: house.mailboxes[0],
            house: house,
            key: DeskWorld.key
        )
        return identify(reading, answer: answer)
    }

    private func ticket(of identified: Identified) -> TicketNumber? {
        if case .followUp(let ticket, _) = identified.identification { ticket.number } else { nil }
    }

    private func referring(to ticket: TicketSummary) throws -> ThreadAnswer {
        var answer = ThreadAnswer()
        let id = try #require(MessageID("parent@client.example"))
        answer.parents = [KnownParent(id: id, author: nil, ticket: ticket)]
        return answer
    }

    // MARK: - Who takes part

    @Test(
        "counts a reference from a participant, and from nobody else",
        arguments: [
            ("a.roy@client.example", true), ("A.ROY@CLIENT.example", true),
            ("b.petit@client.example", true), ("x.noir@other.example", false),
            ("a.roy@sub.client.example", false), ("a.roy@client.example.evil.example", false),
            ("a.roy@clıent.example", false),
        ]
    )
    func participants(sender: String, takesPart: Bool) throws {
        let answer = try referring(to: DeskWorld.summary(3))
        let found = try identified(DeskWorld.mail(from: sender), answer)
        #expect((ticket(of: found) != nil) == takesPart)
        #expect(found.links.map(\.relation) == (takesPart ? [] : [.stranger]))
    }

    @Test("leads what bears a colleague’s address to the dossier, where it waits as a draft")
    func unprovenStaff() throws {
        let answer = try referring(to: DeskWorld.summary(3))
        let found = try identified(DeskWorld.mail(from: "nora.petit@mileo.example"), answer)
        #expect(ticket(of: found) != nil && found.links.isEmpty)
    }

    @Test(
        "takes nobody for a colleague at a public provider",
        arguments: ["gmail.com", "orange.fr"]
    )
    func publicProviders(domain: String) throws {
        let answer = try referring(
            to: DeskWorld.summary(3, participants: ["a.roy@\(domain)"])
        )
        #expect(try ticket(of: identified(DeskWorld.mail(from: "a.roy@\(domain)"), answer)) != nil)
        #expect(try ticket(of: identified(DeskWorld.mail(from: "b.roy@\(domain)"), answer)) == nil)
    }

    @Test("adds the settings' own public domains to the table")
    func ownPublicDomains() throws {
        var policy = ThreadingPolicy()
        policy.publicDomains = ["client.example"]
        let answer = try referring(to: DeskWorld.summary(3))
        let colleague = try DeskWorld.mail(from: "b.petit@client.example")
        #expect(try ticket(of: identified(colleague, answer, policy: policy)) == nil)
    }

    @Test("counts whomever the registry knows as the ticket's client")
    func sameClient() throws {
        let name = try #require(ClientName("Ateliers Roy"))
        var ticket = try DeskWorld.summary(3)
        ticket.client = name
        var answer = try referring(to: ticket)
        answer.client = Client(name)
        let found = try identified(DeskWorld.mail(from: Self.stranger), answer)
        #expect(self.ticket(of: found) == ticket.number)
        #expect(found.findings.last?.evidence.contains("Ateliers Roy") == true)
        answer.client = Client(try #require(ClientName("Autre Maison")))
        let other = try identified(DeskWorld.mail(from: Self.stranger), answer)
        #expect(self.ticket(of: other) == nil)
    }

    @Test("two clients that share a domain are told apart by the registry")
    func sharedDomain() throws {
        var ticket = try DeskWorld.summary(3)
        ticket.client = ClientName("Ateliers Roy")
        var answer = try referring(to: ticket)
        answer.client = Client(try #require(ClientName("Roy Immobilier")))
        let found = try identified(DeskWorld.mail(from: "b.petit@client.example"), answer)
        #expect(self.ticket(of: found) == nil)
    }

    @Test(
        "shows staff who imitates a participant",
        arguments: ["a.roy@cl1ent.example", "a.roy@сlient.example", "a.roy@xn--clent-o4a.example"]
    )
    func lookAlikes(sender: String) throws {
        let answer = try referring(to: DeskWorld.summary(3))
        let found = try identified(DeskWorld.mail(from: sender), answer)
        #expect(ticket(of: found) == nil)
        #expect(found.findings.contains { $0.rule == "look-alike" }, "\(found.findings)")
    }

    // MARK: - Proofs

    @Test("a good seal counts from anybody, who is heard and told nothing")
    func thirdParty() throws {
        var answer = ThreadAnswer()
        answer.sealed = [try DeskWorld.summary(3)]
        let found = try identified(DeskWorld.mail(from: Self.stranger), answer)
        #expect(ticket(of: found) == (try DeskWorld.number(3)))
        #expect(found.isByThirdParty)
        var policy = ThreadingPolicy()
        policy.thirdParties = .apart
        let apart = try identified(DeskWorld.mail(from: Self.stranger), answer, policy: policy)
        #expect(ticket(of: apart) == nil)
        #expect(apart.links == [TicketLink(try DeskWorld.number(3), .stranger)])
        let own = try identified(DeskWorld.mail(), answer, policy: policy)
        #expect(ticket(of: own) == (try DeskWorld.number(3)))
        #expect(!own.isByThirdParty)
    }

    @Test("passes over a stranger's ticket to one that the sender is on")
    func secondParent() throws {
        var answer = try referring(to: DeskWorld.summary(3, participants: [Self.stranger]))
        let id = try #require(MessageID("older@client.example"))
        answer.parents.append(KnownParent(id: id, author: nil, ticket: try DeskWorld.summary(4)))
        let found = try identified(DeskWorld.mail(), answer)
        #expect(ticket(of: found) == (try DeskWorld.number(4)))
        #expect(found.links.isEmpty)
    }

    @Test("joins siblings whose common parent never came, and an answer that came first")
    func siblings() throws {
        var answer = ThreadAnswer()
        for id in ["ghost@client.example", "m1@client.example"] {
            answer.siblings = [
                KnownParent(
                    id: try #require(MessageID(id)),
                    author: nil,
                    ticket: try DeskWorld.summary(3)
                )
            ]
            let found = try identified(DeskWorld.mail(), answer)
            #expect(ticket(of: found) == (try DeskWorld.number(3)))
            let other = try identified(DeskWorld.mail(from: Self.stranger), answer)
            #expect(ticket(of: other) == nil)
        }
    }

    @Test("follows a number into the ticket that it was merged into")
    func merged() throws {
        var answer = ThreadAnswer()
        answer.mentioned = [try DeskWorld.summary(9)]
        answer.merged = [try DeskWorld.number(3): try DeskWorld.number(9)]
        let mail = try DeskWorld.mail(subject: "Re: \(try DeskWorld.number(3).text)")
        let found = try identified(mail, answer)
        #expect(ticket(of: found) == (try DeskWorld.number(9)))
        #expect(found.findings.last?.evidence.contains("merged") == true)
    }

    @Test("decides nothing by a list of numbers")
    func manyNumbers() throws {
        var answer = ThreadAnswer()
        answer.mentioned = try (1...5).map { try DeskWorld.summary($0) }
        let numbers = try (1...100).map { try DeskWorld.number($0).text }
        let mail = try DeskWorld.mail(subject: numbers.joined(separator: " "))
        let found = try identified(mail, answer)
        #expect(found.identification == .new)
        #expect(found.links.isEmpty)
        #expect(found.findings.contains { $0.verdict == .thread("too-many") })
    }

    @Test("links a stranger's mail to at most three of the tickets that it names")
    func links() throws {
        var answer = ThreadAnswer()
        answer.mentioned = try (1...5).map { try DeskWorld.summary($0) }
        let names = try (1...5).map { try DeskWorld.number($0).text }.joined(separator: " ")
        let found = try identified(DeskWorld.mail(from: Self.stranger, text: names), answer)
        #expect(found.identification == .new)
        #expect(found.links.count == Identified.linksMaximum)
    }

    @Test("says that a wrong number is wrong")
    func mistyped() throws {
        let found = try identified(
            DeskWorld.mail(subject: "SAV-2026-00111 suite"),
            ThreadAnswer()
        )
        #expect(found.identification == .new)
        let told = found.findings.first { $0.verdict == .thread("mistyped") }?.evidence
        #expect(told == "SAV-2026-00111 is not a ticket number: its check digit does not fit")
    }

    @Test("a report on a letter that we never wrote has no effect; its sender is no participant")
    func forgedReport() throws {
        let ticket = try DeskWorld.summary(3)
        let seal = String(repeating: "0", count: 33)
        let number = ticket.number.text.lowercased()
        let id = "\(number).sav-acknowledgement.f7dfa713bbc90d61.\(seal)"
        let mail = try DeskWorld.mail(
            from: "MAILER-DAEMON@louche.example",
            subject: "Undelivered Mail Returned to Sender",
            text: """
                This is the mail system.

                <a.roy@client.example>: host mx said: 550 5.1.1 User unknown

                ------ copy
                Message-ID: <\(id)@mileo.example>
                """
        )
        let found = try identified(mail, ThreadAnswer())
        #expect(found.identification == .new)
        #expect(found.findings.contains { $0.verdict == .thread("forged") })
        let reading = try DeskWorld.reading(mail)
        #expect(reading.marks.numbers.isEmpty && reading.marks.reported.isEmpty)
        #expect(reading.participation(in: ticket, client: nil) != .person)
    }

    // MARK: - Rules with a setting

    @Test("keeps a late answer to a closed ticket apart", arguments: TicketState.allCases)
    func lateReply(state: TicketState) throws {
        var ticket = try DeskWorld.summary(3, state: state)
        ticket.changedAt = DeskWorld.monday
        var answer = ThreadAnswer()
        answer.sealed = [ticket]
        let day: TimeInterval = 86_400
        for (days, isLate) in [(364.0, false), (366.0, true)] {
            answer.asOf = DeskWorld.monday.addingTimeInterval(days * day)
            let found = try identified(DeskWorld.mail(subject: "Re: Caméra"), answer)
            let isOver = state == .closed || state == .resolved
            #expect((self.ticket(of: found) == nil) == (isLate && isOver))
            #expect(found.links.map(\.relation) == (isLate && isOver ? [.lateReply] : []))
        }
    }

    @Test(
        "a subject of its own on a closed ticket is another matter",
        arguments: [
            ("Portail du parking bloqué", true), ("Re: Portail du parking bloqué", false),
            ("Caméra de nouveau muette", false), ("Caméras du hall", false), ("Urgent", false),
            ("", false),
        ]
    )
    func newSubject(subject: String, isApart: Bool) throws {
        for state in TicketState.allCases {
            let answer = try referring(to: DeskWorld.summary(3, state: state))
            let found = try identified(DeskWorld.mail(subject: subject), answer)
            #expect((ticket(of: found) == nil) == (isApart && state == .closed), "\(state)")
        }
    }

    @Test("keeps what is passed on apart where the settings say so")
    func forwards() throws {
        let answer = try referring(to: DeskWorld.summary(3))
        let mail = try DeskWorld.mail(subject: "TR : Caméra")
        #expect(try ticket(of: identified(mail, answer)) != nil)
        var policy = ThreadingPolicy()
        policy.forwards = .apart
        let found = try identified(mail, answer, policy: policy)
        #expect(ticket(of: found) == nil)
        #expect(found.links.map(\.relation) == [.forward])
    }

    // MARK: - Once too often

    @Test(
        "shows a probable repeat, and does not merge it",
        arguments: [
            ("Caméra", true), ("URGENT caméra du parking", true), ("Badge perdu", false),
            ("Urgent", true), ("Toujours pas de réponse", false),
        ]
    )
    func repeats(subject: String, isRepeat: Bool) throws {
        var answer = ThreadAnswer()
        answer.recent = [try DeskWorld.summary(3)]
        let found = try identified(DeskWorld.mail(subject: subject), answer)
        #expect(found.identification == .new)
        #expect(found.links.map(\.relation) == (isRepeat ? [.probableRepeat] : []))
    }

    @Test("takes one Message-ID with another content for another mail")
    func namesake() throws {
        var answer = ThreadAnswer()
        answer.namesake = KnownMail(mail: MailID(3), ticket: try DeskWorld.number(3))
        let found = try identified(DeskWorld.mail(), answer)
        #expect(found.identification == .new)
        #expect(found.findings.contains { $0.rule == "message-id" })
    }
}
