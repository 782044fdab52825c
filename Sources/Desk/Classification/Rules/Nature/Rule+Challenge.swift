// Filters that want the sender to prove that he is a person before they deliver.

extension Rule {
    /// A filter wants to know whether the sender is a person.
    static let challenge = Rule(
        "challenge-response",
        "A spam filter asks the sender to confirm by a link before it delivers."
    ) { reading in
        guard reading.words.hasLink else { return nil }
        let found = [SetPhrases.Kind.aboutSpam, .clickLink, .willDeliver, .firstTime]
            .compactMap { reading.setPhrases.first($0) }
        guard found.count >= 3 else { return nil }
        return (.nature(.autoreply), found.joined(separator: ", "))
    }
}

/// What such filters say.
enum Challenge {
    /// What it is about.
    static let aboutSpam = [
        "anti-spam", "antispam", "anti spam", "courrier indesirable", "courriers indesirables",
        "pourriel", "spam", "robot", "captcha", "unsolicited",
    ]

    /// What the sender is to do.
    static let clickLink = [
        "cliquer sur le lien", "cliquez sur le lien", "cliquer ici", "cliquez ici",
        "clic sur le lien",
        "suivre ce lien", "suivez ce lien", "click on the link", "click the link", "click here",
        "follow this link", "follow the link",
    ]

    /// What happens then.
    static let willDeliver = [
        "sera alors remis", "sera remis", "soit remis", "sera distribue", "soit distribue",
        "sera delivre",
        "soit delivre", "est en attente", "mis en attente", "bloque en attente",
        "will be delivered",
        "be delivered", "is being held", "has been held", "on hold",
    ]

    /// Why.
    static let firstTime = [
        "pour la premiere fois", "premiere fois", "expediteur inconnu", "vous authentifier",
        "authentifier votre", "confirmez votre message", "confirmer votre message",
        "confirmer votre adresse", "valider votre", "first time", "unknown sender",
        "verify that you",
        "confirm that you", "confirm your message", "verify your e", "confirm your e",
    ]
}
