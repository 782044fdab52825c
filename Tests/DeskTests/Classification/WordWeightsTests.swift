// The weights of words: their tables are read whole, they are learned from our own sets only, and
// they are no more than a second opinion.

import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite("Weights of words")
struct WordWeightsTests {
    @Test("weigh a word, a pair, a stem and the edge of a sentence")
    func features() {
        let names = DeskWorld.words("Plus personne ne surveille 12 portes.").featureNames
        let expected = [
            "plus", ". plus", "plus personne", "surveille", "surve*", "#", "surveille #",
            "# portes",
            "porte*", "portes .",
        ]
        for name in expected { #expect(names.contains(name), "\(name)") }
    }

    @Test("file a text's words as the tables write them")
    func keys() {
        let text = DeskWorld.words("La centrale bipe. Rien d'autre !")
        var keys: Set<UInt64> = []
        text.forEachFeature { keys.insert($0.key) }
        #expect(keys == Set(text.featureNames.map { WordFeature.key(of: $0.utf8) }))
    }

    @Test("weigh which meanings meet in a clause, are asked, imagined or in the subject")
    func meanings() {
        let words = DeskWorld.words("L'alarme ne marche plus. Que faire si la porte est ouverte ?")
        let names = Set(words.meanings.map(\.name))
        for name in ["@alarm", "@ne+plus", "@?opening", "@?open"] {
            #expect(names.contains(name), "\(name) is not in \(names.sorted())")
        }
        #expect(!names.contains("@alarm+open"), "two clauses")
        #expect(words.meanings.count == names.count, "each once")
        #expect(words.meanings.allSatisfy { $0.key == WordFeature.key(of: $0.name.utf8) })
    }

    @Test("add up, each word once")
    func balance() {
        let weights = WordWeights("// Sample.\n= 4 -1\nmort, est mort\n= -3 2\ncomment\n")
        let dead = weights.balance(DeskWorld.words("Il est mort. Mort, est mort !").featureKeys)
        #expect(dead.count == 2)
        #expect(dead.alarm > 0)
        #expect(dead.advice < 0)
        #expect(weights.balance(DeskWorld.words("Comment ?").featureKeys).alarm < 0)
        #expect(weights.balance(DeskWorld.words("Zorglub.").featureKeys).count == 0)
    }

    @Test("come from a table that is read whole")
    func shipped() throws {
        let entries = try ShippedFiles.weights().split(separator: "\n")
            .filter { !$0.hasPrefix("=") && !$0.hasPrefix("//") }
            .flatMap { $0.components(separatedBy: ", ") }
        #expect(entries.count > 15_000)
        #expect(Set(entries.map { WordFeature.key(of: $0.utf8) }).count >= entries.count - 400)
    }

    @Test(
        "never settle a text that names nothing",
        arguments: [
            "Bonjour, voir photo. Merci d'avance et bonne journée.", "Ça recommence.",
            "Bonjour, c'est encore nous. Merci de faire le nécessaire rapidement. Bien à vous",
            "Hello, please see the attached picture. Thanks, regards, Anna",
        ]
    )
    func nothing(text: String) throws {
        let found = try DeskWorld.classified(subject: "", text: text)
        #expect(found.criticality == .critical, "\(found.reasons)")
    }

    @Test("tell which words weighed")
    func evidence() throws {
        let found = try DeskWorld.classified(
            subject: "Code refusé partout",
            text: """
                Depuis ce matin le code du patron est refusé. On est entrés, ça a hurlé vingt minutes \
                et ça recommence dès qu'on pousse la porte. On a dû arracher un fil.
                """
        )
        #expect(found.criticality == .critical, "\(found.reasons)")
    }

    // `make weigh`: learns anew from the sets and writes the table.
    @Test(
        "are learned from our own sets",
        .enabled(if: ProcessInfo.processInfo.environment["GUICHET_WEIGHTS"] != nil)
    )
    func learn() throws {
        let file = try #require(ProcessInfo.processInfo.environment["GUICHET_WEIGHTS"])
        let ranks = ["informational": 0, "standard": 1, "critical": 2]
        let rows =
            try Sentence.rows(of: "criticality", fields: 3)
            + Sentence.sets("requests-", fields: 3)
        let examples = try rows.compactMap { row in
            try ranks[row.fields[0]].map { label in
                try DeskWorld.example(
                    label,
                    subject: row.fields[1],
                    text: row.fields[2],
                    withMeanings: true
                )
            }
        }
        try WeightLearner.file(from: examples)
            .write(to: URL(filePath: file), atomically: true, encoding: .utf8)
    }
}
