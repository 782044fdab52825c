// Notices of absence that do not call themselves automatic and thank for nothing.
//
// "Je suis en congés du 5 au 12. En mon absence, merci de contacter …": whoever has something to
// say of his own case says it in words of that case. So every word of the text must be one that
// such notices are made of, a name, a number or an address; one other word makes it a person's.
// French and English. Reads a short text once, word by word.

/// Whether a text is a notice of absence from its first word to its last.
struct WholeNotice {
    private var words: [String] = []
    private var isPure = true

    /// Reads a short text.
    init(_ text: String) {
        var isFirst = true
        var column = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            // A short line was ended by its author: what follows begins a sentence.
            if column < Self.wrapMinimum { isFirst = true }
            column = line.utf8.count
            let parts = line.split { $0.isWhitespace }
            let isName = parts.count <= 4 && parts.allSatisfy { $0.first?.isUppercase ?? false }
            for part in parts {
                read(part, mayBeName: !isFirst || isName && parts.count >= 2)
                isFirst = part.last.map { ".!?:;".contains($0) } ?? false
            }
        }
    }

    /// Somebody is away for a time or for good, and sends everybody elsewhere.
    func isProven(isGone: Bool, hasEnd: Bool) -> Bool {
        guard isPure else { return false }
        let text = " " + words.joined(separator: " ") + " "
        return (isGone || hasEnd || hasSpan || Self.habits.contains { text.contains($0) })
            && Self.everybody.contains { text.contains(" \($0) ") }
            && words.contains(where: Self.turning.contains)
    }

    private mutating func read(_ part: Substring, mayBeName: Bool) {
        let isNumber = part.contains { $0.isNumber || $0 == "@" }
        let core = part.drop { !$0.isLetter && !$0.isNumber }
        let isCapital = core.first?.isUppercase ?? false
        var folded: [UInt8] = []
        Folding.fold(Array(core.utf8)[...], into: &folded)
        let pieces = folded.split { byte in
            !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard !isNumber else {
            words.append("1")
            return
        }
        for piece in pieces {
            let word = String(decoding: piece, as: UTF8.self)
            // "Pour la date", "for Thursday": something that he cares for.
            if let last = words.last, ["pour", "for"].contains(last),
                !Self.general.contains(word), words.dropLast().last?.hasPrefix("work") != true
            {
                isPure = false
            }
            if !Self.vocabulary.contains(word), !(mayBeName && isCapital) { isPure = false }
            words.append(word)
        }
    }

    // "Du 5 au 12", "from 5 to 12 May".
    private var hasSpan: Bool {
        words.indices.dropFirst(2).contains { place in
            ["au", "to"].contains(words[place])
                && words[max(0, place - 4)..<place].contains("1")
                && words[max(0, place - 4)..<place].contains { ["du", "from"].contains($0) }
        }
    }

    // From how many bytes on a line may have been broken by a program.
    private static let wrapMinimum = 55

    private static let habits = [
        " consulte mes ", " lis mes ", " consulte ma ", " releve mes ", " conge maternite ",
        " conge parental ", " maternity leave ", " parental leave ", " checking my ",
        " reading my ", " check my ", " read my ",
    ]

    // Who is sent elsewhere: anybody, with anything.
    private static let everybody = [
        "vos demandes", "vos messages", "vos mails", "vos courriels", "vos questions",
        "toute urgence", "toute demande", "toute question", "toutes vos demandes",
        "en mon absence", "durant mon absence", "pendant mon absence", "en son absence",
        "cas d urgence", "cas de besoin", "your enquiries", "your inquiries", "your requests",
        "your questions", "your queries", "your emails", "your e mails", "your messages",
        "in my absence", "during my absence", "anything urgent", "urgent matters",
        "urgent requests", "urgent enquiries", "urgent inquiries", "any enquiries",
        "all enquiries", "any inquiries", "all inquiries", "any questions", "any queries",
    ]

    private static let turning: Set<String> = [
        "adresser", "adressez", "contacter", "contactez", "appeler", "appelez", "joindre",
        "joignez", "ecrire", "ecrivez", "envoyer", "envoyez", "transmettre", "direct", "contact",
        "call", "email", "mail", "reach", "send", "write", "address", "redirect", "forward",
    ]

    private static let general: Set<String> = [
        "toute", "toutes", "tout", "vos", "any", "anything", "all", "urgent", "your",
    ]

    private static let vocabulary: Set<String> = {
        let list = """
            bonjour bonsoir madame monsieur hello hi dear sir cordialement bien merci regards kind \
            best thanks thank you vous je j suis serai sera est actuellement en conge conges \
            maternite paternite parental annuel annuels vacances formation deplacement arret \
            maladie absent absente absence bureau du de d des la le les l au aux a jusqu partir \
            compter inclus retour et ou ne n pas plus chez que mon ma mes son sa ses votre vos toute \
            toutes tout pour cas besoin urgence urgente urgentes urgent demande demandes question \
            questions message messages mail mails courriel courriels e email emails messagerie \
            boite adresse consulte consulterai lis lirai releve soir matin sans acces limite \
            travaille fais fait partie ai a quitte societe entreprise dorenavant desormais noter \
            veuillez adresser adressez contacter contactez appeler appelez joindre joignez ecrire \
            ecrivez envoyer envoyez transmettre qui me remplace remplacant remplacante collegue \
            secretariat standard accueil service equipe par telephone tel pendant durant periode \
            cette ce lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril \
            mai juin juillet aout septembre octobre novembre decembre er \
            i am m on leave annual maternity paternity sick holiday vacation out of the office \
            away from to until till through back return returning currently and or not will be \
            only my in no longer work works working at with has have left company please note that \
            direct your enquiries inquiries requests queries matters anything any all for during \
            contact call reach send write address redirect forward colleague team desk reception \
            switchboard who is covering replacing checking check reading read evening morning \
            evenings monday tuesday wednesday thursday friday saturday sunday january february \
            march april may june july august september october november december st nd rd th by \
            phone limited access inclusive
            """
        return Set(list.split(separator: " ").map(String.init))
    }()
}
