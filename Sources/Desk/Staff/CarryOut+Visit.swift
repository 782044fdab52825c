// #intervention: what a colleague must know of the date that he gives a client, and of a closing
// that falls by it.

import Foundation

extension Execution {
    /// What becomes of a closing that the client was asked about; empty where he was not.
    var resumed: String {
        guard file.ticket.state == .resolved else { return "" }
        return " La question de la clôture, posée au client, tombe : sans réponse de sa part, le "
            + "dossier ne se clôt plus."
    }

    /// A warning where a visit is later than the contract allows; empty otherwise.
    func late(for visit: Date) -> String {
        let states = file.adding(plan.events).states(at: now)
        guard
            let due = states.first(where: { state in
                state.rule.within == .onSite && state.isOpen && (state.due ?? visit) < visit
            })?.due
        else { return "" }
        return
            " Attention : le délai du contrat s’achève avant, \(calendar.words(due, in: .french))."
    }
}
