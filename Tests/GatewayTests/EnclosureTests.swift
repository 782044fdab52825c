// Files are put into letters when they leave: not too many at once, never forgotten in a client's
// letter, and never in the way of a colleague's.

import Desk
import Foundation
import Gateway
import Store
import Synchronization
import Testing

@Suite("Files leave with their letters")
struct EnclosureTests {
    private struct Gone: WorldFailure {
        var sentence: String { "the file is gone" }
        var isTemporary: Bool
    }

    private func place(_ kinds: [LetterKind], bytes: Int = 100) throws -> DispatchPlace {
        let place = try DispatchPlace(letters: 1)
        _ = try place.run { _ in }
        let first = try #require(try place.letters().first)
        let file = Attachment(
            name: "plan.pdf",
            type: "application/pdf",
            size: bytes,
            sha256: String(repeating: "a", count: 64)
        )
        let letters = kinds.enumerated().compactMap { place, kind -> ComposedLetter? in
            guard let id = MessageID("letter\(place)@mileo.example") else { return nil }
            var letter = first.letter
            letter.kind = kind
            letter.id = id
            letter.bytes = Array("letter".utf8)
            letter.enclosures = [Enclosure(file, of: MailID(1))]
            return letter
        }
        let now = place.clock.now
        try place.store.filing { transaction in
            try transaction.carryOut([], on: first.letter.ticket, letters: letters, at: now)
        }
        return place
    }

    @Test("with the bytes of the mail that brought them, and the outbox holds only their names")
    func enclosed() throws {
        let place = try place([.answer])
        place.enclose = { letter, mail in
            letter.bytes + Array("+\(letter.enclosures[0].name)+".utf8)
                + (try mail(letter.enclosures[0]))
        }
        let sent = Mutex<[String]>([])
        _ = try place.run { postman in
            postman.handOver = { letters, _, _ in
                sent.withLock { sent in
                    sent += letters.map { String(decoding: $0.letter.bytes, as: UTF8.self) }
                }
                return HandedOver(letters.map { ($0.row, .done(note: "fine")) })
            }
        }
        #expect(sent.withLock { $0 } == ["letter+plan.pdf+client0"])
        let kept = try place.letters().last
        #expect(kept?.letter.enclosures.map(\.name) == ["plan.pdf"])
    }

    @Test("or a client’s letter waits, or fails for a person to see; a colleague’s goes without")
    func missing() throws {
        for (isTemporary, state) in [(true, "queued 1"), (false, "failed 1")] {
            let place = try place([.answer, .notification])
            place.enclose = { _, _ in throw Gone(isTemporary: isTemporary) }
            _ = try place.run { _ in }
            #expect(try place.states() == ["sent 1", state, "sent 1"])
        }
    }

    @Test("so many at once as memory bears")
    func heavy() throws {
        let place = try place(Array(repeating: .answer, count: 5), bytes: 14_000_000)
        let groups = Mutex<[Int]>([])
        _ = try place.run { postman in
            postman.handOver = { letters, _, _ in
                groups.withLock { $0.append(letters.count) }
                return HandedOver(letters.map { ($0.row, .done(note: "fine")) })
            }
        }
        #expect(groups.withLock { $0 } == [2, 2, 1])
    }
}
