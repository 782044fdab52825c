// What is read as a fact, and what is not: negation, number, tense, imagination.

import TestSupport
import Testing

@testable import Desk

@Suite("Situation")
struct SituationTests {
    /// A clause with the states that it states.
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let states: [Fact.State]

        init(_ text: String, _ states: Fact.State...) {
            self.text = text
            self.states = states
        }

        var testDescription: String { text }
    }

    static func facts(_ text: String) -> [Fact] {
        Situation(Words(FoldedText(subject: "", text: text), vocabulary: ShippedWords.vocabulary))
            .facts
    }

    @Test(
        "negation turns a state around",
        arguments: [
            Row("La caméra ne marche plus.", .failing), Row("La caméra marche pas.", .failing),
            Row("La caméra marche très bien.", .working), Row("Aucun badge ne passe.", .failing),
            Row("Rien n'est en panne.", .working), Row("Aucun problème.", .working),
            Row("La porte ne ferme plus.", .open), Row("La porte ferme bien.", .secured),
            Row("Le quai n'est plus surveillé.", .unwatched),
            Row("Aucune zone n'est découverte.", .watched),
            Row("Plus aucune image.", .missing), Row("The reader does not respond.", .failing),
            Row("The door no longer locks.", .open), Row("Nothing works.", .failing),
            Row("The camera works.", .working), Row("Le souci a disparu.", .working),
        ]
    )
    func negation(row: Row) {
        let facts = Self.facts(row.text)
        let states = Set(facts.map { $0.state })
        #expect(states.isSuperset(of: row.states), "\(row.text)")
        let isGood = row.states.allSatisfy { [.working, .secured, .watched].contains($0) }
        let isAdverse = facts.contains { $0.isAdverse }
        #expect(isAdverse != isGood, "\(row.text)")
    }

    @Test(
        "how much of a thing is meant",
        arguments: [
            ("La caméra du hall est noire.", Fact.Scope.one), ("Les caméras sont noires.", .all),
            ("Toutes les caméras sont noires.", .all), ("Deux caméras sont noires.", .two),
            ("Plusieurs caméras sont noires.", .several), ("Une des caméras est noire.", .one),
            ("L'une des quatre caméras est noire.", .one),
            ("Les 16 caméras sont noires.", .all),
            ("One of our five cameras is black.", .one), ("Aucune caméra ne répond.", .all),
        ]
    )
    func scope(text: String, scope: Fact.Scope) throws {
        let fact = try #require(Self.facts(text).first { $0.isAdverse })
        #expect(fact.scope == scope)
        #expect(fact.thing == .device)
    }

    @Test(
        "what is imagined is no fact",
        arguments: [
            "Si la caméra tombe en panne, que faire ?",
            "En cas de panne de la centrale, qui vient ?",
            "La caméra serait éteinte.", "What happens if the recorder fails?",
        ]
    )
    func imagined(text: String) {
        let isAdverse = Self.facts(text).contains { $0.isAdverse && $0.isActual }
        #expect(!isAdverse)
    }

    @Test("what happened is over where a later sentence says so")
    func over() {
        let text =
            "La porte est restée ouverte mardi. Le technicien a tout réparé, l'incident est clos."
        let situation = Situation(
            Words(FoldedText(subject: "", text: text), vocabulary: ShippedWords.vocabulary)
        )
        let isAdverse = situation.current.contains { $0.isAdverse }
        let wasAdverse = situation.facts.contains { $0.isAdverse }
        #expect(!isAdverse)
        #expect(wasAdverse)
    }

    @Test("a pronoun stands for the thing just named")
    func pronoun() throws {
        let fact = try #require(Self.facts("Voici le clavier. Il ne répond plus.").last)
        #expect(fact.thing == .device)
        #expect(fact.state == .failing)
    }

    @Test("of a screen of the system, the screen is meant")
    func head() throws {
        let fact = try #require(Self.facts("L'écran de la centrale est noir.").first)
        #expect(fact.thing == .minor)
    }

    @Test("people who do not come are no machines that fail")
    func people() {
        #expect(Self.facts("Personne n'est passé et personne ne répond.").isEmpty)
    }

    @Test("reads a very long text in linear time and stays within its bound")
    func long() {
        let text = String(repeating: "la caméra ne marche plus et ", count: 40_000)
        let words = Words(FoldedText(subject: "", text: text), vocabulary: ShippedWords.vocabulary)
        #expect(words.words.count == Words.wordsMaximum)
        #expect(Situation(words).facts.count <= Words.wordsMaximum)
    }
}
