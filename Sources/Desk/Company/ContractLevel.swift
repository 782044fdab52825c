// What a client has bought.

/// A contract level; the raw value is the word in company.yaml.
package enum ContractLevel: String, Hashable, Sendable, Codable, CaseIterable {
    /// Premium: first answer within an hour, duty around the clock.
    case premium
    /// Comfort.
    case comfort
    /// Essential: also what applies to whoever is not known.
    case essential
}

/// What a contract level promises.
package struct ContractTerms: Hashable, Sendable {
    /// The delay of the first human answer (S4).
    package var firstAnswer: Delay
    /// Whether critical clocks run day and night (astreinte).
    package var hasDuty: Bool
    /// The delay of a visit on site, once one is needed (GTI, S5); nil where none is promised.
    package var onSite: Delay?

    /// States the terms of a level.
    package init(firstAnswer: Delay, hasDuty: Bool, onSite: Delay? = nil) {
        self.firstAnswer = firstAnswer
        self.hasDuty = hasDuty
        self.onSite = onSite
    }
}
