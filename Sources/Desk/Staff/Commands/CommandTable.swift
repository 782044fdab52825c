// The one table of staff commands. The parser, the help by mail (#aide), `guichet help commands`
// and README's chapter are all read from here, so that none can say what another does not do.

/// One command, as people are told of it.
package struct CommandEntry: Hashable, Sendable {
    /// The verb.
    package let verb: StaffVerb
    /// Other words for it, French and English; accents may be left out of any.
    package let synonyms: [String]
    /// What follows it.
    package let form: CommandForm
    /// What it does, in one sentence.
    package let french: String
    /// The same in English.
    package let english: String
    /// A whole line that a person could write.
    package let example: String
    /// Who may give it.
    package let right: CommandRight

    init(
        _ verb: StaffVerb,
        _ synonyms: [String],
        _ form: CommandForm,
        _ french: String,
        _ english: String,
        example: String,
        right: CommandRight = .staff
    ) {
        self.verb = verb
        self.synonyms = synonyms
        self.form = form
        self.french = french
        self.english = english
        self.example = example
        self.right = right
    }

    // One's own absence, and that of whom one stands in for, are for everybody to note.
    fileprivate func isOpen(to person: StaffMember) -> Bool {
        verb == .absence || right.isHeld(by: person)
    }

    /// How it is written, such as `#assigner NOM`.
    package func usage(in language: Language) -> String {
        let form = form.words(in: language)
        return form.isEmpty ? "#\(verb.rawValue)" : "#\(verb.rawValue) \(form)"
    }

    /// What it does, in one sentence.
    package func sentence(in language: Language) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }
}

/// All commands.
package enum CommandTable {
    /// In the order in which help lists them.
    package static let entries = classes + people + work + dossiers + questions + administration

    /// The verb that a word names, whatever its accents and case; nil for none.
    package static func verb(named word: String) -> StaffVerb? { verbs[folded(word)] }

    /// The command whose word, in either language, is nearest to a mistyped one; nil for none.
    package static func nearMiss(of word: String) -> String? {
        let typed = folded(word)
        // First by its letters, then by its sound: "#critik", "#rezolu".
        if let near = NearMiss.of(typed, among: known) { return verbs[near]?.rawValue }
        let heard = sound(of: typed)
        let near = sounds.map { (word: $0.word, distance: NearMiss.distance(heard, $0.sound)) }
            .min { $0.distance < $1.distance }
        guard let near, near.distance <= (heard.count > 4 ? 1 : 0) else { return nil }
        return verbs[near.word]?.rawValue
    }

    private static let known = verbs.keys.sorted()
    private static let sounds = known.map { (sound: sound(of: $0), word: $0) }

    // Letters that sound alike made one, doubled ones and mute ends left out.
    private static func sound(of word: String) -> String {
        var heard = word.replacing("qu", with: "k").replacing("ph", with: "f")
            .replacing("c", with: "k").replacing("z", with: "s").replacing("y", with: "i")
        var last: Character?
        heard.removeAll { letter in
            defer { last = letter }
            return letter == last
        }
        while heard.count > 3, let end = heard.last, "est".contains(end) { heard.removeLast() }
        return heard
    }

    /// The entry of a verb.
    package static func entry(of verb: StaffVerb) -> CommandEntry {
        guard let entry = entries.first(where: { $0.verb == verb }) else {
            preconditionFailure("every verb has its entry; a test holds it")
        }
        return entry
    }

    /// The help, as lines: usage, sentence, example.
    package static func help(in language: Language, for person: StaffMember? = nil) -> String {
        entries
            .filter { entry in person.map { entry.isOpen(to: $0) } ?? true }
            .map { "\($0.usage(in: language))\n    \($0.sentence(in: language))" }
            .joined(separator: "\n")
    }

    /// The rows of README's chapter.
    package static var markdown: String {
        (["| command | also | does | example |", "|---|---|---|---|"]
            + entries.map { entry in
                let also = entry.synonyms.map { "`#\($0)`" }.joined(separator: ", ")
                let usage = entry.usage(in: .french).replacing("|", with: "\\|")
                return "| `\(usage)` | \(also) | \(entry.english) | `\(entry.example)` |"
            }).joined(separator: "\n")
    }

    /// A word as it is compared: no accents, small letters, hyphens for all that joins words.
    static func folded(_ word: String) -> String {
        Folding.text(of: word).replacing("_", with: "-")
    }

    private static let verbs: [String: StaffVerb] = Dictionary(
        entries.flatMap { entry in
            ([entry.verb.rawValue] + entry.synonyms).map { (folded($0), entry.verb) }
        },
        uniquingKeysWith: { first, _ in first }
    )
}
