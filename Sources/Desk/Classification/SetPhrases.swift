// Phrases that machines and strangers use, and clients hardly ever: found in one pass, asked by
// many rules. The lists stand beside the rules that ask.

/// The set phrases of one mail.
struct SetPhrases: Sendable {
    /// What a phrase is typical of.
    enum Kind: Int, CaseIterable {
        // Notices of absence.
        case isAway
        case untilWhen
        case onReturn
        case instead
        case yourMessage
        case automatic
        case declared
        case talk
        // Other firms' ticket systems.
        case registered
        case created
        case reference
        case promise
        case setLetter
        // Filters that want a proof.
        case aboutSpam
        case clickLink
        case willDeliver
        case firstTime
        // A person speaks.
        case personal
        // Strangers.
        case offer
        case riches
        case trap
        case pressure
        case stranger
        case bait
    }

    private static let index = PhraseIndex(Kind.allCases.map(phrases))
    private let found: PhraseIndex.Found

    /// Reads subject and text.
    init(_ words: Words) {
        found = Self.index.found(in: words)
    }

    /// Whether a word stands in one of the phrases, and so is no slip of the pen.
    static func holds(_ key: UInt64) -> Bool { keys.contains(key) }

    private static let keys = Set(
        Kind.allCases.flatMap(phrases).flatMap { phrase in
            Array(phrase.utf8)
                .split { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
                .map { Words.key(of: $0) }
        }
    )

    /// The first phrase of a kind.
    func first(_ kind: Kind) -> String? { found.first[kind.rawValue] }

    /// How many different phrases of a kind occur.
    func count(_ kind: Kind) -> Int { found.count[kind.rawValue] }

    private static func phrases(_ kind: Kind) -> [String] {
        switch kind {
        case .isAway: AbsenceText.isAway
        case .untilWhen: AbsenceText.untilWhen
        case .onReturn: AbsenceText.onReturn
        case .instead: AbsenceText.instead
        case .yourMessage: AbsenceText.yourMessage
        case .automatic: AbsenceText.automatic
        case .declared: AbsenceText.declared
        case .talk: AbsenceText.talk
        case .registered: TicketReceipt.registered
        case .created: TicketReceipt.created
        case .reference: TicketReceipt.references
        case .promise: TicketReceipt.promises
        case .setLetter: TicketReceipt.setLetter
        case .aboutSpam: Challenge.aboutSpam
        case .clickLink: Challenge.clickLink
        case .willDeliver: Challenge.willDeliver
        case .firstTime: Challenge.firstTime
        case .personal: TicketReceipt.personal
        case .offer: Unsolicited.offers
        case .riches: Unsolicited.riches
        case .trap: Unsolicited.traps
        case .pressure: Unsolicited.pressures
        case .stranger: Unsolicited.strangers
        case .bait: Unsolicited.baits
        }
    }
}
