// Colleagues answer our questions in their own words: what is no plain yes sets nothing in motion,
// and no answer to "is this yours?" ever reaches a client.

import Foundation
import Testing

@testable import Desk

@Suite("Answers to our questions")
struct QuestionAnswerTests {
    private typealias Counter = StaffMailTests.Counter

    private func words(_ letter: Letter?) -> String {
        guard case .list(let rows)? = letter?.values["words"] else { return "" }
        return rows.map { row in if case .text(let text) = row { text } else { "" } }
            .joined(separator: "\n")
    }

    private func asked() throws -> (counter: Counter, question: MessageID) {
        var counter = try Counter()
        let plan = try counter.write("#critique porte HS\n\nFAUX TEXTE", isProven: false)
        return (counter, try #require(plan.letters.first?.id))
    }

    @Test(
        "A denial of a mail in one’s name is a no, in whatever words",
        arguments: [
            "Ce n'est pas moi !", "Pas moi", "Ce n’est pas de moi.", "C’est du phishing",
            "Ce mail n'est pas de moi, c'est un faux.", "Attention, usurpation !", "Faux !",
            "Je n'ai rien envoyé", "Non, ce n'est pas moi", "Merci de ne rien envoyer",
            "Non ce n est pas moi",
        ]
    )
    func denials(text: String) throws {
        var (counter, question) = try asked()
        let plan = try counter.write(text + "\n\nEnvoyé de mon iPhone", answering: question)
        #expect(plan.letters.map(\.kind) == [.transcript])
        #expect(words(plan.letters.first).contains("rien n’est envoyé"))
        #expect(counter.ticket?.criticality != .critical && counter.ticket?.handler == nil)
        let again = try counter.write("Prévenez l’informatique.", answering: plan.letters.first?.id)
        #expect(again.letters.map(\.kind) == [.transcript], "nor does what he adds to it leave")
    }

    @Test(
        "What is neither yes nor no is asked again, and can still be confirmed",
        arguments: [
            "?", "Oui mais pas maintenant", "oui mais remplacez fait par réparé", "Euh…",
            "Oui, mais corrigez : « réparé » et non « fait »", "oui\n#temps 5min",
            "Bonjour, je regarde cela demain avec Inès et je vous dis ce qu’il en est.",
            "#prendre\n\noui",
        ]
    )
    func unclear(text: String) throws {
        var (counter, question) = try asked()
        let again = try counter.write(text, answering: question)
        #expect(again.letters.map(\.kind) == [.transcript])
        #expect(words(again.letters.first).contains("n’est pas un simple « oui »"))
        #expect(counter.ticket?.criticality != .critical && counter.ticket?.handler == nil)
        let sent = try counter.write("oui", answering: again.letters.first?.id)
        #expect(sent.letters.map(\.kind) == [.answer, .transcript])
        #expect(counter.ticket?.criticality == .critical)
    }

    @Test(
        "A plain yes confirms, in whatever words",
        arguments: [
            "oui", "OUI.", "ok", "yes", "Je confirme", "C’est bien moi", "Oui, c’est bien moi",
            "C'est moi", "Oui merci", "oui\n\nKarim Haddad\nTechnicien\n01 99 00 11 22",
        ]
    )
    func yes(text: String) throws {
        var (counter, question) = try asked()
        let sent = try counter.write(text, answering: question)
        #expect(sent.letters.map(\.kind) == [.answer, .transcript])
        #expect(words(sent.letters.first) == "FAUX TEXTE")
    }

    @Test("An answer that is unclear time and again is kept in silence")
    func bounded() throws {
        var (counter, question) = try asked()
        for _ in 0..<3 {
            let again = try counter.write("?", answering: question)
            question = try #require(again.letters.first?.id)
        }
        let last = try counter.write("?", answering: question)
        #expect(last.letters.isEmpty)
    }

    // MARK: - Doubts about one's own words

    @Test(
        "A yes with a condition sends nothing, and says what to do",
        arguments: ["Oui mais pas maintenant", "oui\n#temps 5min", "Oui, corrigez « fait »"]
    )
    func conditions(text: String) throws {
        var counter = try Counter()
        let question = try counter.write("Voici le devis ci-joint.").letters.first?.id
        let again = try counter.write(text, answering: question)
        #expect(again.letters.map(\.kind) == [.transcript])
        let told = words(again.letters.first)
        #expect(told.contains("« oui », seul") && told.contains("devis ci-joint"), "\(told)")
        let sent = try counter.write("oui", answering: again.letters.first?.id)
        #expect(words(sent.letters.first) == "Voici le devis ci-joint.")
    }

    @Test("A new text takes the place of what was asked about")
    func newText() throws {
        var counter = try Counter()
        let question = try counter.write("Voici le devis ci-joint.").letters.first?.id
        let text = "Bonjour,\nle devis vous parviendra demain par la poste, en deux exemplaires."
        let sent = try counter.write(text, answering: question)
        #expect(words(sent.letters.first) == text)
        let late = try counter.write("oui", answering: question)
        #expect(late.letters.map(\.kind) == [.transcript])
        #expect(words(late.letters.first).contains("déjà répondu"))
    }

    @Test("A yes to a question that is answered confirms no other")
    func otherQuestion() throws {
        var counter = try Counter()
        let first = try counter.write("Voici le devis ci-joint.").letters.first?.id
        _ = try counter.write("oui", answering: first)
        counter.now += 3600
        _ = try counter.write("#critique porte HS\n\nFAUX", isProven: false)
        let again = try counter.write("oui", answering: first)
        #expect(again.letters.map(\.kind) == [.transcript])
        #expect(counter.ticket?.criticality != .critical)
    }

    // MARK: - Beyond the bound of questions

    @Test("Beyond the bound of questions, what is kept is told at the end of the hour")
    func toldLater() throws {
        var counter = try Counter()
        for _ in 0..<3 { _ = try counter.write("#critique porte HS\n\nFAUX", isProven: false) }
        let person = try StaffWorld.address(of: "Karim Haddad")
        let plan = try counter.write("Bonjour, nous venons demain.", isProven: false)
        #expect(plan.letters.isEmpty)
        #expect(plan.tallies[person]?.due == counter.now + 3600)
        #expect(plan.tallies[person]?.tickets == [counter.number])
    }
}
