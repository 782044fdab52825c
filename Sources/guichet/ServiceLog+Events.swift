// How grave each event is, its word, and its values. Words and keys are stable: people search
// their journals for them.

import Desk
import Gateway

extension ServiceLog {
    static func parts(
        of event: ServiceEvent,
        _ house: LogHouse
    ) -> (Level, String, [(String, String)]) {
        switch event {
        case .supervisor(let state): (.notice, state.rawValue, [])
        case .began(let name): (.info, "began", [("service", name.description)])
        case .ended(let name): (.info, "ended", [("service", name.description)])
        case .reloading: (.notice, "reloading", [])
        case .reloaded: (.notice, "reloaded", [])
        case .reloadRefused(let sentences):
            (.error, "reload-refused", refusal(sentences))
        case .tookIn(let mailbox, let fetched, let filed):
            (
                .info, "took-in",
                [("mailbox", mailbox.text), ("fetched", "\(fetched)"), ("filed", "\(filed)")]
            )
        case .filed(let journey): (.info, "filed", values(of: journey, house))
        case .handedOver(let entry, let outcome):
            (level(of: outcome), "letter", values(of: entry, outcome, house))
        case .complained(let name, let sentence):
            (.warning, "complaint", [("service", name.description), ("reason", sentence)])
        case .failed(let name, let way, let sentence, let nextTry):
            (
                .warning, "failed",
                self.way(name, way)
                    + [("reason", sentence), ("next-try", Moments.machine(nextTry))]
            )
        case .recovered(let name, let way, let failures):
            (.notice, "recovered", self.way(name, way) + [("failures", "\(failures)")])
        case .stuck(let name): (.error, "stuck", [("service", name.description)])
        case .leftBehind(let name): (.warning, "left-behind", [("service", name.description)])
        }
    }

    private static func way(_ name: ServiceName, _ way: MailboxName?) -> [(String, String)] {
        [("service", name.description)] + (way.map { [("way", $0.text)] } ?? [])
    }

    /// How many errors of broken settings a line tells.
    private static let errorsMaximum = 3

    private static func refusal(_ sentences: [String]) -> [(String, String)] {
        let first = sentences.prefix(errorsMaximum).map { ("error", $0) }
        return [("kept", "old"), ("errors", "\(sentences.count)")] + first
    }

    private static func values(
        of journey: Journey,
        _ house: LogHouse
    ) -> [(String, String)] {
        [
            ("mail", String(journey.digest.hexadecimal.prefix(16))),
            ("mailbox", journey.origin.mailbox.text),
            ("from", house.pseudonym(journey.sender)),
            ("nature", journey.nature.rawValue),
            ("class", journey.criticality?.rawValue ?? "none"),
            ("disposition", journey.disposition.rawValue),
            ("ticket", journey.ticket?.text ?? "none"),
            ("letter", journey.acknowledgement.isDue ? "queued" : "none"),
        ]
    }

    // What a server said may name the recipient: whole, it is in `guichet outbox show`.
    private static func values(
        of entry: OutboxEntry,
        _ outcome: SendOutcome,
        _ house: LogHouse
    ) -> [(String, String)] {
        let end: [(String, String)] =
            switch outcome {
            case .done: [("outcome", "sent")]
            case .later(let moment, let note):
                [("outcome", "later"), ("next-try", Moments.machine(moment))]
                    + reason(note, of: entry)
            case .never(let note): [("outcome", "failed")] + reason(note, of: entry)
            case .uncertain(let note): [("outcome", "uncertain")] + reason(note, of: entry)
            case .untouched(let note): [("outcome", "waiting")] + reason(note, of: entry)
            }
        return [
            ("mail", house.cause(of: entry.letter.id)),
            ("letter", "\(entry.row.row)"),
            ("ticket", entry.letter.ticket.text),
            ("kind", entry.letter.kind.rawValue),
        ] + end
    }

    private static func reason(_ note: String, of entry: OutboxEntry) -> [(String, String)] {
        let reason = note.withoutAddresses(besides: entry.letter.recipient.localPart)
        return reason.isEmpty ? [] : [("reason", reason)]
    }

    private static func level(of outcome: SendOutcome) -> Level {
        switch outcome {
        case .done, .later, .untouched: .info
        case .never, .uncertain: .warning
        }
    }
}
