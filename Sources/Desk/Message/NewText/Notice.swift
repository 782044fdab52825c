// What programs and lawyers append: footers of telephones, legal notices, pleas for the trees.

/// Recognises appended lines.
enum Notice {
    private static let footers = PhraseIndex([
        [
            "envoye de mon ", "envoye depuis ", "envoye avec ", "envoye a partir d", "envoye via ",
            "envoye par mon ", "envoye d'un ", "envoye du ", "telecharger outlook",
            "obtenez outlook",
            "obtenir outlook", "provenance : courrier", "provenance: courrier",
            "telechargez la derniere version", "expedie de mon ", "expedie depuis ",
            "sent from ", "sent with ", "sent via ", "sent by my ", "sent on the go",
            "get outlook for ",
            "get the new outlook", "von meinem ", "gesendet mit ", "enviado desde mi ",
            "inviato da ",
            "inviato dal ", "verzonden vanaf ", "verstuurd vanaf ", "yahoo mail :", "yahoo mail:",
            "garanti sans virus", "virus-free", "sans virus.",
            "l'absence de virus dans ce courrier",
            "ce courrier electronique ne contient aucun virus", "ce courriel a ete verifie",
            "le contenu de ce message a ete verifie",
        ]
    ])

    // Three words of the first group make a legal notice; one of the second does so alone.
    private static let legal = PhraseIndex([words, proofs])

    private static let words = [
        "confidentiel", "confidentielle", "confidentielles", "confidentiels", "confidentialite",
        "confidential", "destinataire", "destinataires", "destines", "destinees",
        "intended recipient",
        "addressee",
        "par erreur", "in error", "pieces jointes", "attachments", "usage exclusif",
        "informations contenues", "information contained", "ce message", "ce courriel",
        "cet e-mail",
        "cet email", "this message", "this e-mail", "this email", "privileged", "secret",
        "diffusion", "disclosure", "integrite", "decline toute responsabilite", "liability",
        "avertissement", "correspondance officielle", "detruire", "delete",
    ]

    private static let proofs = [
        "avant d'imprimer", "d'imprimer ce", "n'imprimez ce", "n'imprimer ce", "before printing",
        "pensez a l'environnement", "pensons a l'environnement", "consider the environment",
        "si vous n'etes pas le destinataire", "if you are not the intended",
        "intention exclusive de", "usage exclusif d", "solely for the", "exclusive use of",
        "vous l'avez recu par erreur", "vous avez recu ce message par erreur",
        "recu ce courriel par erreur", "received this message in error", "received it in error",
        "received this e-mail in error", "received this email in error",
    ]

    /// Whether a line is a program's footer.
    static func isFooter(_ line: FoldedLine) -> Bool {
        guard line.bytes.count <= 120 else { return false }
        let bytes = line.bytes.drop { "-*_<[( ".utf8.contains($0) }
        guard footers.prefix(of: bytes) != nil else { return false }
        // "Sent from my desk, is much easier than my phone" is a sentence; so is a question.
        let hasComma = bytes.contains(UInt8(ascii: ",")) && bytes.last != UInt8(ascii: ",")
        return !hasComma && line.words.count <= 14 && bytes.last != UInt8(ascii: "?")
    }

    /// Whether a paragraph, its lines joined, is a legal notice.
    static func isLegal(_ paragraph: FoldedLine) -> Bool {
        guard paragraph.bytes.count >= 30 else { return false }
        let found = legal.found(in: paragraph.bytes)
        return found.count[0] >= 3 || found.count[1] >= 1
    }
}
