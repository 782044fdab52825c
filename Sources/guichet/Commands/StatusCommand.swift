// guichet status: the balance. Every fetched mail is in exactly one disposition, and the sums show
// it.

import Desk
import Store

/// Tells how things stand.
enum StatusCommand {
    static let command = Command(
        name: "status",
        operands: "",
        operandCount: 0...0,
        summary: "show how the service, every mailbox and the outbox stand",
        details: [
            "Every mail that was fetched stands in exactly one column. Where the service runs, or",
            "ran, each mailbox's last poll, lag and trouble follow; the lag is how long the oldest",
            "mail of the latest group had waited; mails that stay where they lie, and marks that",
            "are refused, follow, a line each. --json prints one line for each mailbox.",
            "Mails in a Maildir's cur/ that were never filed are counted: only new/ is read.",
        ],
        options: [Command.json]
    ) { invocation in
        let picture = StatusFile(stateFolder: invocation.stateFolder).read()
        let reader = try invocation.openReader()
        // How things stand is told whatever has become of the settings.
        let mailboxes = (try? invocation.loadHouse())?.mailboxes ?? []
        if invocation.has(Command.json) {
            invocation.output.lines(try StatusJSON.lines(reader, picture, mailboxes))
        } else {
            invocation.output.lines(try BalanceText.lines(reader, mailboxes.map(\.name)))
            invocation.output.lines(picture.map(ServiceText.lines) ?? [])
            invocation.output.lines(
                mailboxes.compactMap { mailbox in
                    CurMails(of: mailbox, reader).map {
                        "mailbox \(mailbox.name.text): \($0.sentence)".withoutControls
                    }
                }
            )
        }
        return .success
    }
}

/// Prints how the service stands, for people.
enum ServiceText {
    /// A line for the service, and one for each mailbox and for whatever is in trouble.
    static func lines(_ picture: StatusPicture) -> [String] {
        let gone =
            picture.word == "gone" ? "; it ended without a word and can be started again" : ""
        let head =
            "service: \(picture.word) (process \(picture.process), since \(picture.since)\(gone))"
        return [head]
            + picture.services
            .filter { $0.service.hasPrefix("mailbox ") || $0.failures > 0 }
            .flatMap { [line($0)] + complaints($0) }
    }

    /// A line for whatever is in trouble.
    static func troubles(_ picture: StatusPicture) -> [String] {
        picture.services.flatMap { ($0.failures > 0 ? [line($0)] : []) + complaints($0) }
    }

    // What the latest turn could not deal with: as bad as a failure for whoever wrote that mail.
    private static func complaints(_ service: StatusPicture.Service) -> [String] {
        (service.complaints ?? []).map { "\(service.service): \($0)".withoutControls }
    }

    private static func line(_ service: StatusPicture.Service) -> String {
        let lag = service.lagSeconds.map { ", lag \($0) s" } ?? ""
        let poll = "\(service.service): last poll \(service.lastPoll ?? "never")\(lag)"
        guard service.failures > 0 else { return poll.withoutControls }
        let next = service.nextTry.map { "; next try \($0)" } ?? ""
        return "\(poll); failed \(service.failures) times\(next): \(service.lastError ?? "")"
            .withoutControls
    }
}

/// Prints how the mailboxes stand, for scripts.
enum StatusJSON {
    /// One line for each mailbox that has mail, is watched, or stands in the settings.
    static func lines(
        _ reader: StoreReader,
        _ picture: StatusPicture?,
        _ mailboxes: [MailboxSettings]
    ) throws -> [String] {
        let letters = try reader.outboxCountsByMailbox()
        let watched = (picture?.services ?? []).compactMap { service in
            service.service.hasPrefix("mailbox ")
                ? MailboxName(String(service.service.dropFirst("mailbox ".utf8.count))) : nil
        }
        let balances = try BalanceText.balances(reader, mailboxes.map(\.name) + watched)
        return balances.map { balance in
            let settings = mailboxes.first { $0.name == balance.mailbox }
            let inCur: Int? = settings.map { CurMails(of: $0, reader)?.count ?? 0 }
            let service = picture?.service(of: balance.mailbox)
            let counts = letters[balance.mailbox] ?? [:]
            let outbox = OutboxState.allCases.map {
                (key: $0.rawValue, value: JSON.number(counts[$0] ?? 0))
            }
            return JSON.object(
                BalanceText.members(balance) + [
                    ("outbox", .object(outbox)),
                    ("service", .optional(picture?.word)),
                    ("lastPoll", .optional(service?.lastPoll)),
                    ("lagSeconds", .optional(service?.lagSeconds)),
                    ("failures", .optional(service?.failures)),
                    ("lastError", .optional(service?.lastError)),
                    ("lastErrorAt", .optional(service?.lastErrorAt)),
                    ("nextTry", .optional(service?.nextTry)),
                    ("complaints", .array((service?.complaints ?? []).map { .text($0) })),
                    ("neverFiledInCur", .optional(inCur)),
                ]
            ).line
        }
    }
}

/// Prints balances.
enum BalanceText {
    /// A table of the mailboxes with their sums, then the outbox by state.
    static func lines(
        _ reader: StoreReader,
        _ mailboxes: [MailboxName] = []
    ) throws -> [String] {
        let balances = try balances(reader, mailboxes)
        let columns = Disposition.allCases
        let head = ["mailbox", "fetched", "="] + columns.map(\.rawValue) + ["waiting"]
        var rows = balances.map { balance in
            [balance.mailbox.text, "\(balance.fetched)", "="]
                + columns.map { "\(balance.counts[$0] ?? 0)" } + ["\(balance.unfiled)"]
        }
        if rows.count != 1 {
            let sums = columns.map { column in
                balances.map { $0.counts[column] ?? 0 }.reduce(0, +)
            }
            rows.append(
                ["total", "\(balances.map(\.fetched).reduce(0, +))", "="]
                    + sums.map(String.init) + ["\(balances.map(\.unfiled).reduce(0, +))"]
            )
        }
        return Table.lines([head] + rows) + [try outbox(reader)]
    }

    /// The balance of every mailbox that has mail, and zeros for the others of these.
    static func balances(
        _ reader: StoreReader,
        _ mailboxes: [MailboxName]
    ) throws -> [MailboxBalance] {
        MailboxBalance.all(try reader.balance(), of: mailboxes)
    }

    /// One mailbox's balance.
    static func members(_ balance: MailboxBalance) -> [(key: String, value: JSON)] {
        [("mailbox", .text(balance.mailbox.text)), ("fetched", .number(balance.fetched))]
            + Disposition.allCases.map {
                (key: $0.rawValue, value: .number(balance.counts[$0] ?? 0))
            } + [("waiting", .number(balance.unfiled))]
    }

    private static func outbox(_ reader: StoreReader) throws -> String {
        let counts = try reader.outboxCounts()
        let parts = OutboxState.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
        return "outbox: " + parts.joined(separator: ", ")
    }
}
