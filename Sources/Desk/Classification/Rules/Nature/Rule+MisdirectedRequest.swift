// A plain request in the complaints' mailbox: the address was at hand, nobody complains. It belongs
// to the service; whatever smells of displeasure stays a complaint.

extension Rule {
    /// A polite request that came to the complaints' mailbox.
    static let misdirectedRequest = Rule(
        "misdirected-request",
        "The mail came to the complaints' mailbox, but asks for help or advice and blames nobody."
    ) { reading in
        let words = reading.words
        guard reading.mailbox.procedure == .complaint, reading.marks.numbers.isEmpty,
            !words.senses.intersects(blaming),
            !words.words.contains(where: { SmallWord.yours.contains($0) })
        else { return nil }
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

    private static let blaming = Senses(
        .displeased,
        .complains,
        .money,
        .delay,
        .work,
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
