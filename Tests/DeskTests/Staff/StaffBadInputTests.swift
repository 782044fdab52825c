// What colleagues get wrong, one row each: a clear transcript, and nothing half-done.

import Foundation
import Testing

@testable import Desk

@Suite("What colleagues get wrong")
struct StaffBadInputTests {
    private func words(_ letter: Letter?) -> String {
        guard case .list(let rows)? = letter?.values["words"] else { return "" }
        return rows.map { row in if case .text(let text) = row { text } else { "" } }
            .joined(separator: "\n")
    }

    @Test(
        "is refused as a whole, with a sentence",
        arguments: [
            ("#ouistiti\n#prendre\n\nBonjour", "commande inconnue"),
            ("#assigner Gérard\n#critique porte HS", "n’est pas dans l’équipe"),
            ("#assigner Paul\n#critique porte HS", "peut être Paul Delorme"),
            ("#fusionner SAV-2026-000999\n#prendre", "un chiffre est faux"),
            ("#fusionner bonjour\n#prendre", "n’est pas un numéro de dossier"),
            ("#prendre\n#rendre", "contredit"), ("#clore x\n#rouvrir\n#prendre", "contredit"),
            ("#intervention 30/02 9h\n#prendre", "ce jour n’existe pas"),
            ("#rappel demain 25h\n#prendre", "cette heure n’existe pas"),
            (String(repeating: "#temps 1min\n", count: 500) + "\nBonjour", "500 lignes"),
            ("#droit-accès a.roy@client.example\n#prendre", "réservé à l’administration"),
        ]
    )
    func refused(text: String, expected: String) throws {
        var counter = try StaffMailTests.Counter()
        let before = counter.ticket
        let plan = try counter.write(text)
        #expect(plan.letters.map(\.kind) == [.transcript])
        #expect(plan.further.isEmpty)
        let told = words(plan.letters.first)
        #expect(told.contains("Rien n’a été exécuté."))
        #expect(told.contains(expected), "\(told)")
        #expect(counter.ticket?.handler == before?.handler)
        #expect(counter.ticket?.state == before?.state)
        #expect(counter.ticket?.criticality == before?.criticality)
    }

    @Test("A closed dossier takes no visit; an answer goes to the client")
    func closed() throws {
        var counter = try StaffMailTests.Counter()
        counter.events.append(TicketEvent(at: counter.now, .moved(.closed, reason: "")))
        let visit = try counter.write("#intervention demain 14h")
        #expect(words(visit.letters.first).contains("rouvrez-le d’abord"))
        #expect(words(try counter.write("#clore encore").letters.first).contains("déjà clos"))
        #expect(counter.ticket?.state == .closed)
        let answer = try counter.write("Bonjour, voici la facture demandée hier.")
        #expect(answer.letters.map(\.kind) == [.answer, .transcript])
    }

    @Test("A command in a signature, or in a quote, is text that nobody reads")
    func signature() throws {
        var counter = try StaffMailTests.Counter()
        let plan = try counter.write(
            "Bonjour,\nnous venons demain.\n\n-- \nKarim Haddad\n#clore fini\n#critique"
        )
        #expect(plan.letters.map(\.kind) == [.answer, .transcript])
        #expect(words(plan.letters.first) == "Bonjour,\nnous venons demain.")
        #expect(counter.ticket?.state == .open)
    }

    @Test("A command below the first line of text is text for the client, as it stands")
    func belowText() throws {
        var counter = try StaffMailTests.Counter()
        let plan = try counter.write("Bonjour, tapez le code :\n#1234\nMerci.")
        #expect(words(plan.letters.first).contains("#1234"))
        #expect(counter.ticket?.state == .open)
    }

    @Test("A client’s commands are text")
    func client() throws {
        var counter = try StaffMailTests.Counter()
        let plan = try counter.write("#clore fini\n#fusionner x", isProven: false) { mail in
            mail.from = EmailAddress("a.roy@client.example").map { NamedAddress($0) }
        }
        #expect(plan.disposition == .append)
        #expect(counter.ticket?.state != .closed)
    }

    @Test("An answer to a notification from last year proves nothing any more")
    func lastYear() throws {
        var counter = try StaffMailTests.Counter()
        let old = try counter.notification(for: "Karim Haddad")
        counter.now += 366 * 86_400
        let plan = try counter.write("#critique porte HS\n\nBonjour, nous venons.", answering: old)
        #expect(plan.letters.map(\.kind) == [.transcript])
        #expect(plan.letters.first?.to.address.localPart == "karim.haddad")
        #expect(words(plan.letters.first).contains("Répondez « oui »"))
        #expect(counter.ticket?.handler == nil && counter.ticket?.criticality == nil)
        // The word of our mail server is proof all the same.
        let proven = try counter.write("#prendre", answering: old) { mail in
            mail.headers = [DeskWorld.authenticated]
        }
        #expect(words(proven.letters.first).contains("Confié à Karim Haddad"))
    }
}
