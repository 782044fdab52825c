// PROC-QUAL-006, 02: "système partiellement ou totalement inopérant" is Critique.

extension Rule {
    /// A system does not do its work, or several devices of one do not.
    static let systemDown = Rule(
        "system-down",
        "A whole system fails, or several devices of it do without others covering for them: "
            + "Critique."
    ) { reading in
        let situation = reading.situation
        let isCovered = situation.isCovered
        let fact = situation.current.first { fact in
            guard fact.isBreakdown else { return false }
            // "l'enregistreur ne voit plus les quinze autres", and nothing says that others work.
            if fact.isOfOthers, fact.scope == .two || situation.isExceptional { return false }
            if fact.isOfOthers, fact.scope == .one, fact.thing != .system { return false }
            switch fact.thing {
            case .system, .alarm:
                return !situation.isOneOfManyUnits(fact) && !situation.isRedundant(fact)
            case .device, .minor, .opening, .picture:
                switch fact.scope {
                case .one: return false
                case .two: return fact.thing != .minor && !isCovered && !situation.isExceptional
                case .several, .all: return !isCovered
                }
            case .unknown: return fact.scope == .all
            case .place:
                // "La loupiote au-dessus de la chambre 7 …" is said of no place.
                if fact.state == .failing, situation.isOnlyWhere(fact) {
                    return !situation.isAtWork
                }
                let isOneOfMany =
                    fact.scope == .one
                    && (situation.isSingledOut(fact) || situation.isNumberedPlace(fact))
                return !isCovered && !(isOneOfMany && situation.isExceptional)
            case .part, .safety: return false
            }
        }
        return fact.map { (.criticality(.critical), situation.evidence($0)) }
    }
}
