// A machine's report that names no letter of ours, only the number of the dossier: many servers
// quote the subject and nothing else.
//
// Anybody may write a number, so it counts only for an address that is the dossier's own client,
// and only for the latest letter that went there within some days. What it can bring about is that
// somebody looks: a promise runs again, and the letter's author is told.

import Foundation

extension Case {
    /// For how long a letter that has left may still come back.
    private static let returnSecondsMaximum: TimeInterval = 5 * 86_400

    /// The ticket that a machine's report names by its number, where it says that nothing reached
    /// somebody who is on it.
    package var bouncedTicket: TicketSummary? {
        guard classification.nature == .bounce, let report = reading.bounce?.leading,
            let recipient = report.recipient
        else { return nil }
        switch report.action {
        case .failed, nil: break
        case .delivered, .relayed, .expanded, .delayed: return nil
        }
        let tickets: [TicketSummary] =
            switch identified.identification {
            case .new: answer.mentioned
            case .followUp(let ticket, _): [ticket]
            case .duplicate, .bounce, .ownMail: []
            }
        return tickets.first { $0.participants.contains(recipient) }
    }

    /// The latest letter to the client that such a report can be about.
    func bouncedLetter(at now: Date) -> MessageID? {
        guard let events = history?.events, let ticket = Ticket(folding: events),
            let recipient = reading.bounce?.leading.recipient,
            ticket.opening.requester?.address == recipient
        else { return nil }
        var letters: Set<MessageID> = []
        var latest: MessageID?
        for event in events {
            switch event.fact {
            case .letterQueued(let kind, let id) where kind.isForClient: letters.insert(id)
            case .letterSent(let id)
            where letters.contains(id) && event.at > now - Self.returnSecondsMaximum:
                latest = id
            case .letterFailed(let id, _), .letterUndelivered(let id, _, _, _):
                if latest == id { latest = nil }
            default: continue
            }
        }
        return latest
    }
}

extension Planner {
    /// What a report comes to that names the dossier alone; nil where it is none.
    func unnamedBounce() -> FilingPlan? {
        guard let ticket = file.bouncedTicket else { return nil }
        guard let letter = file.bouncedLetter(at: now) else {
            return putWith(
                ticket.number,
                because: "a letter about it did not arrive; which one, the report does not say"
            )
        }
        return recordBounce(on: ticket, letter: letter)
    }
}
