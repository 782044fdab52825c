// Who is away, and who is told so: the client of whoever stands in for his account manager or for
// the manager to whom he escalates (R1); and to whom the words of a survey go (R8).

import Foundation
import Testing

@testable import Desk

@Suite("Those who stand in, and the team")
struct StandInTests {
    private let now = DeskWorld.monday + 86_400

    private func file(away: [String], deputies: [String: String] = [:]) throws -> ProcedureCase {
        var house = try StaffWorld.house()
        let day = house.company.calendar.day(of: now)
        for index in house.company.staff.indices {
            let name = house.company.staff[index].name
            if away.contains(name) { house.company.staff[index].absences = [day...day] }
            house.company.staff[index].deputy = try deputies[name].map(StaffWorld.address)
        }
        let facts: [TicketFact] = [
            .assigned(try StaffWorld.address(of: "Karim Haddad"), reason: ""),
            .closing(.concluded(.confirmed)), .moved(.closed, reason: ""),
            .right(.surveySent(letter: nil)),
        ]
        let events =
            [try DeskWorld.openedEvent()]
            + facts.map { TicketEvent(at: DeskWorld.monday + 60, $0) }
        return try #require(
            ProcedureCase(
                events: events,
                mailbox: house.mailboxes[0],
                company: house.company,
                accountManager: try StaffWorld.address(of: "Hugo Besnard")
            )
        )
    }

    private func letters(_ file: ProcedureCase, _ change: (inout ClientMail) -> Void) -> [String] {
        var mail = ClientMail(MailID(9))
        change(&mail)
        return react(to: mail, on: file, at: now).letters.map { letter in
            let stand = letter.matter.replacement.map { found in
                " \(found.person.name) for \(found.absent?.name ?? "")"
            }
            let absent = letter.matter.absent.map { " instead of \($0.localPart)" } ?? ""
            let person = letter.matter.person.map { " by \($0.localPart)" } ?? ""
            return "\(letter.kind.rawValue) to \(letter.to?.localPart ?? "client")"
                + "\(person)\(absent)\(stand ?? "")"
        }
    }

    @Test("A bad note: the client is told who calls in the manager’s absence, and the team reads")
    func survey() throws {
        let file = try file(
            away: ["Hugo Besnard", "Paul Vernet"],
            deputies: ["Hugo Besnard": "Léa Martin"]
        )
        let written = letters(file) { mail in
            mail.survey = SurveyAnswer(notes: [1, 2, 2], verbatim: "Trop long.")
        }
        #expect(
            written == [
                "survey-thanks to client Léa Martin for Hugo Besnard",
                "call-back-asked to lea.martin Léa Martin for Hugo Besnard",
                "verbatim to karim.haddad Léa Martin for Hugo Besnard",
                "verbatim to ines.rolland Léa Martin for Hugo Besnard",
            ]
        )
    }

    @Test("Praise is read by the whole team, too; without a comment nobody is written to")
    func praise() throws {
        let file = try file(away: [])
        let written = letters(file) { mail in
            mail.survey = SurveyAnswer(notes: [5, 5, 5], verbatim: "Bravo.")
        }
        #expect(
            written == [
                "survey-thanks to client", "verbatim to karim.haddad", "verbatim to ines.rolland",
                "verbatim to paul.vernet",
            ]
        )
        let silent = letters(file) { $0.survey = SurveyAnswer(notes: [5, 5, 5]) }
        #expect(silent == ["survey-thanks to client"])
    }

    @Test("An escalation names who answers in a manager’s absence, and who looks after the client")
    func escalation() throws {
        let deputies = [
            "Paul Delorme": "Léa Martin", "Hugo Besnard": "Léa Martin",
            "Claire Vasseur": "Paul Delorme",
        ]
        let away = try file(away: ["Paul Delorme", "Hugo Besnard"], deputies: deputies)
        #expect(
            letters(away) { $0.escalation = 1 }.first
                == "escalation-received to client by lea.martin instead of paul.delorme"
                + " Léa Martin for Hugo Besnard"
        )
        let level2 = try file(away: ["Claire Vasseur"], deputies: deputies)
        #expect(
            letters(level2) { $0.escalation = 2 }.first
                == "escalation-received to client by paul.delorme instead of claire.vasseur"
        )
        #expect(
            letters(try file(away: [])) { $0.escalation = 1 }.first
                == "escalation-received to client by paul.delorme"
        )
    }

    @Test("Whoever has an appointment is asked at its hour, before the client is told of anything")
    func appointment() throws {
        let visit = DeskWorld.monday + 86_400
        let karim = try StaffWorld.address(of: "Karim Haddad")
        let house = try StaffWorld.house()
        let facts: [TicketFact] = [
            .assigned(karim, reason: ""), .moved(.open, reason: ""),
            .answer(.visitPlanned(PersonalMessage(by: karim), at: visit)),
        ]
        let events =
            [try DeskWorld.openedEvent()]
            + facts.map { TicketEvent(at: DeskWorld.monday + 60, $0) }
        let file = try #require(
            ProcedureCase(events: events, mailbox: house.mailboxes[0], company: house.company)
        )
        let moments = file.timers(at: visit - 7200).compactMap { timer -> Date? in
            guard timer.key?.name.text == "visit-date", case .warning(100) = timer.purpose else {
                return nil
            }
            return timer.at
        }
        #expect(moments == [visit])
        let name: LetterNaming = { kind, _ in MessageID("\(kind.rawValue)@mileo.example") }
        let plan = look(at: file, visit, name: name).plan
        let reminders = plan.letters.filter { $0.kind == .reminder }
        #expect(reminders.map(\.matter.promises).joined().map(\.percent) == [100])
        let broken = plan.letters.filter { $0.kind == .breach }.flatMap(\.matter.promises)
        #expect(!broken.contains { $0.key.name.text == "visit-date" })
        #expect(look(at: file.adding(plan.events), visit, name: name).plan.isEmpty)
    }
}
