// Which letters of a single pass did not leave, and why: a server that is away, or that asks for
// patience, is no failure of the pass, but whoever runs it must hear of it; and all the more of
// letters that will never leave. One sentence for each reason, however many letters share it; no
// address is in it.

import Desk
import Synchronization

/// The letters that did not leave in a pass.
final class LettersPutOff: Sendable {
    private let letters = Mutex<[OutboxID: Reason]>([:])

    private struct Reason: Hashable {
        let mailbox: MailboxName
        let note: String
        let isFinal: Bool
    }

    /// Notes what became of a letter; the latest outcome counts.
    func note(_ entry: OutboxEntry, _ outcome: SendOutcome) {
        let reason: (note: String, isFinal: Bool)? =
            switch outcome {
            case .later(_, let note): (note, false)
            case .uncertain(let note), .untouched(let note): (note, false)
            // The words of a server name the recipient; whole, they are in `guichet outbox show`.
            case .never(let note):
                (note.withoutAddresses(besides: entry.letter.recipient.localPart), true)
            case .done: nil
            }
        letters.withLock { letters in
            letters[entry.row] = reason.map {
                Reason(mailbox: entry.letter.mailbox, note: $0.note, isFinal: $0.isFinal)
            }
        }
    }

    /// What is told of those that wait, but for what was told already.
    func sentences(without told: Set<String>) -> [String] {
        counts(areFinal: false).filter { !told.contains($0.reason.note) }.map { reason, count in
            "letters of \(reason.mailbox.text): \(count) "
                + "\(count == 1 ? "waits" : "wait") for another try: \(reason.note)"
        }.sorted()
    }

    /// What is told of those that will never leave by themselves.
    func lost() -> [String] {
        counts(areFinal: true).map { reason, count in
            "letters of \(reason.mailbox.text): \(count) \(count == 1 ? "has" : "have") failed for "
                + "good: \(reason.note); see guichet outbox"
        }.sorted()
    }

    private func counts(areFinal: Bool) -> [(reason: Reason, count: Int)] {
        letters.withLock { letters in
            letters.values.filter { $0.isFinal == areFinal }
                .reduce(into: [Reason: Int]()) { $0[$1, default: 0] += 1 }
        }
        .map { (reason: $0.key, count: $0.value) }
    }
}
