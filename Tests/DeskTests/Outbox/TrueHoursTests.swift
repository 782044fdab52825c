// What letters say of hours and dates: from when a delay counts, and which date was announced.

import Foundation
import Testing

@testable import Desk

@Suite("Hours and dates in letters")
struct TrueHoursTests {
    @Test("a duty service of limited hours counts from when it can be reached")
    func limitedDuty() throws {
        let morning = try #require(TimeOfDay(minutes: 480))
        let evening = try #require(TimeOfDay(minutes: 1_200))
        let range = try #require(OpeningRange(from: morning, until: evening))
        var values = try facts(.sav, .critical)
        #expect(values.common("dutyFrom") == .text(""))
        #expect(values.common("dutyIsConstant") == .flag(true))
        var company = values.company
        company.calendar.exceptions.duty = OpeningHours(ranges: [
            .saturday: [range], .sunday: [range],
        ])
        // Saturday 14 March 2026, 22:00 in Paris.
        values = LetterValues(
            company: company,
            mailbox: values.mailbox,
            dossier: values.dossier,
            language: .french,
            now: Date(timeIntervalSince1970: 1_773_522_000)
        )
        #expect(values.common("dutyFrom") == .text("dimanche 15 mars 2026 à 8\u{A0}h"))
        #expect(values.common("dutyIsConstant") == .flag(false))
    }

    @Test("a complaint that reports a live fault is promised the first answer of its class")
    func urgentComplaint() throws {
        let values = try facts(.complaint, .critical)
        #expect(values.common("duty") == .flag(true))
        guard case .group(let delays)? = values.common("delay") else {
            Issue.record("no delays")
            return
        }
        #expect(delays["handling"] == .text("1 heure"))
    }

    @Test("an appointment that was announced stands beside the next promised date")
    func appointment() throws {
        let karim = try ScenarioHouse.address("karim")
        let message = PersonalMessage(by: karim)
        let visit = DeskWorld.monday + 86_400
        let history = [
            try DeskWorld.openedEvent(),
            TicketEvent(
                at: DeskWorld.monday,
                .classified(criticality: .critical, urgent: false, reason: "")
            ),
            TicketEvent(at: DeskWorld.monday + 60, .answer(.humanAnswer(message))),
            TicketEvent(at: DeskWorld.monday + 120, .answer(.visitPlanned(message, at: visit))),
        ]
        let house = try ScenarioHouse.house()
        let file = try #require(
            ProcedureCase(
                events: history,
                mailbox: house.mailboxes[0],
                company: house.company,
                contract: .premium
            )
        )
        let soon = LetterDossier(file, at: DeskWorld.monday + 180)
        #expect(soon.next?.key.name.text == "visit")
        #expect(soon.visit == visit)
        #expect(soon.mails.count == 1)
    }

    private func facts(
        _ procedure: Procedure,
        _ criticality: Criticality
    ) throws -> LetterValues {
        let house = SampleHouse(language: .french, sample: .full)
        var dossier = house.dossier(procedure)
        dossier.criticality = criticality
        dossier.contract = .premium
        return LetterValues(
            company: house.company,
            mailbox: house.mailbox(procedure),
            dossier: dossier,
            language: .french,
            now: house.moment(isOutOfHours: true)
        )
    }
}
