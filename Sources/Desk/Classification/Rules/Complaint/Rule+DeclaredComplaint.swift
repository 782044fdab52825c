// A complaint that comes as an answer, or names the repair it is about. By itself such a mail is a
// follow-up, and most that are cross belong where they say. But whoever says in so many words that
// he complains, or writes of a repair to the complaints' own address and blames, is owed the
// complaints' number, handler and delays (PROC-CRM-001).

extension Rule {
    /// A follow-up that makes a complaint of its own.
    static let declaredComplaint = Rule(
        "declared-complaint",
        "A follow-up says in so many words that it is a complaint, or it came to the complaints' "
            + "mailbox and blames the company: a complaint of its own, linked to the repair."
    ) { reading in
        guard let said = reading.declaredComplaint else { return nil }
        return (.nature(.complaint), said)
    }
}

extension Reading {
    /// The words by which a person declares a complaint; nil where there are none.
    fileprivate var declaredComplaint: String? {
        if let place = words.all.first(where: isDeclared) {
            return words.text(of: words.span(around: place, from: nil, in: words.all))
        }
        guard mailbox.procedure == .complaint, !subject.isReply,
            natureVote?.blames ?? false
                || words.senses.intersects(Senses(.complains, .displeased, .amends))
        else { return nil }
        return wayHere
    }

    // "Je dépose une réclamation", "réclamation formelle", "I wish to complain"; not "si rien ne
    // bouge, …", "sinon …", "I will …", "j'ai déposé …", "ce n'est pas …".
    private func isDeclared(_ place: Int) -> Bool {
        let word = words.words[place]
        let isNoun = Declaring.nouns.contains(word)
        guard isNoun || Declaring.verbs.contains(word) else { return false }
        if place < words.textStart {
            // The subject of an answer is the letter's.
            return isNoun && place < 3 && !subject.isReply && !isHeldBack(place, from: place)
        }
        guard let start = isNoun ? filing(of: place) : speaker(of: place) else { return false }
        return !isHeldBack(place, from: start)
    }

    // Where the words begin that make a mere word a declaration.
    private func filing(of place: Int) -> Int? {
        let sentence = words.sentence(around: place)
        let before = max(sentence.lowerBound, place - 6)..<place
        if let verb = before.last(where: { Declaring.filing.contains(words.words[$0]) }) {
            return verb
        }
        let near = max(sentence.lowerBound, place - 1)..<min(sentence.upperBound, place + 2)
        return near.contains { Declaring.formal.contains(words.words[$0]) } ? place : nil
    }

    // "Je me plains", "nous nous plaignons", "I wish to complain", "I am complaining".
    private func speaker(of place: Int) -> Int? {
        let before = max(words.sentence(around: place).lowerBound, place - 3)..<place
        return before.first { Declaring.speakers.contains(words.words[$0]) }
    }

    private func isHeldBack(_ place: Int, from start: Int) -> Bool {
        let sentence = words.sentence(around: place)
        if words.words[sentence.upperBound - 1].asks { return true }
        let isImagined = (sentence.lowerBound..<place).contains { index in
            Declaring.imagining.contains(words.words[index])
                || words.words[index].senses.contains(.would)
        }
        return isImagined
            || (max(sentence.lowerBound, start - 3)..<place).contains { index in
                Declaring.undoing.contains(words.words[index])
                    || words.words[index].senses.intersects(Senses(.none, .not))
            }
    }
}

/// The words by which people complain in so many words, and those that take it back.
private enum Declaring {
    static let nouns = WordList("reclamation reclamations plainte complaint")
    static let verbs = WordList("plains plaignons plaindre complain complaining")
    static let speakers = WordList("me nous i we m")
    static let filing = WordList(
        """
        depose deposons deposer fais faisons faire formule formulons formuler adresse adressons \
        adresser introduis introduisons introduire enregistrer enregistrez ouvre ouvrons ouvrir \
        ouvrez transmets transmettons ceci voici considerez considerer traiter lodge lodging file \
        filing make making raise raising submit submitting register log this treat regard
        """
    )
    static let formal = WordList("formelle officielle formal official")
    static let imagining = WordList("si sinon if otherwise unless will shall ll might avant before")
    // Told of the past, or of another one.
    static let undoing = WordList("ai avons avait have has had suite apres after last")
}
