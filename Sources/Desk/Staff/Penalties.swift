// #pénalité: a person decides on the penalty of a broken promise (R11). The ledger keeps who has
// decided what, when and why; a later decision replaces an earlier one, and both stay in history.
//
// Nothing is ever decided by a clock, and nothing about it is sent to the client by itself.

import Foundation

/// Which breach of a dossier a decision is about.
struct BreachChoice {
    private let breaches: [Breach]

    init(_ file: ProcedureCase, at now: Date) {
        breaches = file.book.breaches(of: file.line, at: now)
    }

    /// The breach that was named; without a name, the only one, or the only one that waits.
    func breach(of key: PromiseKey?) -> Breach? {
        if let key { return breaches.first { $0.key == key } }
        let open = breaches.filter { $0.penalty == nil }
        return open.count == 1 ? open.first : breaches.count == 1 ? breaches.first : nil
    }

    /// Why there is none, and what to write instead; nil where there is one.
    func problem(of key: PromiseKey?) -> String? {
        guard breach(of: key) == nil else { return nil }
        guard !breaches.isEmpty else {
            return "Tous les engagements de ce dossier sont tenus : il n’y a pas de pénalité."
        }
        let names = breaches.map { "\($0.key.text) (\($0.promise(in: .french)))" }
        let list = names.joined(separator: ", ")
        return key == nil
            ? "Plusieurs engagements n’ont pas été tenus, précisez lequel : \(list)."
            : "Cet engagement n’est pas au registre des manquements ; y figurent : \(list)."
    }
}

extension Execution {
    mutating func decide(
        _ decision: PenaltyDecision,
        of key: PromiseKey?,
        _ reason: String
    ) -> String {
        guard let breach = BreachChoice(file, at: now).breach(of: key) else { return "" }
        apply(.decidePenalty(breach.key, decision, reason: reason))
        let words = breach.promise(in: .french)
        let earlier = breach.penalty.map { ruling in
            let name = file.company.staff.first { $0.address == ruling.person }?.name
            return " (décision précédente : \(ruling.decision.french), par "
                + "\(name ?? ruling.person.text))"
        }
        return "Pénalité \(decision.french) : \(words)\(earlier ?? "")."
    }
}

extension PenaltyDecision {
    fileprivate var french: String {
        switch self {
        case .applied: "appliquée"
        case .waived: "écartée"
        }
    }
}

extension PromiseKey {
    /// Reads its stable text, `first-answer.1`.
    init?(_ text: String) {
        guard let point = text.lastIndex(of: "."), let name = PromiseName(String(text[..<point])),
            let number = Int(text[text.index(after: point)...]), number > 0
        else { return nil }
        self.init(name, number)
    }
}
