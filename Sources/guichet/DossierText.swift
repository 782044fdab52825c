// A dossier as a person reads it.

import Desk
import Foundation
import Store

/// Prints a dossier.
enum DossierText {
    /// The ticket, then its mails, letters and events.
    static func lines(of dossier: Dossier, in timeZone: TimeZone) -> [String] {
        let ticket = dossier.ticket
        let opening = ticket.opening
        let client = opening.requester.map { "\($0.shown) <\($0.address.text)>" }
        var lines = [
            "\(ticket.number.text)  \(opening.subject)",
            "  state      \(ticket.state.rawValue)\(opening.isQuiet ? " (quiet)" : "")",
            "  class      \(ticket.classWords ?? "-")",
            "  client     \(client ?? "nobody for certain")",
            "  handler    \(ticket.handler?.text ?? "nobody yet")",
            "  opened     \(Moments.human(ticket.openedAt, in: timeZone))",
            "  language   \(opening.language.rawValue)",
        ].map(\.withoutControls)
        lines += ["", "Mails"] + Table.lines(dossier.mails.map { row(of: $0, in: timeZone) })
        lines += ["", "Letters"] + Table.lines(dossier.letters.map(row))
        lines += ["", "Events"]
        lines += Table.lines(
            dossier.events.map { event in
                [
                    "  \(Moments.human(event.at, in: timeZone))", event.record.kind,
                    parts(of: event.record, in: timeZone).joined(separator: " · ").cut(to: 120),
                ]
            }
        )
        return lines
    }

    private static func parts(of record: FactRecord, in timeZone: TimeZone) -> [String] {
        record.fact.map { FactWords($0, in: timeZone).parts }
            ?? record.values.filter { !$0.isEmpty }
    }

    private static func row(of mail: FiledMail, in timeZone: TimeZone) -> [String] {
        [
            "  #\(mail.kept.id.row)", Moments.human(mail.kept.receivedAt, in: timeZone),
            mail.kept.disposition?.rawValue ?? "waiting",
            mail.record.nature?.rawValue ?? "-",
            mail.record.sender?.address.text ?? "nobody",
            mail.record.subject.cut(to: 50)
                + note(on: mail.kept),
        ]
    }

    private static func note(on mail: KeptMail) -> String {
        guard mail.isCut else { return "" }
        return mail.origin.isHandedIn
            ? " (too large to be read; all of it is kept)"
            : " (too large: the whole mail stays in the mailbox)"
    }

    private static func row(of entry: OutboxEntry) -> [String] {
        [
            "  #\(entry.row.row)", entry.state.rawValue, entry.letter.kind.rawValue,
            entry.letter.recipient.text, entry.note.cut(to: 60),
        ]
    }
}
