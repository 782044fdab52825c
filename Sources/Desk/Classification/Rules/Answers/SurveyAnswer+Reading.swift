// What a survey answer says as a whole: its notes in the order of the criteria, and the words
// beside them (S7, R8). The rule `survey-note` finds only the lowest note; the rest is for
// registers and for the teams.

extension Reading {
    /// The answer to a survey; nil where none was asked for, or no note is given.
    package var surveyAnswer: SurveyAnswer? {
        guard lastLetter.asksForNote else { return nil }
        let notes = SurveyNotes(words).all
        guard !notes.isEmpty else { return nil }
        return SurveyAnswer(notes: notes.map(\.value), verbatim: SurveyComment(newText).text)
    }
}

/// The words beside the notes.
struct SurveyComment {
    /// The comment in its own lines; empty where there is none.
    let text: String

    /// Leaves out greetings, and the lines of the form that hold notes only.
    init(_ newText: String) {
        text = newText.split(whereSeparator: \.isNewline)
            .map { Self.comment(in: $0) }
            .filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    private static let criteria = [
        "reactivite", "qualite de la solution", "communication", "responsiveness",
        "quality of the solution",
    ]
    private static let headings = ["commentaire", "commentaires", "comment", "comments"]
    private static let greetings = ["bonjour", "bonsoir", "hello", "hi", "good morning"]

    private static func comment(in line: Substring) -> String {
        let beforeColon = line.prefix { $0 != ":" }
        let label = letters(of: beforeColon)
        if beforeColon.endIndex < line.endIndex {
            let rest = line[beforeColon.endIndex...].dropFirst()
            if headings.contains(label) { return trimmed(rest) }
            if criteria.contains(label), !rest.contains(where: \.isLetter) { return "" }
        }
        let whole = letters(of: line)
        if whole.isEmpty || greetings.contains(whole) || criteria.contains(whole) { return "" }
        // "4 5 4 Accueil parfait": the figures before the words are the notes.
        let rest = line.drop { !$0.isLetter }
        let figures = line[..<rest.startIndex]
        return trimmed(figures.count(where: \.isNumber) > 1 ? rest : line)
    }

    private static func letters(of text: Substring) -> String {
        let folded = Folding.text(of: String(text))
        return trimmed(folded[...].filter { $0.isLetter || $0 == " " }[...])
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
