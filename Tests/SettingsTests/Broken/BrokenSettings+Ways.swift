// Ways of mail and letters that do not work: two at once, none, a login without a secret, a server
// that would be spoken to in the open.

import Foundation

extension BrokenSettings {
    private static let imap =
        "source: {imap: {host: imap.mileo.example, user: sav, password: {environment: PW}}}"

    static let ways: [BrokenSettings] = [
        .sav(
            "two sources",
            "source: {maildir: in}",
            is: "source: {maildir: in, imap: {host: a.example, user: b, password: {file: c}}}",
            """
            Mailboxes/sav.yaml:4:9: "source": found maildir and imap as the source of mail; \
            allowed: exactly one of maildir, imap
            """
        ),
        .sav(
            "an IMAP server without a user and a secret",
            "source: {maildir: in}",
            is: "source: {imap: {host: imap.mileo.example}}",
            """
            Mailboxes/sav.yaml:4:16: "source.imap": found none as the way to log in; allowed: \
            exactly one of password, oauth2
            Mailboxes/sav.yaml:4:16: missing key "user" in "source.imap"; allowed: one line of \
            1 to 200 characters
            """
        ),
        .sav(
            "a password in the file",
            "source: {maildir: in}",
            is: "source: {imap: {host: imap.mileo.example, user: sav, password: geheim}}",
            """
            Mailboxes/sav.yaml:4:64: "source.imap.password": a secret must not stand in this \
            file; allowed: a map that says where it lies, with one of environment, file, \
            credential, command
            """
        ),
        .sav(
            "a server on another machine without protection",
            "letters: {maildir: out}",
            is: "letters: {smtp: {host: smtp.mileo.example, security: none}}",
            """
            Mailboxes/sav.yaml:5:54: "letters.smtp.security": found "none" for a server on \
            another machine, so mails and secrets would travel in the open; allowed: tls, \
            starttls
            """
        ),
        .sav(
            "a URL for a host, and an impossible port",
            "letters: {maildir: out}",
            is: "letters: {smtp: {host: \"smtps://smtp.mileo.example:465/\", port: 70000}}",
            """
            Mailboxes/sav.yaml:5:24: "letters.smtp.host": found \
            "smtps://smtp.mileo.example:465/"; allowed: a host name or address alone, such as \
            imap.mileo.example; did you mean "smtp.mileo.example"?
            Mailboxes/sav.yaml:5:65: "letters.smtp.port": found "70000"; allowed: a number \
            from 1 to 65535
            """
        ),
        .sav(
            "a token endpoint in the open, and a grant without its token",
            "source: {maildir: in}",
            is: "source: {imap: {host: a.example, user: b, oauth2: {grant: refresh-token, "
                + "token-url: \"http://a.example/token\", client-id: c}}}",
            """
            Mailboxes/sav.yaml:4:85: "source.imap.oauth2.token-url": found \
            "http://a.example/token"; allowed: an address that begins with https://
            """
        ),
        .sav(
            "a refresh token that is missing",
            "source: {maildir: in}",
            is: "source: {imap: {host: a.example, user: b, oauth2: {grant: refresh-token, "
                + "token-url: \"https://a.example/token\", client-id: c}}}",
            """
            Mailboxes/sav.yaml:4:51: missing key "refresh-token" in "source.imap.oauth2"; \
            allowed: a map that says where it lies
            """
        ),
        .sav(
            "two marks for filed mails",
            "source: {maildir: in}",
            is: imap.replacingOccurrences(of: "user:", with: "done: {seen: true, move: A}, user:"),
            """
            Mailboxes/sav.yaml:4:49: "source.imap.done": found seen and move as the mark of \
            filed mails; allowed: exactly one of keyword, seen, move
            """
        ),
        .sav(
            "a day that no calendar has, and a pause that is too short",
            "source: {maildir: in}",
            is: imap.replacingOccurrences(
                of: "user:",
                with: "adopt-since: 2026-02-30, poll: 1 s, user:"
            ),
            """
            Mailboxes/sav.yaml:4:56: "source.imap.adopt-since": found "2026-02-30"; allowed: a \
            day such as 2026-11-02 (from 00:00 in the company's time zone), or a moment such as \
            2026-11-02T08:00:00+01:00
            Mailboxes/sav.yaml:4:74: "source.imap.poll": found "1 s"; allowed: 10 s to 60 min, \
            such as 60 s
            """
        ),
        .sav(
            "a sent folder without an IMAP server",
            "letters: {maildir: out}",
            is: "letters: {smtp: {host: smtp.mileo.example, sent-folder: Sent}}",
            """
            Mailboxes/sav.yaml:5:17: "letters.smtp.sent-folder": found "Sent"; allowed: a \
            folder of the mailbox's IMAP server (source.imap) other than the one that is read
            """
        ),
        .sav(
            "copies without a folder",
            "letters: {maildir: out}",
            is: "letters: {smtp: {host: smtp.mileo.example, append-sent: true}}",
            """
            Mailboxes/sav.yaml:5:57: "letters.smtp.append-sent": found "true" without a \
            folder; allowed: true together with sent-folder
            """
        ),
        .sav(
            "an SMTP user without a secret",
            "letters: {maildir: out}",
            is: "letters: {smtp: {host: smtp.mileo.example, user: sav}}",
            """
            Mailboxes/sav.yaml:5:17: "letters.smtp": found none as the way to log in; allowed: \
            exactly one of password, oauth2
            """
        ),
        .sav(
            "a command that is not named by its whole path",
            "letters: {maildir: out}",
            is: "letters: {sendmail: [sendmail]}",
            """
            Mailboxes/sav.yaml:5:22: "letters.sendmail": the program is not named by its whole \
            path; allowed: a list such as [/usr/sbin/sendmail]
            """
        ),
    ]
}
