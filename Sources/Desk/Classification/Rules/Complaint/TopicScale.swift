// Weighs the words of a complaint's topics against each other.

/// Weighs the words of each topic.
struct TopicScale {
    private var weights: [ComplaintTopic: Int] = [:]
    private var places: [ComplaintTopic: [Int]] = [:]

    // Ties fall to the earlier one: money is the most exact word, relations the vaguest.
    private static let topics: [(ComplaintTopic, Sense)] = [
        (.billing, .money), (.delay, .delay), (.intervention, .work), (.relationship, .relation),
    ]

    /// Weighs; a word that is said again weighs once.
    init(_ words: Words, faults: [Fact] = []) {
        var seen: [ComplaintTopic: Set<UInt64>] = [:]
        let double = words.textStart
        for place in words.all where words.words[place].count > 0 {
            let word = words.words[place]
            if SmallWord.spans.contains(word), Self.isLongWait(place, words) {
                weights[.delay, default: 0] += 1
                places[.delay, default: []].append(place)
            }
            for (topic, sense) in Self.topics where word.senses.contains(sense) {
                // "L'alarme ne s'arme toujours pas": a fault, rather than a wait.
                if topic == .delay, word.senses.contains(.not),
                    faults.contains(where: { $0.isAdverse && $0.range.contains(place) })
                {
                    continue
                }
                let isSubject = place < double
                guard seen[topic, default: []].insert(word.key).inserted else { continue }
                weights[topic, default: 0] += isSubject ? 3 : 1
                places[topic, default: []].append(place)
            }
        }
    }

    // "depuis deux mois", "il y a trois mois", "sous vingt jours".
    private static func isLongWait(_ place: Int, _ words: Words) -> Bool {
        (max(0, place - 4)..<place).contains { index in
            words.words[index].senses.contains(.since)
                || SmallWord.waiting.contains(words.words[index])
        }
    }

    /// The heaviest topic.
    var heaviest: ComplaintTopic? {
        let most = weights.values.max() ?? 0
        guard most > 0 else { return nil }
        return Self.topics.first { weights[$0.0] == most }?.0
    }

    /// How far a topic's words pull: each further one less.
    func pull(of topic: ComplaintTopic) -> Double { Double(weights[topic] ?? 0).squareRoot() }

    /// The words that weighed.
    func evidence(of topic: ComplaintTopic, in words: Words) -> String {
        (places[topic] ?? []).prefix(4)
            .map { words.text(of: $0..<($0 + Int(max(1, words.words[$0].count)))) }
            .joined(separator: ", ")
    }
}
