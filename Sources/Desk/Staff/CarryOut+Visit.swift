// #intervention: what a colleague must know of the date that he gives a client.

import Foundation

extension Execution {
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
