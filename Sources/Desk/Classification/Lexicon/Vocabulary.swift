// The house's own words: what the files of the lexicon folder add to the tables of the program, or
// take out of them, and the sentences that prove them.
//
// The tables that come with the program are laid into it when it is built (one copy: it reads mail
// without any file); an administrator changes them only by adding and removing. A sentence beside
// an entry has to come out as it says, with the house's words as they are now.

/// Words that a house adds or removes.
package struct Vocabulary: Hashable, Sendable {
    /// What a proving sentence has to come out as; the raw value is the word in the file.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        case critical
        case standard
        case informational
        case complaint
    }

    /// A sentence with its outcome, and where it is written.
    package struct Proof: Hashable, Sendable {
        /// The sentence, as a client would write it.
        package var sentence: String
        /// What it has to come out as.
        package var outcome: Outcome
        /// `FILE:LINE:COLUMN`.
        package var place: String

        /// Writes down a proof.
        package init(sentence: String, outcome: Outcome, place: String) {
            self.sentence = sentence
            self.outcome = outcome
            self.place = place
        }
    }

    /// One entry: words of one sense.
    package struct Entry: Hashable, Sendable {
        /// The sense that the words carry.
        package var sense: Sense
        /// Words that carry it, too.
        package var added: [String]
        /// Words that do not carry it here.
        package var removed: [String]
        /// The sentence that proves the entry.
        package var proof: Proof?

        /// Writes down an entry.
        package init(sense: Sense, added: [String], removed: [String], proof: Proof?) {
            self.sense = sense
            self.added = added
            self.removed = removed
            self.proof = proof
        }
    }

    /// The entries, in the order of their files and lines.
    package let entries: [Entry]
    /// The tables with the entries worked in.
    let lexicon: Lexicon
    /// What words weigh.
    let weights: WordWeights
    /// How words vote on what a mail is.
    let ballots: WordBallots

    /// The program's words with entries worked in; what is removed is removed last.
    package init(_ shipped: WordTables, _ entries: [Entry] = []) {
        self.entries = entries
        weights = shipped.weights
        ballots = shipped.ballots
        let added = entries.flatMap { entry in
            entry.added.map { LexiconTable(entry.sense.implied, words: Folding.text(of: $0)) }
        }
        let removed = entries.flatMap { entry in
            entry.removed.map { LexiconTable(entry.sense, words: Folding.text(of: $0)) }
                + entry.added.map {
                    LexiconTable(entry.sense.excluded, words: Folding.text(of: $0))
                }
        }
        lexicon = Lexicon(shipped.lexicon + added, without: removed)
    }

    package static func == (one: Vocabulary, other: Vocabulary) -> Bool {
        one.entries == other.entries
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(entries) }
}

extension Vocabulary {
    /// The proofs that fail in a house, each with what the sentence comes out as.
    package static func failures(
        in house: HouseSettings,
        key: KeyedHash
    ) -> [(proof: Proof, found: String)] {
        let mailbox = house.mailboxes.first { $0.procedure == .sav } ?? house.mailboxes.first
        guard let mailbox else { return [] }
        return house.vocabulary.entries.compactMap(\.proof).compactMap { proof in
            var message = InboundMessage()
            message.text = proof.sentence
            let reading = Reading(message, mailbox: mailbox, house: house, key: key)
            let found = classify(reading)
            let isRequest = found.nature == .request
            let outcome = isRequest ? found.criticality?.rawValue : found.nature.rawValue
            return outcome == proof.outcome.rawValue ? nil : (proof, outcome ?? "nothing")
        }
    }
}

extension Sense {
    /// What a house means that gives a word this sense alone: whatever is minor is a device.
    fileprivate var implied: Senses {
        if self == .personal { return Senses(.personal, .minor, .device) }
        return self == .minor ? Senses(.minor, .device) : Senses(self)
    }

    /// What a word of this sense cannot be besides.
    fileprivate var excluded: Senses {
        self == .minor || self == .personal ? Senses(.system, .alarm, .link) : Senses()
    }

    /// The sense's name, as the files of the lexicon folder write it.
    package var name: String { String(describing: self) }

    /// The senses that a file may speak of.
    package static var nameable: [Sense] { allCases.filter { $0 != .opensPhrase } }
}
