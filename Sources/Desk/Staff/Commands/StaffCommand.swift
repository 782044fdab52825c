// A command as it was understood: every date resolved, every colleague known. Whether it may be
// carried out on a dossier is decided later, against the dossier.

package import Foundation

/// One command with its arguments.
package enum StaffCommand: Hashable, Sendable {
    /// Another class; on a complaint, another urgency.
    case classify(Criticality, reason: String)
    /// Another handler.
    case assign(EmailAddress, reason: String)
    /// Whoever writes takes the dossier.
    case take
    /// The dossier goes back to the team.
    case giveBack(reason: String)
    /// An internal note.
    case note(String)
    /// The company waits for the client.
    case wait(reason: String)
    /// A visit is needed, has a date, or has taken place.
    case visit(VisitStep)
    /// The client is asked whether the dossier may be closed.
    case askClosing(reason: String)
    /// The dossier is closed; the client's agreement is said by the command, or is on the dossier.
    case close(reason: String, isAgreed: Bool)
    /// It is opened again.
    case reopen(reason: String)
    /// The deadline moves.
    case extend(DeadlineShift, reason: String)
    /// The mail's text is the substantive answer.
    case answerInSubstance
    /// The dossier is merged into another.
    case merge(into: TicketNumber)
    /// The latest mail becomes a dossier of its own.
    case split
    /// The other procedure.
    case change(to: Procedure, reason: String)
    /// An escalation.
    case escalate(level: Int, reason: String)
    /// The client is to be called.
    case callBack(at: Date, note: String)
    /// Time was spent.
    case spend(minutes: Int)
    /// It is spam.
    case spam
    /// The penalty of a breach is decided; nil is for the only one that waits for it.
    case decidePenalty(PenaltyDecision, of: PromiseKey?, reason: String)
    /// It belongs to a client.
    case attach(client: String)
    /// A dossier for a client, on whose behalf staff write.
    case open(EmailAddress, subject: String)
    /// What the client has received.
    case copy
    /// Where the dossier stands.
    case status
    /// What a transcript has recorded is undone.
    case undo(code: String)
    /// The commands explained; all of them, or one.
    case help(StaffVerb?)
    /// One's own dossiers.
    case myTickets
    /// What is late.
    case late
    /// How the house stands.
    case house
    /// Somebody is away.
    case absence(EmailAddress, days: ClosedRange<CivilDay>, deputy: EmailAddress?)
    /// Somebody is there after all.
    case presence(EmailAddress, days: ClosedRange<CivilDay>)
    /// The month's report.
    case report
    /// All that is kept about an address.
    case accessRight(EmailAddress)
}

/// A step of a visit.
package enum VisitStep: Hashable, Sendable {
    /// It was found necessary.
    case needed
    /// It has a date; where no hour was said, the end of a part of the day, and which.
    case planned(Date, DayPart? = nil)
    /// It has taken place.
    case done
}

/// A command with the line that it was read from.
package struct ReadCommand: Hashable, Sendable {
    /// The line as it was written.
    package var line: String
    /// Its verb.
    package var verb: StaffVerb
    /// What it asks for.
    package var command: StaffCommand
}

/// Why a line cannot be carried out.
package struct CommandProblem: Hashable, Sendable {
    /// The line as it was written; empty where it is about all of them.
    package var line: String
    /// What is wrong and what would be right, in French.
    package var sentence: String

    /// States a problem.
    package init(line: String, _ sentence: String) {
        self.line = line
        self.sentence = sentence
    }
}
