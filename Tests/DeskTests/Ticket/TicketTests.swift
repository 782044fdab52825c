// The ticket as a fold: every move that is allowed, every one that is not, and that nothing an odd
// history holds can break it.

import Foundation
import Testing

@testable import Desk

@Suite("Ticket")
struct TicketTests {
    @Test("moves between states exactly as the table says", arguments: TicketState.allCases)
    func moves(from state: TicketState) throws {
        for next in TicketState.allCases {
            var ticket = try #require(Ticket(folding: path(to: state)))
            #expect(ticket.state == state)
            ticket.apply(event(.moved(next, reason: "test")))
            let allowed = state.canMove(to: next)
            #expect(ticket.state == (allowed ? next : state), "\(state) → \(next)")
            #expect(ticket.impossibleEvents == (allowed ? 0 : 1))
        }
    }

    @Test("becomes new again only from a closing that is undone, and never stays by a move")
    func shapeOfTheTable() {
        for state in TicketState.allCases {
            #expect(state.successors.contains(.new) == (state == .closed))
            #expect(!state.successors.contains(state))
            #expect(!state.successors.isEmpty, "\(state) is a dead end")
        }
    }

    @Test("gathers class, handler, participants and letters from its events")
    func gathers() throws {
        let letter = try #require(MessageID("letter@mileo.example"))
        let other = try DeskWorld.address("b.collin@client.example")
        let handler = try DeskWorld.address("nora.petit@mileo.example")
        let events = [
            try opened(), event(.classified(criticality: .critical, urgent: false, reason: "")),
            event(.assigned(handler, reason: "")), event(.joined(MailID(8), from: other)),
            event(.joined(MailID(9), from: other)),
            event(.letterQueued(.savAcknowledgement, letter)),
            event(.letterSent(letter)), event(.letterFailed(letter, reason: "unknown")),
            event(.noted(MailID(10), reason: "a machine wrote it")),
        ]
        let ticket = try #require(Ticket(folding: events))
        #expect(ticket.criticality == .critical)
        #expect(ticket.handler == handler)
        #expect(ticket.participants.map(\.text) == ["a.roy@client.example", other.text])
        #expect(ticket.lettersSent == 1)
        #expect(ticket.lettersFailed == 1)
        #expect(ticket.state == .new)
        #expect(ticket.impossibleEvents == 0)
    }

    @Test("counts what cannot be instead of stopping")
    func impossible() throws {
        let stray = event(.moved(.closed, reason: "before the beginning"))
        let ticket = try #require(
            Ticket(folding: [stray, try opened(), try opened(), stray, stray])
        )
        #expect(ticket.state == .closed)
        #expect(ticket.impossibleEvents == 2, "a second opening, a second closing")
        #expect(Ticket(folding: [stray]) == nil)
        #expect(Ticket(folding: []) == nil)
    }

    @Test("reads every fact back from the form in which it is stored")
    func records() throws {
        let id = try #require(MessageID("x@mileo.example"))
        let address = try DeskWorld.address("a.roy@client.example")
        var facts: [TicketFact] = [
            try opened().fact, .assigned(address, reason: "in turn"),
            .joined(MailID(3), from: address), .noted(MailID(4), reason: "a machine"),
            .letterQueued(.followUpReceipt, id), .letterNotDue(MailID(5), reason: ""),
            .letterSent(id), .letterFailed(id, reason: "550 no such user"),
            .letterUndelivered(id, recipient: address, status: "5.1.1", reason: "é"),
            .letterUndelivered(id, recipient: nil, status: nil, reason: ""),
            .classified(criticality: nil, urgent: true, reason: "break-in"),
        ]
        facts += LetterBound.allCases.map { .letterWithheld(MailID(6), $0, reason: "too many") }
        facts += TicketState.allCases.map { .moved($0, reason: "é, “quoted”") }
        facts += Criticality.allCases.map {
            .classified(criticality: $0, urgent: false, reason: "words")
        }
        for fact in facts {
            #expect(FactRecord(fact).fact == fact)
        }
        #expect(FactRecord(kind: "opened", values: ["x"]).fact == nil)
        #expect(FactRecord(kind: "from-the-future", values: []).fact == nil)
    }

    private func event(_ fact: TicketFact) -> TicketEvent {
        TicketEvent(at: DeskWorld.monday, fact)
    }

    private func opened() throws -> TicketEvent {
        event(
            .opened(
                TicketOpening(
                    number: try DeskWorld.number(1),
                    procedure: .sav,
                    mailbox: try #require(MailboxName("sav")),
                    mail: MailID(1),
                    requester: NamedAddress(
                        try DeskWorld.address("a.roy@client.example"),
                        name: "Alice Roy"
                    ),
                    subject: "Caméra",
                    language: .french,
                    isQuiet: false
                )
            )
        )
    }

    private func path(to state: TicketState) throws -> [TicketEvent] {
        let opened = try opened()
        return state == .new ? [opened] : [opened, event(.moved(state, reason: "test"))]
    }
}
