// Whoever wrote to a client, or ordered something, learns that a colleague has stopped or undone
// it: else he believes that it was done. Nobody is told of what he did himself.

package import Foundation

extension FurtherEffects {
    /// Tells the authors of stopped messages, and of an undone order, in a short letter each.
    package mutating func tellAuthors(
        ofStopped letters: [MessageID],
        undone code: String? = nil,
        on events: [TicketEvent],
        by person: StaffMember,
        cause: String,
        at now: Date
    ) {
        var told: [EmailAddress: String] = [:]
        for event in events {
            switch event.fact {
            case .answer(let answer):
                guard let letter = answer.message?.letter, letters.contains(letter) else {
                    continue
                }
                told[answer.author] =
                    "\(person.name) a arrêté votre message au client : il ne part pas."
            case .staff(.acted(let author, _, let commands, let own, _)) where own == code:
                let what = commands.isEmpty ? "votre message" : "« \(commands) »"
                told[author] = "\(person.name) a annulé ce que vous aviez demandé : \(what)."
            case .opened, .classified, .assigned, .joined, .heard, .linked, .recognised, .merged,
                .absorbed, .splitOff, .noted, .letterQueued, .letterNotDue, .letterSent,
                .letterFailed, .letterWithheld, .letterUndelivered, .moved, .closing, .right,
                .promise, .staff:
                continue
            }
        }
        told[person.address] = nil
        for (author, text) in told.sorted(by: { $0.key.key < $1.key.key }) {
            var matter = LetterMatter()
            matter.text = text
            let order = ProcedureLetter(
                .transcript,
                to: author,
                cause: "\(cause).told.\(author.key)",
                notBefore: now,
                matter: matter
            )
            self.letters.append(OtherLetter(events: events, order: order))
        }
    }
}
