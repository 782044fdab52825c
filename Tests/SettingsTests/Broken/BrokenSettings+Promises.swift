// Calendars that cannot be meant, and promises that could never start, never end, or are made
// twice.

import Foundation

extension BrokenSettings {
    static let calendar: [BrokenSettings] = [
        .company(
            "a closure that ends before it begins",
            plus: "closures:\n  - {from: 2026-12-24, until: 2026-12-20}",
            """
            Mailboxes/company.yaml:12:31: "closures[1].until": found 2026-12-20, before \
            2026-12-24; allowed: a day that is not before "from"
            """
        ),
        .company(
            "a day that no calendar shows",
            plus: "closures: [{from: 2026-02-30}]",
            """
            Mailboxes/company.yaml:11:19: "closures[1].from": found "2026-02-30"; allowed: a day \
            that exists, such as 2026-12-24
            """
        ),
        .company(
            "a day as the French write it",
            plus: "closures: [{from: 24/12/2026}]",
            """
            Mailboxes/company.yaml:11:19: "closures[1].from": found "24/12/2026"; allowed: a day \
            that exists, such as 2026-12-24; did you mean "2026-12-24"?
            """
        ),
        .company(
            "an exceptional day whose ranges overlap",
            plus: "openings: [{day: 2026-11-28, ranges: [\"09:00-12:00\", \"11:00-13:00\"]}]",
            """
            Mailboxes/company.yaml:11:54: "openings[1].ranges": 09:00-12:00 and 11:00-13:00 \
            overlap; allowed: ranges that follow one another
            """
        ),
        .company(
            "an exceptional day without hours",
            plus: "openings: [{day: 2026-11-28}]",
            """
            Mailboxes/company.yaml:11:12: missing key "ranges" in "openings[1]"; allowed: a \
            list; each entry: a range that ends later than it begins, such as "08:30-12:30"
            """
        ),
        .company(
            "a day with two sets of hours",
            plus: "openings:\n  - {day: 2026-11-28, ranges: [\"09:00-12:00\"]}\n"
                + "  - {day: 2026-11-28, ranges: [\"13:00-14:00\"]}",
            """
            Mailboxes/company.yaml:13:5: "openings": 2026-11-28 stands twice in the list, first \
            at 12:5; keep one
            """
        ),
        .company(
            "a change to a week that never opens",
            plus: "hours-changes: [{from: 2027-01-04}]",
            """
            Mailboxes/company.yaml:11:17: "hours-changes[1]": no day has opening hours, so \
            business hours would never pass; allowed: at least one range in the week
            """
        ),
        .company(
            "holidays of a country that we do not know",
            plus: "holidays: belgique",
            """
            Mailboxes/company.yaml:11:11: "holidays": found "belgique"; allowed: france, \
            alsace-moselle, none
            """
        ),
    ]

    static let duty: [BrokenSettings] = [
        .company(
            "a duty service that can never be reached",
            plus: "duty-hours: {saturday: []}",
            """
            Mailboxes/company.yaml:11:13: "duty-hours": no day has a range, so the duty service \
            could never be reached; allowed: at least one range in the week, no "duty-hours" at \
            all for day and night, or duty: false in the contracts
            """
        )
    ]

    /// What Guichet does by itself, and would do without end.
    static let steps: [BrokenSettings] = [
        .sav(
            "a reminder that nothing ends",
            plus: "promises: [{name: closing-reminder, ends: []}]",
            """
            Mailboxes/sav.yaml:6:43: "promises[1].ends": then: remind-closing brings \
            closing-reminded, which does not end it, so it would never end; allowed: \
            closing-reminded in "ends"
            """
        ),
        .sav(
            "a survey that nothing ends",
            plus: "promises: [{name: survey, ends: []}]",
            """
            Mailboxes/sav.yaml:6:33: "promises[1].ends": then: send-survey brings survey-sent, \
            which does not end it, so it would never end; allowed: survey-sent in "ends"
            """
        ),
        .sav(
            "a step that is not the row's",
            plus: "promises: [{name: survey, then: close-tacitly}]",
            """
            Mailboxes/sav.yaml:6:12: "promises[1].starts": then: close-tacitly brings closed, \
            which starts it again, so it would repeat without end; allowed: events that do not \
            come of it
            Mailboxes/sav.yaml:6:33: "promises[1].ends": then: close-tacitly brings closed, which \
            does not end it, so it would never end; allowed: closed in "ends"
            """
        ),
        .sav(
            "a step that starts itself again",
            plus: "promises: [{name: closing-reminder, starts: [closing-asked, closing-reminded]}]",
            """
            Mailboxes/sav.yaml:6:45: "promises[1].starts": then: remind-closing brings \
            closing-reminded, which starts it again, so it would repeat without end; allowed: \
            events that do not come of it
            """
        ),
        .sav(
            "steps that start one another in a circle",
            plus: "promises:\n"
                + "  - {name: closing-reminder, starts: [closing-asked, escalation-2-proposed]}\n"
                + "  - {name: level-2-proposal, starts: [closing-reminded]}",
            """
            Mailboxes/sav.yaml:7:5: "promises": what "closing-reminder" does starts \
            "level-2-proposal", which starts it again, so they would repeat without end; allowed: \
            steps that do not start one another in a circle
            """
        ),
        .sav(
            "a promise under no contract",
            plus: "promises: [{name: first-answer, contracts: []}]",
            """
            Mailboxes/sav.yaml:6:44: "promises[1].contracts": it holds for none, so it would \
            never start; allowed: at least one of premium, comfort, essential, or enabled: false
            """
        ),
        .sav(
            "a promise for no class",
            plus: "promises: [{name: first-answer, classes: []}]",
            """
            Mailboxes/sav.yaml:6:42: "promises[1].classes": it holds for none, so it would never \
            start; allowed: at least one of informational, standard, critical, or enabled: false
            """
        ),
    ]

    static let promises: [BrokenSettings] = [
        .sav(
            "a promise that can never end",
            plus: "promises:\n  - {name: news, starts: [human-answer], ends: [opened], "
                + "within: 5 bd}",
            """
            Mailboxes/sav.yaml:7:48: "promises[1].ends": it can never end, so it would be broken \
            on every ticket; allowed: at least one event that comes after the beginning, such as \
            human-answer
            """
        ),
        .sav(
            "a promise that nothing ends",
            plus: "promises: [{name: first-answer, ends: []}]",
            """
            Mailboxes/sav.yaml:6:39: "promises[1].ends": it can never end, so it would be broken \
            on every ticket; allowed: at least one event that comes after the beginning, such as \
            human-answer
            """
        ),
        .sav(
            "a promise that ends on the answer to what never comes",
            plus: "promises: [{name: first-answer, ends: [called-back]}]",
            """
            Mailboxes/sav.yaml:6:39: "promises[1].ends": it never ends where no bad-note comes, \
            which starts nothing here; allowed: bad-note in "starts", or an event that comes by \
            itself, such as human-answer
            """
        ),
        .sav(
            "a promise that nothing starts",
            plus: "promises: [{name: first-answer, starts: []}]",
            """
            Mailboxes/sav.yaml:6:41: "promises[1].starts": nothing starts it; allowed: at least \
            one event
            """
        ),
        .sav(
            "two promises with one name",
            plus: "promises:\n  - {name: first-answer, warn: [50]}\n"
                + "  - {name: first-answer, warn: [80]}",
            """
            Mailboxes/sav.yaml:8:5: "promises": "first-answer" stands twice in the list, first \
            at 7:5; allowed: one row for each name
            """
        ),
        .sav(
            "a new promise without a beginning, an end and a term",
            plus: "promises: [{name: news}]",
            """
            Mailboxes/sav.yaml:6:12: missing key "ends" in "promises[1]"; allowed: a list of \
            events, such as [human-answer]
            Mailboxes/sav.yaml:6:12: missing key "starts" in "promises[1]"; allowed: a list of \
            events, such as [human-answer]
            Mailboxes/sav.yaml:6:12: missing key "within" in "promises[1]"; allowed: a delay \
            such as 4 bh, or one of first-answer, on-site, formal-acknowledgement, \
            substantive-answer, stated
            """
        ),
        .files(
            "a promise of a procedure that is mistyped",
            [
                "sav.yaml": SettingsFolder.sav.replacingOccurrences(of: "e: sav", with: "e: savv")
                    + "promises: [{name: survey, enabled: false}]\n"
            ],
            """
            Mailboxes/sav.yaml:1:12: "procedure": found "savv"; allowed: sav, complaint; did you \
            mean "sav"?
            """
        ),
        .sav(
            "a promise whose name is none",
            plus: "promises: [{name: The Survey, enabled: false}]",
            """
            Mailboxes/sav.yaml:6:19: "promises[1].name": found "The Survey"; allowed: 1 to 40 of \
            a-z, 0-9 and -, such as first-answer
            """
        ),
        .sav(
            "an event of the other procedure",
            plus: "promises: [{name: first-answer, ends: [substantive-answer]}]",
            """
            Mailboxes/sav.yaml:6:40: "promises[1].ends": "substantive-answer" never happens in a \
            mailbox with procedure: sav; it belongs in one with procedure: complaint
            """
        ),
        .sav(
            "a promise until a date that nobody names",
            plus: "promises: [{name: first-answer, within: stated}]",
            """
            Mailboxes/sav.yaml:6:41: "promises[1].within": none of its starting events names a \
            date; allowed: a delay, or one of delay-announced, interim-report, progress-told, \
            visit-planned in "starts"
            """
        ),
        .sav(
            "a term that is no delay",
            plus: "promises: [{name: first-answer, within: 4 hours}]",
            """
            Mailboxes/sav.yaml:6:41: "promises[1].within": found "4 hours"; allowed: a delay \
            such as 4 bh, or one of first-answer, on-site, formal-acknowledgement, \
            substantive-answer, stated; did you mean "4 h"?
            """
        ),
        .sav(
            "a warning after the end",
            plus: "promises: [{name: first-answer, warn: [70, 101]}]",
            """
            Mailboxes/sav.yaml:6:44: "promises[1].warn[2]": found "101"; allowed: a number from \
            1 to 100
            """
        ),
        .sav(
            "a warning at the end of a promise without grace",
            plus: "promises: [{name: first-answer, warn: [70, 100]}]",
            """
            Mailboxes/sav.yaml:6:39: "promises[1].warn": at 100 it is broken already; allowed: \
            1 to 99, or 100 beside a "grace"
            """
        ),
    ]
}
