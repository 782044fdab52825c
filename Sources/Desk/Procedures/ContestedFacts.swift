// Whether a text contests the facts of a complaint, and says why (C5: accepted, or contested with
// reasons). "Nous les contestons." alone is no answer: the client cannot reply to it.
//
// It looks for a reason of any kind and judges none: one word such as "car", a second sentence, or
// a few words of matter are enough. Linear in the text.

/// What a part about facts says of them.
struct ContestedFacts {
    /// Whether they are contested.
    private(set) var isContested = false
    /// Whether they are only contested: no reason stands beside it.
    private(set) var lacksReason = false

    /// Reads the part.
    init(_ facts: String) {
        let folded = Folding.text(of: facts)
        var isAccepted = false
        var isReasoned = false
        var matter = 0
        for sentence in folded.split(whereSeparator: { Self.sentenceMarks.contains($0) }) {
            let clauses = sentence.split(separator: ",")
                .map { $0.split { !$0.isLetter && !$0.isNumber } }
            let words = clauses.flatMap(\.self)
            if words.contains(where: Self.farewells.contains) { break }
            let contests = clauses.contains { Self.stance(in: $0) == .contested }
            isAccepted = isAccepted || clauses.contains { Self.stance(in: $0) == .accepted }
            isReasoned = isReasoned || Self.givesReason(words)
            let own = words.count { !Self.isEmpty($0) }
            // Beside the sentence that contests, another that says something is the reason.
            if !contests, own > 1 { isReasoned = true }
            isContested = isContested || contests
            matter += own
        }
        lacksReason = isContested && !isAccepted && !isReasoned && matter < 4
    }

    private enum Stance { case contested, accepted }

    // "Nous ne les contestons pas" accepts, "nous ne les reconnaissons pas" contests.
    private static func stance(in clause: [Substring]) -> Stance? {
        for (index, word) in clause.enumerated() {
            let contests = contesting.contains(where: word.hasPrefix) || denials.contains(word)
            guard contests || accepting.contains(where: word.hasPrefix) else { continue }
            let isDenied = clause[max(0, index - 4)..<index].contains(where: negations.contains)
            return contests == isDenied ? .accepted : .contested
        }
        return nil
    }

    private static func givesReason(_ words: [Substring]) -> Bool {
        zip(words, words.dropFirst()).contains { word, next in
            reasons.contains(word) || word == "en" && next == "effet"
                || word == "as" && !reports.contains(next)
        }
    }

    private static func isEmpty(_ word: Substring) -> Bool {
        plain.contains(word) || reports.contains(word) || negations.contains(word)
            || denials.contains(word) || contesting.contains(where: word.hasPrefix)
            || accepting.contains(where: word.hasPrefix)
    }

    // MARK: - Words, folded

    private static let sentenceMarks: Set<Character> = [
        ".", "!", "?", ";", ":", "(", ")", "\n", "–", "—",
    ]
    private static let contesting = [
        "contest", "refut", "recus", "rejet", "reject", "disput", "dement",
    ]
    private static let denials = words(
        "nie nies nions niez nient nier niee niees deny denied denies"
    )
    private static let accepting = [
        "accept", "reconn", "admet", "admis", "admit", "acknowledg", "recogni",
    ]
    private static let negations = words(
        "ne n pas non nullement aucunement not never cannot don sans without refusons refuse"
    )
    private static let reasons = words(
        "car parce puisque because since comme faute selon apres vu attendu etant according"
    )
    private static let farewells = words("cordialement salutations regards sincerely")
    private static let reports = words(
        """
        decrits decrite evoques exposes rapportes relates mentionnes allegues presentes reproches \
        described stated reported presented alleged told given claimed
        """
    )
    private static let plain = words(
        """
        nous je j on les le la l ces ce cet cette ils elles vos votre vous leur notre nos faits fait \
        tout tous toutes toute totalement entierement formellement fermement integralement \
        pleinement vivement strictement absolument totalite ensemble bloc en et ou de des du d que \
        qui tels tel y a au aux sont est etre ete ont avons ai c s se sur dans par pour avec donc \
        contestation reclamation griefs grief allegations points point client cliente madame \
        monsieur part cote moment possible pouvons peut \
        we i the these those this that it them they facts fact all of your you our in full fully \
        entirely totally strongly firmly are is be been have has do does t can to and any claim \
        claims complaint customer by so must merci bonjour
        """
    )

    private static func words(_ text: String) -> Set<Substring> {
        Set(text.split(separator: " "))
    }
}
