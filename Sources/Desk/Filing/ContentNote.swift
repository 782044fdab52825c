// What a mail is whose text tells nothing of it: encrypted, or an invitation of a calendar. Whoever
// looks after the dossier reads it above the words that could be read, so that a mail without words
// does not look like an empty one.

/// A sentence about the content of a mail.
enum ContentNote {
    /// The sentence; nil where the text tells all.
    static func french(of message: InboundMessage) -> String? {
        if message.defects.contains(.encrypted) { return encrypted(message) }
        guard message.attachments.contains(where: { calendars.contains($0.type) }) else {
            return nil
        }
        return message.calendarMethod.flatMap(invitation)
    }

    private static let calendars: Set<String> = ["text/calendar", "application/ics"]

    private static func encrypted(_ message: InboundMessage) -> String {
        let types = Set(message.attachments.map(\.type))
        let kind =
            types.contains { $0.hasSuffix("pkcs7-mime") }
            ? " S/MIME"
            : types.contains("application/pgp-encrypted")
                || message.text.contains("-----BEGIN PGP MESSAGE-----") ? " PGP" : ""
        let readable =
            message.text.isEmpty
            ? "il n’a aucune partie en clair" : "seul ce qui suit est en clair"
        return
            "Message chiffré\(kind)\u{A0}: son contenu ne peut pas être lu ici, \(readable). "
            + "La partie chiffrée est gardée au dossier\u{A0}; qui en a la clé peut l’ouvrir, "
            + "sinon merci de demander au client de l’écrire en clair."
    }

    // An answer is a receipt, and told to nobody.
    private static func invitation(_ method: CalendarMethod) -> String? {
        switch method {
        case .request, .add, .publish:
            "Invitation d’un calendrier\u{A0}: le rendez-vous proposé est dans le fichier .ics."
        case .counter:
            "Un autre moment est proposé pour un rendez-vous\u{A0}: il est dans le fichier .ics."
        case .cancel:
            "Un rendez-vous est annulé\u{A0}: lequel, le fichier .ics le dit."
        case .reply, .refresh, .declineCounter: nil
        }
    }
}
