// Newsletters and advertisements by subscription.

extension Rule {
    /// A newsletter or an advertisement by subscription.
    static let newsletter = Rule(
        "newsletter",
        "A mail to many: List-Unsubscribe, Precedence: bulk, or a sender's campaign with a "
            + "way out."
    ) { reading in
        let message = reading.message
        if let value = message.header("list-unsubscribe"), !reading.house.isOwnList(value) {
            return (.nature(.bulk), "List-Unsubscribe: \(value)")
        }
        if let precedence = message.header("precedence"),
            ["bulk", "junk"].contains(precedence.lowercased())
        {
            return (.nature(.bulk), "Precedence: \(precedence)")
        }
        let campaign = message.header("feedback-id")
        let isMachine = message.from.map { AutomaticSender.isOne($0.address) } ?? false
        guard campaign != nil || isMachine else { return nil }
        let text = Folding.bytes(of: String(message.text.prefix(20_000)))
        guard let words = exits.first(in: text[...]) else { return nil }
        if let campaign { return (.nature(.bulk), "Feedback-ID: \(campaign), \(words)") }
        return (.nature(.bulk), "from \(message.fromText): \(words)")
    }

    private static let exits = PhraseIndex([
        [
            "se desinscrire", "desinscription", "vous desinscrire", "me desinscrire",
            "se desabonner",
            "vous desabonner", "desabonnement", "ne plus recevoir", "vous etes inscrit",
            "vous etes abonne",
            "unsubscribe", "opt out", "opt-out", "manage your preferences", "email preferences",
            "you are receiving this", "no longer wish to receive",
        ]
    ])
}
