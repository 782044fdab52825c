// What must never stand where a secret is referred to. No error may hold the word hunter2.

extension BrokenSettings {
    static let secrets: [BrokenSettings] = [
        .company(
            "a secret in plain text",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: hunter2-hunter2",
            """
            Mailboxes/company.yaml:5:8: "company.key": a secret must not stand in this file; \
            allowed: a map that says where it lies, with one of environment, file, \
            credential, command
            """
        ),
        .company(
            "a secret in quotes",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: \"hunter2: hunter2\"",
            """
            Mailboxes/company.yaml:5:8: "company.key": a secret must not stand in this file; \
            allowed: a map that says where it lies, with one of environment, file, \
            credential, command
            """
        ),
        .company(
            "a secret that looks like a tag",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: !hunter2",
            """
            Mailboxes/company.yaml:5:8: "company.key": a secret must not stand in this file; \
            allowed: a map that says where it lies, with one of environment, file, \
            credential, command
            Mailboxes/company.yaml:5:8: a tag (!) is not allowed; put a value that begins so \
            in quotes
            """
        ),
        .company(
            "a secret that looks like an alias",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: *hunter2",
            """
            Mailboxes/company.yaml:5:8: "company.key": a secret must not stand in this file; \
            allowed: a map that says where it lies, with one of environment, file, \
            credential, command
            Mailboxes/company.yaml:5:8: an alias (*) is not allowed; write the value out
            """
        ),
        .company(
            "a secret in a list",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: [hunter2]",
            """
            Mailboxes/company.yaml:5:8: "company.key": a secret must not stand in this file; \
            allowed: a map that says where it lies, with one of environment, file, \
            credential, command
            """
        ),
        .company(
            "a secret as a stray key",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: {hunter2: }",
            """
            Mailboxes/company.yaml:5:9: unknown key (not shown here) in "company.key"; \
            allowed: environment, file, credential, command
            """
        ),
        .company(
            "a secret behind a stray key",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: {value: hunter2}",
            """
            Mailboxes/company.yaml:5:9: unknown key (not shown here) in "company.key"; \
            allowed: environment, file, credential, command
            """
        ),
        .company(
            "a way that is nearly right",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: {enviroment: GUICHET_KEY}",
            """
            Mailboxes/company.yaml:5:9: unknown key "enviroment" in "company.key"; did you \
            mean "environment"? Allowed: environment, file, credential, command
            """
        ),
        .company(
            "a secret for a variable's name",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: {environment: hunter2-hunter2}",
            """
            Mailboxes/company.yaml:5:22: "company.key.environment": found a value (not shown \
            here); allowed: an environment variable's name, such as GUICHET_KEY
            """
        ),
        .company(
            "a secret for a credential's name",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: {credential: hunter2/hunter2}",
            """
            Mailboxes/company.yaml:5:21: "company.key.credential": found a value (not shown \
            here); allowed: a credential's name without "/", such as guichet-key
            """
        ),
        .company(
            "a secret for a path",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: {file: $hunter2}",
            """
            Mailboxes/company.yaml:5:15: "company.key.file": found a value (not shown here); \
            allowed: a path that is absolute, relative to this file's folder, or begins with \
            $STATE/ or ~/
            """
        ),
        .company(
            "a command in one text",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: {command: pass show hunter2}",
            """
            Mailboxes/company.yaml:5:18: "company.key.command": found a value (not shown \
            here); allowed: a list; each entry: one line of 1 to 1000 characters
            """
        ),
        .company(
            "a command without its path",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: {command: [pass, show, hunter2]}",
            """
            Mailboxes/company.yaml:5:19: "company.key.command": the program is not named by \
            its whole path; allowed: a list such as [/usr/bin/pass, show, mileo/key]
            """
        ),
        .company(
            "a command of nothing",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: {command: []}",
            """
            Mailboxes/company.yaml:5:18: "company.key.command": the program is not named by \
            its whole path; allowed: a list such as [/usr/bin/pass, show, mileo/key]
            """
        ),
        .company(
            "two ways at once",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n"
                + "  key: {environment: GUICHET_KEY, credential: guichet-key}",
            """
            Mailboxes/company.yaml:5:8: "company.key": found 2 places where the secret lies; \
            allowed: one of environment, file, credential, command
            """
        ),
        .company(
            "no way",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: {}",
            """
            Mailboxes/company.yaml:5:8: "company.key": found no place where the secret lies; \
            allowed: one of environment, file, credential, command
            """
        ),
        .company(
            "no value",
            "  phone: 01 99 00 10 00",
            is: "  phone: 01 99 00 10 00\n  key: ",
            """
            Mailboxes/company.yaml:5:7: "company.key": found nothing; allowed: a map that \
            says where it lies, with one of environment, file, credential, command
            """
        ),
    ]
}
