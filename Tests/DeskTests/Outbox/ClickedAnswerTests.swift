// Answers by one click: each link of our letters, turned into the mail that a mail program makes of
// it, is read as what it says. And the links themselves hold nothing that could be anything else.

import Foundation
import Testing

@testable import Desk

@Suite("An answer by one click")
struct ClickedAnswerTests {
    static let answers = ClickedAnswer.all.flatMap { answer in
        Language.allCases.map { (answer, $0) }
    }
    static let signatures = ["", "\n\n-- \nAlice Roy\nChantier Nord\nTél. 01 99 00 12 34"]

    /// The mail that a mail program makes of a link (RFC 6068).
    private func mail(
        from link: MailLink,
        adding text: String = ""
    ) throws -> InboundMessage {
        let parts = link.text.split(separator: "?", maxSplits: 1)
        try #require(parts.count == 2 && parts[0] == "mailto:sav@mileo.example")
        var fields: [String: String] = [:]
        for field in parts[1].split(separator: "&") {
            let pair = field.split(separator: "=", maxSplits: 1)
            try #require(pair.count == 2)
            fields[String(pair[0])] = String(pair[1]).removingPercentEncoding
        }
        #expect(fields.keys.sorted() == ["body", "subject"])
        let body = try #require(fields["body"]).replacing("\r\n", with: "\n")
        return try DeskWorld.mail(subject: try #require(fields["subject"]), text: body + text)
    }

    private func link(_ answer: ClickedAnswer, _ language: Language) throws -> MailLink {
        answer.link(
            about: try DeskWorld.number(107),
            to: try DeskWorld.address("sav@mileo.example"),
            in: language
        )
    }

    @Test("is read as what it says, with and without a signature", arguments: answers)
    func reading(answer: ClickedAnswer, language: Language) throws {
        for signature in Self.signatures {
            let message = try mail(from: try link(answer, language), adding: signature)
            let file = try DeskWorld.file(message)
            let found = file.classification
            #expect(message.subject.hasPrefix("[\(try DeskWorld.number(107).text)] "))
            #expect(found.language == language)
            switch answer {
            case .resolved: #expect(found.closing == .confirms, "\(found.reasons)")
            case .notResolved: #expect(found.closing == .refuses, "\(found.reasons)")
            case .level2: #expect(found.escalation == 2, "\(found.reasons)")
            case .note(let note):
                #expect(found.surveyScore == note, "\(found.reasons)")
                #expect(
                    file.reading.surveyAnswer == SurveyAnswer(notes: [note, note, note]),
                    "\(file.reading.surveyAnswer as Any)"
                )
            }
            switch answer {
            case .note: #expect(found.closing == nil)
            case .resolved, .notResolved, .level2: #expect(found.surveyScore == nil)
            }
        }
    }

    @Test("is one line of harmless characters", arguments: answers)
    func characters(answer: ClickedAnswer, language: Language) throws {
        let text = try link(answer, language).text
        let allowed = "-.:@?=&%"
        #expect(
            text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || allowed.contains($0)) }
        )
        #expect(text.utf8.count < 500)
    }

    @Test("encodes whatever an address may hold")
    func address() throws {
        let link = MailLink(
            to: try DeskWorld.address("a&b?c%d'e@mileo.example"),
            subject: "a\nb",
            body: "1\r\n2\n3 & [x](y) \"é\""
        )
        #expect(
            link.text == "mailto:a%26b%3Fc%25d%27e@mileo.example?subject=a%0D%0Ab"
                + "&body=1%0D%0A2%0D%0A3%20%26%20%5Bx%5D%28y%29%20%22%C3%A9%22"
        )
    }
}

@Suite("A survey answer")
struct SurveyAnswerTests {
    static let answers: [(text: String, notes: [Int], verbatim: String)] = [
        ("5 2 4", [5, 2, 4], ""),
        ("5, 2, 4", [5, 2, 4], ""),
        ("5/2/4", [5, 2, 4], ""),
        ("5\n2\n4", [5, 2, 4], ""),
        (
            "Bonjour,\n4 5 4\nTechnicien à l’heure, merci.", [4, 5, 4],
            "Technicien à l’heure, merci."
        ),
        (
            "5 2 4 L’accueil est parfait, mais il a fallu rappeler trois fois avant d’obtenir "
                + "un rendez-vous avec le technicien.",
            [5, 2, 4],
            "L’accueil est parfait, mais il a fallu rappeler trois fois avant d’obtenir un "
                + "rendez-vous avec le technicien."
        ),
        ("4/5 5/5 3/5", [4, 5, 3], ""),
        (
            "Réactivité : 2\nQualité de la solution : 4\nCommunication : 3\n\nCommentaire : Trop "
                + "long.\nVraiment.",
            [2, 4, 3], "Trop long.\nVraiment."
        ),
        (
            "Responsiveness: 5\nQuality of the solution: 5\nCommunication: 4\n\nComment: Well "
                + "done.",
            [5, 5, 4], "Well done."
        ),
    ]

    @Test("gives the notes in their order and the words beside them", arguments: answers)
    func reading(text: String, notes: [Int], verbatim: String) throws {
        let question = "Comment jugez-vous notre service ? Répondez par une note de 1 à 5."
        let message = try DeskWorld.mail(
            subject: "Re: Votre avis",
            text: "\(text)\n\n\(AnswerTests.attribution)\n> \(question)"
        )
        let reading = try DeskWorld.file(message).reading
        #expect(reading.surveyAnswer == SurveyAnswer(notes: notes, verbatim: verbatim))
    }

    @Test("is none where no note was asked for")
    func unasked() throws {
        let message = try DeskWorld.mail(subject: "Caméra", text: "4 5 4")
        #expect(try DeskWorld.file(message).reading.surveyAnswer == nil)
    }
}
