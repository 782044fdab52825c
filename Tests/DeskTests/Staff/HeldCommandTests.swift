// The letters of commands wait like replies, keep their order, promise no hour that nobody said,
// and whoever wrote them learns that somebody has stopped them.

import Foundation
import Testing

@testable import Desk

@Suite("Letters of commands are held, in order, and truthful")
struct HeldCommandTests {
    private typealias Counter = StaffMailTests.Counter

    private func text(_ letter: Letter?) -> String {
        guard case .list(let rows)? = letter?.values["words"] else { return "" }
        return "\(rows)"
    }

    @Test("#intervention waits as a reply does, and stop stops it")
    func stopsVisit() throws {
        var counter = try Counter()
        let plan = try counter.write("#intervention demain 14h")
        let letter = try #require(plan.letters.first { $0.kind == .visitPlanned })
        #expect(letter.notBefore == counter.now + 120)
        #expect(text(plan.letters.last).contains("Départ prévu"))
        counter.now += 60
        let stop = try counter.write("stop")
        #expect(stop.undelivered?.id == letter.id)
    }

    @Test("The letters of commands go on from the client's mail, and never from a colleague's")
    func threads() throws {
        for command in ["#intervention demain 14h", "#résolu"] {
            var counter = try Counter()
            let plan = try counter.write(command)
            let letters = plan.letters.filter(\.kind.isForClient)
            #expect(!letters.isEmpty, "\(command)")
            for letter in letters {
                let ids = [letter.inReplyTo].compactMap(\.self) + letter.references
                #expect(ids.allSatisfy { $0.text.hasSuffix("@client.example") }, "\(ids)")
            }
        }
    }

    @Test("#clore does not overtake an answer that is held")
    func closesBehind() throws {
        var counter = try Counter()
        let answer = try counter.write("La caméra est remplacée.")
        counter.now += 30
        let plan = try counter.write("#clore accord donné au téléphone")
        let closing = try #require(plan.letters.first { $0.kind == .closed })
        let held = try #require(answer.letters.first?.notBefore)
        #expect(try #require(closing.notBefore) > held)
    }

    @Test("Without an hour the client is told the day, or its part")
    func partsOfTheDay() throws {
        let cases = [
            ("lundi", "lundi 12 octobre 2026, dans la journée"),
            ("mardi matin", "mardi 6 octobre 2026, dans la matinée"),
            ("demain 14h", "mardi 6 octobre 2026 à 14\u{A0}h"),
        ]
        for (said, told) in cases {
            var counter = try Counter()
            let plan = try counter.write("#intervention \(said)")
            let letter = try #require(plan.letters.first { $0.kind == .visitPlanned })
            #expect(letter.values["date"] == .text(told))
        }
    }

    @Test("Whoever wrote learns that a colleague stopped it")
    func tellsTheAuthor() throws {
        var counter = try Counter()
        _ = try counter.write("La caméra est remplacée.")
        counter.now += 30
        let stop = try counter.write("stop", by: "Inès Rolland")
        let told = stop.letters.first { $0.to.address.text == "karim.haddad@mileo.example" }
        #expect(text(told).contains("Inès Rolland a arrêté votre message au client"))
        var own = try Counter()
        _ = try own.write("La caméra est remplacée.")
        own.now += 30
        #expect(try own.write("stop").letters.count == 1, "the one who stopped it")
    }

    @Test("Whoever ordered learns that a colleague undid it")
    func tellsOfUndoing() throws {
        var counter = try Counter()
        let plan = try counter.write("#critique porte HS")
        let code = plan.events.compactMap { event in
            if case .staff(.acted(_, _, _, let code, _)) = event.fact { code } else { nil }
        }
        counter.now += 600
        let undone = try counter.write("#annuler \(code.first ?? "")", by: "Inès Rolland")
        let told = undone.letters.first { $0.to.address.text == "karim.haddad@mileo.example" }
        #expect(text(told).contains("Inès Rolland a annulé ce que vous aviez demandé"))
        #expect(text(told).contains("#critique porte HS"))
    }

    @Test("The transcript says what went to the client, and what did not")
    func tellsTheTruth() throws {
        var waiting = try Counter()
        let wait = try waiting.write("#attente il cherche le code")
        #expect(text(wait.letters.last).contains("rien ne lui a été envoyé"))
        var noted = try Counter()
        let note = try noted.write("#note pour nous\n#résolu\n\nLa carte était grillée.")
        #expect(note.letters.contains { $0.kind == .closingAsked })
        #expect(!text(note.letters.last).contains("rien ne part chez le client"))
        #expect(text(note.letters.last).contains("son texte ne part pas"))
    }

    @Test("A contradiction names what was written")
    func namesWhatWasWritten() throws {
        let parser = CommandParser(company: try StaffWorld.house().company, at: DeskWorld.monday)
        guard case .problems(let problems) = parser.read(["#urgent HS", "#standard un seul"]) else {
            Issue.record("no contradiction")
            return
        }
        #expect(problems.first?.sentence.contains("« #standard » contredit « #urgent »") == true)
    }
}
