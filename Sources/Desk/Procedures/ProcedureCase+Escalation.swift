// Which escalation waits for whom (R2).

package import Foundation

extension ProcedureCase {
    /// The level of the escalation that waits for this person's answer; nil for none.
    package func escalation(answeredBy person: StaffMember, at now: Date) -> Int? {
        let roles: [(PromiseEvent, StaffRole, Int)] = [
            (.escalation2, .generalManagement, 2), (.escalation1, .operationsManager, 1),
        ]
        return roles.first { event, role, _ in
            person.roles.contains(role) && isEscalated(by: event, at: now)
        }?.2
    }

    /// Whether an escalation waits for its answer.
    func isEscalated(by event: PromiseEvent, at now: Date) -> Bool {
        states(at: now).contains { state in
            state.startedBy == event && state.rule.step == nil && state.isOpen
        }
    }
}
