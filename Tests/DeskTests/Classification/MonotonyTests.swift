// Words that nobody knows may raise a class, and never lower one: what goes below Critique is
// proven by words that are known.

import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite("Unknown words")
struct MonotonyTests {
    private func rows() throws -> [Sentence] {
        let folder = PackageRoot.file("Tests/Fixtures/evaluation")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasPrefix("requests-") }
            .flatMap { name in
                try Sentence.rows(of: String(name.dropLast(4)), in: "evaluation", fields: 3)
            }
    }

    @Test(
        "never lower a class",
        arguments: [
            " Zorglub frimoule taratata.", " Le zorglub ne trapouille plus.",
            " The frobnicator zaps.",
        ]
    )
    func neverLower(words: String) throws {
        for row in try rows() {
            let (subject, text) = (row.fields[1], row.fields[2])
            let before = try DeskWorld.classified(subject: subject, text: text)
            let after = try DeskWorld.classified(subject: subject, text: text + words)
            guard let one = before.criticality, let other = after.criticality else { continue }
            #expect(other >= one, "\(text)\(words): \(after.reasons)")
        }
    }

    @Test(
        "raise what is not proven bounded, where they tell of a loss",
        arguments: [
            "Le badge de Luc ne passe plus.", "La caméra 4 est floue, elle marche encore.",
        ]
    )
    func raise(text: String) throws {
        let before = try DeskWorld.classified(subject: "", text: text)
        #expect(before.criticality != .critical, "\(before.reasons)")
        let lost = "\(text) Et le zorglub ne trapouille plus rien."
        let after = try DeskWorld.classified(subject: "", text: lost)
        #expect(after.criticality == .critical, "\(after.reasons)")
    }

    @Test("are not outweighed by a plain question beside them")
    func question() throws {
        let text = "Comment changer l'heure ? Et le zorglub ne trapouille plus rien."
        let found = try DeskWorld.classified(subject: "", text: text)
        #expect(found.criticality == .critical, "\(found.reasons)")
    }
}
