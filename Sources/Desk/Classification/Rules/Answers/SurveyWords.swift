// The words that survey answers are made of, in French and English, folded.

enum SurveyWords {
    /// Words of which each names a criterion.
    static let criteria: [String: SurveyForm.Criterion] = [
        "reactivite": .responsiveness, "rapidite": .responsiveness, "delai": .responsiveness,
        "delais": .responsiveness, "vitesse": .responsiveness, "promptitude": .responsiveness,
        "responsiveness": .responsiveness, "speed": .responsiveness, "promptness": .responsiveness,
        "timeliness": .responsiveness, "fast": .responsiveness, "quickness": .responsiveness,
        "disponibilite": .responsiveness, "response": .responsiveness,
        "ponctualite": .responsiveness,
        "solution": .solution, "qualite": .solution, "reparation": .solution,
        "depannage": .solution, "resultat": .solution, "travail": .solution, "quality": .solution,
        "repair": .solution, "fix": .solution, "fixed": .solution, "workmanship": .solution,
        "result": .solution,
        "communication": .communication, "communications": .communication,
        "comunication": .communication, "com": .communication, "comm": .communication,
        "echanges": .communication, "contact": .communication, "information": .communication,
        "informations": .communication, "informed": .communication, "posted": .communication,
        "accueil": .communication, "ecoute": .communication, "relationnel": .communication,
    ]

    /// What makes an exception of what follows.
    static let exceptions: Set<String> = [
        "sauf", "hormis", "excepte", "exceptee", "except", "excepting", "apart", "bar", "seule",
        "seul", "moins",
    ]

    /// What figures count.
    static let units: Set<String> = [
        "h", "heure", "heures", "jour", "jours", "fois", "semaine", "semaines", "mois", "min",
        "minute", "minutes", "mn", "an", "ans", "annee", "annees", "euros", "euro", "eur", "badge",
        "badges", "camera", "cameras", "visite", "visites", "passage", "passages", "appel",
        "appels", "relance", "relances", "mails", "messages", "techniciens", "personnes",
        "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
        "time", "times", "call", "calls", "visit", "visits", "engineers", "people", "emails",
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
        "octobre", "novembre", "decembre", "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december", "th", "st", "nd", "rd",
        "pm", "am",
    ]

    /// What a figure stands behind that numbers it.
    static let counted: Set<String> = [
        "camera", "porte", "portail", "lecteur", "badge", "zone", "site", "batiment", "door",
        "gate", "reader", "channel", "detecteur", "n", "no", "numero", "etage", "ticket", "salle",
        "quai", "until", "at", "vers", "depuis", "iphone", "galaxy", "niveau", "level",
    ]

    /// What may stand behind a note.
    static let followers: Set<String> = [
        "car", "parce", "pour", "mais", "et", "sur", "merci", "because", "for", "but", "and", "a",
        "au", "aux", "en", "points", "point", "etoiles", "etoile", "stars", "star", "seulement",
        "maximum", "max", "vu", "sans", "avec", "partout", "everywhere", "everything", "chacun",
        "chacune", "chaque", "each", "on", "thanks", "thank", "puis", "then", "globalement",
        "la", "le", "les", "to", "out", "all", "across", "pareil", "aussi", "idem", "egalement",
        "toute", "tout", "tous",
    ]

    /// What may stand between a note and the criterion behind it.
    static let joints: Set<String> = [
        "a", "au", "aux", "la", "le", "les", "l", "pour", "for", "the", "sur", "en", "de", "du",
        "d", "to", "on", "our", "your", "vos", "votre", "points", "point", "etoiles", "stars",
        "en", "matiere", "cote", "rayon",
    ]

    /// What joins criteria.
    static let conjunctions: Set<String> = ["et", "and", "ainsi", "que", "comme", ",", "&", "+"]

    private static let numbers: [String: Int] = [
        "zero": 0, "un": 2, "une": 2, "deux": 4, "trois": 6, "quatre": 8, "cinq": 10, "one": 2,
        "two": 4, "three": 6, "four": 8, "five": 10, "dix": 20, "ten": 20, "six": 12, "sept": 14,
        "huit": 16, "neuf": 18, "seven": 14, "eight": 16, "nine": 18, "twos": 4, "threes": 6,
        "fours": 8, "fives": 10,
    ]

    /// "fives", "4s".
    static func isPlural(_ text: String) -> Bool {
        text.last == "s" && halves(of: String(text.dropLast())) != nil
    }

    /// The value of a figure or a number in words, in halves.
    static func halves(of text: String) -> Int? {
        if let number = numbers[text] { return number }
        let digits = text.last == "s" ? text.dropLast() : text[...]
        if let number = Int(digits), digits.utf8.count <= 2 { return number * 2 }
        let parts = text.split { $0 == "," || $0 == "." }
        guard parts.count == 2, parts[1] == "5", let whole = Int(parts[0]) else { return nil }
        return whole * 2 + 1
    }

    /// A phrase of more than one word, or one that stands for more than itself.
    struct Phrase {
        let words: [String]
        let isNote: Bool
        /// Whether a unit of time behind it makes it another phrase: "tous les jours".
        let isOpen: Bool

        /// What it is on a line.
        func kind(_ line: Int) -> SurveyTokens.Kind {
            isNote ? .note(SurveyTokens.Mark(halves: 10, line: line)) : .all
        }
    }

    /// The longest first.
    static let phrases: [Phrase] = {
        let all = [
            "pour les trois", "tous les trois", "toutes les trois", "sur les trois", "les trois",
            "des trois", "aux trois", "ces trois", "les 3", "des 3", "trois criteres",
            "trois points", "all three", "all 3", "partout", "pour tout", "tout a", "sur tout",
            "pour tous", "pour toutes", "chacun", "chacune", "chaque fois", "chaque critere",
            "chaque point", "toute la ligne", "que des", "tous les", "toutes les",
            "across the board", "everything", "everywhere", "for each", "each", "every point",
            "every count", "on every", "on all", "all round", "throughout",
        ]
        let marks = [
            "note maximale", "note maximum", "notes maximales", "note max", "full marks",
            "top marks", "maximum points", "highest marks", "highest mark", "meilleure note",
        ]
        let open: Set<String> = ["tous les", "toutes les", "que des", "chaque fois", "tout a"]
        func phrase(_ text: String, isNote: Bool) -> Phrase {
            let words = text.split(separator: " ").map(String.init)
            return Phrase(words: words, isNote: isNote, isOpen: open.contains(text))
        }
        return (all.map { phrase($0, isNote: false) } + marks.map { phrase($0, isNote: true) })
            .sorted { $0.words.count > $1.words.count }
    }()
}
