// The promises that people must keep, over many dossiers, the most pressing first: for lists that
// people read, in a terminal or in a mail.

package import Foundation

/// One open promise of one dossier.
package struct DuePromise: Sendable {
    /// The dossier.
    package let ticket: Ticket
    /// The promise as it stands.
    package let state: PromiseState
    /// When it is due.
    package let due: Date

    /// The promises that people must keep on some dossiers, by their dates; `until`: only those due
    /// by then.
    package static func all(
        in cases: [ProcedureCase],
        until end: Date? = nil,
        at now: Date
    ) -> [DuePromise] {
        var found: [DuePromise] = []
        for file in cases {
            for state in file.states(at: now) where state.rule.step == nil && state.isOpen {
                guard let due = state.due, end.map({ due < $0 }) ?? true else { continue }
                found.append(DuePromise(ticket: file.ticket, state: state, due: due))
            }
        }
        return found.sorted { ($0.due, $0.ticket.number.text) < ($1.due, $1.ticket.number.text) }
    }
}
