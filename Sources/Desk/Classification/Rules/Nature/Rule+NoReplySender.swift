// An address whose very name says that nobody reads it, and nobody else to write to.
//
// Shops, banks and devices write so. A form on a web site sends people's words from such an
// address, too: then Reply-To names the person, or the text has the form's fields, or somebody
// speaks of himself; such a mail is a person's. It comes behind the rules for spam and lists.

extension Rule {
    /// A sender at whom nobody reads, without a sign of a person behind.
    static let noReplySender = Rule(
        "no-reply-sender",
        "The sender's address says that nobody reads it, no person's address is given to answer "
            + "to, and neither a form's fields nor somebody's own words show a person."
    ) { reading in
        let message = reading.message
        guard let from = message.from?.address, AutomaticSender.refusesReplies(from),
            !reading.subject.isForward
        else { return nil }
        if let reply = message.replyTo?.address, !AutomaticSender.isOne(reply) { return nil }
        let text = reading.folded.text.utf8.prefix(20_000)
        guard !FormText.isOne(text), !FormText.hasSpeaker(text) else { return nil }
        return (.nature(.autoreply), "from \(from.text), with no other address to answer to")
    }
}

/// Signs that a machine passes a person's words on.
private enum FormText {
    /// Whether a line is a field of a form in which somebody says who he is, or what he wants.
    static func isOne(_ text: some Collection<UInt8>) -> Bool {
        text.split(separator: UInt8(ascii: "\n")).contains { line in
            let bytes = line.drop { " -*\t".utf8.contains($0) }
            guard let colon = bytes.prefix(40).firstIndex(of: UInt8(ascii: ":")) else {
                return false
            }
            let label = String(decoding: bytes[..<colon], as: UTF8.self)
            return labels.contains(label.split(separator: " ").joined(separator: " "))
        }
    }

    /// Whether somebody says "je" or "I".
    static func hasSpeaker(_ text: some Collection<UInt8>) -> Bool {
        var word: [UInt8] = []
        for byte in text {
            if byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) {
                word.append(byte)
                continue
            }
            if speakers.contains(where: word.elementsEqual) {
                let isElided = byte == UInt8(ascii: "'")
                let isShort = word.count == 1 && word[0] == UInt8(ascii: "j")
                if isElided == isShort || word[0] == UInt8(ascii: "i") { return true }
            }
            word.removeAll(keepingCapacity: true)
        }
        return false
    }

    private static let speakers = ["je", "j", "i"].map { Array($0.utf8) }

    private static let labels: Set<String> = [
        "nom", "prenom", "nom et prenom", "nom prenom", "nom complet", "votre nom", "nom du client",
        "demandeur", "contact", "expediteur", "emetteur", "telephone", "tel", "votre telephone",
        "e-mail", "email", "mail", "courriel", "adresse e-mail", "adresse email", "adresse mail",
        "votre e-mail", "votre email", "message", "votre message", "commentaire", "commentaires",
        "votre demande", "description du probleme", "societe", "entreprise", "name", "full name",
        "your name", "first name", "last name", "phone", "phone number", "email address",
        "your email", "your message", "comments", "company",
    ]
}
