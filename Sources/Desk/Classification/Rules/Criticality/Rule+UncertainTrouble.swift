// PROC-QUAL-006, 02: in doubt the highest class applies. Something is wrong, but the client does
// not say with what, or a whole system does its work badly.

extension Rule {
    /// Something is wrong, and it may be the system.
    static let uncertainTrouble = Rule(
        "uncertain-trouble",
        "Something is wrong, and nothing says that it is a single device: in doubt Critique."
    ) { reading in
        let situation = reading.situation
        let isAtWork = situation.isAtWork
        let fact = situation.current.first { fact in
            guard fact.isBreakdown || fact.state == .impaired || fact.state == .troubled else {
                return false
            }
            switch fact.thing {
            case .system, .alarm: return !isAtWork
            case .unknown: return !isAtWork && !situation.namesDevice
            case .device: return fact.scope == .several || fact.scope == .all ? !isAtWork : false
            // An entrance that fails may stand open.
            case .opening:
                return fact.state != .impaired && !isAtWork && !situation.isContained
                    && !situation.isBounded
            case .picture: return !isAtWork && !situation.namesApparatus
            case .minor, .part, .place, .safety: return false
            }
        }
        return fact.map { (.criticality(.critical), "doubt: \(situation.evidence($0))") }
    }
}
