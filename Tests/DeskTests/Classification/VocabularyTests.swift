// A house's own words: added, removed, and proved by sentences.

import TestSupport
import Testing

@testable import Desk

@Suite("Vocabulary")
struct VocabularyTests {
    private func house(_ entry: Vocabulary.Entry) throws -> HouseSettings {
        var house = try DeskWorld.house()
        house.vocabulary = Vocabulary(ShippedWords.tables, [entry])
        return house
    }

    private func entry(
        _ sense: Sense,
        add: [String] = [],
        remove: [String] = [],
        _ sentence: String,
        _ outcome: Vocabulary.Outcome
    ) -> Vocabulary.Entry {
        let proof = Vocabulary.Proof(sentence: sentence, outcome: outcome, place: "x.yaml:3:5")
        return Vocabulary.Entry(sense: sense, added: add, removed: remove, proof: proof)
    }

    @Test("a word that a house adds counts like the program's own")
    func adding() throws {
        let added = entry(
            .device,
            add: ["zorglub="],
            "Le zorglub du hall est flou, les autres marchent.",
            .standard
        )
        #expect(Vocabulary.failures(in: try house(added), key: DeskWorld.key).isEmpty)
    }

    @Test("a word that a house removes counts no more, and its proof says so")
    func removing() throws {
        let removed = entry(
            .dead,
            remove: ["en carafe"],
            "Le badge de Luc est en carafe, les autres marchent.",
            .informational
        )
        let failures = Vocabulary.failures(in: try house(removed), key: DeskWorld.key)
        #expect(failures.map(\.proof.place) == ["x.yaml:3:5"])
        #expect(failures.map(\.found) != ["informational"])
        let words = Words(
            FoldedText(subject: "", text: "en carafe"),
            vocabulary: Vocabulary(ShippedWords.tables, [removed])
        )
        #expect(!words.senses.contains(.dead))
    }

    @Test("two houses differ where their words do")
    func equality() {
        let one = Vocabulary(ShippedWords.tables, [entry(.place, add: ["a"], "b", .critical)])
        #expect(one != ShippedWords.vocabulary)
        #expect(ShippedWords.vocabulary == Vocabulary(ShippedWords.tables, []))
    }
}
