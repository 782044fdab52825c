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
                // "J'attends vos explications": of an answer, rather than of a visit.
                if topic == .delay, words.awaitsAnswer(place) { continue }
                let isSubject = place < double
                guard seen[topic, default: []].insert(word.key).inserted else { continue }
                weights[topic, default: 0] += isSubject ? 3 : 1
                places[topic, default: []].append(place)
            }
        }
        weighFailedProtection(faults, words)
    }

    // "Cambriolés, et l'alarme n'a pas sonné": what was built failed when it was needed.
    private mutating func weighFailedProtection(_ faults: [Fact], _ words: Words) {
        guard weights[.delay] == nil, !words.senses.contains(.nobody),
            faults.contains(where: { $0.state == .event && $0.isActual }),
            let failed = faults.first(where: { fact in
                fact.isActual && fact.isBreakdown && fact.thing != .opening && fact.thing != .place
            })
        else { return }
        weights[.intervention, default: 0] += 3
        places[.intervention, default: []].append(
            words.firstPlace(of: .things, in: failed.range) ?? failed.range.lowerBound
        )
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

extension Words {
    /// Whether what is awaited is what the company will say to the grievance.
    fileprivate func awaitsAnswer(_ place: Int) -> Bool {
        let end = place + Int(max(1, words[place].count))
        return Self.awaiting.contains(words[place])
            && (end..<min(end + 3, words.count)).contains { index in
                Self.saying.contains(words[index]) && words[index].gap <= .space
            }
    }

    private static let awaiting = WordList("attends attendons attend attendre await expect")
    private static let saying = WordList(
        "explication explications excuse excuses geste explanation apology apologies"
    )
}
