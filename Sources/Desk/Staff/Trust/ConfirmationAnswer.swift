// What a colleague answers to a question of ours: "oui", "non", or neither.
//
// Only a plain yes sets anything in motion; a yes with a condition is none. Whatever is neither is
// asked again, or is a text of its own where the question leaves room for one. Every answer is
// looked at once, and a long one is never a yes.

/// What a colleague answers.
package enum ConfirmationAnswer: Hashable, Sendable {
    case yes
    case no

    /// Reads the new text of an answer, without its writer's name and what stands under it; nil
    /// where it is neither.
    package init?(_ text: String, signedBy name: String = "") {
        let words = Self.words(of: Self.unsigned(text, by: name))
        guard let first = words.first, words.count <= Self.wordsMaximum else { return nil }
        if words.allSatisfy(Self.agreements.contains),
            words.contains(where: Self.yeses.contains) || Self.claims.contains(where: words.holds)
        {
            self = .yes
        } else if words.count <= 6, Self.noes.contains(first) {
            self = .no
        } else {
            return nil
        }
    }

    /// Whether a text begins like an answer to a question: "Oui, mais …", "Non : …".
    static func begins(_ text: String) -> Bool {
        words(of: text.cut(toBytes: 200)).first.map { yeses.contains($0) || noes.contains($0) }
            ?? false
    }

    private static let wordsMaximum = 8
    private static let yeses: Set = [
        "oui", "ouii", "ouais", "ok", "okay", "yes", "confirme", "confirm", "confirmed",
    ]
    private static let noes: Set = ["non", "no", "nan", "jamais", "never"]
    private static let claims = [
        ["c'est", "bien", "moi"], ["c'est", "moi"], ["c'est", "de", "moi"],
        ["c'est", "bien", "de", "moi"], ["it", "was", "me"], ["it's", "me"],
    ]
    // Nothing else stands beside a yes.
    private static let agreements: Set = yeses.union([
        "je", "c'est", "bien", "moi", "de", "merci", "svp", "stp", "bonjour", "bonsoir", "hello",
        "absolument", "exact", "exactement", "tout", "a", "fait", "parfait", "d'accord",
        "envoyez", "envoie", "envoies", "l'envoyer", "pouvez", "vous", "peux", "tu", "quand",
        "meme", "mien", "le", "mon", "message", "mail", "please", "send", "it", "it's", "was",
        "me", "mine", "is", "i", "this", "that", "from", "thanks", "go", "ahead",
    ])

    // What stands under the writer's own name is a signature, whatever it holds.
    private static func unsigned(_ text: String, by name: String) -> String {
        let signed = SignedName(name)
        let lines = text.cut(toBytes: 2_000).split(whereSeparator: \.isNewline)
        let end = lines.dropFirst().firstIndex { signed.is($0) } ?? lines.endIndex
        return lines[..<end].joined(separator: "\n")
    }

    fileprivate static func words(of text: String) -> [String] {
        Folding.text(of: text).split { !$0.isLetter && !$0.isNumber && $0 != "'" }
            .map(String.init)
    }
}

/// What an answer to a question of ours comes to.
enum QuestionReply: Hashable, Sendable {
    case yes
    case no
    /// Neither, and nothing that may go to a client.
    case unclear
    /// A text of its own, instead of what was asked about.
    case text

    /// Reads an answer; where only a yes or a no is awaited, nothing is a text.
    init(_ text: String, signedBy name: String, isYesOnly: Bool) {
        if let answer = ConfirmationAnswer(text, signedBy: name) {
            self = answer == .yes ? .yes : .no
            return
        }
        let words = ConfirmationAnswer.words(of: text.cut(toBytes: 2_000))
        let isLeaning = ConfirmationAnswer.begins(text)
        let isShort = words.count <= (isYesOnly ? Self.denialMaximum : Self.shortMaximum)
        let isDenial =
            words.contains(where: Self.denials.contains) || RecallWord.begins(text)
            || RecallWord.forbids(text)
        if isShort, !isLeaning, isDenial {
            self = .no
        } else if isYesOnly || isLeaning || words.count <= Self.shortMaximum {
            self = .unclear
        } else {
            self = .text
        }
    }

    private static let denialMaximum = 12
    private static let shortMaximum = 6
    private static let denials: Set = [
        "pas", "non", "rien", "jamais", "aucun", "faux", "usurpation", "phishing", "spam",
        "hameconnage", "arnaque", "fraude", "pirate", "piratage", "virus", "n'envoyez",
        "n'envoie", "stop", "not", "never", "fake", "don't", "isn't", "wasn't", "nothing",
    ]
}

extension [String] {
    /// Whether some words stand in it, one behind the other.
    fileprivate func holds(_ words: [String]) -> Bool {
        guard count >= words.count else { return false }
        return (0...(count - words.count)).contains { self[$0...].starts(with: words) }
    }
}
