// What calendars, absences and tables of promises become when they are right.

import Desk
import Foundation
import Settings
import Testing

@Suite("Loading calendars and promises")
struct PromiseLoadingTests {
    @Test("has the standard table, the legal holidays and duty around the clock by default")
    func defaults() throws {
        let house = try SettingsFolder(["reclamations.yaml": SettingsFolder.reclamations]).house()
        for mailbox in house.mailboxes {
            #expect(mailbox.promises == PromiseRule.standard(for: mailbox.procedure))
            let names = mailbox.promises.map(\.name)
            #expect(Set(names).count == names.count)
        }
        #expect(house.company.calendar.exceptions == CalendarExceptions())
        #expect(house.company.staff.allSatisfy { $0.absences.isEmpty && $0.left == nil })
        #expect(house.company.contracts.values.allSatisfy { $0.onSite == nil })
    }

    @Test("reads every exception of the calendar")
    func calendar() throws {
        let text = """
            holidays: alsace-moselle
            closures:
              - {from: 2026-12-24, until: 2026-12-31, reason: congés}
              - {from: 2026-07-13}
            openings:
              - {day: 2026-11-28, ranges: ["14:00-16:00", "09:00-12:00"], reason: salon}
            hours-changes:
              - {from: 2027-01-04, tuesday: ["08:00-18:00"]}
            duty-hours: {sunday: ["08:00-20:00"]}
            contracts: {premium: {on-site: 4 h}}

            """
        let company = try SettingsFolder(["company.yaml": SettingsFolder.company + text]).house()
            .company
        let exceptions = company.calendar.exceptions
        #expect(exceptions.holidays == .alsaceMoselle)
        #expect(
            exceptions.closures.map { "\($0.days.lowerBound)–\($0.days.upperBound) \($0.reason)" }
                == ["2026-12-24–2026-12-31 congés", "2026-07-13–2026-07-13 fermeture"]
        )
        #expect(exceptions.openings.map(\.day.text) == ["2026-11-28"])
        #expect(exceptions.openings.first?.ranges.map(\.from.text) == ["09:00", "14:00"])
        #expect(exceptions.changes.map(\.from.text) == ["2027-01-04"])
        #expect(exceptions.changes.first?.hours.ranges.keys.map { $0 } == [.tuesday])
        #expect(exceptions.duty.ranges.keys.map { $0 } == [.sunday])
        #expect(company.contracts[.premium]?.onSite == Delay(4, .hours))
    }

    @Test("reads absences and departures")
    func staff() throws {
        let text =
            SettingsFolder.company + "    absences: [{from: 2026-08-03, until: 2026-08-21}]\n"
            + "    left: 2027-01-01\n"
        let member = try #require(
            try SettingsFolder(["company.yaml": text]).house().company.staff.first
        )
        let absent = try #require(CivilDay("2026-08-21"))
        let present = try #require(CivilDay("2026-08-22"))
        let gone = try #require(CivilDay("2027-01-01"))
        #expect(!member.isPresent(on: absent))
        #expect(member.isPresent(on: present))
        #expect(!member.works(on: gone))
    }

    @Test("changes a standard row key by key, silences one, adds one")
    func table() throws {
        let text = """
            promises:
              - {name: first-answer, warn: [80, 50], letter: none, tell: []}
              - {name: survey, enabled: false}
              - {name: visit-date, warn: [100]}
              - name: news
                label: {fr: le point, en: the news}
                starts: [human-answer]
                ends: [progress-told]
                within: 3 bd
                contracts: [premium]
                classes: [critical, standard]
                by: account-manager
                pausable: true

            """
        let house = try SettingsFolder(["sav.yaml": SettingsFolder.sav + text]).house()
        let rules = try #require(house.mailboxes.first).promises
        let standard = PromiseRule.standard(for: .sav)
        #expect(rules.count == standard.count + 1)
        var answer = try #require(standard.first { $0.name.text == "first-answer" })
        answer.warn = [50, 80]
        answer.letter = nil
        answer.tell = []
        #expect(rules.contains(answer))
        #expect(rules.first { $0.name.text == "survey" }?.isEnabled == false)
        let news = try #require(rules.last)
        #expect(news.name.text == "news")
        #expect(news.label == PromiseLabel(french: "le point", english: "the news"))
        #expect(news.words(in: .english) == "the news")
        #expect(rules.first { $0.name.text == "visit-date" }?.warn == [100])
        #expect(news.within == PromiseTerm("3 bd"))
        #expect(news.contracts == [.premium])
        #expect(news.classes == [.critical, .standard])
        #expect(news.by == .accountManager)
        #expect(news.isPausable && news.isEnabled && news.step == nil && news.letter == nil)
    }
}
