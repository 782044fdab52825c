// In what mood a sentence speaks of the next level: whether it tells what has been ("j'avais saisi
// votre direction"), refuses to go there ("inutile de déranger votre directeur"), or announces
// that it will, or would ("je m'en ouvrirais à votre direction"). None is a demand made now.
//
// Separate from the demand, because a demand in the same sentence undoes each of them.

/// How a sentence speaks of the next level.
struct EscalationMood {
    private let text: FoldedLine
    private let sentence: Range<Int>
    private let words: Words

    /// Looks at a sentence.
    init(_ sentence: Range<Int>, of words: Words) {
        text = FoldedLine(bytes: Array(words.text(of: sentence).utf8)[...])
        self.sentence = sentence
        self.words = words
    }

    /// "J'ai demandé hier …", "escaladé le 21 août": told, not asked.
    var isToldOnly: Bool { text.contains(anyOf: Self.told) && !isDemandedNow }

    /// Whether what is refused stands before the addressee, and no comma between them.
    ///
    /// "Plutôt que de saisir votre direction", "je ne demande à déranger aucun responsable".
    var isRefused: Bool {
        guard let place = words.firstPlace(of: Escalation.addressees, in: sentence) else {
            return false
        }
        let start =
            (sentence.lowerBound...place).last { words.words[$0].gap >= .comma }
            ?? sentence.lowerBound
        let end = min(sentence.upperBound, place + Int(max(1, words.words[place].count)))
        let stretch = FoldedLine(bytes: Array(words.text(of: start..<end).utf8)[...])
        // "Je ne souhaite pas un technicien mais votre responsable": turned round.
        return stretch.contains(anyOf: Self.refusals)
            && !stretch.contains(anyOf: [" mais ", " but ", " donc "])
    }

    /// "J'en parlerai à votre directeur", "nous saisirions votre direction": some day, or if.
    var isAnnounced: Bool {
        sentence.contains(where: isFirstPersonsFuture) && !isDemandedNow
    }

    private var isDemandedNow: Bool { text.contains(anyOf: Self.present) }

    // "Je m'en ouvrirais", "nous le saisirons"; but "je vous demanderai de transmettre" is polite,
    // and whoever will await an answer has asked.
    private func isFirstPersonsFuture(_ place: Int) -> Bool {
        let isOne = Self.endings.contains { words.ends(place, with: $0) }
        let isMany = Self.endingsOfMany.contains { words.ends(place, with: $0) }
        guard isOne || isMany, !Self.polite.contains(words.words[place]) else { return false }
        // "Je n'irai pas plus loin avec elle."
        if place + 1 < sentence.upperBound, Self.denying.contains(words.words[place + 1]) {
            return false
        }
        return (max(sentence.lowerBound, place - 4)..<place).contains { index in
            isOne
                ? Self.first.contains(words.words[index])
                : Self.firstOfMany.contains(words.words[index])
        }
    }

    private static let endings = ["rai", "rais"].map { Array($0.utf8) }
    private static let endingsOfMany = ["rons", "rions"].map { Array($0.utf8) }
    private static let denying = WordList("pas plus jamais point guere")
    private static let first = WordList("je j")
    private static let firstOfMany = WordList("nous")
    private static let polite = WordList(
        """
        vrai frais saurai saurais saurons attendrai attendrais attendrons voudrais voudrions aimerais \
        aimerions souhaiterais souhaiterions apprecierais apprecierions prefererais prefererions \
        desirerais desirerions serais serions serai serons demanderai demanderais demanderons \
        prierai prierais prierons remercierai remercierais remercierons pourrais pourrions \
        tiendrai tiendrons exigerai exigerons
        """
    )

    private static let told = [
        "ai demande", "avons demande", "ai deja", "avons deja", "ai saisi", "avons saisi",
        "avais saisi", "avions saisi", "avait saisi", "avais demande", "avions demande",
        "ai escalade", "avons escalade", "avais escalade", "avions escalade", "avais deja",
        "avions deja", "avais songe", "avions songe", "avais pense", "avions pense", "ai songe",
        "ai pense", "avons pense", "ai failli", "avons failli", "ai hesite", "avons hesite",
        "mon courrier a", "mon courrier au", "notre courrier a", "mon echange avec",
        "notre echange avec", "mon echange de", "ai eu le", "ai eu la", "i had asked",
        "we had asked", "i asked", "we asked", "i escalated", "we escalated", "i had already",
        "we had already", "i have already", "we have already", "i spoke", "we spoke",
        "i had thought", "i thought of", "i considered", "we considered", "i nearly",
        "my letter to", "our letter to",
    ]
    private static let present = [
        "je demande", "nous demandons", "je vous demande", "nous vous demandons", "je veux",
        "nous voulons", "faites", "i want", "we want", "please", "je saisis", "nous saisissons",
        "je porte", "nous portons", "je m'adresse", "nous nous adressons", "je sollicite",
        "nous sollicitons", "j'escalade", "nous escaladons", "j'exige", "nous exigeons",
        "je requiers", "je passe", "j'en appelle", "veuillez", "merci de", "transmettez", "i now",
        "we now", "i ask", "we ask", "i escalate", "we escalate", "i demand", "we demand",
        "i am escalating", "je souhaite", "nous souhaitons", "je me tourne", "je vous prie",
        "passez-moi", "confiez", "soumettez", "remettez", "alertez", "prevenez", "je fais appel",
        "nous faisons appel",
    ]
    private static let refusals = [
        "ne demande a", "ne demande pas", "ne demandons pas", "ne saisirai pas",
        "ne saisirons pas", "ne souhaite pas", "ne souhaitons pas", "ne veux pas", "ne voulons pas",
        "pas besoin de", "inutile de", "sans vouloir", "plutot que de", "sans saisir",
        "sans deranger", "sans passer par", "sans en referer", "sans aller jusqu", "ne vais pas",
        "n'allons pas", "n'irai pas", "n'irons pas", "ferai pas l'injure", "pas la peine",
        "loin de moi", "no need to", "not asking", "do not want to", "don't want to",
        "would rather not", "rather than", "without going", "without troubling", "not going to",
        "won't go", "will not go", "no wish to", "instead of", "ne desire pas", "ne desirons pas",
        "ne compte pas", "ne comptons pas", "ne tiens pas a", "ne tenons pas a", "ne saisis pas",
        "ne saisissons pas", "ne souhaite plus", "ne souhaitons plus", "pas necessaire de",
        "inutile d'", "do not wish to", "don't wish to", "no longer wish to", "no longer want to",
    ]
}
