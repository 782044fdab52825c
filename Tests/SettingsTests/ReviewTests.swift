// What `guichet check` finds doubtful on a day, with its place; and that it keeps nothing from
// starting.

import Desk
import Foundation
import Settings
import Testing

@Suite("Reviewing the settings")
struct ReviewTests {
    private static let staff = """
        company:
          name: Mileo Technology
          domain: mileo.example
          phone: 01 99 00 10 00
        hours:
          monday: ["08:30-12:30"]
        staff:
          - name: Léa Martin
            address: lea.martin@mileo.example
            roles: [technician, operations-manager, general-management, account-manager]
            deputy: hugo.besnard@mileo.example
          - name: Hugo Besnard
            address: hugo.besnard@mileo.example
            roles: [technician]
            deputy: lea.martin@mileo.example

        """

    @Test("finds nothing where all is well")
    func nothing() throws {
        #expect(try doubts(Self.staff) == [])
        let folder = RepositorySettings.folder
        let today = try #require(CivilDay("2026-10-05"))
        let found = try SettingsLoader.review(
            folder: folder,
            stateFolder: "/state",
            home: "/var/home/lea",
            on: today
        )
        #expect(found == [])
    }

    @Test("finds a list of closures in the wrong year")
    func years() throws {
        let text = Self.staff + "closures:\n  - {from: 2025-12-24}\n  - {from: 2024-12-24}\n"
        #expect(
            try doubts(text) == [
                """
                Mailboxes/company.yaml:17:5: "closures": the list ends on 2025-12-24 and says \
                nothing of 2026; add the days of 2026, or correct the year
                """
            ]
        )
        #expect(try doubts(text + "  - {from: 2026-12-24}\n") == [])
        #expect(
            try doubts(Self.staff + "openings: [{day: 2062-11-28, ranges: [\"09:00-12:00\"]}]\n")
                == [
                    """
                    Mailboxes/company.yaml:16:12: "openings": found 2062-11-28, more than two \
                    years ahead; is the year right?
                    """
                ]
        )
    }

    @Test("finds staff without a deputy")
    func deputies() throws {
        let text = Self.staff.replacingOccurrences(
            of: "    deputy: lea.martin@mileo.example\n",
            with: ""
        )
        #expect(
            try doubts(text) == [
                """
                Mailboxes/company.yaml:12:5: "Hugo Besnard" has no deputy, so nobody stands in \
                during an absence; add "deputy": the address of another person on the staff
                """
            ]
        )
    }

    @Test("finds who has left and is still counted on")
    func left() throws {
        let gone = Self.staff + "    left: 2026-10-01\n"
        #expect(
            try doubts(gone) == [
                """
                Mailboxes/company.yaml:11:13: "deputy": "hugo.besnard@mileo.example" has left; \
                name somebody who works here
                """
            ]
        )
        #expect(try doubts(gone, on: "2026-09-30") == [])
        let alone = Self.staff.replacingOccurrences(of: "[technician, oper", with: "[oper")
        #expect(
            try doubts(alone + "    left: 2026-10-01\n").contains(
                """
                Mailboxes/company.yaml:12:5: "staff": nobody has the role technician since \
                hugo.besnard@mileo.example left, so what is promised in that role reaches \
                nobody; give it to somebody
                """
            )
        )
    }

    @Test("finds two who stand in for each other and are away together")
    func together() throws {
        let lea = "    deputy: hugo.besnard@mileo.example\n"
        let one = Self.staff.replacingOccurrences(
            of: lea,
            with: lea + "    absences: [{from: 2026-11-09, until: 2026-11-13}]\n"
        )
        #expect(try doubts(one) == [], "the deputy is there")
        let both = one + "    absences: [{from: 2026-11-12, until: 2026-11-17}]\n"
        #expect(
            try doubts(both) == [
                """
                Mailboxes/company.yaml:12:16: "absences": "Léa Martin" and whoever stands in are \
                away together on 2026-11-12, so what is theirs goes to the management; change the \
                days, or the "deputy"
                """,
                """
                Mailboxes/company.yaml:17:16: "absences": "Hugo Besnard" and whoever stands in \
                are away together on 2026-11-12, so what is theirs goes to the management; change \
                the days, or the "deputy"
                """,
            ]
        )
        #expect(try doubts(both, on: "2026-11-18") == [], "it is over")
    }

    @Test("finds a closure without an end in sight, and two that overlap")
    func closures() throws {
        let long = Self.staff + "closures:\n  - {from: 2026-11-20, until: 2028-11-01}\n"
        #expect(
            try doubts(long) == [
                """
                Mailboxes/company.yaml:17:5: "closures": found 713 days in a row, from 2026-11-20 \
                to 2028-11-01, in which no business hour passes and no deadline comes; are the \
                days right?
                """
            ]
        )
        let twice =
            Self.staff + "closures:\n  - {from: 2026-12-24, until: 2026-12-31}\n"
            + "  - {from: 2026-12-28, until: 2027-01-02}\n"
        #expect(
            try doubts(twice) == [
                """
                Mailboxes/company.yaml:18:5: "closures": the closure from 2026-12-28 overlaps the \
                one at 17:5, until 2026-12-31; keep one, or correct the days
                """
            ]
        )
    }

    @Test("refuses complaints that are acknowledged in opening hours only, and odd letters")
    func promises() {
        let complaint =
            SettingsFolder.sav.replacingOccurrences(of: "procedure: sav", with: "")
            + "procedure: complaint\nacknowledge: opening-hours\n"
        #expect(throws: SettingsErrors.self) { try SettingsFolder(["sav.yaml": complaint]).house() }
        let letter = SettingsFolder.sav + "promises: [{name: first-answer, letter: survey}]\n"
        #expect(throws: SettingsErrors.self) { try SettingsFolder(["sav.yaml": letter]).house() }
    }

    private func doubts(_ company: String, on day: String = "2026-10-05") throws -> [String] {
        let folder = try SettingsFolder(["company.yaml": company])
        let today = try #require(CivilDay(day))
        return try SettingsLoader.review(
            folder: folder.path,
            stateFolder: "/var/lib/guichet",
            home: "/var/home/lea",
            on: today
        )
        .map { $0.description.replacingOccurrences(of: folder.path, with: "Mailboxes") }
    }
}
