// Hands letters over to an SMTP server, and says for each what became of it: done, later, never, or
// uncertain. One connection is kept and mails are pipelined on it; one letter is one transaction
// with one recipient, so every code belongs to exactly one letter.
//
// A failure never throws letters together: those whose final dot cannot have left are tried again,
// those whose dot may have left are uncertain, and evidence decides.

package import Desk
package import Foundation
import SMTPWire
import Synchronization

/// The way out through an SMTP server.
package final class SMTPPostman: Sendable {
    private let sink: SMTPSink
    private let inside: Mutex<Inside>

    private struct Inside {
        var conversation: SMTPConversation?
        var rate: SendingRate
    }

    /// Names a way out; nothing is opened yet.
    package init(_ sink: SMTPSink) {
        self.sink = sink
        inside = Mutex(Inside(rate: SendingRate(perMinute: sink.perMinute)))
    }

    /// What handing letters over came to.
    package struct Delivery: Sendable {
        /// What became of each letter, in their order.
        package let outcomes: [(OutboxID, SendOutcome)]
        /// Why the server could not be reached or used, where that is so: no letter was refused.
        package let failure: TransportError?
    }

    /// How many letters may leave now; nil for any number.
    package func room(at now: Date) -> Int? {
        inside.withLock { $0.rate.room(at: now) }
    }

    /// When there is room for the letter after those.
    package func nextRoom(at now: Date) -> Date {
        inside.withLock { inside in
            var rate = inside.rate
            rate.leave(rate.room(at: now) ?? 0, at: now)
            return rate.nextRoom(at: now)
        }
    }

    /// Hands letters over in their order; every letter comes back with its outcome.
    ///
    /// Between two letters it asks whether it goes on; those for which there is no room, or no
    /// time, come back untouched.
    package func deliver(
        _ entries: [OutboxEntry],
        now: Date,
        notes: HandingNotes? = nil,
        goesOn: @Sendable () -> Bool = { true }
    ) -> Delivery {
        inside.withLock { inside in
            let room = inside.rate.room(at: now) ?? entries.count
            do throws(TransportError) {
                try notes?.begin(entries.map(\.letter.id))
            } catch {
                let outcomes = entries.map { entry in
                    (entry.row, SendOutcome.untouched(note: error.sentence))
                }
                return Delivery(outcomes: outcomes, failure: error)
            }
            var round = DeliveryRound(Array(entries.prefix(room)), now: now, notes: notes)
            inside.rate.leave(min(room, entries.count), at: now)
            round.run(&inside.conversation, goesOn: goesOn) { () throws(TransportError) in
                try self.open(now)
            }
            let late = entries.dropFirst(room).map { entry in
                (entry.row, SendOutcome.untouched(note: Self.rateNote(sink.perMinute)))
            }
            return Delivery(outcomes: round.outcomes + late, failure: round.failure)
        }
    }

    private static let wanted = ["PIPELINING", "SIZE", "8BITMIME", "SMTPUTF8", "DSN"]

    /// Connects and greets; sends nothing.
    package func look(now: Date) throws(TransportError) -> ServerLook {
        let conversation = try open(now)
        defer { conversation.leave() }
        let offered = Set(
            conversation.keywords.compactMap { $0.split(separator: " ").first?.uppercased() }
        )
        return ServerLook(conversation.connection, wanted: Self.wanted) { offered.contains($0) }
    }

    /// Ends the connection politely.
    package func close() {
        inside.withLock { inside in
            inside.conversation?.leave()
            inside.conversation = nil
        }
    }

    private func open(_ now: Date) throws(TransportError) -> SMTPConversation {
        let connection = try Connection.open(
            sink.endpoint,
            as: sink.account,
            now: now,
            timeouts: sink.timeouts
        )
        return try SMTPConversation(connection, sink)
    }

    private static func rateNote(_ perMinute: Int?) -> String {
        "waits for its turn: \(perMinute ?? 0) letters a minute may leave"
    }
}
