// #annuler: every command whose transcript shows a code is taken back by it, or says what stays and
// why.

import Foundation
import Testing

@testable import Desk

@Suite("Commands are taken back")
struct UndoTests {
    private typealias Bench = CarryOutTests.Desk

    private func undone(
        _ bench: inout Bench,
        _ plan: StaffPlan,
        waiting: Set<MessageID> = []
    ) throws -> UndoPlan {
        let code = try #require(plan.transcript.code)
        let number = try #require(bench.ticket).number
        let naming = letterNaming(about: number, domain: "mileo.example", key: DeskWorld.key)
        for letter in plan.letters {
            guard let id = naming(letter.kind, letter.cause) else { continue }
            bench.events.append(TicketEvent(at: bench.now, .letterQueued(letter.kind, id)))
        }
        let undone = undo(
            code,
            by: try StaffWorld.address(of: "Karim Haddad"),
            in: bench.events,
            waiting: waiting,
            staff: bench.house.company.staff,
            at: bench.now
        )
        bench.events += undone.events
        return undone
    }

    private static let answered: [TicketFact] = {
        guard let karim = try? StaffWorld.address(of: "Karim Haddad") else { return [] }
        return [
            .assigned(karim, reason: ""), .moved(.open, reason: ""),
            .answer(.humanAnswer(PersonalMessage(by: karim))),
        ]
    }()

    static let told: [(verb: StaffVerb, text: String, said: String)] = [
        (.critical, "#critique HS", "La classe redevient ce qu’elle était."),
        (.informational, "#informatif question", "La classe redevient ce qu’elle était."),
        (.assign, "#assigner Inès", "Le dossier revient à Karim Haddad"),
        (.giveBack, "#rendre", "Le dossier revient à Karim Haddad"),
        (.note, "#note le badge", "La note reste au dossier."),
        (.wait, "#attente", "de nouveau en cours"),
        (.wait, "#attente\n\nQuel badge ?", "déjà parti"),
        (.visit, "#intervention nécessaire", "L’intervention à planifier est retirée."),
        (.visit, "#intervention faite", "n’est plus notée comme faite"),
        (.visit, "#intervention demain 14h", "Le client a reçu la date d’intervention"),
        (.resolved, "#résolu", "Le client a déjà reçu la question de la clôture."),
        (.close, "#clore accord au téléphone", "Le client a reçu la lettre de clôture"),
        (.extend, "#prolonger 3j pièce\n\nNous attendons.", "reçu la nouvelle échéance"),
        (.escalate, "#escalade 1 il insiste", "L’escalade est partie"),
        (.callBack, "#rappel demain 9h", "Le rappel est annulé."),
        (.time, "#temps 45min", "Le temps passé est retiré."),
        (.spam, "#spam", "de nouveau en cours"),
    ]

    @Test("Each command is undone, or says what stays", arguments: told)
    func undoes(row: (verb: StaffVerb, text: String, said: String)) throws {
        var bench = try Bench(.sav, Self.answered)
        let before = try #require(bench.ticket)
        let plan = try bench.carry(row.text)
        #expect(!plan.isRefused, "\(plan.transcript)")
        let undone = try undone(&bench, plan)
        let said = undone.results.joined(separator: " ")
        #expect(said.contains(row.said), "\(said)")
        #expect(bench.ticket?.state == before.state && bench.ticket?.handler == before.handler)
        #expect(bench.ticket?.criticality == before.criticality)
        #expect(bench.ticket?.impossibleEvents == 0)
    }

    @Test("What was put away by mistake and never taken up is new again")
    func newAgain() throws {
        var bench = try Bench(.sav, [])
        let before = try #require(bench.ticket)
        let plan = try bench.carry("#spam")
        let undone = try undone(&bench, plan)
        #expect(undone.results.contains { $0.contains("redevient nouveau") })
        #expect(before.state == .new && bench.ticket?.state == .new)
        #expect(bench.ticket?.handler == nil && bench.ticket?.impossibleEvents == 0)
    }

    @Test("No command with a code has nothing to be said of it")
    func isComplete() {
        let covered = Set(Self.told.map(\.verb))
        // What changes nothing by itself, or never shows a code, or is undone by its own tests.
        let others: Set<StaffVerb> = [
            .standard, .take, .reopen, .answer, .merge, .split, .complaint, .sav, .penalty, .client,
            .copy, .undo, .help, .status, .myTickets, .late, .open, .house, .absence, .report,
            .accessRight,
        ]
        #expect(covered.union(others) == Set(StaffVerb.allCases))
    }

    @Test("A visit that was not needed after all is owed no more; a done one is owed again")
    func visits() throws {
        var bench = try Bench(.sav, Self.answered)
        bench.now += 60
        let needed = try bench.carry("#intervention nécessaire")
        #expect(try bench.file().line.last(.visitNeeded) != nil)
        _ = try undone(&bench, needed)
        #expect(try bench.file().line.last(.visitNeeded) == nil)
        _ = try bench.carry("#intervention nécessaire", cause: "mail.10")
        let done = try bench.carry("#intervention faite", cause: "mail.11")
        #expect(try bench.file().line.last(.visitDone) != nil)
        _ = try undone(&bench, done)
        #expect(try bench.file().line.last(.visitDone) == nil)
    }

    @Test("A visit that was found late meanwhile stays owed, and the ledger keeps it")
    func keepsBreaches() throws {
        var bench = try Bench(.sav, Self.answered)
        let needed = try bench.carry("#intervention nécessaire")
        let name = try #require(PromiseName("visit"))
        bench.events.append(
            TicketEvent(at: bench.now, .promise(.broken(PromiseKey(name, 1), due: bench.now)))
        )
        let undone = try undone(&bench, needed)
        #expect(undone.results.contains { $0.contains("elle reste due") }, "\(undone.results)")
        #expect(try bench.file().line.last(.visitNeeded) != nil)
    }

    @Test("#rappel reminds whoever looks after the dossier, once, and not where it was undone")
    func calls() throws {
        var bench = try Bench(.sav, Self.answered)
        let plan = try bench.carry("#rappel mardi 9h30 demander le code")
        #expect(plan.transcript.standing.contains("rappel du client prévu : mardi 6 octobre 2026"))
        let naming = letterNaming(
            about: try #require(bench.ticket).number,
            domain: "mileo.example",
            key: DeskWorld.key
        )
        func reminders(at moment: Date) throws -> [ProcedureLetter] {
            due(try bench.file(), at: moment, name: naming).letters.filter { letter in
                letter.kind == .transcript
            }
        }
        // Tuesday, 9:30 in Paris.
        let hour = DeskWorld.monday.addingTimeInterval(23.5 * 3_600)
        #expect(try bench.file().nextMoment(at: bench.now).map { $0 <= hour } == true)
        #expect(try reminders(at: hour - 60).isEmpty)
        let letter = try #require(try reminders(at: hour).first)
        let karim = try StaffWorld.address(of: "Karim Haddad")
        #expect(letter.to == karim)
        #expect(letter.matter.text.contains("rappeler Alice Roy (a.roy@client.example)"))
        #expect(letter.matter.text.contains("Note : demander le code"))
        let before = bench.events
        bench.events += due(try bench.file(), at: hour, name: naming).events
        #expect(try reminders(at: hour + 60).isEmpty, "once is enough")
        bench.events = before
        _ = try undone(&bench, plan)
        #expect(try reminders(at: hour).isEmpty)
    }

    @Test("What is still held back is stopped, the closing behind it as well")
    func stopsClosings() throws {
        var bench = try Bench(.sav, Self.answered)
        let plan = try bench.carry("#clore accord au téléphone\n\nVoici la marche à suivre.")
        let naming = letterNaming(
            about: try #require(bench.ticket).number,
            domain: "mileo.example",
            key: DeskWorld.key
        )
        let closing = try #require(plan.letters.first { $0.kind == .closed })
        let id = try #require(naming(.closed, closing.cause))
        let answer = try #require(naming(.answer, "1"))
        bench.events += [
            TicketEvent(at: bench.now, .letterQueued(.closed, id)),
            TicketEvent(at: bench.now, .letterQueued(.answer, answer)),
        ]
        let waiting = ClientReply.waiting(
            on: bench.events,
            in: bench.house.company,
            at: bench.now
        )
        #expect(waiting == [id, answer])
        let undone = try undone(&bench, plan, waiting: waiting)
        #expect(undone.recalls.contains(id))
        #expect(bench.ticket?.state == .open)
    }
}
