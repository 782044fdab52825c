// Other firms' ticket systems: answering their acknowledgement makes two machines talk for ever.

extension Rule {
    /// Another firm's ticket system acknowledges.
    static let ticketReceipt = Rule(
        "ticket-receipt",
        "Another firm's ticket system says that a demand was registered, under which number, and when it "
            + "will be answered."
    ) { reading in
        let text = FoldedLine(
            bytes: Array((reading.folded.subject + "\n" + reading.folded.text).utf8.prefix(1500))[...]
        )
        guard text.bytes.count <= 1200, !SignatorySpeech.isPersonal(text) else { return nil }
        guard let registered = Self.registered.first(where: text.contains),
            let reference = Self.references.first(where: text.contains),
            let promise = Self.promises.first(where: text.contains)
        else { return nil }
        return (.nature(.autoreply), "\(registered), \(reference), \(promise)")
    }

    private static let registered = [
        "a ete enregistre", "a bien ete enregistre", "avons bien recu votre", "bien recu votre demande",
        "bien recu votre message", "a bien ete recu", "a bien ete recue", "a ete pris en compte",
        "a ete prise en compte", "bien ete pris en compte", "bien ete prise en compte", "a ete cree",
        "a ete creee", "a ete ouvert", "a bien ete transmis",
        "has been received", "have received your", "has been registered", "has been created",
        "has been opened", "has been logged", "thank you for contacting", "we received your",
        "thanks for contacting",
    ]

    private static let references = [
        "sous la reference", "sous le numero", "reference :", "reference:", "numero de ticket",
        "numero de dossier", "numero de demande", "numero d'incident", "ticket #", "ticket n", "ticket:",
        "ticket :", "[ticket", "#", "case number", "ticket number", "ticket id", "reference number",
        "request number", "case id", "incident number", "votre ticket",
    ]

    private static let promises = [
        "vous repondra", "vous repondrons", "reponse vous sera", "sera traitee", "sera traite",
        "dans les meilleurs delais", "sous 24", "sous 48", "jours ouvres", "heures ouvrees",
        "repondre au-dessus", "repondre au dessus", "ne pas repondre", "message automatique",
        "automatiquement", "will respond", "will reply", "will be in touch", "get back to you",
        "as soon as possible", "business day", "working day", "business hours", "reply above",
        "do not reply", "automated", "automatically", "will contact you", "priorite :", "priority:",
    ]
}

/// Whether a text speaks in a person's own name.
enum SignatorySpeech {
    private static let words = [
        " je vous ", " je suis ", " j'ai ", "\nje ", " je me ", " je reviens", " je te ", " i will ", " i have ",
        " i am ", " i'll ", "\ni ",
    ]

    /// Whether somebody says "I".
    static func isPersonal(_ text: FoldedLine) -> Bool { text.contains(anyOf: words) }
}
