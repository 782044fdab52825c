// Colleagues who are away: noted by command, or said by their mail programs.

import Foundation
import Testing

@testable import Desk

@Suite("Colleagues are away")
struct StaffAbsenceTests {
    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

    @Test("An absence that was noted counts as one of the settings, with its own deputy")
    func noted() throws {
        let lea = try StaffWorld.address(of: "Léa Martin")
        let ines = try StaffWorld.address(of: "Inès Rolland")
        let days = try day("2026-10-05")...day("2026-10-09")
        let absence = StaffAbsence(person: lea, days: days, deputy: ines)
        let house = try StaffWorld.house().noting([absence])
        let rotation = Rotation(house.company.staff)
        let monday = try day("2026-10-05")
        #expect(rotation.standIn(for: lea, on: monday)?.person.address == ines)
        #expect(rotation.next(for: .complaintHandler, on: monday)?.person.name == "Hugo Besnard")
        #expect(rotation.standIn(for: lea, on: try day("2026-10-12"))?.person.address == lea)
    }

    @Test("An absence that is taken back in part leaves the rest")
    func takenBack() throws {
        let lea = try StaffWorld.address(of: "Léa Martin")
        let events: [HouseFact] = [
            .absence(
                StaffAbsence(
                    person: lea,
                    days: try day("2026-10-05")...day("2026-10-16"),
                    deputy: nil
                )
            ), .presence(lea, days: try day("2026-10-08")...day("2026-10-09")), .told("state"),
        ]
        let noted = events.map {
            HouseEvent(at: DeskWorld.monday, by: lea, proof: .dmarc, $0)
        }
        let left = StaffAbsence.all(in: noted).map {
            "\($0.days.lowerBound.text) \($0.days.upperBound.text)"
        }
        #expect(left == ["2026-10-05 2026-10-07", "2026-10-10 2026-10-16"])
        for fact in events { #expect(HouseFact(fact.record) == fact) }
    }

    @Test(
        "The last day is told from the words of an automatic answer",
        arguments: [
            ("Je suis absent du 5 octobre au 12 octobre inclus.", "2026-10-12"),
            ("Absente jusqu’au 09/10, merci de joindre Hugo.", "2026-10-09"),
            ("I am out of the office until 12 October 2026.", "2026-10-12"),
            ("Je serai de retour le 13/10/2026.", "2026-10-12"),
            ("Je suis absent pour le moment.", ""), ("Absent du 1/9 au 4/9/2026.", ""),
        ]
    )
    func lastDay(text: String, expected: String) throws {
        let calendar = try StaffWorld.house().company.calendar
        let found = AwayWords.lastDay(in: text, calendar: calendar, at: DeskWorld.monday)
        #expect(found?.text ?? "" == expected)
    }

    @Test("The handler’s absence note sends nothing; the clock offers the dossier once")
    func offers() throws {
        var counter = try StaffMailTests.Counter()
        _ = try counter.write("#prendre")
        let note = try counter.write("Je suis absent jusqu’au 12 octobre.") { mail in
            mail.subject = "Réponse automatique : Caméra"
            mail.headers = [HeaderField(name: "auto-submitted", value: "auto-replied")]
        }
        #expect(note.letters.isEmpty && note.disposition == .fileQuiet)
        var house = counter.house
        let ines = try StaffWorld.address(of: "Inès Rolland")
        house.company.staff[2].deputy = ines
        let naming = letterNaming(
            about: counter.number,
            domain: "mileo.example",
            key: DeskWorld.key
        )
        let clocked = ClockedTicket(events: counter.events)
        let file = try #require(clocked.file(in: house))
        let plan = due(file, at: counter.now, name: naming)
        let letter = try #require(plan.letters.first { $0.kind == .transcript })
        #expect(letter.to == ines)
        #expect(
            letter.matter.text.contains("Absence de Karim Haddad jusqu’au lundi 12 octobre 2026")
        )
        #expect(letter.matter.text.contains("#absence karim.haddad@mileo.example du 2026-10-05"))
        // The line that is offered can be sent back as it is.
        let line = try #require(
            letter.matter.text.split(separator: "« ").last?.split(separator: " »").first
        )
        let read = CommandParser(company: house.company, at: counter.now).read([String(line)])
        guard case .commands(let commands) = read else {
            Issue.record("\(line)")
            return
        }
        #expect(StaffWorld.words(commands[0].command).contains("2026-10-12"))
        let again = try #require(
            ClockedTicket(events: counter.events + plan.events).file(in: house)
        )
        #expect(
            !due(again, at: counter.now, name: naming).letters.contains { $0.kind == .transcript }
        )
    }

    @Test("The answer of whoever stands in proves who answers")
    func accepts() throws {
        var counter = try StaffMailTests.Counter()
        let ines = try StaffWorld.address(of: "Inès Rolland")
        let file = try #require(ClockedTicket(events: counter.events).file(in: counter.house))
        let stationery = LetterHouse(
            company: counter.house.company,
            mailbox: counter.house.mailboxes[0],
            key: DeskWorld.key,
            now: counter.now
        )
        let order = ProcedureLetter(
            .transcript,
            to: ines,
            cause: "away.karim",
            notBefore: counter.now
        )
        let dossier = LetterDossier(file, at: counter.now)
        let letter = try #require(stationery.letter(order, about: dossier))
        _ = try counter.write("#prendre", by: "Inès Rolland", answering: letter.id)
        #expect(counter.ticket?.handler == ines)
        let karim = try counter.write("#prendre", by: "Karim Haddad", answering: letter.id)
        #expect(karim.disposition == .fileQuiet, "another’s letter proves nothing")
    }

    @Test("One’s own absence, and that of whom one stands in for, is for everybody to note")
    func rights() throws {
        var counter = try StaffMailTests.Counter()
        let own = try counter.write("#absence Karim du 12/10 au 16/10 remplacée par Inès")
        #expect(own.further.house.count == 1)
        let other = try counter.write("#absence Léa du 12/10 au 16/10")
        #expect(other.further.isEmpty)
        let back = try counter.write("#absence Karim du 14/10 au 14/10 annulée")
        #expect(back.further.house.map(\.fact.record.kind) == ["presence"])
    }

    @Test(
        "“annulée” takes an absence back, with its days or without, wherever it stands",
        arguments: [
            ("#absence Léa annulée", "2026-10-05", "2028-12-13"),
            ("#absence annulée Léa", nil, ""),
            ("#absence Léa du 12/10 au 16/10 annulée", "2026-10-12", "2026-10-16"),
            (
                "#absence Léa du 12/10 au 16/10 remplacée par Hugo annulée", "2026-10-12",
                "2026-10-16"
            ),
            ("#absence Léa : annulée du 12/10 au 16/10", "2026-10-12", "2026-10-16"),
            ("#absence Léa demain annulée", "2026-10-06", "2026-10-06"),
        ] as [(String, String?, String)]
    )
    func cancels(line: String, first: String?, last: String) throws {
        let company = try StaffWorld.house().company
        let read = CommandParser(company: company, at: DeskWorld.monday).read([line])
        guard let first else {
            if case .commands = read { Issue.record("\(read)") }
            return
        }
        guard case .commands(let commands) = read,
            case .presence(let person, let days) = commands[0].command
        else {
            Issue.record("\(read)")
            return
        }
        #expect(person.localPart == "lea.martin")
        #expect(days.lowerBound.text == first && days.upperBound.text == last)
    }

    @Test("What is taken back is named; a line to copy takes it back; an absent deputy is named")
    func tellsOfAbsences() throws {
        var house = try StaffWorld.house()
        let ines = try #require(house.company.staff.first { $0.name == "Inès Rolland" })
        let days = try day("2026-10-12")...day("2026-10-16")
        let hugo = try #require(
            house.company.staff.firstIndex { $0.name == "Hugo Besnard" }
        )
        house.company.staff[hugo].absences = [try day("2026-10-14")...day("2026-10-20")]
        func told(_ line: String) throws -> String {
            let read = CommandParser(company: house.company, at: DeskWorld.monday).read([line])
            guard case .commands(let commands) = read else { return "\(read)" }
            let order = StaffOrder(
                person: ines,
                proof: .shell,
                commands: commands,
                cause: "1",
                code: ""
            )
            let plan = carryOut(
                order,
                in: house.company,
                knowing: StaffKnowledge(),
                at: DeskWorld.monday
            )
            return plan.transcript.entries.map(\.result).joined()
        }
        let noted = try told("#absence Léa du 12/10 au 16/10 remplacée par Hugo")
        #expect(noted.contains("Hugo Besnard est absent aussi, du mercredi 14 octobre"), "\(noted)")
        let line = try #require(noted.split(separator: "« ").last?.split(separator: " »").first)
        let lea = try #require(house.company.staff.firstIndex { $0.name == "Léa Martin" })
        #expect(try told(String(line)).contains("aucune absence n’était notée"))
        house.company.staff[lea].absences = [days]
        let back = try told(String(line))
        #expect(back.contains("Absence retirée : Léa Martin, du lundi 12 octobre"), "\(back)")
        #expect(try told("#absence Léa annulée").contains("du lundi 12 octobre"))
    }
}
