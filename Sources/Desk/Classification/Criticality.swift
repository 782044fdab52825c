// The grid of PROC-QUAL-006, 02.

/// How badly a request needs help; the raw value is the word that `explain` prints.
package enum Criticality: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// Advice, a configuration question, training.
    case informational
    /// One faulty device, no effect on the site's security.
    case standard
    /// System partly or wholly inoperative, an unmonitored zone, an emergency.
    case critical

    /// The lower class comes first.
    package static func < (one: Criticality, other: Criticality) -> Bool {
        one.rank < other.rank
    }

    private var rank: Int {
        switch self {
        case .informational: 0
        case .standard: 1
        case .critical: 2
        }
    }

    /// The class as a letter or a list names it.
    package func word(in language: Language) -> String {
        switch (self, language) {
        case (.informational, .french): "Informatif"
        case (.standard, .french): "Standard"
        case (.critical, .french): "Critique"
        case (.informational, .english): "Informational"
        case (.standard, .english): "Standard"
        case (.critical, .english): "Critical"
        }
    }
}
