// Filters that want the sender to prove that he is a person before they deliver.

extension Rule {
    /// A filter wants to know whether the sender is a person.
    static let challenge = Rule(
        "challenge-response",
        "A spam filter asks the sender to confirm by a link before it delivers."
    ) { reading in
        guard reading.words.hasLink else { return nil }
        let text = FoldedLine(
            bytes: Array((reading.folded.subject + "\n" + reading.folded.text).utf8.prefix(2500))[...]
        )
        let found = Self.challenges.compactMap { $0.first(where: text.contains) }
        guard found.count >= 3 else { return nil }
        return (.nature(.autoreply), found.joined(separator: ", "))
    }

    private static let challenges: [[String]] = [
        [
            "anti-spam", "antispam", "anti spam", "courrier indesirable", "courriers indesirables",
            "pourriel", "spam", "robot", "captcha", "unsolicited",
        ],
        [
            "cliquer sur le lien", "cliquez sur le lien", "cliquer ici", "cliquez ici", "clic sur le lien",
            "suivre ce lien", "suivez ce lien", "click on the link", "click the link", "click here",
            "follow this link", "follow the link",
        ],
        [
            "sera alors remis", "sera remis", "soit remis", "sera distribue", "soit distribue", "sera delivre",
            "soit delivre", "est en attente", "mis en attente", "bloque en attente", "will be delivered",
            "be delivered", "is being held", "has been held", "on hold",
        ],
        [
            "pour la premiere fois", "premiere fois", "expediteur inconnu", "vous authentifier",
            "authentifier votre", "confirmez votre message", "confirmer votre message",
            "confirmer votre adresse", "valider votre", "first time", "unknown sender", "verify that you",
            "confirm that you", "confirm your message", "verify your e", "confirm your e",
        ],
    ]
}
