// Reads one file of the lexicon folder: words that the house adds to a sense or takes out of one,
// each with a sentence that proves it. What the senses mean is said in Mailboxes/README.md; whether
// the sentences come out as they say is asked by `guichet check`, not here.

import Desk

/// One file of the lexicon folder, as far as it could be read.
struct LexiconFile {
    /// Its entries.
    let entries: [Vocabulary.Entry]

    /// Asks the top of the file for everything that it may hold.
    init(_ fields: inout MapReader) {
        let label = fields.file.label
        let file = fields.file
        let found = fields.maps("words") { fields -> Vocabulary.Entry? in
            let sense = fields.required("sense", .sense)
            let added = fields.distinctList("add", of: .text)?.map(\.value)
            let removed = fields.distinctList("remove", of: .text)?.map(\.value)
            let sentence = fields.optional("test", .text)
            let outcome = fields.optional("expect", .word(Vocabulary.Outcome.self))
            if let sentence, !fields.has("expect"), !fields.mayLack {
                file.complain(
                    .conflict,
                    at: sentence.position,
                    "test: the sentence has no outcome; add expect"
                )
            }
            guard let sense, let added, let removed else { return nil }
            var proof: Vocabulary.Proof?
            if let sentence, let outcome {
                let place = "\(label):\(sentence.position.line):\(sentence.position.column)"
                proof = .init(sentence: sentence.value, outcome: outcome.value, place: place)
            }
            return .init(sense: sense.value, added: added, removed: removed, proof: proof)
        }
        entries = (found ?? []).compactMap(\.self)
    }
}

extension ScalarKind where Value == Sense {
    /// One of the senses, by its name.
    static var sense: ScalarKind {
        let names = Sense.nameable.map(\.name)
        return ScalarKind(
            type: "sense",
            allowed: names.joined(separator: ", "),
            suggestion: { NearMiss.of($0, among: names) },
            read: { name in Sense.nameable.first { $0.name == name } }
        )
    }
}
