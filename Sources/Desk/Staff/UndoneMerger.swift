// A merger that is taken back, seen from the dossier that went on for both: whoever came with the
// other leaves it again, and its class and state are what they were, unless they changed since.
//
// Mails that came in between stay where they are: nobody but a person can tell whose they were.

import Foundation

/// What undoing a merger means for the dossier that went on.
struct UndoneMerger {
    private let number: TicketNumber
    private let absorbed: TicketNumber
    private let before: Ticket
    private let after: Ticket
    private let present: Ticket
    private let leaving: [EmailAddress]
    private let mailsSince: Int

    /// Looks for the merger in the history of the dossier that went on; nil where there is none.
    init?(of absorbed: TicketNumber, in history: [TicketEvent]) {
        let place = history.lastIndex { event in
            if case .absorbed(absorbed, _) = event.fact { true } else { false }
        }
        guard let place, case .absorbed(_, let people) = history[place].fact,
            let before = Ticket(folding: history[..<place]),
            let present = Ticket(folding: history)
        else { return nil }
        // The class and the state came with it, at the same moment.
        let gained = history[place...].prefix { $0.at == history[place].at }
        guard let after = Ticket(folding: history[..<gained.endIndex]) else { return nil }
        var authors: Set<EmailAddress> = []
        var mails = 0
        for event in history[place...] {
            guard case .joined(_, let author) = event.fact else { continue }
            authors.insert(author)
            mails += 1
        }
        self.absorbed = absorbed
        number = present.number
        self.before = before
        self.after = after
        self.present = present
        leaving = people.filter { !before.participants.contains($0) && !authors.contains($0) }
        mailsSince = mails
    }

    /// Why a merger cannot be undone any more; nil where it can.
    static func refusal(
        of absorbed: Ticket,
        from number: TicketNumber,
        _ merged: [TicketNumber: [TicketEvent]]
    ) -> String? {
        guard absorbed.survivor == number else {
            return "\(absorbed.number.text) n’est plus réuni à \(number.text)."
        }
        guard let history = merged[number], let other = Ticket(folding: history) else {
            return "\(number.text) ne se lit plus."
        }
        guard other.opening.procedure == absorbed.opening.procedure else {
            return "Un changement de procédure ne s’annule pas."
        }
        return other.survivor.map { survivor in
            "\(number.text) a été réuni à \(survivor.text) depuis : annulez d’abord cela."
        }
    }

    /// The facts.
    func facts(by person: EmailAddress) -> [TicketFact] {
        var facts: [TicketFact] = [.staff(.mergeUndone(absorbed, by: person, leaving: leaving))]
        let reason = "the merger with \(absorbed.text) was undone"
        let isOwnClass =
            present.criticality == after.criticality && present.isUrgent == after.isUrgent
        let isOther = before.criticality != after.criticality || before.isUrgent != after.isUrgent
        if isOwnClass, isOther {
            facts.append(
                .classified(
                    criticality: before.criticality,
                    urgent: before.isUrgent,
                    reason: reason
                )
            )
        }
        if before.state == .closed, after.state != .closed, present.state == after.state,
            mailsSince == 0
        {
            facts.append(.moved(.closed, reason: reason))
        }
        return facts
    }

    /// What it comes to, in French.
    var results: [String] {
        var results = ["\(absorbed.text) et \(number.text) sont de nouveau deux dossiers."]
        if mailsSince > 0 {
            results.append(
                mailsSince == 1
                    ? "Le message reçu depuis reste à \(number.text)."
                    : "Les \(mailsSince) messages reçus depuis restent à \(number.text)."
            )
        }
        return results
    }
}
