// What a survey answer says as a whole: its notes in the order of the criteria, and the words
// beside them (S7, R8). The rule `survey-note` finds only the lowest note; the rest is for
// registers and for the teams.

import Foundation

extension Reading {
    /// The answer to a survey; nil where none was asked for, or no note is given.
    package var surveyAnswer: SurveyAnswer? {
        guard lastLetter.asksForNote else { return nil }
        let form = SurveyForm(self).notes
        let notes = form.isEmpty ? SurveyNotes(words).all.map(\.value) : form
        guard !notes.isEmpty else { return nil }
        return SurveyAnswer(notes: notes, verbatim: SurveyComment(newText).text)
    }

    /// What a mail says that came while a survey was open, or after one; nil where it is about
    /// something else.
    ///
    /// Who quotes the question may write any small figure; without it only what can be nothing but
    /// notes counts, and a short word of praise or blame.
    func surveyReply(quotesQuestion: Bool) -> SurveyReply? {
        let (form, notes) = (SurveyForm(self), SurveyNotes(words))
        let isForm = !form.notes.isEmpty && (quotesQuestion || form.isSure)
        let values = isForm ? form.notes : notes.all.prefix(3).map(\.value)
        if quotesQuestion || isForm || notes.isSure, !values.isEmpty {
            var said = SurveyComment(newText).text
            if isForm ? form.isOutOfTen : notes.isOutOfTen {
                let read = values.map(String.init).joined(separator: " ")
                let own = newText.trimmingCharacters(in: .whitespacesAndNewlines)
                said = "\(own)\n(Notes données sur 10, comptées sur 5 : \(read).)"
            }
            let answer = SurveyAnswer(notes: values, verbatim: said.cut(toBytes: 4_000))
            return SurveyReply(answer: answer)
        }
        if let lowest = SurveyLines(newText).notes.min() {
            return SurveyReply(answer: SurveyAnswer(readFrom: newText, lowest: lowest))
        }
        guard newText.utf8.count <= Self.opinionBytesMaximum, !newText.contains("?"),
            situation.wrongs.isEmpty
        else { return nil }
        let answer = SurveyAnswer(notes: [], verbatim: SurveyComment(newText).text)
        if words.senses.intersects(Senses(.displeased, .complains)) {
            return SurveyReply(answer: answer, isDispleased: true)
        }
        let isFigures = !newText.contains(where: \.isLetter) && newText.contains(where: \.isNumber)
        return isFigures
            ? SurveyReply(
                answer: SurveyAnswer(notes: [], verbatim: newText.cut(toBytes: 400)),
                isUnclear: true
            ) : nil
    }

    /// Whether somebody only says that he answers no surveys: nothing new on his case.
    var declinesSurvey: Bool {
        guard newText.utf8.count <= Self.opinionBytesMaximum, !newText.contains("?"),
            message.attachments.isEmpty, situation.wrongs.isEmpty
        else { return false }
        let said = ShortMail.words(of: newText)
        return said.contains(where: Self.surveys.contains)
            && said.contains(where: Self.refusals.contains)
    }

    private static let surveys: Set = [
        "enquete", "enquetes", "sondage", "sondages", "questionnaire", "questionnaires",
        "survey", "surveys",
    ]
    private static let refusals: Set = [
        "pas", "plus", "jamais", "aucun", "aucune", "arretez", "cessez", "stop", "inutile", "not",
        "don", "never", "no", "unsubscribe",
    ]

    /// Whether something is said to be wrong now: who praises a repair names the fault, too.
    var reportsFaultBesideNotes: Bool {
        guard Classification.liveFault(in: self) != nil else { return false }
        let text = Folding.text(of: newText.cut(toBytes: 4_000))
        let tellsOfRepair = Self.repairs.contains { text.contains($0) }
        return !tellsOfRepair || Self.contrasts.contains { text.contains($0) }
    }

    private static let repairs = [
        "remplac", "repar", "depann", "retabli", "resolu", "interven", "replaced", "repaired",
        "fixed", "solved",
    ]
    private static let contrasts = [
        "mais ", "cependant", "pourtant", "de nouveau", "a nouveau", "toujours pas", "encore en",
        "but ", "however", "again", "still",
    ]

    /// Longer mails say more than what somebody thinks of us.
    private static let opinionBytesMaximum = 400
}

/// What a client answers when a survey has asked.
struct SurveyReply {
    var answer: SurveyAnswer
    /// Whether it is a negative report without a note (R3).
    var isDispleased = false
    /// Whether it gives figures that are no notes.
    var isUnclear = false
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
    private static let formWords: Set<String> = [
        "reactivite", "qualite", "de", "la", "solution", "communication", "et", "sur",
        "responsiveness", "quality", "of", "the", "and", "out",
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
        // "Réactivité : 4/5, qualité 3/5": the form, filled in on one line.
        let isForm =
            line.contains(where: \.isNumber)
            && whole.split(separator: " ").allSatisfy {
                formWords.contains(String($0))
            }
        if isForm || whole.isEmpty || greetings.contains(whole) || criteria.contains(whole) {
            return ""
        }
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
