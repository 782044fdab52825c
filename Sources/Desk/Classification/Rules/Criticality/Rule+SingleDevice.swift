// PROC-QUAL-006, 02: "équipement isolé défaillant sans impact sur la sécurité globale du site" is
// Standard. The rules before it have looked for an impact and found none; that none is to be
// expected must be said, or follow from what has failed.

extension Rule {
    /// One device fails or does badly, without effect on the site's security.
    static let singleDevice = Rule(
        "single-device",
        "A device works badly, or one fails on which the site's security does not hang, or "
            + "for which others cover: Standard."
    ) { reading in
        let situation = reading.situation
        guard !situation.isUnbounded, let fact = situation.wrongs.first else { return nil }
        return (.criticality(.standard), situation.evidence(fact))
    }
}
