// A colleague's answer to a letter that lists dossiers: a reminder, a report of broken promises, a
// digest. Apart, because such a letter belongs to no dossier, though its name must be one's.
//
// Nothing is carried out on a dossier that the answer does not name.

import Foundation

extension StaffMailDesk {
    /// Whether the mail answers such a letter and names no dossier; commands that need none are
    /// read all the same.
    var isOfNoDossier: Bool {
        guard reading.answersList else { return false }
        let numbers = reading.marks.numbers.map { file.answer.merged[$0] ?? $0 }
        guard !numbers.contains(ticket.number) else { return false }
        let parser = CommandParser(company: house.company, at: now, by: person)
        guard case .commands(let commands) = parser.read(parts.commandLines),
            !commands.isEmpty, parts.message.isEmpty
        else { return true }
        return commands.contains(where: \.verb.needsTicket)
    }

    static let tellsOfNoDossier =
        "Vous avez répondu à un message qui porte sur plusieurs dossiers : rien n’a été exécuté ni "
        + "envoyé.\nNommez le dossier par son numéro dans l’objet, ou répondez à un de ses mails."

    /// What the colleague is asked where words to a client answer a report to managers.
    var reportDoubt: String? {
        guard reading.answersList, reading.marks.sealed.first?.kind != .reminder else { return nil }
        return "Vous avez répondu à un message interne : votre texte est-il pour le client ?"
    }

    /// The broken promise of which the answered report tells; nil where it tells of several.
    var toldBreach: PromiseKey? {
        guard let answered = reading.marks.sealed.first, answered.kind == .breachReport else {
            return nil
        }
        return procedure.book.breaches(of: procedure.line, at: now).map(\.key).first { key in
            let cause = reportCause(of: key, on: ticket.number, to: person.address)
            return answered.isCaused(by: cause, for: person.address, key: planner.key)
        }
    }
}
