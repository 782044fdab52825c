// The escalation right of CHR-CRM-001, 03: level 1 to the operations manager, level 2 to general
// management. What counts is a demand made now; a threat ("sinon je saisirai …"), a report of an
// earlier demand, or the writer's own director is none.

/// Finds demands for the next level, sentence by sentence.
enum Escalation {
    /// The highest level demanded, with the words; nil where none is.
    static func demand(in reading: Reading) -> (level: Int, evidence: String)? {
        let words = reading.words
        guard words.senses.intersects(addressees) else { return nil }
        var best: (level: Int, evidence: String)?
        let sentences = words.sentences
        for (place, sentence) in sentences.enumerated() {
            let neighbours = [place - 1, place + 1].filter(sentences.indices.contains)
            let isInvoked =
                neighbours.contains { invokesRight(sentences[$0], in: words) }
                || place + 1 < sentences.count && isMeant(by: sentences[place + 1], in: words)
            let found = level(of: sentence, in: reading, isInvoked: isInvoked)
            guard let level = found, level > best?.level ?? 0 else {
                continue
            }
            best = (level, words.text(of: sentence.prefix(24)))
        }
        return best
    }

    /// The words of a threat; nil where there is none.
    static func threat(in reading: Reading) -> String? {
        let words = reading.words
        guard words.senses.intersects(addressees) else { return nil }
        let sentence = words.sentences.first { sentence in
            words.firstPlace(of: addressees, in: sentence) != nil
                && (words.firstPlace(of: Senses(.threatens), in: sentence) != nil
                    || EscalationMood(sentence, of: words).isAnnounced)
        }
        return sentence.map { words.text(of: $0.prefix(24)) }
    }

    /// Whether anybody above the service is named at all.
    static func addresseesNamed(in words: Words) -> Bool { words.senses.intersects(addressees) }

    static let addressees = Senses(.operations, .management, .superior)

    // "La charte m'ouvre un droit d'escalade : j'en use." names nobody; the next sentence does.
    private static func invokesRight(_ sentence: Range<Int>, in words: Words) -> Bool {
        let isRight = sentence.contains { place in
            words.words[place].count > 0
                && words.words[place].senses.contains(.escalates)
                && words.words[place].senses.contains(.demands)
        }
        return isRight && !words.words[sentence.upperBound - 1].asks
            && words.firstPlace(of: Senses(.threatens, .not), in: sentence) == nil
            && !EscalationMood(sentence, of: words).isToldOnly
    }

    // "Une telle faute relève de votre direction. C'est elle que je saisis.": the next sentence
    // turns to whom this one names.
    private static func isMeant(by sentence: Range<Int>, in words: Words) -> Bool {
        let text = words.text(of: sentence)
        let isPointed = [
            "c'est a lui", "c'est a elle", "c'est lui", "c'est elle", "c'est de lui",
            "c'est d'elle",
            "c'est cette personne", "c'est a cette personne", "it is to him", "it is to her",
            "it is him", "it is her", "it's him", "it's her", "please take it to", "please pass it",
        ].contains { text.hasPrefix($0) }
        return isPointed && words.firstPlace(of: Senses(.escalates, .demands), in: sentence) != nil
            && words.firstPlace(of: Senses(.threatens), in: sentence) == nil
            && !EscalationMood(sentence, of: words).isAnnounced
    }

    private static func level(
        of sentence: Range<Int>,
        in reading: Reading,
        isInvoked: Bool
    ) -> Int? {
        let words = reading.words
        guard words.firstPlace(of: addressees, in: sentence) != nil else { return nil }
        let mood = EscalationMood(sentence, of: words)
        let hasThreat =
            mood.isAnnounced
            || words.firstPlace(of: Senses(.threatens), in: sentence) != nil
                && !isDemandNow(sentence, in: words)
        let hasMove = words.firstPlace(of: Senses(.escalates), in: sentence) != nil
        let hasDemand =
            isInvoked || words.firstPlace(of: Senses(.demands), in: sentence) != nil
        let isAddressed = isSalutation(sentence, in: words)
        // "Un responsable" may be anybody's; it is the next level where displeasure stands beside
        // it.
        let isCertain =
            reading.mailbox.procedure == .complaint || reading.answersUs != nil
            || words.senses.intersects(Senses(.displeased, .complains, .delay, .relation))
        let isNamed = isCertain && NextLevel.isNamed(in: sentence, of: words)
        guard !hasThreat, hasMove || hasDemand || isAddressed || isNamed else { return nil }
        if mood.isToldOnly || mood.isRefused { return nil }
        if words.firstPlace(of: Senses(.management), in: sentence) != nil { return 2 }
        guard hasMove || hasDemand || isNamed else { return nil }
        if words.firstPlace(of: Senses(.operations), in: sentence) != nil { return 1 }
        return isCertain ? 1 : nil
    }

    // "Monsieur le Directeur général," or "À l'attention de la direction générale" at the top.
    private static func isSalutation(_ sentence: Range<Int>, in words: Words) -> Bool {
        guard sentence.lowerBound <= words.textStart + 8,
            let place = words.firstPlace(of: Senses(.management), in: sentence)
        else { return false }
        // "Madame la Directrice générale, malgré …": the letter goes on behind the comma.
        let end = place + Int(max(1, words.words[place].count))
        let isCutOff = end < words.words.count && words.words[end].gap >= .comma
        guard sentence.count <= 16 || (place - sentence.lowerBound <= 4 && isCutOff) else {
            return false
        }
        if SmallWord.addressing.contains(words.words[place]), isCutOff { return true }
        return (sentence.lowerBound..<place).contains { index in
            SmallWord.addressing.contains(words.words[index])
        }
    }

    // "Sans réponse de votre part, je demande …": asked today, because nobody has answered.
    private static func isDemandNow(_ sentence: Range<Int>, in words: Words) -> Bool {
        let text = FoldedLine(bytes: Array(Folding.text(of: words.text(of: sentence)).utf8)[...])
        let reasons = ["sans reponse de votre part", "faute de reponse", "en l'absence de reponse"]
        let asks = [
            "je demande", "nous demandons", "je vous demande", "nous vous demandons",
            "je sollicite", "nous sollicitons", "je souhaite", "nous souhaitons",
        ]
        let terms = [
            "sinon", "quoi", "a defaut", " d'ici", " sous ", " avant ", " si ", "prochain",
            "demain",
        ]
        return text.contains(anyOf: reasons) && text.contains(anyOf: asks)
            && !text.contains(anyOf: terms)
    }
}

extension Words {
    /// The sentences, as ranges of words.
    var sentences: [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for index in words.indices where index > start && words[index].gap == .sentence {
            sentences.append(start..<index)
            start = index
        }
        if start < words.count { sentences.append(start..<words.count) }
        return sentences
    }
}
