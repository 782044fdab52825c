// The one place where the word of a row becomes a delay: the clock and the letters that state the
// delay ask here, so that they cannot differ.

/// What a delay depends on, as the ticket stands.
struct PromiseFooting: Hashable, Sendable {
    /// The mailbox's delays.
    var delays: PromisedDelays
    /// The terms that hold for the client.
    var terms: ContractTerms?
    /// The ticket's class.
    var criticality: Criticality?
    /// For complaints: whether the shorter delay applies.
    var isUrgent: Bool
}

extension PromiseTerm {
    /// The delay that it comes to; nil where nothing is promised, or a date of its own.
    func delay(on footing: PromiseFooting) -> Delay? {
        let delays = footing.delays
        return switch self {
        case .delay(let delay): delay
        case .firstAnswer:
            footing.criticality.flatMap { delays.handling[$0] } ?? footing.terms?.firstAnswer
        case .onSite: footing.terms?.onSite
        case .formalAcknowledgement: delays.formalAcknowledgement
        case .substantiveAnswer:
            footing.isUrgent ? delays.urgentAnswer : delays.substantiveAnswer
        case .stated: nil
        }
    }
}
