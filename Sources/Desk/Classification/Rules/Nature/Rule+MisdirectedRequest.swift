// A plain request in the complaints' mailbox: the address was at hand, nobody complains. It belongs
// to the service; whatever smells of displeasure stays a complaint.

extension Rule {
    /// A polite request that came to the complaints' mailbox.
    static let misdirectedRequest = Rule(
        "misdirected-request",
        "The mail came to the complaints' mailbox, but asks for help or advice and blames nobody, "
            + "or reports in a few words what is wrong now; its words do not vote for a complaint."
    ) { reading in
        let words = reading.words
        guard reading.mailbox.procedure == .complaint, reading.marks.numbers.isEmpty,
            !(reading.natureVote?.blames ?? false)
        else { return nil }
        if let said = praise(in: reading) { return (.nature(.request), said) }
        if let said = knowsOfMailbox(words) { return (.nature(.request), said) }
        if words.reproachesYou { return nil }
        if let question = PlainQuestion(reading) {
            return (.nature(.request), words.text(of: question.range))
        }
        let polite = words.politeRequest
        let rest = polite.map { words.senses(in: 0..<$0.lowerBound) } ?? words.senses
        guard
            !words.senses.intersects(blamingElse),
            !rest.contains(.work), !words.senses.contains(.displeased),
            !words.words.contains(where: { SmallWord.yours.contains($0) })
        else { return nil }
        if let fault = plainFault(in: reading) { return (.nature(.request), fault) }
        // "Il me faudrait deux badges de plus": wished for, though nothing is asked.
        if !words.isAsking, reading.situation.wrongs.isEmpty,
            words.senses.contains(.wished),
            let place = words.firstPlace(of: ordering, in: words.all)
        {
            let span = words.span(around: place, from: nil, in: words.all)
            return (.nature(.request), words.text(of: span))
        }
        guard
            let question = reading.situation.clauses.last(where: \.isQuestion)
                ?? words.clauses.last(where: \.isQuestion),
            words.firstPlace(of: asking, in: question.range) != nil
        else { return nil }
        return (.nature(.request), words.text(of: question.range))
    }

    // "Bravo à Karim pour la rapidité": nobody complains; "bravo pour le rendez-vous manqué" does.
    static func praise(in reading: Reading) -> String? {
        let words = reading.words
        guard reading.mailbox.procedure == .complaint else { return nil }
        if reading.isOnlyThanks { return "only thanks" }
        let bitter = Senses(
            .displeased,
            .complains,
            .delay,
            .amends,
            .threatens,
            .nobody,
            .nothing,
            .operations,
            .superior,
            .management,
            .relapses,
            .no
        )
        guard
            let place = words.firstPlace(
                of: Senses(.praises),
                in: words.textStart..<words.words.count
            ),
            !words.senses.intersects(bitter), reading.situation.wrongs.isEmpty,
            !words.words.contains(where: {
                SmallWord.contrasting.contains($0) || qualifying.contains($0)
            }),
            !(reading.natureVote?.blames ?? false)
        else { return nil }
        return words.text(of: words.span(around: place, from: nil, in: words.all))
    }

    // "La dame a été parfaite. Le monsieur d'après, en revanche …": praise beside blame, or irony.
    private static let qualifying = WordList(
        """
        neanmoins revanche seulement dommage helas bemol hormis mai though although yet except \
        excuse excuses personne deja jamais
        """
    )

    // "Faites suivre si ce n'est pas la bonne adresse", "ceci n'est pas une plainte": and nothing
    // else sounds like one.
    private static func knowsOfMailbox(_ words: Words) -> String? {
        guard let place = words.firstPlace(of: Senses(.misaddressed), in: words.all),
            !words.senses.intersects(Senses(.displeased, .amends)),
            Escalation.addresseesNamed(in: words) == false
        else { return nil }
        return words.text(of: words.span(around: place, from: nil, in: words.all))
    }

    // "La caméra 3 ne fonctionne plus depuis ce matin": a few words that report what is wrong now,
    // and address, count and repeat nothing.
    private static func plainFault(in reading: Reading) -> String? {
        let (words, wrongs) = (reading.words, reading.situation.wrongs)
        guard let first = wrongs.first, words.words.count <= plainWordsMaximum,
            wrongs.allSatisfy({ $0.thing != .unknown && !$0.isPast }),
            !words.words.indices.contains(where: { place in
                impatient.contains(words.words[place])
                    && words.politeRequest?.contains(place) != true
            })
        else { return nil }
        return reading.situation.evidence(first)
    }

    private static let plainWordsMaximum = 50
    private static let impatient = WordList(
        """
        vous toi tu you toujours encore fois deja jamais malgre again still despite already never \
        always ever jour jours semaine semaines mois an ans annee annees day days week weeks month \
        months year years deuxieme troisieme quatrieme second third twice personne rappels relance \
        relances attends attendons attente waiting inadmissible inacceptable honte scandale \
        plainte plains reclame reclamation reclamations mecontent mecontente depot tjr tjrs tjs \
        foi japel jappel jatten jatend jattend jaten kan
        """
    )

    /// What blames the company, or asks more of it than help.
    static let blaming = {
        var senses = blamingElse
        senses.insert(.work)
        return senses
    }()
    // The same, whatever is said of work: "pouvez-vous la nettoyer ?" blames nobody.
    private static let blamingElse = Senses(
        .complains,
        .money,
        .delay,
        .relation,
        .amends,
        .operations,
        .superior,
        .management,
        .threatens,
        .nobody
    )
    private static let ordering = Senses(.learn, .configure, .trade)
    private static let asking = Senses(
        .ask,
        .mayAsk,
        .wished,
        .intervene,
        .learn,
        .configure,
        .trade
    )
}

extension Words {
    /// The last question, from its first word of politeness on.
    ///
    /// "… pouvez-vous passer la nettoyer ?"
    fileprivate var politeRequest: Range<Int>? {
        guard let sentence = sentences.last(where: { words[$0.upperBound - 1].asks }),
            let place = sentence.first(where: { Self.polite.contains(words[$0]) }),
            sentence.upperBound == words.count
                || words[sentence.upperBound...].allSatisfy({ word in
                    word.senses.isEmpty
                })
        else { return nil }
        return place..<sentence.upperBound
    }

    private static let polite = WordList("pouvez pourriez pourrait could can would")

    /// Whether the company is told what it said or promised: "vous deviez", "vs avié", "you said".
    ///
    /// Whoever only wants help does not.
    var reproachesYou: Bool {
        words.indices.dropLast().contains { place in
            Self.you.contains(words[place])
                && (place + 1..<min(place + 3, words.count)).contains { index in
                    words[index].gap <= .space && Self.reproached.contains(words[index])
                }
        }
    }

    private static let you = WordList("vous vs you")
    private static let reproached = WordList(
        """
        deviez devie devies aviez avie mavez mave mavie disiez dites dite dize promettez promis \
        said say told promised were promise swore keep kept never
        """
    )
}
