// What a complaint is about (PROC-CRM-001): an intervention, a delay, an invoice, the relationship.

extension Rule {
    /// The topic that most of the words belong to.
    static let complaintTopic = Rule(
        "complaint-topic",
        "The topic whose words weigh most: billing, delay, intervention, relationship; the "
            + "subject and the first sentences weigh double."
    ) { reading in
        let words = reading.words
        let scale = TopicScale(words, faults: reading.situation.facts)
        guard let topic = scale.heaviest else { return (.topic(.other), "no word of any topic") }
        return (.topic(topic), scale.evidence(of: topic, in: words))
    }
}
