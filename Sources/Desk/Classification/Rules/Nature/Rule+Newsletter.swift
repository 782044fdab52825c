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
        let campaign = BulkService(message)
        let isMachine = message.from.map { AutomaticSender.isOne($0.address) } ?? false
        guard campaign != nil || isMachine else {
            return invitation(reading).map { (.nature(.bulk), $0) }
        }
        let text = Folding.bytes(of: String(message.text.prefix(20_000)))
        guard let words = exits.first(in: text[...]) else { return nil }
        if let campaign { return (.nature(.bulk), "\(campaign.evidence), \(words)") }
        return (.nature(.bulk), "from \(message.fromText): \(words)")
    }

    // From anybody: a program's foot says why it comes, how to leave and where to see it better.
    private static func invitation(_ reading: Reading) -> String? {
        guard !reading.subject.isReply, !reading.subject.isForward, reading.quotedText.isEmpty
        else { return nil }
        // A foot leads somewhere; few people's mails do.
        let text = Array(reading.folded.text.utf8).prefix(20_000)
        guard FoldedLine(bytes: text).contains("://") else { return nil }
        let found = feet.found(in: text)
        guard found.count.count(where: { $0 > 0 }) >= 2 else { return nil }
        return found.first.compactMap(\.self).joined(separator: ", ")
    }

    private static let feet = PhraseIndex([
        [
            "vous recevez cet e-mail car", "vous recevez cet email car",
            "vous recevez ce message car", "vous recevez ce courriel car",
            "vous recevez cette lettre", "parce que vous etes inscrit",
            "car vous etes inscrit", "car vous etes abonne", "parce que vous etes abonne",
            "you are receiving this", "you received this email because",
            "because you subscribed", "because you signed up", "this email was sent to",
            "cet e-mail a ete envoye a", "ce message a ete envoye a",
        ],
        [
            "pour vous desabonner", "pour vous desinscrire", "se desinscrire", "se desabonner",
            "me desinscrire", "me desabonner", "lien de desinscription",
            "lien de desabonnement", "unsubscribe", "manage your preferences",
            "gerer vos preferences", "gerer mes preferences", "update your preferences",
        ],
        [
            "version en ligne", "dans votre navigateur", "view in browser",
            "view in your browser", "view this email in", "view online", "web version",
            "ne s'affiche pas correctement",
        ],
    ])

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
