// Newsletters and advertisements by subscription.

extension Rule {
    /// A newsletter or an advertisement by subscription.
    static let newsletter = Rule(
        "newsletter",
        "A mail to many: List-Unsubscribe, Precedence: bulk, or a sender's campaign with a way out."
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
        let text = Folding.text(of: message.text)
        guard let words = Self.exits.first(where: text.containsFolded) else { return nil }
        if let campaign = message.header("feedback-id") {
            return (.nature(.bulk), "Feedback-ID: \(campaign), \(words)")
        }
        guard let from = message.from?.address, AutomaticSender.isOne(from) else { return nil }
        return (.nature(.bulk), "from \(from.text): \(words)")
    }

    private static let exits = [
        "se desinscrire", "desinscription", "vous desinscrire", "me desinscrire", "se desabonner",
        "vous desabonner", "desabonnement", "ne plus recevoir", "vous etes inscrit", "vous etes abonne",
        "unsubscribe", "opt out", "opt-out", "manage your preferences", "email preferences",
        "you are receiving this", "no longer wish to receive",
    ]
}
