// Complaints that were sent to the after-sales service.

extension Rule {
    /// Words that plainly complain about the company, in another mailbox.
    static let complaintWords = Rule(
        "complaint-words",
        "The words complain about the company: they say so, or displeasure meets a ground for "
            + "it."
    ) { reading in
        let words = reading.words
        let tally = ComplaintTally(words)
        guard tally.isPlain else { return nil }
        return (.nature(.complaint), tally.evidence(in: words))
    }
}

extension Words {
    /// Whether it is said of a word that it is not so: "no complaint", "pas une réclamation".
    fileprivate func isDenied(_ place: Int) -> Bool {
        (max(0, place - 3)..<place).contains { index in
            words[index].count > 0
                && words[index].senses.intersects(Senses(.none, .not, .without))
                && words[(index + 1)...place].allSatisfy { $0.gap <= .space }
        }
    }
}

extension Words {
    /// Whether displeasure is told of the writer's own: "de moi", "with our present supplier".
    fileprivate func isOfOwn(_ place: Int) -> Bool {
        let end = place + Int(max(1, words[place].count))
        guard end + 1 < words.count, words[end].gap <= .space,
            SmallWord.towards.contains(words[end])
        else { return false }
        return SmallWord.own.contains(words[end + 1])
    }

    /// Whether a question asks what to make of something: "c'est normal, ça ?".
    fileprivate func isAssessed(_ place: Int) -> Bool {
        let end = place + Int(max(1, words[place].count))
        guard (place..<end).contains(where: { SmallWord.assessing.contains(words[$0]) }) else {
            return false
        }
        let next = words[end...].firstIndex { $0.gap == .sentence } ?? words.count
        return words[next - 1].asks
    }
}

extension Words {
    /// Where the writer says of himself, and does not deny, that he complains.
    fileprivate var ownPlaint: Int? {
        all.first { place in
            words[place].count > 0 && words[place].senses.contains(.complains)
                && !isDenied(place) && isOwnPlaint(place)
        }
    }

    /// Whether the writer says of himself that he complains: "me plaindre", "want to complain".
    fileprivate func isOwnPlaint(_ place: Int) -> Bool {
        let said = text(of: place..<(place + Int(max(1, words[place].count))))
        guard place > 0, words[place].gap <= .space else { return false }
        let before = text(of: max(0, place - 5)..<place)
            .split { !$0.isLetter }.suffix(4).map(String.init)
        if said.hasPrefix("me plaindre") || said.hasPrefix("nous plaindre") {
            return !before.contains { ["pas", "sans", "point", "jamais", "plus"].contains($0) }
        }
        guard said == "complain" else { return false }
        return before.last == "to"
            && before.contains { $0 == "i" || $0 == "we" || $0 == "am" || $0 == "are" }
            && before.contains { ["want", "wish", "like", "need", "have", "writing"].contains($0) }
            && !before.contains { ["not", "don", "never"].contains($0) }
    }
}

/// How much a text complains.
struct ComplaintTally {
    private var places: [Int] = []
    private var weight = 0

    /// Counts.
    init(_ words: Words) {
        let kinds: [(Sense, Int)] = [
            (.complains, 2), (.displeased, 2), (.delay, 1), (.amends, 1), (.relation, 1),
            (.money, 1),
        ]
        // "Pas content | Je suis pas content de moi": the subject says no more than the text.
        let isOwn = words.all.contains { index in
            words.words[index].senses.contains(.displeased) && words.isOfOwn(index)
        }
        for (sense, value) in kinds {
            let found = words.all.first { index in
                guard words.words[index].count > 0, words.words[index].senses.contains(sense)
                else { return false }
                // "No complaint", "ce n'est pas une réclamation".
                if sense == .complains, words.isDenied(index) { return false }
                // "Pas contents de notre prestataire actuel": not with us.
                if sense == .displeased || sense == .complains {
                    if words.isOfOwn(index) || (isOwn && index < words.textStart) { return false }
                }
                // "Ce n'est pas normal, je suppose ?" wants to know.
                if sense == .displeased, words.isAssessed(index) { return false }
                // "une cliente mécontente": somebody else's displeasure.
                return index == 0 || !words.words[index - 1].senses.contains(.person)
            }
            guard let place = found else { continue }
            weight += value
            places.append(place)
        }
        // "C'est inadmissible, l'alarme hurle": one angry word beside a live fault is a call for
        // help.
        if let first = places.first, Set(places).count == 1, words.words[first].count == 1,
            words.words[first].senses.contains(.displeased),
            !words.words.contains(where: { SmallWord.yours.contains($0) }),
            Situation(words).wrongs.contains(where: \.isBreakdownOrDanger)
        {
            weight = 0
        }
        if weight > 0, let own = words.ownPlaint {
            weight += 2
            places.append(own)
        }
        // Grounds alone ("relance", "facture") are business as usual.
        let isSaid = words.senses.intersects(Senses(.complains, .displeased))
        if !isSaid { weight = 0 }
    }

    /// Whether the company is plainly complained about.
    var isPlain: Bool { weight >= 3 }

    /// The words that complain.
    func evidence(in words: Words) -> String {
        places.prefix(3)
            .map { words.text(of: $0..<($0 + Int(max(1, words.words[$0].count)))) }
            .joined(separator: ", ")
    }
}
