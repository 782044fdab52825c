// Whoever promises the client more has not finished: the question about the closing falls, nothing
// closes by silence, and the date that was promised is watched over.

import Foundation
import Testing

@testable import Desk

@Suite("Work goes on after the question about the closing")
struct ResumedWorkTests {
    private func resolved(_ procedure: Procedure = .sav) throws -> CarryOutTests.Desk {
        var desk = try CarryOutTests.Desk(procedure)
        if procedure == .complaint {
            _ = try desk.carry(
                """
                #réponse

                Faits : la porte est restée ouverte, nous le reconnaissons.
                Action corrective : un nouveau ferme-porte est posé.
                Geste commercial : la visite est offerte.
                """,
                cause: "mail.1"
            )
        }
        _ = try desk.carry("#résolu\n\nLe lecteur marche de nouveau.", cause: "mail.2")
        #expect(desk.ticket?.state == .resolved)
        desk.now += 3600
        return desk
    }

    // The letters to the client of the days that follow.
    private func letters(of desk: CarryOutTests.Desk, days: Int) throws -> [LetterKind] {
        var desk = desk
        var kinds: [LetterKind] = []
        let number = try #require(desk.ticket).number
        let naming = letterNaming(about: number, domain: "mileo.example", key: DeskWorld.key)
        for _ in 0..<(days * 8) {
            desk.now += 10_800
            let plan = due(try desk.file(), at: desk.now, name: naming)
            desk.events += plan.events
            kinds += plan.letters.map(\.kind).filter(\.isForClient)
        }
        return kinds
    }

    @Test("The control: without another word it is asked again, and closed")
    func silence() throws {
        let kinds = try letters(of: try resolved(), days: 12)
        #expect(kinds.prefix(2) == [.closingReminder, .closed])
    }

    @Test(
        "A date that the client is promised takes the dossier up again, and is watched over",
        arguments: [
            (Procedure.sav, "#intervention 22/10 14h", "visit-date", TicketState.open),
            (.sav, "#intervention 22/10 14h\n\nNous revenons.", "visit-date", .open),
            (.sav, "#intervention nécessaire", nil, .open),
            (.sav, "#prolonger 13j pièce\n\nLa pièce est en commande.", "next-news", .open),
            (.sav, "#attente\n\nQuel est le numéro du badge ?", nil, .waitingClient),
            (.complaint, "#intervention 22/10 14h", "visit-date", .open),
            (
                .complaint, "#prolonger 13j pièce\n\nLa pièce est en commande.",
                "substantive-answer", .open
            ),
        ] as [(Procedure, String, String?, TicketState)]
    )
    func goesOn(
        procedure: Procedure,
        text: String,
        promise: String?,
        state: TicketState
    ) throws {
        var desk = try resolved(procedure)
        let plan = try desk.carry(text)
        #expect(!plan.isRefused)
        #expect(desk.ticket?.state == state)
        #expect(desk.ticket?.impossibleEvents == 0)
        let told = plan.transcript.entries.map(\.result).joined(separator: "\n")
        #expect(told.contains("La question de la clôture, posée au client, tombe"), "\(told)")
        #expect(!plan.transcript.standing.contains("à confirmer par le client"))
        let open = try desk.file().states(at: desk.now).filter(\.isOpen)
        let closings = open.filter { $0.rule.step.map { $0.event == .closed } ?? false }
        #expect(closings.isEmpty)
        if let promise {
            #expect(open.contains { $0.key.name.text == promise }, "\(open.map(\.key.text))")
        }
        let first = open.filter { $0.key.name.text == "first-answer" }
        #expect(first.isEmpty, "he waits for no new answer")
        let kinds = try letters(of: desk, days: 12)
        #expect(!kinds.contains { [.closingReminder, .closed, .tacitlyClosed].contains($0) })
    }

    @Test(
        "A closed dossier is not taken up by such a command",
        arguments: [
            "#intervention 22/10 14h", "#prolonger 13j pièce\n\nLa pièce est en commande.",
        ]
    )
    func closed(text: String) throws {
        var desk = try resolved()
        _ = try desk.carry("#clore accord donné au téléphone", cause: "mail.3")
        #expect(desk.ticket?.state == .closed)
        let plan = try desk.plan(text)
        #expect(plan.isRefused)
        #expect(plan.transcript.entries[0].result.contains("#rouvrir"))
    }

    @Test("What is undone has the client asked again")
    func undone() throws {
        var desk = try resolved()
        let plan = try desk.carry("#intervention 22/10 14h")
        let code = try #require(plan.transcript.code)
        let waiting = Set(
            plan.events.compactMap { event in
                if case .answer(let answer) = event.fact { answer.message?.letter } else { nil }
            }
        )
        let karim = try StaffWorld.address(of: "Karim Haddad")
        desk.events += undo(code, by: karim, in: desk.events, waiting: waiting, at: desk.now).events
        #expect(desk.ticket?.state == .resolved)
        #expect(try letters(of: desk, days: 12).contains(.closed))
    }
}
