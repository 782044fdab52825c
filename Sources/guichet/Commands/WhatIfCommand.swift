// guichet whatif: the stored mails, judged once more with the settings as they are in the files.
// Nothing is changed, whatever it finds.

import Desk
import Foundation
import MIME
import Store

/// Shows what would be classified otherwise.
enum WhatIfCommand {
    static let mailbox = Option(
        name: "--mailbox",
        value: "NAME",
        help: "only mails of this mailbox (default: of all)"
    )
    static let since = Option(
        name: "--since",
        value: "30d|DAY",
        help: "only mails received since then (default: 30d)"
    )

    private static let pageMails = 200

    static let command = Command(
        name: "whatif",
        operands: "",
        operandCount: 0...0,
        summary: "tell which stored mails would be classified otherwise today",
        details: [
            "Reads the stored mails again with the settings as they are in the files, and prints",
            "the differences, each with the words that decide. Nothing is changed: adopt the",
            "settings, or do not.",
        ],
        options: [mailbox, since, Command.json]
    ) { invocation in
        let house = try invocation.loadHouse()
        let wanted = try invocation.value(mailbox.name).map { name in
            try invocation.mailbox(calledByUser: name, in: house)
        }
        let timeZone = house.company.timeZone
        let text = invocation.value(since.name) ?? "30d"
        guard let moment = Moments.read(text, before: Clock.now(), in: timeZone) else {
            throw CommandFailure(
                .usage,
                "--since wants a time such as 30d or 12h, or a day such as 2026-11-03, not "
                    + "“\(text.withoutControls)”."
            )
        }
        let reader = try invocation.openReader()
        let key = try HouseKey.find(house, invocation)
        var (read, changed) = (0, 0)
        var last: MailID?
        while true {
            let mails = try reader.filedMails(
                of: wanted?.name,
                since: moment,
                behind: last,
                limit: pageMails
            )
            guard let end = mails.last else { break }
            last = end.kept.id
            read += mails.count
            let found = try mails.map { mail in
                try differences(
                    mail,
                    reader.bytes(of: mail.kept.id),
                    house: house,
                    key: key
                )
            }
            for (mail, changes) in zip(mails, found) where !changes.isEmpty {
                changed += 1
                show(mail, changes, invocation)
            }
            invocation.output.progress("\(read) mails read again")
        }
        invocation.output.endProgress()
        if !invocation.has(Command.json) {
            invocation.output.line(
                "\(read) mails read again; \(changed) would be classified otherwise."
            )
        }
        return .success
    }

    private static func differences(
        _ mail: FiledMail,
        _ bytes: [UInt8],
        house: HouseSettings,
        key: KeyedHash
    ) -> [VerdictChange] {
        let message = MailReader.read(bytes)
        guard
            let mailbox = house.mailbox(named: mail.kept.origin.mailbox) ?? house.mailboxes.first
        else { return [] }
        let reading = Reading(
            message,
            mailbox: house.mailbox(of: message, fetchedFrom: mailbox),
            house: house,
            key: key
        )
        return changes(from: mail.findings, to: reading)
    }

    private static func show(
        _ mail: FiledMail,
        _ changes: [VerdictChange],
        _ invocation: Invocation
    ) {
        if invocation.has(Command.json) {
            let values = changes.map { change in
                JSON.object([
                    ("question", .text(change.question)), ("before", .text(change.before)),
                    ("after", .text(change.after)), ("evidence", .text(change.evidence)),
                ])
            }
            invocation.output.line(
                JSON.object([
                    ("mail", .number(Int(mail.kept.id.row))),
                    ("ticket", .optional(mail.ticket?.text)),
                    ("subject", .text(mail.record.subject)), ("changes", .array(values)),
                ]).line
            )
            return
        }
        let ticket = mail.ticket?.text ?? "no ticket"
        invocation.output.line(
            "#\(mail.kept.id.row)  \(ticket)  \(mail.record.subject.cut(to: 60))".withoutControls
        )
        for change in changes {
            let before = change.before.isEmpty ? "-" : change.before
            let after = change.after.isEmpty ? "-" : change.after
            invocation.output.line(
                "    \(change.question): \(before) → \(after)  (\(change.evidence))"
                    .withoutControls
            )
        }
    }
}

extension Invocation {
    /// A mailbox by its name or the prefix of its tickets, in any case.
    func mailbox(calledByUser name: String, in house: HouseSettings) throws -> MailboxSettings {
        let folded = name.lowercased()
        let found = house.mailboxes.first {
            $0.name.text.lowercased() == folded || $0.prefix.lowercased() == folded
        }
        if let found { return found }
        return try mailbox(named: name, in: house)
    }
}
