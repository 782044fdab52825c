// A client's mail that a colleague passes on may come when promises to its author are over already:
// they count from the day on which he wrote. One letter tells him everything then: the
// acknowledgement, which names what was not kept instead of promising it once more.

import Foundation

extension ProcedureCase {
    /// What was promised to the client, is not done and should have been by now, with whom of the
    /// management it is told to; the earliest first.
    func missedPromises(at now: Date) -> (mentions: [PromiseMention], informed: PromiseRole?) {
        let broken = states(at: now).compactMap { state -> (PromiseRule, PromiseMention)? in
            guard case .broken(let due, nil, _) = state.status, state.rule.letter != nil else {
                return nil
            }
            var mention = PromiseMention(ticket: ticket.number, key: state.key, due: due)
            mention.label = state.rule.label
            return (state.rule, mention)
        }
        .sorted { $0.1.due < $1.1.due }
        return (broken.map(\.1), informed(of: broken.map(\.0), at: now))
    }

    /// Whether the acknowledgement of a mail that was passed on has told the client of a promise
    /// that was over by then.
    func isToldByAcknowledgement(_ due: Date) -> Bool {
        let isPassedOn = history.contains { event in
            if case .right(.entered(.forward, _)) = event.fact { true } else { false }
        }
        guard isPassedOn else { return false }
        return history.contains { event in
            guard case .letterQueued(let kind, _) = event.fact,
                kind == .savAcknowledgement || kind == .complaintAcknowledgement
            else { return false }
            return due <= event.at
        }
    }
}

extension ProcedureCase {
    /// Whom of the management a letter to the client names as informed.
    ///
    /// The general management for what it has to keep itself. Where a deputy reads what goes to a
    /// manager who is away, the letter speaks of the deputy.
    func informed(of rules: [PromiseRule], at now: Date) -> PromiseRole? {
        let told = rules.flatMap { $0.tell + [$0.by] }
        var roles: [PromiseRole] = [.operationsManager, .generalManagement].filter(told.contains)
        if rules.contains(where: { $0.by == .generalManagement }) { roles.reverse() }
        for role in roles {
            let reader = person(role, at: now).flatMap(rotation.member)
            guard let reader, let staffRole = role.staffRole else { continue }
            if reader.roles.contains(staffRole) { return role }
            let standing = [PromiseRole.operationsManager, .generalManagement].first { other in
                other.staffRole.map(reader.roles.contains) ?? false
            }
            if let standing { return standing }
        }
        return nil
    }
}
