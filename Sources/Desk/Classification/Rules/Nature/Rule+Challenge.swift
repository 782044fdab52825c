// Filters that want the sender to prove that he is a person before they deliver.

extension Rule {
    /// A filter wants to know whether the sender is a person.
    static let challenge = Rule(
        "challenge-response",
        "A spam filter asks the sender to confirm by a link before it delivers."
    ) { reading in
        let phrases = reading.setPhrases
        // Only a filter can say what becomes of the mail: whoever asks about such a mail cannot.
        guard phrases.first(.willDeliver) != nil,
            reading.words.hasLink
                || phrases.first(.aboutSpam).map(Challenge.services.contains) ?? false
                || phrases.first(.clickLink).map(Challenge.answers.contains) ?? false
        else { return nil }
        let found = [SetPhrases.Kind.aboutSpam, .clickLink, .willDeliver, .firstTime]
            .compactMap { phrases.first($0) }
        guard found.count >= 3 else { return nil }
        return (.nature(.autoreply), found.joined(separator: ", "))
    }
}

/// What such filters say.
enum Challenge {
    /// What it is about.
    static let aboutSpam: [String] =
        [
            "anti-spam", "antispam", "anti spam", "courrier indesirable", "courriers indesirables",
            "pourriel", "spam", "robot", "captcha", "unsolicited", "junk mail",
        ] + services

    /// The names of such filters: whoever writes one may leave out the link.
    static let services: [String] = [
        "boxbe", "mailinblack", "mail in black", "spamarrest", "spam arrest", "spamblocker",
        "vaderetro", "vade retro", "bluebottle", "knowspam", "mailblocks",
    ]

    /// What the sender is to do.
    static let clickLink =
        [
            "cliquer sur le lien", "cliquez sur le lien", "cliquer ici", "cliquez ici",
            "clic sur le lien",
            "suivre ce lien", "suivez ce lien", "click on the link", "click the link", "click here",
            "follow this link", "follow the link", "cliquant sur", "cliquant ici", "ce lien",
            "this link", "use the link below", "see link below", "en un clic",
        ] + answers

    /// The same, where an answer will do.
    static let answers = [
        "just reply to this", "simply reply to this", "reply to this message",
        "reply to this email",
        "replying to this", "repondre a ce message", "suffit de repondre", "repondant a ce message",
        "repondez simplement", "send an empty message", "envoyer un message vide",
    ]

    /// What happens then.
    static let willDeliver = [
        "sera alors remis", "sera remis", "soit remis", "sera distribue", "soit distribue",
        "sera delivre",
        "soit delivre", "est en attente", "mis en attente", "bloque en attente",
        "will be delivered",
        "be delivered", "is being held", "has been held", "on hold", "release your message",
        "release it", "awaiting", "quarantine", "liberer votre", "sera libere", "soit libere",
        "sera achemine", "soit achemine", "guest list", "was waitlisted", "added to my list",
        "allow incoming messages only", "pour que je recoive votre", "only accept messages from",
    ]

    /// Why.
    static let firstTime = [
        "pour la premiere fois", "premiere fois", "expediteur inconnu", "vous authentifier",
        "authentifier votre", "confirmez votre message", "confirmer votre message",
        "confirmer votre adresse", "valider votre", "first time", "unknown sender",
        "verify that you", "premier envoi", "not in his list", "not in my list", "approved sender",
        "not recognized", "not on the list", "liste des expediteurs", "prouver que",
        "approved beforehand", "add yourself to", "not been verified", "une seule fois",
        "only once",
        "confirm that you", "confirm your message", "verify your e", "confirm your e",
    ]
}
