// "stop": what waits to leave is stopped, the same from a mail and from the shell.
//
// It is the latest message, with all copies of it and what leaves behind it; what the dossier had
// become by it is taken back.

package import Foundation

/// A message to a client that is stopped before it leaves.
package struct StoppedReply: Hashable, Sendable {
    /// The facts.
    package let events: [TicketEvent]
    /// The letters that do not leave.
    package let letters: [UndeliveredLetter]
    /// What is told to whoever has stopped it.
    package let sentence: String
    /// What is told where nothing waits any more.
    package static let tooLate = "Trop tard : aucun message n’attend plus son départ."

    /// Stops what waits; nil where nothing does.
    package init?(
        on events: [TicketEvent],
        by person: EmailAddress,
        in company: CompanySettings,
        at now: Date
    ) {
        let waiting = ClientReply.waiting(on: events, in: company, at: now)
        let queued = events.compactMap { event -> (at: Date, id: MessageID)? in
            guard case .letterQueued(_, let id) = event.fact, waiting.contains(id) else {
                return nil
            }
            return (event.at, id)
        }
        guard let latest = queued.last?.at, let ticket = Ticket(folding: events) else { return nil }
        let stopped = queued.filter { $0.at == latest }.map(\.id)
        letters = stopped.map { UndeliveredLetter(id: $0, reason: "stopped by \(person.text)") }
        var facts = stopped.map { TicketFact.staff(.replyRecalled($0, by: person)) }
        let isAsked = events.contains { event in
            guard case .closing(.asked(let message)) = event.fact else { return false }
            return message.letter.map(stopped.contains) ?? false
        }
        let isClosed = events.contains { event in
            guard case .letterQueued(.closed, let id) = event.fact else { return false }
            return stopped.contains(id)
        }
        if isAsked && ticket.state == .resolved || isClosed && ticket.state == .closed {
            facts.append(.moved(.open, reason: "the closing was stopped"))
            // A closing of its own may wait behind an earlier answer.
            sentence =
                isClosed && stopped.count == 1
                ? "La lettre de clôture est arrêtée, et le dossier est de nouveau en cours."
                : "Le message au client et la lettre de clôture sont arrêtés : ils ne partiront "
                    + "pas, et le dossier est de nouveau en cours."
        } else {
            sentence = "Le message au client est arrêté : il ne partira pas."
        }
        self.events = facts.map { TicketEvent(at: now, $0) }
    }
}
