// What programs and lawyers append: footers of telephones, legal notices, pleas for the trees.

/// Recognises appended lines.
enum Notice {
    // What only a program writes, however the line goes on.
    private static let devices = PhraseIndex([
        [
            "envoye en mobilite", "sent on the move", "sent on the go",
            "telecharger outlook", "telechargez outlook", "obtenez outlook", "obtenir outlook",
            "provenance : courrier", "provenance: courrier", "telechargez la derniere version",
            "excusez ma brievete", "veuillez excuser ma",
            "get outlook for", "get the new outlook", "please excuse my brevity",
            "please excuse any typos", "yahoo mail :", "yahoo mail:",
            "telecharger bluemail", "get bluemail for", "garantie sans virus", "garanti sans virus",
            "virus-free", "sans virus.", "l'absence de virus dans ce",
            "ce courrier electronique ne contient aucun virus", "ce courriel a ete verifie",
            "cet e-mail a ete verifie", "cet email a ete verifie", "ce mail a ete verifie",
            "ce message a ete verifie", "le contenu de ce message a ete verifie",
            "ce courrier electronique a ete verifie", "ce mail a ete analyse",
            "ce message a ete analyse", "ce courriel a ete analyse", "cet e-mail a ete analyse",
            "cet email a ete analyse", "this email has been checked",
            "this email has been scanned", "this message has been scanned",
            "do you yahoo!?", "get your free", "you received this message because",
            "to unsubscribe", "to post to this group", "reply to this email directly",
            "this message was sent using", "this mail sent through", "this message was sent via",
            "ce message a ete envoye par", "ce message a ete envoye via", "pour vous desabonner",
            "se desinscrire",
        ]
    ])

    // What a person may write too: a line of a few words is a program's.
    private static let footers = PhraseIndex([
        [
            "composed on ", "von meinem ", "gesendet mit ", "gesendet von ",
            "von mobil gesendet", "enviado desde ", "enviado do meu ", "enviado do ",
            "enviado a partir d", "enviado con ", "enviado via ", "inviato da ", "inviato dal ",
            "inviato con ", "verzonden vanaf ", "verstuurd vanaf ", "verzonden met ",
            "wyslane z ", "wyslano z ", "skickat fran ", "skickades fran ", "sendt fra ",
            "lahetetty ", "odeslano z", "odoslane z", "trimis de pe ", "trimis din ",
            "poslano z", "az iphone", "iphone-omrol", "iphone-rol", "iphone'umdan", "iphone'dan",
            "отправлено с ", "Отправлено с ", "Отправлено из ", "Надіслано з ",
            "hamta outlook", "hent outlook", "hanki outlook", "outlook fur ", "descargar outlook",
            "obtener outlook", "scarica outlook", "ottieni outlook", "obter o outlook",
            "download outlook", "pobierz program outlook", "stahnout outlook",
        ]
    ])

    // Firms let their servers warn of mail from outside, above the first word.
    private static let banners = PhraseIndex([
        [
            "[externe]", "[external]", "[ext]", "caution: this email originated",
            "caution: this message originated", "caution : this email originated",
            "external email:", "external sender", "this email originated from outside",
            "this message originated from outside", "this message came from outside",
            "attention : ce message provient", "attention: ce message provient",
            "attention : ce courriel provient", "attention : cet e-mail provient",
            "attention: cet e-mail provient", "attention : cet email provient",
            "attention: cet email provient", "attention, ce message provient",
            "attention : expediteur externe", "ce message provient de l'exterieur",
            "ce message provient d'un expediteur externe",
            "ce courriel provient de l'exterieur", "cet e-mail provient de l'exterieur",
            "cet email provient de l'exterieur", "message externe", "e-mail externe",
            "mail externe", "courriel externe", "expediteur externe", "courrier externe",
            "attention : mail externe", "attention mail externe", "attention : courriel externe",
            "external email", "external e-mail", "external sender", "external message",
            "this is an external email", "this email was sent from outside", "caution: external",
            "caution - external", "warning: external", "warning: this email", "achtung: externe",
            "externe e-mail", "extern:", "correo externo", "email esterna",
            "vous n'obtenez pas souvent d'e-mail", "vous ne recevez pas souvent de courriers",
            "vous ne recevez pas souvent d'e-mail", "vous n'obtenez pas souvent de courrier",
            "you don't often get email from", "some people who received this message don't",
            "-----begin pgp signed message", "- ----begin pgp signed",
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
        "avant l'impression", "l'impression de ce", "intention exclusive de",
        "confidentiality notice", "this communication is intended",
        "diese e-mail enthalt vertrauliche", "le informazioni contenute in questo",
        "este mensaje y sus", "este correo electronico y", "questo messaggio e i suoi",
        "dit bericht is uitsluitend", "esta mensagem e", "pense a l'environnement",
        "save a tree", "think before you print", "print this email unless",
        "please don't print this", "penser a l'environnement", "preservons l'environnement",
        "respectons l'environnement", "n'imprimez que si", "usage exclusif d", "solely for the",
        "exclusive use of", "integrite de ce message", "integrite de ce courriel",
        "integrite de cet e-mail", "vous disposez d'un droit d'acces", "registered in england",
        "registered office", "siege social :",
        "vous l'avez recu par erreur", "vous avez recu ce message par erreur",
        "recu ce courriel par erreur", "received this message in error", "received it in error",
        "received this e-mail in error", "received this email in error",
    ]

    /// Whether a line is a program's footer.
    static func isFooter(_ line: FoldedLine) -> Bool {
        if isPicture(line) || isAnchor(line) { return true }
        guard line.bytes.count <= 200 else { return false }
        // A scanner's picture leads to its maker, its words stand behind.
        if line.contains("http"), line.contains(anyOf: ["sans virus.", "virus-free."]) {
            return true
        }
        let bytes = line.bytes.drop { "-*_<[( ".utf8.contains($0) }
        if SentLine.isOne(bytes) { return true }
        if devices.prefix(of: bytes) != nil { return bytes.last != UInt8(ascii: "?") }
        guard line.bytes.count <= 120, footers.prefix(of: bytes) != nil else { return false }
        // "Sent from my desk, is much easier than my phone" is a sentence; so is a question.
        let hasComma = bytes.contains(UInt8(ascii: ",")) && bytes.last != UInt8(ascii: ",")
        return !hasComma && line.words.count <= 14 && bytes.last != UInt8(ascii: "?")
    }

    // "<#DAB4FAD8-2DD7-40BB-A1B8-4E2AA1F9FDF2>": where a scanner's mark led within its own HTML.
    private static func isAnchor(_ line: FoldedLine) -> Bool {
        line.hasPrefix("<#") && line.bytes.last == UInt8(ascii: ">")
            && !line.bytes.contains(UInt8(ascii: " "))
    }

    /// Whether a line stands for a picture: "[cid:image001.png@…]", "[Logo]".
    static func isPicture(_ line: FoldedLine) -> Bool {
        let bytes = line.bytes
        guard bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") else {
            return false
        }
        return ["[cid:", "[image", "[logo", "[inline image", "[img", "[photo de profil"].contains {
            line.hasPrefix($0)
        }
    }

    /// Whether a paragraph, its lines joined, is what a firm's server wrote above the letter.
    static func isBanner(_ paragraph: FoldedLine) -> Bool {
        let bytes = paragraph.bytes
        return banners.prefix(of: bytes.drop { "*_ -".utf8.contains($0) }) != nil
            || banners.prefix(of: bytes.drop { "*_ -[(!#=".utf8.contains($0) || $0 >= 0x80 }) != nil
            || paragraph.hasPrefix("-----begin pgp signed")
    }

    /// Whether a line is all that a firm's server wrote: the letter may follow right below it.
    static func isWholeBanner(_ line: FoldedLine) -> Bool {
        guard isBanner(line), let first = line.bytes.first, let last = line.bytes.last else {
            return false
        }
        return first == UInt8(ascii: "[") && last == UInt8(ascii: "]")
            || first == UInt8(ascii: "*") && last == UInt8(ascii: "*")
            || line.contains("learnaboutsenderidentification")
    }

    /// Whether a line begins what a program signed a letter with.
    static func isSeal(_ line: FoldedLine) -> Bool {
        line.hasPrefix("-----begin pgp signature")
    }

    /// Whether a paragraph, its lines joined, is a legal notice.
    static func isLegal(_ paragraph: FoldedLine) -> Bool {
        guard paragraph.bytes.count >= 30 else { return false }
        let found = legal.found(in: paragraph.bytes)
        return found.count[0] >= 3 || found.count[1] >= 1
    }
}
