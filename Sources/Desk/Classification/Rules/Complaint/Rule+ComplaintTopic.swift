// What a complaint is about (PROC-CRM-001): an intervention, a delay, an invoice, the relationship.
//
// Two opinions are laid together: the lexicon's words of each topic, and how all the words of the
// mail vote. Either alone misses a third of the mails of people who write as they please.

extension Rule {
    /// The topic that most of the words belong to.
    static let complaintTopic = Rule(
        "complaint-topic",
        "The topic whose words weigh most: billing, delay, intervention, relationship; the "
            + "subject and the first sentences weigh double, and all other words vote."
    ) { reading in
        let words = reading.words
        let scale = TopicScale(words, faults: reading.situation.facts)
        let votes = reading.house.vocabulary.ballots.votes(on: .topic)
        guard let votes, case let tally = votes.tally(reading.features),
            tally.count >= TopicVote.wordsMinimum
        else {
            guard let topic = scale.heaviest else {
                return (.topic(.other), "no word of any topic")
            }
            return (.topic(topic), scale.evidence(of: topic, in: words))
        }
        let scores = zip(votes.answers, tally.sums).enumerated().compactMap { place, vote in
            ComplaintTopic(rawValue: vote.0).map { topic in
                (
                    topic, place,
                    vote.1 + TopicVote.lexiconShare * scale.pull(of: topic)
                )
            }
        }
        guard let (topic, place, score) = scores.max(by: { $0.2 < $1.2 }),
            score > TopicVote.scoreMinimum
        else { return (.topic(.other), "no word of any topic") }
        let read = scale.evidence(of: topic, in: words)
        if topic == scale.heaviest { return (.topic(topic), read) }
        let voted = votes.heaviest(in: words, for: place).joined(separator: ", ")
        return (.topic(topic), "voted: \(voted)\(read.isEmpty ? "" : "; read: \(read)")")
    }
}

/// How votes and lexicon are laid together.
private enum TopicVote {
    /// Fewer known words vote nothing.
    static let wordsMinimum = 12
    /// What the lexicon's words count beside the votes.
    static let lexiconShare = 2.2
    /// Below it nothing is said of any topic.
    static let scoreMinimum = 0.4
}
