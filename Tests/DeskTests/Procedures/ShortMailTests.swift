// Mails of a few words: thanks and nothing else, the question how a case stands, a survey's answer.

import Foundation
import Testing

@testable import Desk

@Suite("Short mails")
struct ShortMailTests {
    @Test(
        "hears the question how a case stands",
        arguments: [
            ("statut", true), ("Bonjour, statut svp. Merci", true),
            ("Bonjour, statut de mon dossier merci", true),
            ("Bonjour,\noù en est mon dossier ?", true), ("Where is my case?", true),
            ("Bonjour, pourriez-vous me dire où en est ma réclamation ? Merci", true),
            ("Avez-vous des nouvelles de mon dossier ?", true),
            ("Could you tell me where my case stands?", true), ("Any news on my request?", true),
            ("Où en est mon dossier ? C’est inadmissible.", false),
            ("Où en est ma demande ? La porte ne ferme toujours pas.", false),
            ("Le statut de l’alarme est en panne", false), ("La caméra est en panne", false),
        ]
    )
    func status(text: String, asks: Bool) throws {
        #expect(try reading(text).asksForStatus == asks)
        // An answer bears the subject of its dossier, which names the fault.
        #expect(try reading(text, subject: "Re: Interphone muet").asksForStatus == asks)
    }

    @Test("does not take a long letter for the question in its subject")
    func longLetter() throws {
        let letter = String(repeating: "Nous avons reçu votre devis et le relisons.\n", count: 20)
        #expect(try !reading(letter, subject: "Statut de mon dossier").asksForStatus)
        #expect(try reading("", subject: "Statut de mon dossier").asksForStatus)
    }

    @Test("is a status question in the complaints' mailbox, too, and no complaint")
    func statusOfComplaint() throws {
        let asked = try DeskWorld.classified(
            subject: "Ma réclamation",
            text: "Bonjour, où en est ma réclamation ?",
            mailbox: 1
        )
        #expect(asked.nature == .request, "\(asked.reasons)")
        let angry = try DeskWorld.classified(
            subject: "Ma réclamation",
            text: "Où en est ma réclamation ? C'est inadmissible, trois semaines déjà.",
            mailbox: 1
        )
        #expect(angry.nature == .complaint, "\(angry.reasons)")
    }

    @Test(
        "reads three figures in a row, as the survey asks for them",
        arguments: [
            ("5 4 5", [5, 4, 5], ""), ("5, 4, 5.", [5, 4, 5], ""), ("5/5 4/5 5/5", [5, 4, 5], ""),
            ("4-5-4\nAccueil parfait.", [4, 5, 4], "Accueil parfait."),
            ("2 3 3 Trop long", [2, 3, 3], "Trop long"),
            ("2 3 2026", [], "2 3 2026"), ("Je mets 5", [], "Je mets 5"),
            ("4 5 4 5", [], "4 5 4 5"),
        ] as [(String, [Int], String)]
    )
    func figures(text: String, notes: [Int], verbatim: String) {
        let lines = SurveyLines(text)
        #expect(lines.notes == notes)
        #expect(lines.verbatim == verbatim)
    }

    @Test("reads a survey's notes line by line, and the rest as the verbatim")
    func survey() {
        let text =
            "Réactivité : 4\nQualité de la solution : 2/5\nCommunication : 5\n"
            + "Commentaire : trop long."
        let answer = SurveyAnswer(readFrom: text, lowest: 2)
        #expect(answer.notes == [4, 2, 5])
        #expect(answer.verbatim == "trop long.")
        #expect(answer.isBad)
        #expect(SurveyAnswer(readFrom: "Je mets deux sur cinq.", lowest: 2).notes == [2])
    }

    @Test("reads the three parts of a substantive answer, and misses none")
    func substance() throws {
        let text = "Faits : contestés, car faux.\nCorrection : aucune.\nCompensation : un avoir."
        let whole = try #require(SubstantiveAnswer(in: text))
        #expect(whole.missing.isEmpty && whole.isContested)
        let part = try #require(SubstantiveAnswer(in: "Faits : reconnus.\n\nCordialement"))
        #expect(part.missing == [.correction, .compensation])
        #expect(SubstantiveAnswer(in: "Bonjour, nous regardons.") == nil)
    }

    private func reading(_ text: String, subject: String? = nil) throws -> Reading {
        let house = try DeskWorld.house()
        var message = try DeskWorld.mail(text: text)
        if let subject { message.subject = subject }
        return Reading(message, mailbox: house.mailboxes[0], house: house, key: DeskWorld.key)
    }
}
