// Spam that no filter has marked: offers to nobody in particular, traps for passwords and payments.
//
// The invariant weighs more than the catch: no client's mail may be called spam. So a single word
// never decides; marks of at least two kinds must meet, one of them an offer or a trap that no
// client of a security firm writes, and a mail that answers us is never judged here.

extension Rule {
    /// An offer or a trap.
    static let unsolicited = Rule(
        "unsolicited",
        "An unsolicited offer, or a trap for passwords and payments: marks of several kinds "
            + "meet."
    ) { reading in
        var marks: [String] = []
        var weight = 0
        for (kind, value) in Unsolicited.weights {
            guard let first = reading.setPhrases.first(kind) else { continue }
            weight += min(value + reading.setPhrases.count(kind) - 1, value + 2)
            marks.append(first)
        }
        // What no list has may be said in words that only strangers use.
        if let vote = reading.natureVote, vote.spamLead > Unsolicited.leadMinimum {
            weight += vote.spamLead > 0 ? 4 : 2
            marks.append("voted: \(vote.heaviest(for: .spam))")
        }
        guard weight > 0, !reading.isSenderAllowed else { return nil }
        weight += Unsolicited.weightOfEnvelope(reading, &marks)
        // Whoever speaks of his own apparatus in his own words is a client.
        if reading.situation.current.contains(where: { $0.isAdverse && $0.thing != .unknown }) {
            weight -= 2
        }
        return weight >= Unsolicited.weightMinimum && marks.count >= 2
            ? (.nature(.spam), marks.prefix(4).joined(separator: ", ")) : nil
    }
}

/// What unsolicited mail says, and how much that weighs.
enum Unsolicited {
    /// From this weight on, with at least two marks, it is spam.
    static let weightMinimum = 5

    /// From here on the votes of the words are a mark, too: no client's mail has come near.
    static let leadMinimum = -0.8

    /// Each kind counts once, a little more for several of its phrases.
    static let weights: [(SetPhrases.Kind, Int)] = [
        (.offer, 3), (.riches, 3), (.trap, 3), (.pressure, 2), (.stranger, 1), (.bait, 1),
    ]

    /// Offers that nobody asked for.
    static let offers = [
        "professional manufacturer", "leading manufacturer", "manufacturer of", "factory price",
        "wholesale", "moq", "our catalogue", "our catalog", "price list", "our products",
        "best offer",
        "best price", "first page", "page 1 of google", "on page 1", "search engine", "seo",
        "backlink", "backlinks",
        "rank your", "ranking on", "website traffic", "web design", "redesign your", "free audit",
        "lead generation",
        "qualified leads", "grow your business", "increase your sales", "outsourcing", "outsource",
        "email list",
        "guest post", "referencement naturel", "referencement de votre site",
        "premiere page de google",
        "audit gratuit", "augmenter votre chiffre", "generer des leads", "prospects qualifies",
        "creation de site", "refonte de votre site", "nos tarifs imbattables",
        "defiant toute concurrence",
        "notre catalogue", "fabricant de", "usine en chine", "logiciel de prospection",
        "offre exceptionnelle",
        "mutuelle entreprise", "formation eligible cpf", "compte cpf", "panneaux solaires",
        "prime energie", "specialistes du referencement", "referencement google", "premiere page",
        "bon de reduction",
        "audit offert", "estimation offerte", "premier mois offert", "pay per lead",
        "qualified meetings", "tarif imbattable", "early bird", "de remise avec le code",
        "mutuelles", "photocopieurs", "base qualifiee", "par code naf", "dofollow",
        "place an article", "software house", "free trial", "cv anonymises", "honoraires dus",
        "simulateur gratuit", "economisez jusqu'a", "satisfait ou rembourse",
        "machine neuve offerte", "votre opco", "par votre opco", "agence de referencement",
        "consultant referencement", "en premiere page", "avis negatifs",
        "divisez votre facture", "ombrieres", "coffrets gourmands", "stylos graves",
        "recherchent des societes", "outil de prospection", "growth hacking",
        "book a demo", "case study", "verified lists", "verified leads", "lists of contacts",
        "b2b leads", "b2b contacts", "b2b database", "boost your sales", "boostez vos ventes",
        "fichier de prospects", "fichiers de prospects", "fichier b2b", "fichiers b2b",
        "liste de decideurs", "listes de decideurs", "base de decideurs",
    ]

    /// Riches for nothing.
    static let riches = [
        "bitcoin", "crypto", "trading", "investissement garanti", "gagne vite", "j'ai gagne",
        "vous avez gagne",
        "gagnant", "loterie", "heritage", "heritier", "millions de dollars", "million dollars",
        "million usd",
        "next of kin", "inheritance", "lottery", "you have won", "jackpot", "casino",
        "pret entre particuliers",
        "pret sans justificatif", "offre de pret", "credit rapide", "revenu passif",
        "passive income",
        "sans rien faire", "from home", "virement de fonds", "fonds a transferer", "donation de",
        "represent an investor", "transfer of funds", "your bank details", "fonds bloques",
        "no heir", "of kin", "late client", "confidential proposal", "business proposal",
        "honest partnership", "proposition confidentielle", "sans heritier", "carte cadeau",
        "cartes cadeaux", "gift card", "gift cards", "god bless",
        "viagra", "cialis", "rencontre coquine", "webcam", "i recorded you", "je vous ai filme",
        "no heir", "late client", "barrister", "leguer", "god bless", "que dieu vous benisse",
        "tire au sort", "tiree au sort", "withdraw any time", "you have been nominated",
        "gold edition", "collect your trophy", "bank particulars", "you share his surname",
        "as next of kin", "gagner un iphone", "gagnez un iphone", "gagnez un", "win an iphone",
        "reclamer votre cadeau", "reclamez votre cadeau", "reclamer votre lot",
        "reclamez votre lot", "claim your prize", "claim your gift", "claim your reward",
    ]

    /// Traps for passwords and payments.
    static let traps = [
        "confirmez votre identite", "confirmer votre identite", "verifiez votre identite",
        "confirmez vos informations", "mettre a jour vos informations",
        "mettez a jour vos informations",
        "verify your account", "verify your identity", "confirm your identity",
        "update your payment",
        "confirm your account", "validate your account", "votre mot de passe expire",
        "mot de passe va expirer", "password will expire", "password expires",
        "your mailbox is full",
        "boite aux lettres est presque pleine", "votre boite est pleine", "acceder a mon espace",
        "activite inhabituelle", "activite suspecte", "unusual activity", "unusual sign-in",
        "votre nom de domaine", "domain name expires", "nom de domaine expire", "colis en attente",
        "frais de livraison", "frais de douane", "mailbox is almost full", "exceeded its quota",
        "reply with your bank", "vos coordonnees bancaires",
        "informations bancaires", "donnees bancaires", "bank information", "votre colis",
        "ouvrir la piece jointe", "ouvrez la piece jointe",
        "open the attached", "see attached invoice", "document partage avec vous",
        "shared a document",
        "signature electronique en attente", "nouveau rib", "changement de rib",
        "remboursement d'impot",
        "trop-percu", "carte vitale", "amende impayee", "regler maintenant", "payer maintenant",
        "votre contravention", "contravention n", "avis de contravention", "votre amende",
        "amende forfaitaire", "unpaid fine", "unpaid toll", "peage impaye", "bank particulars",
        "sign in with your", "log in with your", "your e-mail password", "your email password",
        "mot de passe de messagerie", "votre mot de passe pour", "connectez-vous pour consulter",
        "secure document", "new secure document", "document securise", "has shared",
        "was shared with you",
        "a partage un document", "a partage un fichier", "log in to view", "sign in to view",
        "sign in to open", "verify your mailbox", "reactivez votre", "reactiver votre",
        "clique vite", "cliquez vite", "click now", "act now", "limited time",
        "sign in with your", "e-mail password", "email password", "votre mot de passe actuel",
        "mot de passe de messagerie", "numero de carte", "email credentials",
        "enable the macros", "review document", "frais de port", "iban joint", "contravention",
        "secure document", "cartes cadeaux", "gift cards", "reste discret", "registration fee",
        "participation fee", "unpaid duty", "virus detectes", "antivirus a expire",
        "validez votre identite", "validez votre compte", "vos coordonnees et votre carte",
        "majoree a", "une majoration", "update your address and card", "registre prive",
        "votre immatriculation doit", "kit a", "annuaire national", "connexion inhabituelle",
        "connexion suspecte", "rib joint", "confirmez votre mot de passe",
        "confirmer votre mot de passe", "confirm your password", "verify your password",
        "reinitialisez votre mot de passe", "validez votre mot de passe",
        "confirmer votre compte", "verifiez votre compte", "verifier votre compte",
        "confirmez vos coordonnees", "confirmer vos coordonnees",
        "confirm your payment", "regularisez immediatement", "regularisez votre",
        "regularisez sans", "reglez immediatement", "nos nouvelles coordonnees bancaires",
        "our new bank details", "changement de coordonnees bancaires",
    ]

    /// Pressure.
    static let pressures = [
        "sera suspendu", "sera definitivement", "a ete suspendu", "definitivement suspendu",
        "sous 24h", "sous 24 h", "sous 12 h", "sous 48h", "dans 24 heures", "dans les 24 heures",
        "within 24 hours", "within 48 hours", "will be suspended", "has been suspended",
        "will be closed",
        "fermeture de votre compte", "cloture de votre compte", "votre compte sera",
        "votre acces a ete",
        "dernier rappel", "dernier avertissement", "final notice", "last warning", "huissier",
        "expires in", "expires today", "expire aujourd'hui", "sous 12 heures", "sous 24 heures",
        "sous 48 heures", "afin d'eviter une majoration", "eviter la suspension",
        "eviter une suspension", "avoid suspension", "avoid late fees",
        "poursuites judiciaires", "avant poursuites", "votre compte a ete", "expire dans",
        "dans les 12 heures", "sous 12 heures", "avant demain", "expires in", "a minuit",
        "terminated within", "radiation sous", "failure to act", "failure to",
        "transmis a nos avocats", "le lien expire", "avant majoration", "deleted tonight",
        "seats left", "il reste 4 places", "compte est suspendu", "compte suspendu",
        "compte est bloque", "acces est suspendu", "account is suspended",
        "account suspended", "account is locked", "sous peine de poursuites",
        "sous peine de majoration", "avant suspension",
    ]

    /// Words to nobody in particular.
    static let strangers = [
        "cher client", "chere cliente", "cher utilisateur", "cher abonne", "dear customer",
        "dear user",
        "profitez de notre offre", "se desinscrire", "me desinscrire", "unsubscribe",
        "hello dear", "dear friend", "dear purchasing", "dear sir/madam", "dear manager",
        "hi there", "greetings",
        "dear beneficiary", "attn:", "i came across your", "i was browsing your",
        "i found your website",
        "visited your website", "je me permets de vous contacter", "votre site internet",
        "votre site web",
        "guaranteed", "garanti", "100% gratuit", "kindly", "waiting your kind",
        "decision maker", "my dear friend", "cher ami", "monsieur le dirigeant",
        "love your website", "votre branche", "pas interesse", "repondez stop",
        "repondez oui et", "just reply", "your firm was selected",
    ]

    /// Where one is to click: harmless alone, for many a signature says so.
    static let baits = [
        "cliquez ici", "cliquer ici", "cliquant ici", "en cliquant sur", "cliquez sur le lien",
        "cliquez sur ce lien", "cliquez ci-dessous", "clic ici", "click here", "click below",
        "click the link", "click on the link", "click this link", "by clicking",
        "suivez ce lien", "follow this link", "follow the link",
    ]

    /// Whether a link leads to a bare address of the open network: firms have names; what stands
    /// in a client's own network has an address of its own kind.
    static func leadsToBareAddress(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let mark = Array("://".utf8)
        var place = 0
        while place + mark.count < bytes.count {
            guard bytes[place] == mark[0], bytes[place + 1] == mark[1], bytes[place + 2] == mark[2]
            else {
                place += 1
                continue
            }
            place += mark.count
            let host = bytes[place...].prefix(bareBytesMaximum).prefix { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
            }
            let parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
                .map { Int(String(decoding: $0, as: UTF8.self)) ?? -1 }
            guard parts.count == 4, parts.allSatisfy({ (0...255).contains($0) }) else { continue }
            switch (parts[0], parts[1]) {
            case (10, _), (127, _), (0, _), (192, 168), (169, 254), (172, 16...31): continue
            default: return true
            }
        }
        return false
    }

    private static let bareBytesMaximum = 16

    /// What the envelope and the parts add: a link, a page to open, a sender who is somebody else.
    static func weightOfEnvelope(_ reading: Reading, _ marks: inout [String]) -> Int {
        let message = reading.message
        var weight = 0
        if reading.words.hasLink {
            weight += 1
            marks.append("a link")
            if leadsToBareAddress(reading.newText) {
                weight += 2
                marks.append("a link to a bare address")
            }
        }
        let page = message.attachments.first { attachment in
            [".html", ".htm", ".shtml", ".iso", ".img", ".js", ".vbs", ".exe", ".scr", ".lnk"]
                .contains { attachment.name.lowercased().hasSuffix($0) }
        }
        if let page {
            weight += 3
            marks.append("attached \(page.name)")
        }
        if case .address(let path) = message.returnPath, let from = message.from?.address,
            !path.domain.hasSuffix(from.domain.baseDomain)
        {
            weight += 1
            marks.append("Return-Path <\(path.text)>")
        }
        if let from = message.from?.address, AutomaticSender.isOne(from) { weight += 1 }
        return weight
    }
}

extension String {
    /// The last two labels of a domain.
    fileprivate var baseDomain: String {
        split(separator: ".").suffix(2).joined(separator: ".")
    }
}
