// Values of the wrong kind, and what may have been meant.

extension BrokenSettings {
    static let values: [BrokenSettings] = [
        .sav(
            "a word that is nearly right",
            plus: "acknowledge: at-onc",
            """
            Mailboxes/sav.yaml:6:14: "acknowledge": found "at-onc"; allowed: at-once, \
            opening-hours; did you mean "at-once"?
            """
        ),
        .sav(
            "a word that is wrong",
            plus: "acknowledge: never",
            """
            Mailboxes/sav.yaml:6:14: "acknowledge": found "never"; allowed: at-once, \
            opening-hours
            """
        ),
        .sav(
            "a key without a value",
            plus: "display-name:",
            """
            Mailboxes/sav.yaml:6:14: "display-name": found nothing; allowed: one line of 1 to \
            200 characters
            """
        ),
        .sav(
            "a list where a word belongs",
            plus: "acknowledge: [at-once]",
            """
            Mailboxes/sav.yaml:6:14: "acknowledge": found a list; allowed: at-once, \
            opening-hours
            """
        ),
        .sav(
            "a map where a word belongs",
            plus: "acknowledge: {at: once}",
            """
            Mailboxes/sav.yaml:6:14: "acknowledge": found a map; allowed: at-once, \
            opening-hours
            """
        ),
        .sav(
            "a word where a map belongs",
            plus: "limits: 25 MB",
            """
            Mailboxes/sav.yaml:6:9: "limits": found "25 MB"; allowed: a map with message-size
            """
        ),
        .sav(
            "nothing where a map belongs",
            plus: "limits:",
            """
            Mailboxes/sav.yaml:6:8: "limits": found nothing; allowed: a map with message-size
            """
        ),
        .sav(
            "a single value where a list belongs",
            plus: "aliases: help@mileo.example",
            """
            Mailboxes/sav.yaml:6:10: "aliases": found "help@mileo.example"; allowed: a list; \
            each entry: a plain e-mail address, such as sav@mileo.example
            """
        ),
        .sav(
            "yes for true",
            plus: "confirm-follow-ups: yes",
            """
            Mailboxes/sav.yaml:6:21: "confirm-follow-ups": found "yes"; allowed: true or \
            false; did you mean "true"?
            """
        ),
        .sav(
            "True for true",
            plus: "confirm-follow-ups: True",
            """
            Mailboxes/sav.yaml:6:21: "confirm-follow-ups": found "True"; allowed: true or \
            false; did you mean "true"?
            """
        ),
        .sav(
            "neither true nor false",
            plus: "confirm-follow-ups: sometimes",
            """
            Mailboxes/sav.yaml:6:21: "confirm-follow-ups": found "sometimes"; allowed: true \
            or false
            """
        ),
        .sav(
            "a size in French",
            plus: "limits: {message-size: 25 Mo}",
            """
            Mailboxes/sav.yaml:6:24: "limits.message-size": found "25 Mo"; allowed: 10 kB to \
            100 MB, such as 25 MB; did you mean "25 MB"?
            """
        ),
        .sav(
            "a size without a unit",
            plus: "limits: {message-size: 25}",
            """
            Mailboxes/sav.yaml:6:24: "limits.message-size": found "25"; allowed: 10 kB to 100 \
            MB, such as 25 MB
            """
        ),
        .sav(
            "a size that is too large",
            plus: "limits: {message-size: 2000 MB}",
            """
            Mailboxes/sav.yaml:6:24: "limits.message-size": found "2000 MB"; allowed: 10 kB \
            to 100 MB, such as 25 MB
            """
        ),
        .sav(
            "a delay without a unit",
            plus: "delays: {handling: {critical: 4}}",
            """
            Mailboxes/sav.yaml:6:31: "delays.handling.critical": found "4"; allowed: 1 to \
            10000 with a unit (min, h, d, bh, bd), such as 4 bh
            """
        ),
        .sav(
            "a delay of nothing",
            plus: "delays: {handling: {critical: 0 h}}",
            """
            Mailboxes/sav.yaml:6:31: "delays.handling.critical": found "0 h"; allowed: 1 to \
            10000 with a unit (min, h, d, bh, bd), such as 4 bh
            """
        ),
        .sav(
            "a delay in words",
            plus: "delays: {handling: {critical: 4 hours}}",
            """
            Mailboxes/sav.yaml:6:31: "delays.handling.critical": found "4 hours"; allowed: 1 \
            to 10000 with a unit (min, h, d, bh, bd), such as 4 bh; did you mean "4 h"?
            """
        ),
        .sav(
            "a delay in French",
            plus: "delays: {handling: {critical: 4 heures ouvrées}}",
            """
            Mailboxes/sav.yaml:6:31: "delays.handling.critical": found "4 heures ouvrées"; \
            allowed: 1 to 10000 with a unit (min, h, d, bh, bd), such as 4 bh; did you mean \
            "4 bh"?
            """
        ),
        .sav(
            "a delay that is too long",
            plus: "delays: {handling: {critical: 10001 h}}",
            """
            Mailboxes/sav.yaml:6:31: "delays.handling.critical": found "10001 h"; allowed: 1 \
            to 10000 with a unit (min, h, d, bh, bd), such as 4 bh
            """
        ),
        .sav(
            "an address with a name",
            plus: "aliases: [SAV <help@mileo.example>]",
            """
            Mailboxes/sav.yaml:6:11: "aliases[1]": found "SAV <help@mileo.example>"; allowed: \
            a plain e-mail address, such as sav@mileo.example; did you mean \
            "help@mileo.example"?
            """
        ),
        .sav(
            "an address with a line end",
            plus: "aliases: [\"help@mileo.example\\r\\nBcc: x\"]",
            """
            Mailboxes/sav.yaml:6:11: "aliases[1]": found "help@mileo.example\\u{D}\\u{A}Bcc: \
            x"; allowed: a plain e-mail address, such as sav@mileo.example
            """
        ),
        .sav(
            "a name over two lines",
            plus: "display-name: \"SAV\\nMileo\"",
            """
            Mailboxes/sav.yaml:6:15: "display-name": found "SAV\\u{A}Mileo"; allowed: one \
            line of 1 to 200 characters
            """
        ),
        .sav(
            "a name that is too long",
            plus: "display-name: " + String(repeating: "x", count: 201),
            """
            Mailboxes/sav.yaml:6:15: "display-name": found \
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"; allowed: one \
            line of 1 to 200 characters
            """
        ),
        .sav(
            "a mailbox name in capitals",
            plus: "name: SAV",
            """
            Mailboxes/sav.yaml:6:7: "name": found "SAV"; allowed: 1 to 40 of a-z, 0-9 and -, \
            such as sav; did you mean "sav"?
            """
        ),
        .sav(
            "a prefix in small letters",
            "prefix: SAV",
            is: "prefix: sav",
            """
            Mailboxes/sav.yaml:2:9: "prefix": found "sav"; allowed: 2 to 5 capital letters, \
            such as SAV; did you mean "SAV"?
            """
        ),
        .sav(
            "a prefix that is too long",
            "prefix: SAV",
            is: "prefix: MILEOSAV",
            """
            Mailboxes/sav.yaml:2:9: "prefix": found "MILEOSAV"; allowed: 2 to 5 capital \
            letters, such as SAV
            """
        ),
        .sav(
            "an unknown procedure",
            "procedure: sav",
            is: "procedure: SAV",
            """
            Mailboxes/sav.yaml:1:12: "procedure": found "SAV"; allowed: sav, complaint; did \
            you mean "sav"?
            """
        ),
        .sav(
            "a path in somebody's home",
            "source: {maildir: in}",
            is: "source: {maildir: ~root/mail}",
            """
            Mailboxes/sav.yaml:4:19: "source.maildir": found "~root/mail"; allowed: a path \
            that is absolute, relative to this file's folder, or begins with $STATE/ or ~/
            """
        ),
        .sav(
            "a path with an unknown variable",
            "source: {maildir: in}",
            is: "source: {maildir: $HOME/mail}",
            """
            Mailboxes/sav.yaml:4:19: "source.maildir": found "$HOME/mail"; allowed: a path \
            that is absolute, relative to this file's folder, or begins with $STATE/ or ~/
            """
        ),
        .sav(
            "a path with a mistyped variable",
            "source: {maildir: in}",
            is: "source: {maildir: \"${STATE}/mail\"}",
            """
            Mailboxes/sav.yaml:4:19: "source.maildir": found "${STATE}/mail"; allowed: a path \
            that is absolute, relative to this file's folder, or begins with $STATE/ or ~/; \
            did you mean "$STATE/mail"?
            """
        ),
        .sav(
            "a path of nothing but the state folder",
            "source: {maildir: in}",
            is: "source: {maildir: $STATE/}",
            """
            Mailboxes/sav.yaml:4:19: "source.maildir": found "$STATE/"; allowed: a path that \
            is absolute, relative to this file's folder, or begins with $STATE/ or ~/
            """
        ),
        .company(
            "a domain without a dot",
            "domain: mileo.example",
            is: "domain: mileo",
            """
            Mailboxes/company.yaml:3:11: "company.domain": found "mileo"; allowed: a domain, \
            such as mileo.example
            """
        ),
        .company(
            "a domain with two dots",
            "domain: mileo.example",
            is: "domain: mileo..example",
            """
            Mailboxes/company.yaml:3:11: "company.domain": found "mileo..example"; allowed: a \
            domain, such as mileo.example
            """
        ),
        .company(
            "a domain written as an address",
            "domain: mileo.example",
            is: "domain: sav@mileo.example",
            """
            Mailboxes/company.yaml:3:11: "company.domain": found "sav@mileo.example"; \
            allowed: a domain, such as mileo.example; did you mean "mileo.example"?
            """
        ),
        .company(
            "a telephone number in words",
            "phone: 01 99 00 10 00",
            is: "phone: zero one",
            """
            Mailboxes/company.yaml:4:10: "company.phone": found "zero one"; allowed: a \
            telephone number, such as 01 99 00 10 00
            """
        ),
        .company(
            "an unknown time zone",
            plus: "timezone: Europe/Pari",
            """
            Mailboxes/company.yaml:11:11: "timezone": found "Europe/Pari"; allowed: a time \
            zone by its name, such as Europe/Paris; did you mean "Europe/Paris"?
            """
        ),
        .company(
            "an offset for a time zone",
            plus: "timezone: UTC+1",
            """
            Mailboxes/company.yaml:11:11: "timezone": found "UTC+1"; allowed: a time zone by \
            its name, such as Europe/Paris
            """
        ),
        .company(
            "a contract that does not exist",
            plus: "contracts: {premum: {duty: true}}",
            """
            Mailboxes/company.yaml:11:13: unknown key "premum" in "contracts"; did you mean \
            "premium"? Allowed: premium, comfort, essential
            """
        ),
        .company(
            "a contract's delay in an unknown unit",
            plus: "contracts: {premium: {first-answer: 1 fortnight}}",
            """
            Mailboxes/company.yaml:11:37: "contracts.premium.first-answer": found "1 \
            fortnight"; allowed: 1 to 10000 with a unit (min, h, d, bh, bd), such as 4 bh
            """
        ),
        .company(
            "an unknown role",
            "[complaint-handler]",
            is: "[complaint-handler, technicien]",
            """
            Mailboxes/company.yaml:10:32: "staff[1].roles[2]": found "technicien"; allowed: \
            technician, complaint-handler, account-manager, operations-manager, \
            general-management, administrator; did you mean "technician"?
            """
        ),
        .company(
            "a role that stands twice",
            "[complaint-handler]",
            is: "[complaint-handler, complaint-handler]",
            """
            Mailboxes/company.yaml:10:32: "staff[1].roles": this stands twice in the list, \
            first at 10:13; keep one
            """
        ),
        .company(
            "no role",
            "[complaint-handler]",
            is: "[]",
            """
            Mailboxes/company.yaml:10:12: "staff[1].roles": found an empty list; allowed: a \
            list; each entry: technician, complaint-handler, account-manager, \
            operations-manager, general-management, administrator
            """
        ),
        .company(
            "a person who is only a name",
            "  - name: Léa Martin\n" + "    address: lea.martin@mileo.example\n"
                + "    roles: [complaint-handler]",
            is: "  - Léa Martin",
            """
            Mailboxes/company.yaml:8:5: "staff[1]": found "Léa Martin"; allowed: a map with \
            name, address, roles, deputy, absences, left, language
            """
        ),
        .company(
            "no person",
            "staff:\n" + "  - name: Léa Martin\n" + "    address: lea.martin@mileo.example\n"
                + "    roles: [complaint-handler]",
            is: "staff: []",
            """
            Mailboxes/company.yaml:7:8: "staff": found an empty list; allowed: a list of \
            maps, each with name, address, roles, deputy, absences, left, language
            """
        ),
    ]
}
