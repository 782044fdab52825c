// Files are put into letters at the moment of handing them over, and only into as many letters at
// once as memory bears. A client never gets a letter without the files that it speaks of: it waits,
// or it fails for a person to see. A colleague gets his without them.

import Desk
import Foundation

extension Dispatch {
    /// How many bytes of files are in hand at once, but for a single letter's.
    static let enclosedBytesMaximum = 30_000_000

    /// The first of some letters whose files can be in hand together; at least one.
    static func carriable(_ letters: [OutboxEntry]) -> [OutboxEntry] {
        var bytes = 0
        return Array(
            letters.enumerated().prefix { place, entry in
                bytes += entry.letter.enclosures.reduce(0) { $0 + $1.size }
                return place == 0 || bytes <= enclosedBytesMaximum
            }.map(\.element)
        )
    }

    /// The letters with their files, and what became of those whose files cannot be had.
    func enclose(
        _ letters: [OutboxEntry]
    ) -> (whole: [OutboxEntry], broken: [(OutboxID, SendOutcome)]) {
        var whole: [OutboxEntry] = []
        var broken: [(OutboxID, SendOutcome)] = []
        for var entry in letters {
            guard !entry.letter.enclosures.isEmpty else {
                whole.append(entry)
                continue
            }
            do {
                entry.letter.bytes = try world.enclose(entry.letter) { enclosure in
                    if let letter = enclosure.letter { return try world.ledger.bytes(of: letter) }
                    return try world.ledger.bytes(of: enclosure.mail)
                }
                whole.append(entry)
            } catch {
                if !entry.letter.kind.isForClient {
                    whole.append(entry)
                } else {
                    broken.append((entry.row, outcome(of: error, for: entry)))
                }
            }
        }
        return (whole, broken)
    }

    private func outcome(of error: any Error, for entry: OutboxEntry) -> SendOutcome {
        let failure = error as? any WorldFailure
        let note = "its files cannot be had: \(failure?.sentence ?? "\(error)")"
        let next = SendingSchedule.next(
            after: entry.attempts + 1,
            queuedAt: entry.letter.queuedAt,
            now: world.now()
        )
        guard failure?.isTemporary == true, let next else { return .never(note: note) }
        return .later(next, note: note)
    }
}
