// PROC-QUAL-006, 02: "équipement isolé défaillant sans impact sur la sécurité globale du site" is
// Standard. The rules before it have looked for an impact and found none.

extension Rule {
    /// One device fails or does badly.
    static let singleDevice = Rule(
        "single-device",
        "A device fails or works badly, and nothing says that the site's security suffers: Standard."
    ) { reading in
        let situation = reading.situation
        let fact = situation.current.first { $0.isAdverse && $0.state != .event }
        return fact.map { (.criticality(.standard), situation.evidence($0)) }
    }
}
