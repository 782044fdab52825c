// Which letters of a single pass did not leave, and why: a server that is away, or that asks for
// patience, is no failure of the pass, but whoever runs it must hear of it. One sentence for each
// reason, however many letters share it; no address is in it.

import Desk
import Synchronization

/// The letters that wait after a pass.
final class LettersPutOff: Sendable {
    private let waiting = Mutex<[OutboxID: Reason]>([:])

    private struct Reason: Hashable {
        let mailbox: MailboxName
        let note: String
    }

    /// Notes what became of a letter; the latest outcome counts.
    func note(_ entry: OutboxEntry, _ outcome: SendOutcome) {
        let note: String? =
            switch outcome {
            case .later(_, let note): note
            case .uncertain(let note), .untouched(let note): note
            case .done, .never: nil
            }
        waiting.withLock { waiting in
            waiting[entry.row] = note.map { Reason(mailbox: entry.letter.mailbox, note: $0) }
        }
    }

    /// What is told, but for what was told already.
    func sentences(without told: Set<String>) -> [String] {
        let counts = waiting.withLock { waiting in
            waiting.values.reduce(into: [Reason: Int]()) { $0[$1, default: 0] += 1 }
        }
        return counts.filter { !told.contains($0.key.note) }.map { reason, count in
            "letters of \(reason.mailbox.text): \(count) "
                + "\(count == 1 ? "waits" : "wait") for another try: \(reason.note)"
        }.sorted()
    }
}
