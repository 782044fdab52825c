// What the person newly wrote, in the layouts of real mail programs.

import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite("NewText")
struct NewTextTests {
    /// A text with its new part.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let new: String

        var testDescription: String { name }
    }

    /// The files of Tests/Fixtures/newtext.
    static let files = [
        "quotes", "signatures", "nothing-new", "clients-french", "clients-english",
        "clients-other-languages", "clients-again", "posting-styles", "endings", "mailing-lists",
    ]

    /// The cases of a file of Tests/Fixtures/newtext; a file without cases is an error.
    static func cases(of name: String) throws -> [Case] {
        let file = PackageRoot.file("Tests/Fixtures/newtext/\(name).txt")
        let whole = "\n" + (try String(contentsOf: file, encoding: .utf8))
        let cases: [Case] = try whole.components(separatedBy: "\n=== ").dropFirst().map { part in
            let halves = part.components(separatedBy: "\n--- new\n")
            try #require(halves.count == 2, "\(name).txt: \(part.prefix(40))")
            let lines = halves[0].split(
                separator: "\n",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            return Case(
                name: String(lines[0]),
                text: lines.count > 1 ? String(lines[1]) : "",
                new: squashed(halves[1])
            )
        }
        try #require(!cases.isEmpty, "\(name).txt has no cases")
        return cases
    }

    static func squashed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("keeps the new and leaves the rest", arguments: Self.files)
    func table(name: String) throws {
        for row in try Self.cases(of: name) {
            #expect(Self.squashed(NewText(of: row.text).new) == row.new, "\(row.name)")
            let dos = row.text.replacingOccurrences(of: "\n", with: "\r\n")
            #expect(Self.squashed(NewText(of: dos).new) == row.new, "\(row.name), CRLF")
        }
    }

    @Test("never gives an empty result where there was text")
    func neverEmpty() throws {
        for name in Self.files {
            for row in try Self.cases(of: name) {
                var text = ""
                for line in row.text.split(separator: "\n", omittingEmptySubsequences: false) {
                    text += line + "\n"
                    guard !Self.squashed(text).isEmpty else { continue }
                    #expect(!NewText(of: text).new.isEmpty, "\(row.name), cut: \(text)")
                }
            }
        }
        #expect(NewText(of: "").new.isEmpty)
        #expect(NewText(of: " \n\t\n").new.isEmpty)
    }

    @Test(
        "takes off the name that the sender shows beside his address, however it is written",
        arguments: [
            (
                "Patrick Sénéchal",
                "La caméra filme le gravier.\n\nSincères salutations\n\nP. Sénéchal"
            ),
            ("Boutique Lison", "rappelez vite au 01 99 00 73 06\nLison"),
            ("Sylvain Kerdoncuff", "Fermez donc.\n\nSylvain K."),
            (
                "Étude Maître Lagoutte",
                "Elle dort sans détection.\n\nMe Lagoutte\n\nOffice Lagoutte"
            ),
            ("Ahmed Belkacem", "cela ne lui déplaît pas mais bon\nA. Belkacem, conseil syndical"),
            ("Mairie", "Nous y comptons.\n\nPour le maire, l'adjointe aux finances"),
        ]
    )
    func signer(name: String, text: String) throws {
        let sender = NamedAddress(try #require(EmailAddress("x@client.example")), name: name)
        let new = NewText(of: text, from: sender).new
        #expect(!new.contains("\n"), "\(new)")
        #expect(text.hasPrefix(new))
    }

    @Test("leaves a last line that only begins like the sender's name")
    func unsigned() throws {
        let sender = NamedAddress(
            try #require(EmailAddress("paul@client.example")),
            name: "Paul Roy"
        )
        let text = "Deux demandes.\n\nPaul doit recevoir un badge"
        #expect(NewText(of: text, from: sender).new == text)
    }

    @Test("what is quoted is kept apart, with the lines that introduce it")
    func quoted() {
        let text =
            "Oui.\n\nLe 5 oct. 2026 à 09:00, SAV <sav@mileo.example> a écrit :\n> Réparé ?\n> Merci"
        let split = NewText(of: text)
        #expect(split.new == "Oui.")
        #expect(split.quoted.hasPrefix("Le 5 oct."))
        #expect(split.quoted.hasSuffix("> Réparé ?\n> Merci"))
    }

    @Test(
        "takes twice as long for twice the text, whatever is in it",
        arguments: [
            ">", ">\n", "> \n", "De : a\n", "Le 5 oct. 2026 à 09:00, a <a@b.example>\n", "-- \n",
            "Cordialement\n", "____\n", "[AB] x\n", "On \n", "a\n\n", "\u{A0}", "é", "Alice Roy\n",
            "Le ", "À : a\n", "Date : 1\nx\n", "<", "AB> x\n", "A\ncc\n", "Objet : x\n;\n",
            "---\nAlice\n", "Le 5/10\n", "De : a@b.example, \nà,\n", "Envoyé de mon iPhone\n",
            "De : Envoyé : À : Objet : ", "ce message est confidentiel destinataire par erreur\n",
        ]
    )
    func linear(unit: String) {
        // Two lengths are compared, no length with a clock: twice the text costs twice the work,
        // give or take; a square would cost four times as much.
        let short = String(repeating: unit, count: 40_000 / unit.utf8.count)
        let first = cost(of: short)
        let second = cost(of: short + short)
        #expect(second <= first * 3 + 0.02, "\(first) s, then \(second) s")
    }

    @Test("takes twice as long for twice the text, whatever lines take turns in it")
    func linearInTurns() {
        let lines = [
            "-- \n", "> x\n", ">> y\n", "Cordialement\n", "Envoyé de mon iPhone\n", "x\n", "\n",
            "De : x <a@b.example>\n", "____________\n", "Le 5 oct. 2026 à 09:00, X a écrit :\n",
            "-----Message d'origine-----\n", "Tel : 01 99 00 10 00\n",
        ]
        for (place, one) in lines.enumerated() {
            for other in lines[place...].dropFirst() {
                let unit = one + other
                let short = String(repeating: unit, count: 20_000 / unit.utf8.count)
                let first = cost(of: short)
                let second = cost(of: short + short)
                #expect(second <= first * 3 + 0.02, "\(unit): \(first) s, then \(second) s")
            }
        }
    }

    private func cost(of text: String) -> Double {
        let (split, seconds) = ProcessorTime.measured { NewText(of: text) }
        #expect(split.new.utf8.count + split.quoted.utf8.count <= text.utf8.count + 2)
        return seconds
    }
}
