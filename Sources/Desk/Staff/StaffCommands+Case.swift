// Which commands a mail may carry out, so that whoever files it can look up what they need to know.

package import Foundation

extension Case {
    /// What the sender proves for acts on a ticket: a right on a ticket that was merged into it
    /// holds there, too.
    func staffVerdict(on ticket: TicketNumber?, at now: Date, key: KeyedHash) -> StaffVerdict {
        let verdict = reading.staffVerdict(on: ticket, at: now, key: key)
        guard case .unproven = verdict, let ticket else { return verdict }
        let merged = answer.merged.filter { $0.value == ticket }.keys
        let others = merged.map { reading.staffVerdict(on: $0, at: now, key: key) }
        return others.first { $0.person != nil } ?? verdict
    }

    /// The commands of a colleague's proven mail, and of the drafts that it may confirm; none for
    /// anybody else's.
    package func staffCommands(at now: Date, key: KeyedHash) -> [StaffCommand] {
        if let behalf { return behalf.commands.map(\.command) }
        guard let person = reading.staffSender, !classification.nature.isAutomatic else {
            return []
        }
        let ticket: TicketNumber? =
            switch identified.identification {
            case .followUp(let ticket, _): ticket.number
            case .new, .duplicate, .bounce, .ownMail: nil
            }
        guard staffVerdict(on: ticket, at: now, key: key).person != nil else { return [] }
        var texts = [reading.message.text]
        for event in history?.events ?? [] {
            if case .staff(.draftKept(_, person.address, _, let text)) = event.fact {
                texts.append(text)
            }
        }
        let parser = CommandParser(
            company: reading.house.company,
            at: now,
            by: reading.staffSender
        )
        return texts.flatMap { text -> [StaffCommand] in
            switch parser.read(StaffText(of: text).commandLines) {
            case .commands(let commands): commands.map(\.command)
            case .problems: []
            }
        }
    }
}
