// A rule of the house: a sentence, the look that holds it, and a house in which it is broken.
//
// The sentences, in the order of `all`, are the specification of the source; they are what the
// test run prints.

import Testing

/// One rule about the source.
struct HouseRule: Sendable, CustomTestStringConvertible {
    /// What is so.
    let sentence: String
    /// Small houses, in each of which the rule is broken.
    let broken: [House]
    /// Small houses that come near to a breach and are none.
    let kept: [House]
    /// Finds the breaches.
    let breaches: @Sendable (House) -> [Breach]

    init(
        _ sentence: String,
        broken: [[String: String]],
        kept: [[String: String]] = [],
        breaches: @escaping @Sendable (House) -> [Breach]
    ) {
        self.sentence = sentence
        self.broken = broken.map { House($0) }
        self.kept = kept.map { House($0) }
        self.breaches = breaches
    }

    var testDescription: String { sentence }

    /// The whole specification.
    static let all: [HouseRule] =
        ImportRules.all + WordRules.all + SafetyRules.all + ShapeRules.all + NameRules.all
        + ManifestRules.all + PaperRules.all
}
