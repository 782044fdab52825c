// Keys that are unknown, missing, misplaced or there twice.

import Foundation

extension BrokenSettings {
    static let keys: [BrokenSettings] = [
        .sav(
            "an unknown key",
            plus: "imap: {host: mail.mileo.example}",
            """
            Mailboxes/sav.yaml:6:1: unknown key "imap"; allowed: name, procedure, prefix, \
            address, display-name, aliases, source, letters, acknowledge, confirm-follow-ups, \
            delays, promises, limits
            """
        ),
        .sav(
            "an unknown key that is nearly known",
            plus: "acknowlege: at-once",
            """
            Mailboxes/sav.yaml:6:1: unknown key "acknowlege"; did you mean "acknowledge"? \
            Allowed: name, procedure, prefix, address, display-name, aliases, source, \
            letters, acknowledge, confirm-follow-ups, delays, promises, limits
            """
        ),
        .sav(
            "a key with an underscore",
            plus: "confirm_follow_ups: true",
            """
            Mailboxes/sav.yaml:6:1: unknown key "confirm_follow_ups"; did you mean \
            "confirm-follow-ups"? Allowed: name, procedure, prefix, address, display-name, \
            aliases, source, letters, acknowledge, confirm-follow-ups, delays, promises, limits
            """
        ),
        .sav(
            "a key with a French space before the colon",
            plus: "acknowledge\u{A0}: at-once",
            """
            Mailboxes/sav.yaml:6:1: unknown key "acknowledge\\u{A0}"; did you mean \
            "acknowledge"? Allowed: name, procedure, prefix, address, display-name, aliases, \
            source, letters, acknowledge, confirm-follow-ups, delays, promises, limits
            """
        ),
        .sav(
            "a key that stands twice",
            plus: "prefix: SAV",
            """
            Mailboxes/sav.yaml:6:1: the key "prefix" stands twice in one map, first at 2:1; \
            keep one
            """
        ),
        .sav(
            "an unknown key within a map",
            plus: "limits: {size: 1 MB}",
            """
            Mailboxes/sav.yaml:6:10: unknown key "size" in "limits"; allowed: message-size
            """
        ),
        .sav(
            "an unknown key behind accents",
            plus: "limits: {\"é\": 1, size: 2}",
            """
            Mailboxes/sav.yaml:6:10: unknown key "é" in "limits"; allowed: message-size
            Mailboxes/sav.yaml:6:18: unknown key "size" in "limits"; allowed: message-size
            """
        ),
        .sav(
            "a complaint's delay in an SAV mailbox",
            plus: "delays: {urgent-answer: 24 h}",
            """
            Mailboxes/sav.yaml:6:10: unknown key "urgent-answer" in "delays"; it belongs in a \
            mailbox with procedure: complaint; allowed: handling
            """
        ),
        .company(
            "a key of a person",
            "    address: lea",
            is: "    adress: lea",
            """
            Mailboxes/company.yaml:9:5: unknown key "adress" in "staff[1]"; did you mean \
            "address"? Allowed: name, address, roles, deputy, absences, left, language
            """
        ),
        .company(
            "a key of a person that is missing as well",
            "    address: lea",
            is: "    telephone: lea",
            """
            Mailboxes/company.yaml:8:5: missing key "address" in "staff[1]"; allowed: a plain \
            e-mail address, such as sav@mileo.example
            Mailboxes/company.yaml:9:5: unknown key "telephone" in "staff[1]"; allowed: name, \
            address, roles, deputy, absences, left, language
            """
        ),
        .company(
            "a section that is missing",
            "hours:\n  monday: [\"08:30-12:30\"]\n",
            is: "",
            """
            Mailboxes/company.yaml:1:1: missing key "hours" at the top level; allowed: a map \
            with monday, tuesday, wednesday, thursday, friday, saturday, sunday
            """
        ),
        .company(
            "a name that is missing",
            "  name: Mileo Technology\n",
            is: "",
            """
            Mailboxes/company.yaml:2:3: missing key "name" in "company"; allowed: one line of \
            1 to 200 characters
            """
        ),
        .company(
            "a domain and a telephone number that are missing",
            "  domain: mileo.example\n  phone: 01 99 00 10 00\n",
            is: "",
            """
            Mailboxes/company.yaml:2:3: missing key "domain" in "company"; allowed: a domain, \
            such as mileo.example
            Mailboxes/company.yaml:2:3: missing key "phone" in "company"; allowed: a \
            telephone number, such as 01 99 00 10 00
            """
        ),
        .company(
            "roles that are missing",
            "    roles: [complaint-handler]\n",
            is: "",
            """
            Mailboxes/company.yaml:8:5: missing key "roles" in "staff[1]"; allowed: a list; \
            each entry: technician, complaint-handler, account-manager, operations-manager, \
            general-management, administrator
            """
        ),
        .sav(
            "a procedure that is missing",
            "procedure: sav\n",
            is: "",
            """
            Mailboxes/sav.yaml:1:1: missing key "procedure" at the top level; allowed: sav, \
            complaint
            """
        ),
        .sav(
            "a source that is missing",
            "source: {maildir: in}\n",
            is: "",
            """
            Mailboxes/sav.yaml:1:1: missing key "source" at the top level; allowed: a map \
            with maildir, imap, sent
            """
        ),
        .sav(
            "a source without its path",
            "source: {maildir: in}",
            is: "source: {}",
            """
            Mailboxes/sav.yaml:4:9: "source": found none as the source of mail; allowed: \
            exactly one of maildir, imap
            """
        ),
        .sav(
            "letters of another kind",
            "letters: {maildir: out}",
            is: "letters: {fax: out}",
            """
            Mailboxes/sav.yaml:5:11: unknown key "fax" in "letters"; allowed: maildir, smtp, \
            sendmail
            """
        ),
        .sav(
            "an unknown class",
            plus: "delays: {handling: {urgent: 1 h}}",
            """
            Mailboxes/sav.yaml:6:21: unknown key "urgent" in "delays.handling"; allowed: \
            critical, standard, informational
            """
        ),
        .files(
            "an SAV's delay in a complaint mailbox",
            [
                "reclamations.yaml": SettingsFolder.reclamations
                    + "delays: {handling: {critical: 1 h}}\n"
            ],
            """
            Mailboxes/reclamations.yaml:6:10: unknown key "handling" in "delays"; it belongs \
            in a mailbox with procedure: sav; allowed: formal-acknowledgement, \
            substantive-answer, urgent-answer
            """
        ),
        .files(
            "both kinds of delay while the procedure is wrong",
            [
                "sav.yaml": SettingsFolder.sav.replacingOccurrences(
                    of: "procedure: sav",
                    with: "delays: {urgent-answer: 1 h, handling: {}}\nprocedure: svc"
                )
            ],
            """
            Mailboxes/sav.yaml:2:12: "procedure": found "svc"; allowed: sav, complaint
            """
        ),
    ]
}
