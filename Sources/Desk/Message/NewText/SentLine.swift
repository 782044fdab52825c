// "Envoyé de mon Wiko", "Sent from my moto g(9)": the line that a device or a program adds,
// whatever its name.
//
// Names of devices are endless, so the line is known by its form: set words, then a few words that
// are no sentence. A person begins so, too ("Envoyé de mon côté le bon hier"): words of sentences,
// of time and of others keep the line. French and English; the other languages' lines stand in
// Notice.

enum SentLine {
    /// Whether a folded line, without marks before it, was added by a device or a program.
    static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
        if isWindowsMail(line) || isProvider(line) { return true }
        guard let opening = openings.prefix(of: line) else { return false }
        let rest = line.dropFirst(opening.utf8.count)
        let head = rest.prefix(headLength(of: rest))
        let tail = FoldedLine(bytes: rest[head.endIndex...])
        let words = texts(of: FoldedLine(bytes: head))
        guard
            tail.words.isEmpty || tail.contains(anyOf: excuses)
                || texts(of: tail).contains(where: isDevice)
        else { return false }
        guard (1...10).contains(words.count), !words.contains(where: sentenceWords.contains)
        else { return false }
        if words.contains(where: isDevice) { return true }
        let isOwn =
            opening.hasSuffix("mon ") || opening.hasSuffix("ma ") || opening.hasSuffix("my ")
        // "Sent from a magnificent torch of pixels": people make jokes of it.
        if opening.contains("sent from") { return words.count <= 8 }
        let isNamed = ["depuis ", "via ", "avec ", "with ", "using "].contains {
            opening.hasSuffix($0)
        }
        return words.count <= (isOwn ? 5 : isNamed ? 3 : 0)
            && !words.contains(where: articles.contains)
    }

    // "Provenant de Courrier pour Windows", whose program is called like an ordinary word; its link
    // may stand behind the word.
    private static func isWindowsMail(_ line: ArraySlice<UInt8>) -> Bool {
        guard let opening = windowsMail.prefix(of: line) else { return false }
        let words = texts(of: FoldedLine(bytes: line.dropFirst(opening.utf8.count)))
        return words.count <= 16 && words.contains("windows")
            && !words.contains(where: sentenceWords.contains)
    }

    // "Envoyé depuis La Poste": a provider's name and nothing else.
    private static func isProvider(_ line: ArraySlice<UInt8>) -> Bool {
        guard let opening = providerOpenings.prefix(of: line) else { return false }
        let rest = texts(of: FoldedLine(bytes: line.dropFirst(opening.utf8.count)))
        return providers.contains(rest.joined(separator: " "))
    }

    private static let windowsMail = PhraseIndex([
        [
            "provenant de courrier", "envoye a partir de courrier", "envoye depuis courrier",
            "envoye de courrier", "envoye avec courrier", "sent from mail for windows",
        ]
    ])
    private static let providerOpenings = PhraseIndex([
        [
            "envoye depuis ", "envoye a partir de ", "envoye avec ", "envoye via ",
            "message envoye depuis ", "envoye de ",
        ]
    ])
    private static let providers: Set = [
        "la poste", "laposte", "laposte net", "la poste net", "ma messagerie la poste", "orange",
        "mail orange", "sfr", "sfr mail", "free", "free fr", "bouygues", "bbox", "wanadoo",
        "numericable", "la messagerie orange",
    ]

    private static func texts(of line: FoldedLine) -> [String] {
        line.words.map { String(decoding: $0, as: UTF8.self) }
    }

    // Up to a comma, a link, or a dot that ends a sentence.
    private static func headLength(of line: ArraySlice<UInt8>) -> Int {
        for place in line.indices {
            switch line[place] {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: "?"):
                return place - line.startIndex
            case UInt8(ascii: "."), UInt8(ascii: "!"):
                let next = place + 1 < line.endIndex ? line[place + 1] : UInt8(ascii: " ")
                if next == UInt8(ascii: " ") { return place - line.startIndex }
            default: continue
            }
        }
        return line.count
    }

    private static func isDevice(_ word: String) -> Bool {
        devices.contains(word) || deviceStems.contains(where: word.hasPrefix)
    }

    private static let openings = PhraseIndex([
        ["envoye", "envoyee", "expedie", "expediee", "message envoye", "mail envoye", "redige"]
            .flatMap { sent in
                [
                    "de mon ", "de ma ", "depuis mon ", "depuis ma ", "depuis un ", "depuis une ",
                    "depuis le ", "depuis la ", "depuis l'", "depuis ", "a partir de mon ",
                    "a partir de ma ", "a partir d'un ", "a partir d'une ", "a partir de l'",
                    "a partir de la ", "a partir de ", "a partir du ", "a partir d'", "avec mon ",
                    "avec ma ", "avec la ", "avec l'", "avec le ", "avec ", "via mon ", "via l'",
                    "via la ", "via le ", "via ", "par mon ", "par l'", "d'un ", "d'une ", "du ",
                    "de l'",
                ].map { "\(sent) \($0)" }
            }
            + ["sent", "mail sent", "message sent", "written"].flatMap { sent in
                [
                    "from my ", "from an ", "from a ", "from the ", "from ", "with the ", "with ",
                    "via the ", "via ", "by my ", "using the ", "using ", "on my ",
                ].map { "\(sent) \($0)" }
            }
    ])

    // What makes the line a device's, in whatever company.
    private static let devices: Set<String> = [
        "mail", "mails", "mobile", "mobil", "gmail", "outlook", "yahoo", "aol", "proton", "icloud",
        "windows", "android", "ios", "galaxy", "samsung", "huawei", "honor", "xiaomi", "redmi",
        "oppo", "oneplus", "realme", "wiko", "nokia", "sony", "xperia", "htc", "lg", "motorola",
        "moto", "pixel", "google", "blackberry", "fairphone", "crosscall", "doro", "alcatel",
        "lenovo", "asus", "acer", "macbook", "imac", "mac", "ordinateur", "laptop",
        "computer", "chromebook", "kindle", "verizon", "telephone", "portable", "cell", "handheld",
        "app", "appli", "messagerie", "webmail", "bluemail", "spark", "thunderbird", "zimbra",
    ]
    private static let deviceStems = [
        "iphone", "ipad", "ipod", "smartphone", "phone", "telephon", "tablet", "appareil",
        "application", "device",
    ]

    private static let excuses = [
        "excus", "desol", "sorry", "pardon", "faute", "typo", "brievete", "brevity", "autocorrect",
        "http", "correct", "concis", "brief",
    ]

    private static let articles: Set<String> = [
        "le", "la", "les", "un", "une", "du", "des", "de", "d", "l", "en", "au", "aux", "a", "et",
        "the", "an", "and", "of", "to", "in", "for", "pour",
    ]

    // Whoever says one of these speaks.
    private static let sentenceWords: Set<String> = [
        "ce", "cet", "cette", "ces", "hier", "demain", "aujourd", "matin", "soir", "midi",
        "semaine", "jour", "jours", "mois", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
        "samedi", "dimanche", "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet",
        "aout", "septembre", "octobre", "novembre", "decembre", "votre", "vos", "notre", "nos",
        "je", "j", "nous", "vous", "il", "elle", "est", "sont", "ai", "avons", "avez", "ne", "n",
        "pas", "que", "qui", "longtemps", "cote", "facture", "bon", "devis", "colis",
        "recommande", "bureau", "site", "magasin", "agence", "photo", "photos", "piece", "pieces",
        "yesterday", "today", "tomorrow", "last", "week", "morning", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "our", "your", "we", "i", "is",
        "was", "were", "has", "have", "not", "courier", "post", "office", "desk", "warehouse",
        "invoice", "parcel", "precedent", "dernier", "premier", "defectueux",
    ]
}
