// How far two subjects are from each other. Only words that say something count: no "Re:", no
// ticket number, no "bonjour", no "urgent".

/// Compares subjects.
enum SubjectDistance {
    /// Whether a mail stands under a subject of its own: it says something, is no answer by its
    /// prefix, and shares no word with the other.
    static func isFar(_ subject: SubjectLine, from other: String) -> Bool {
        guard !subject.isReply, !subject.isForward else { return false }
        let words = words(of: subject.core)
        let others = self.words(of: SubjectLine(other).core)
        guard words.count >= 2, !others.isEmpty else { return false }
        return words.isDisjoint(with: others)
    }

    /// Whether two subjects are about the same: at least half of the words of the shorter one, or
    /// the same empty words.
    static func isNear(_ subject: SubjectLine, to other: String) -> Bool {
        let otherCore = SubjectLine(other).core
        let words = words(of: subject.core)
        let others = self.words(of: otherCore)
        guard !words.isEmpty, !others.isEmpty else {
            return words.isEmpty && others.isEmpty && subject.core == otherCore
        }
        let common = words.intersection(others).count
        return 2 * common >= min(words.count, others.count)
    }

    /// Whether a subject names nothing: "URGENT", "relance", none at all.
    static func saysNothing(_ subject: SubjectLine) -> Bool { words(of: subject.core).isEmpty }

    /// The words of a folded subject that say something; a plural counts as its singular.
    static func words(of core: String) -> Set<String> {
        var words: Set<String> = []
        for word in core.utf8.split(whereSeparator: isSeparator).prefix(60)
        where word.count >= 3 && !word.contains(where: { (0x30...0x39).contains($0) }) {
            var text = String(Substring(word))
            if text.utf8.count > 3, text.hasSuffix("s") || text.hasSuffix("x") { text.removeLast() }
            if !empty.contains(text) { words.insert(text) }
        }
        return words
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            false
        default:
            true
        }
    }

    // Words that stand in any subject, without their plural ending.
    private static let empty: Set<String> = Set(
        """
        bonjour bonsoir hello urgent urgence important relance rappel suite demande request question
        probleme problem panne issue help aide merci thank les des une pour par sur avec sans chez
        dan notre votre nos vos the and for our your from with not toujour encore still again ticket
        dossier sav reclamation complaint svp please new nouveau nouvelle
        """.split { $0 == " " || $0 == "\n" }.map(String.init)
    )
}
