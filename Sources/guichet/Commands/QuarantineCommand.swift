// guichet quarantine: mails that wait for a person's look.

import Desk
import Foundation
import Store

/// Looks into the quarantine.
enum QuarantineCommand {
    static let command = Command(
        name: "quarantine",
        operands: "[list | show ID | release ID]",
        operandCount: 0...2,
        summary: "list what was set aside, show a mail, or let it out",
        details: [
            "Spam and mails that bear our own addresses are set aside, with the reason. release",
            "lets one out: the next pass files it like any other mail. Nothing is ever deleted.",
            "Mails on hold are listed too; every pass tries them again.",
        ],
        options: [Command.json]
    ) { invocation in
        switch (invocation.operands.first ?? "list", invocation.operands.dropFirst().first) {
        case ("list", nil):
            try list(invocation)
        case ("show", let id?):
            try show(id, invocation)
        case ("release", let id?):
            try release(id, invocation)
        case ("show", nil), ("release", nil):
            throw CommandFailure(
                .usage,
                "\(invocation.operands[0]) wants a mail's number; `guichet quarantine` lists them."
            )
        case (let word, _):
            throw CommandFailure(
                .usage,
                Invocation.unknown("action", word, among: ["list", "show", "release"])
            )
        }
        return .success
    }

    private static func list(_ invocation: Invocation) throws {
        let reader = try invocation.openReader()
        let mails = try reader.quarantine() + reader.mails(in: .hold)
        guard !invocation.has(Command.json) else {
            return invocation.output.lines(mails.map { MailJSON.value(of: $0).line })
        }
        guard !mails.isEmpty else {
            return invocation.output.line("Nothing is set aside, nothing is on hold.")
        }
        let rows = mails.map { mail in
            [
                "\(mail.kept.id.row)", mail.kept.disposition?.rawValue ?? "waiting",
                mail.record.sender?.address.text ?? "nobody", mail.record.subject.cut(to: 40),
                mail.reason.cut(to: 80),
            ]
        }
        invocation.output.lines(
            Table.lines([["mail", "state", "from", "subject", "reason"]] + rows)
        )
    }

    private static func show(_ id: String, _ invocation: Invocation) throws {
        let reader = try invocation.openReader()
        let number = try number(id)
        guard let mail = try reader.mail(number) else {
            throw CommandFailure(
                .badData,
                "There is no mail \(id); `guichet quarantine` lists them."
            )
        }
        guard !invocation.has(Command.json) else {
            return invocation.output.line(MailJSON.value(of: mail).line)
        }
        invocation.output.lines([
            "mail \(id): \(mail.kept.disposition?.rawValue ?? "waiting"), \(mail.reason)"
                .withoutControls, "",
        ])
        let text = String(decoding: try reader.bytes(of: number).prefix(100_000), as: UTF8.self)
        // An empty line divides the header from the body: it is as much of the mail as any other.
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if lines.last?.isEmpty == true { lines.removeLast() }
        invocation.output.lines(lines.map { String($0).withoutControls })
    }

    private static func release(_ id: String, _ invocation: Invocation) throws {
        let mail = try number(id)
        do {
            try invocation.openStore().releaseQuarantine(mail)
        } catch let failure as StoreError where failure.code == .refused {
            let there = try invocation.openReader().quarantine().map(\.kept.id.row)
            throw CommandFailure(
                .badData,
                "Mail \(mail.row) is not in the quarantine: "
                    + Invocation.whatIsThere(there, "mail", none: "nothing is set aside")
            )
        }
        invocation.output.line("Mail \(id) is released; the next pass files it.")
    }

    private static func number(_ text: String) throws -> MailID {
        guard let row = Int64(text), row > 0 else {
            throw CommandFailure(.usage, "“\(text.withoutControls)” is not a mail's number.")
        }
        return MailID(row)
    }
}
