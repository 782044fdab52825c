// Files that are not YAML, or use what is refused.

extension BrokenSettings {
    static let yaml: [BrokenSettings] = [
        .sav(
            "a tab for indentation",
            plus: "limits:\n\tmessage-size: 1 MB",
            """
            Mailboxes/sav.yaml:7:1: a tab stands where spaces are needed; indent with spaces
            """
        ),
        .sav(
            "a second colon in a value",
            plus: "display-name: SAV: Mileo",
            """
            Mailboxes/sav.yaml:6:18: a second ":" on this line, or a key indented too far; \
            put a value that holds ": " in quotes, and align the keys of one map
            """
        ),
        .sav(
            "a quotation that is never closed",
            plus: "display-name: \"SAV",
            """
            Mailboxes/sav.yaml:6:15: the quotation that begins here is never closed; add the \
            closing quote
            """
        ),
        .sav(
            "a quotation that only the next one's opening quote closes",
            plus: "display-name: \"SAV\nfooter: |\n  x\nsignature: \"Mileo\"",
            """
            Mailboxes/sav.yaml:6:15: the quotation that begins here goes on as far as line 9; \
            add its closing quote
            """
        ),
        .sav(
            "an apostrophe that opens a quotation",
            plus: "display-name: 'SAV\nsignature: l'équipe",
            """
            Mailboxes/sav.yaml:6:15: the quotation that begins here goes on as far as line 7; \
            add its closing quote
            """
        ),
        .sav(
            "a list that is never closed",
            plus: "aliases: [a@mileo.example",
            """
            Mailboxes/sav.yaml:6:10: the bracket that opens here is never closed; add "]"
            """
        ),
        .sav(
            "a map that is never closed",
            plus: "limits: {message-size: 1 MB",
            """
            Mailboxes/sav.yaml:6:9: the bracket that opens here is never closed; add "}"
            """
        ),
        .sav(
            "a list that another key closes",
            plus: "aliases: [a@mileo.example\nlimits: {message-size: 1 MB}",
            """
            Mailboxes/sav.yaml:7:7: a list in brackets lacks a "," or its closing "]" (opened \
            at 6:10)
            """
        ),
        .sav(
            "a file that ends in an open bracket",
            plus: "aliases: [",
            """
            Mailboxes/sav.yaml:7:1: the file ends where a value is missing; is a bracket \
            still open?
            """
        ),
        .sav(
            "a key without a value or colon",
            plus: "acknowledge",
            """
            Mailboxes/sav.yaml:6:1: a key without ":" and a value; write key: value
            """
        ),
        .sav(
            "a key indented too far",
            plus: "acknowledge: at-once\n  confirm-follow-ups: true",
            """
            Mailboxes/sav.yaml:7:21: a second ":" on this line, or a key indented too far; \
            put a value that holds ": " in quotes, and align the keys of one map
            """
        ),
        .sav(
            "text behind a quotation",
            plus: "display-name: \"SAV\" Mileo",
            """
            Mailboxes/sav.yaml:6:21: this line does not fit the map around it; align it with \
            the other keys, and put a value that holds quotes or brackets in quotes as a whole
            """
        ),
        .sav(
            "an entry that is no entry",
            plus: "aliases:\n  - a@mileo.example\n  b@mileo.example: x",
            """
            Mailboxes/sav.yaml:8:3: this line does not fit the list around it; begin each \
            entry with "- " in the same column
            """
        ),
        .sav(
            "a list where none can begin",
            plus: "aliases: - a@mileo.example",
            """
            Mailboxes/sav.yaml:6:10: a list cannot begin here; put "- " on a line of its own
            """
        ),
        .sav(
            "a value that begins with @",
            plus: "display-name: @mileo",
            """
            Mailboxes/sav.yaml:6:15: a value cannot begin with "@"; put it in quotes
            """
        ),
        .sav(
            "a value that begins with *",
            plus: "display-name: * Mileo",
            """
            Mailboxes/sav.yaml:6:15: a value cannot begin with "*" or "&"; put it in quotes
            """
        ),
        .sav(
            "a backslash in double quotes",
            plus: "display-name: \"SAV\\Mileo\"",
            """
            Mailboxes/sav.yaml:6:19: an unknown escape behind "\\"; use single quotes, or \
            write "\\\\" for a backslash
            """
        ),
        .sav(
            "a missing value in a list",
            plus: "aliases: [,]",
            """
            Mailboxes/sav.yaml:6:11: a value is missing here
            """
        ),
        .sav(
            "an alias",
            plus: "display-name: *name",
            """
            Mailboxes/sav.yaml:6:15: an alias (*) is not allowed; write the value out
            """
        ),
        .sav(
            "an anchor",
            plus: "display-name: &name SAV",
            """
            Mailboxes/sav.yaml:6:15: an anchor (&) is not allowed; put a value that begins so \
            in quotes
            """
        ),
        .sav(
            "a tag",
            plus: "display-name: !!str SAV",
            """
            Mailboxes/sav.yaml:6:15: a tag (!) is not allowed; put a value that begins so in \
            quotes
            """
        ),
        .sav(
            "an anchored map is still read",
            plus: "limits: &limits {size: 1 MB}",
            """
            Mailboxes/sav.yaml:6:9: an anchor (&) is not allowed; put a value that begins so \
            in quotes
            Mailboxes/sav.yaml:6:18: unknown key "size" in "limits"; allowed: message-size
            """
        ),
        .sav(
            "a map as a key",
            plus: "{a: b}: c",
            """
            Mailboxes/sav.yaml:6:1: a list or a map cannot be a key; a key is one word
            """
        ),
        .sav(
            "a second document",
            plus: "---\nprocedure: sav",
            """
            Mailboxes/sav.yaml:6:1: a second document begins here; a file holds only one
            """
        ),
        .sav(
            "lists nested 21 deep",
            plus: "aliases: [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
            """
            Mailboxes/sav.yaml:6:29: lists and maps nest more than 20 deep
            """
        ),
        .sav(
            "an invisible character",
            plus: "display-name: SAV\u{200B}\u{7}",
            """
            Mailboxes/sav.yaml:6:19: the invisible character U+7 cannot stand here; delete it
            """
        ),
        .sav(
            "an unknown key before a bracket that is never closed",
            "procedure: sav",
            is: "procedur: sav\nacknowledge: at once\nlimits: {mesage-size: 1 MB",
            """
            Mailboxes/sav.yaml:1:1: unknown key "procedur"; did you mean "procedure"? Allowed: \
            name, procedure, prefix, address, display-name, aliases, source, letters, \
            acknowledge, confirm-follow-ups, delays, promises, limits
            Mailboxes/sav.yaml:2:14: "acknowledge": found "at once"; allowed: at-once, opening-hours; \
            did you mean "at-once"?
            Mailboxes/sav.yaml:3:10: unknown key "mesage-size" in "limits"; did you mean \
            "message-size"? Allowed: message-size
            Mailboxes/sav.yaml:4:7: a map in braces lacks a "," or its closing "}" (opened at 3:9)
            """
        ),
        .company(
            "mistakes before a line that does not fit",
            "  - name: Léa Martin\n    address: lea.martin@mileo.example",
            is: "  - name: Léa Martin\n    adress: lea.martin@mileo.example\n   x: y",
            """
            Mailboxes/company.yaml:9:5: unknown key "adress" in "staff[1]"; did you mean \
            "address"? Allowed: name, address, roles, deputy, absences, left, language
            Mailboxes/company.yaml:10:4: this line does not fit the list around it; begin each \
            entry with "- " in the same column
            """
        ),
        .sav(
            "an unknown key before an invisible character",
            plus: "aliass: []\nlimits:\n  message-size: 1 MB\u{7}",
            """
            Mailboxes/sav.yaml:6:1: unknown key "aliass"; did you mean "aliases"? Allowed: name, \
            procedure, prefix, address, display-name, aliases, source, letters, acknowledge, \
            confirm-follow-ups, delays, promises, limits
            Mailboxes/sav.yaml:8:21: the invisible character U+7 cannot stand here; delete it
            """
        ),
        .sav(
            "a quotation that is never closed in a secret's place",
            "source: {maildir: in}",
            is: "source:\n  imap:\n    hots: x\n    password: \"hunter2",
            """
            Mailboxes/sav.yaml:6:5: unknown key "hots" in "source.imap"; did you mean "host"? \
            Allowed: host, port, security, ca-file, user, password, oauth2, folder, done, \
            refused, sent, adopt-since, poll, sizes
            Mailboxes/sav.yaml:7:15: the quotation that begins here is never closed; add the \
            closing quote
            """
        ),
        .sav(
            "anchors beside other mistakes",
            "procedure: sav",
            is: "procedure: &p savv\n&q acknowledge: at once\nlimits: {<<: *p}\naliass: &a",
            """
            Mailboxes/sav.yaml:1:12: "procedure": found "savv"; allowed: sav, complaint; did \
            you mean "sav"?
            Mailboxes/sav.yaml:1:12: an anchor (&) is not allowed; put a value that begins so \
            in quotes
            Mailboxes/sav.yaml:2:1: an anchor (&) is not allowed; put a value that begins so in \
            quotes
            Mailboxes/sav.yaml:2:17: "acknowledge": found "at once"; allowed: at-once, opening-hours; \
            did you mean "at-once"?
            Mailboxes/sav.yaml:3:10: unknown key "<<" in "limits"; allowed: message-size
            Mailboxes/sav.yaml:3:14: an alias (*) is not allowed; write the value out
            Mailboxes/sav.yaml:4:1: unknown key "aliass"; did you mean "aliases"? Allowed: name, \
            procedure, prefix, address, display-name, aliases, source, letters, acknowledge, \
            confirm-follow-ups, delays, promises, limits
            Mailboxes/sav.yaml:4:9: an anchor (&) is not allowed; put a value that begins so in \
            quotes
            """
        ),
        .files(
            "an empty mailbox file",
            ["sav.yaml": "# nothing yet\n"],
            """
            Mailboxes/sav.yaml:1:1: missing key "address" at the top level; allowed: a plain \
            e-mail address, such as sav@mileo.example
            Mailboxes/sav.yaml:1:1: missing key "letters" at the top level; allowed: a map \
            with maildir, smtp, sendmail
            Mailboxes/sav.yaml:1:1: missing key "prefix" at the top level; allowed: 2 to 5 \
            capital letters, such as SAV
            Mailboxes/sav.yaml:1:1: missing key "procedure" at the top level; allowed: sav, \
            complaint
            Mailboxes/sav.yaml:1:1: missing key "source" at the top level; allowed: a map \
            with maildir, imap, sent
            """
        ),
        .files(
            "a list at the top",
            ["sav.yaml": "- procedure: sav\n"],
            """
            Mailboxes/sav.yaml:1:1: the file is not a map; allowed: keys and values, one key \
            a line
            """
        ),
        .files(
            "a word at the top",
            ["sav.yaml": "sav\n"],
            """
            Mailboxes/sav.yaml:1:1: the file is not a map; allowed: keys and values, one key \
            a line
            """
        ),
        .files(
            "an empty company.yaml",
            ["company.yaml": ""],
            """
            Mailboxes/company.yaml:1:1: missing key "company" at the top level; allowed: a \
            map with name, domain, other-domains, phone, key
            Mailboxes/company.yaml:1:1: missing key "hours" at the top level; allowed: a map \
            with monday, tuesday, wednesday, thursday, friday, saturday, sunday
            Mailboxes/company.yaml:1:1: missing key "staff" at the top level; allowed: a list \
            of maps, each with name, address, roles, deputy, absences, left, language
            """
        ),
    ]
}
