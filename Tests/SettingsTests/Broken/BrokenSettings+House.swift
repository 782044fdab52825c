// Opening hours, people and mailboxes that do not agree with each other.

import Foundation

extension BrokenSettings {
    static let house: [BrokenSettings] = [
        .company(
            "a range that ends before it begins",
            "08:30-12:30",
            is: "18:00-13:30",
            """
            Mailboxes/company.yaml:6:12: "hours.monday[1]": found "18:00-13:30"; allowed: a \
            range that ends later than it begins, such as "08:30-12:30"
            """
        ),
        .company(
            "a range as the French write it",
            "08:30-12:30",
            is: "8h30–12h30",
            """
            Mailboxes/company.yaml:6:12: "hours.monday[1]": found "8h30–12h30"; allowed: a \
            range that ends later than it begins, such as "08:30-12:30"; did you mean \
            "08:30-12:30"?
            """
        ),
        .company(
            "a range beyond midnight",
            "08:30-12:30",
            is: "22:00-25:00",
            """
            Mailboxes/company.yaml:6:12: "hours.monday[1]": found "22:00-25:00"; allowed: a \
            range that ends later than it begins, such as "08:30-12:30"
            """
        ),
        .company(
            "a single range that is not in a list",
            "[\"08:30-12:30\"]",
            is: "\"08:30-12:30\"",
            """
            Mailboxes/company.yaml:6:11: "hours.monday": found "08:30-12:30"; allowed: a \
            list; each entry: a range that ends later than it begins, such as "08:30-12:30"
            """
        ),
        .company(
            "ranges that overlap",
            "\"08:30-12:30\"",
            is: "\"13:00-18:00\", \"08:30-13:30\"",
            """
            Mailboxes/company.yaml:6:27: "hours.monday": 08:30-13:30 and 13:00-18:00 overlap; \
            allowed: ranges that follow one another
            """
        ),
        .company(
            "a week without opening hours",
            "[\"08:30-12:30\"]",
            is: "[]",
            """
            Mailboxes/company.yaml:6:3: "hours": no day has opening hours, so business hours \
            would never pass; allowed: at least one range in the week
            """
        ),
        .company(
            "a day of the week in French",
            "  monday:",
            is: "  lundi:",
            """
            Mailboxes/company.yaml:6:3: unknown key "lundi" in "hours"; allowed: monday, \
            tuesday, wednesday, thursday, friday, saturday, sunday
            """
        ),
        .company(
            "a deputy who is not on the staff",
            "    roles:",
            is: "    deputy: lea.martn@mileo.example\n    roles:",
            """
            Mailboxes/company.yaml:10:13: "deputy": found "lea.martn@mileo.example", who is \
            not on the staff; allowed: the address of another person on the staff; did you \
            mean "lea.martin@mileo.example"?
            """
        ),
        .company(
            "a deputy for oneself",
            "    roles:",
            is: "    deputy: lea.martin@mileo.example\n    roles:",
            """
            Mailboxes/company.yaml:10:13: "deputy": nobody is their own deputy; allowed: the \
            address of another person on the staff
            """
        ),
        .company(
            "two people with one address",
            plus: "  - name: Léa Durand\n" + "    address: Lea.Martin@mileo.example\n"
                + "    roles: [technician]",
            """
            Mailboxes/company.yaml:12:14: "Lea.Martin@mileo.example" stands twice in the \
            staff, first at 9:14; allowed: one address for each person
            """
        ),
        .company(
            "a person with a mailbox's address",
            "lea.martin@",
            is: "sav@",
            """
            Mailboxes/company.yaml:9:14: "sav@mileo.example" is the mailbox address at \
            Mailboxes/sav.yaml:3:10; allowed: the person's own address
            """
        ),
        .files(
            "nobody to handle complaints",
            [
                "reclamations.yaml": SettingsFolder.reclamations,
                "company.yaml": SettingsFolder.company.replacingOccurrences(
                    of: "complaint-handler",
                    with: "technician"
                ),
            ],
            """
            Mailboxes/company.yaml:8:3: "staff": nobody has the role complaint-handler, whom \
            the acknowledgements of Mailboxes/reclamations.yaml must name; allowed: at least \
            one such person
            """
        ),
        .files(
            "two mailboxes with one prefix",
            [
                "reclamations.yaml": SettingsFolder.reclamations.replacingOccurrences(
                    of: "prefix: REC",
                    with: "prefix: SAV"
                )
            ],
            """
            Mailboxes/sav.yaml:2:9: "prefix": found "SAV", which \
            Mailboxes/reclamations.yaml:2:9 has too; allowed: one of its own for each mailbox
            """
        ),
        .files(
            "two mailboxes with one address",
            [
                "reclamations.yaml": SettingsFolder.reclamations.replacingOccurrences(
                    of: "reclamations@",
                    with: "sav@"
                )
            ],
            """
            Mailboxes/sav.yaml:3:10: "address": found "sav@mileo.example", which \
            Mailboxes/reclamations.yaml:3:10 has too; allowed: one of its own for each mailbox
            """
        ),
        .files(
            "an alias that is another mailbox's address",
            ["reclamations.yaml": SettingsFolder.reclamations + "aliases: [SAV@mileo.example]\n"],
            """
            Mailboxes/sav.yaml:3:10: "address": found "sav@mileo.example", which \
            Mailboxes/reclamations.yaml:6:11 has too; allowed: one of its own for each mailbox
            """
        ),
        .files(
            "two mailboxes with one name",
            ["reclamations.yaml": SettingsFolder.reclamations + "name: sav\n"],
            """
            Mailboxes/sav.yaml:1:1: "name": found "sav", which \
            Mailboxes/reclamations.yaml:6:7 has too; allowed: one of its own for each mailbox
            """
        ),
        .files(
            "two mailboxes with one source",
            [
                "reclamations.yaml": SettingsFolder.reclamations.replacingOccurrences(
                    of: "in-rec",
                    with: "./in"
                )
            ],
            """
            Mailboxes/sav.yaml:4:19: "source.maildir": found "Mailboxes/in", which \
            Mailboxes/reclamations.yaml:4:19 has too; allowed: one of its own for each mailbox
            """
        ),
        .files(
            "letters that would be fetched again",
            [
                "reclamations.yaml": SettingsFolder.reclamations.replacingOccurrences(
                    of: "maildir: out",
                    with: "maildir: in"
                )
            ],
            """
            Mailboxes/reclamations.yaml:5:20: "letters.maildir": this is the source at \
            Mailboxes/sav.yaml:4:19, so Guichet would answer its own letters; allowed: a \
            Maildir that no mailbox reads
            """
        ),
        .files(
            "a file name that is no mailbox name",
            ["Réclamations.yaml": SettingsFolder.reclamations],
            """
            Mailboxes/Réclamations.yaml:1:1: the file's name makes no mailbox name: found \
            "Réclamations"; allowed: 1 to 40 of a-z, 0-9 and -, such as sav; rename the file, \
            or add the key "name"
            """
        ),
        .sav(
            "an address in another domain",
            "sav@mileo.example",
            is: "sav@mileo.exmple",
            """
            Mailboxes/sav.yaml:3:10: "address": found the domain "mileo.exmple"; allowed: \
            mileo.example, or a further one in company.other-domains; did you mean \
            "mileo.example"?
            """
        ),
        .company(
            "a sender that is banned and allowed",
            plus: "senders: {ban: [spam.example], allow: [spam.example]}",
            """
            Mailboxes/company.yaml:11:17: "senders.ban": found "spam.example", which \
            senders.allow has too; allowed: one of the two lists
            """
        ),
        .company(
            "the company's own people, banned",
            plus: "senders: {ban: [lea.martin@mileo.example]}",
            """
            Mailboxes/company.yaml:11:17: "senders.ban": found "lea.martin@mileo.example", \
            which is the company's own; allowed: senders from outside
            """
        ),
        .company(
            "a pattern where a sender is to stand",
            plus: "senders: {ban: [\"*.spam.example\"]}",
            """
            Mailboxes/company.yaml:11:17: "senders.ban[1]": found "*.spam.example"; allowed: an \
            address or a domain, such as x@spam.example or spam.example; did you mean \
            "spam.example"?
            """
        ),
        .files(
            "a file that ends in .yml",
            ["reclamations.yml": SettingsFolder.reclamations],
            """
            Mailboxes/reclamations.yml: the name ends in .yml; rename it to .yaml to have it \
            read
            """
        ),
    ]
}
