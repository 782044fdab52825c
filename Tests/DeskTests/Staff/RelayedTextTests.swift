// What a client reads of a colleague's text: all of it, with its paragraphs, its lists and its
// addresses, whatever the colleague's program did to the lines.

import Foundation
import Testing

@testable import Desk

@Suite("A colleague’s text on its way to the client")
struct RelayedTextTests {
    private func relayed(_ text: String, knowing client: String = "") throws -> String {
        var counter = try StaffMailTests.Counter()
        if !client.isEmpty {
            counter.exchanges = [
                StaffNotification.Exchange(
                    mail: MailID(1),
                    at: DeskWorld.monday,
                    author: NamedAddress(try DeskWorld.address("a.roy@client.example")),
                    text: client
                )
            ]
        }
        let plan = try counter.write(text)
        guard case .list(let rows)? = plan.letters.first?.values["words"],
            plan.letters.first?.kind == .answer
        else { return "" }
        return rows.map { row in if case .text(let text) = row { text } else { "" } }
            .joined(separator: "\n")
    }

    @Test("Dashes between the lines of an estimate do not end the text")
    func dashes() throws {
        let text = "Devis :\n--\nCaméra : 200 €\nPose : 80 €\n--\nTotal : 280 €"
        #expect(try relayed(text) == text)
        let long = "Devis\n--\n" + (1...9).map { "Poste \($0) : 10 €" }.joined(separator: "\n")
        #expect(try relayed(long) == long)
    }

    @Test("A signature below its mark does not go out")
    func signature() throws {
        let card = "Karim Haddad\nTechnicien\n06 00 00 00 00"
        #expect(try relayed("Nous passons demain.\n\n-- \n\(card)") == "Nous passons demain.")
        #expect(try relayed("Nous passons demain.\n\n--\n\(card)") == "Nous passons demain.")
        let both = "Devis :\n--\nTotal : 280 €\n\n-- \n\(card)"
        #expect(try relayed(both) == "Devis :\n--\nTotal : 280 €")
    }

    @Test("A person’s own “>” stays; the client’s words behind one do not")
    func ownMarks() throws {
        let text = "Dans le menu :\n> ouvrir la fenêtre\n> choisir Caméras\nPuis redémarrez."
        #expect(try relayed(text) == text)
        let client = "Bonjour,\nla caméra du parking ne répond plus.\nMerci"
        let quoting = "Nous passons demain.\n\n> la caméra du parking ne répond plus."
        #expect(try relayed(quoting, knowing: client) == "Nous passons demain.")
    }

    @Test("Lines that a program wrapped are one again, and paragraphs stay apart")
    func wrapped() throws {
        let text = """
            Bonjour,

            nous avons vérifié la caméra du parking ce matin et nous avons constaté
            que son alimentation est hors service ; la pièce est commandée et elle
            arrive jeudi.

            Nous passons vendredi.
            """
        let lines = [
            "Bonjour,", "",
            "nous avons vérifié la caméra du parking ce matin et nous avons constaté que son "
                + "alimentation est hors service ; la pièce est commandée et elle arrive jeudi.",
            "", "Nous passons vendredi.",
        ]
        #expect(WrittenLines(text).lines == lines)
    }

    @Test(
        "Addresses, lists and short lines keep their line ends",
        arguments: [
            "Envoyez la pièce à :\nMileo\n12 rue des Lilas\n69003 Lyon",
            "- une caméra\n- un câble\n- deux vis",
            "1. ouvrez le menu qui se trouve tout en haut à droite de la page d’accueil\n"
                + "2. choisissez la caméra",
        ]
    )
    func keepsLines(text: String) {
        #expect(WrittenLines(text).lines.joined(separator: "\n") == text)
    }

    @Test("A paragraph longer than a letter shows of one line is not cut")
    func long() {
        let text = Array(repeating: "caméra", count: 1_000).joined(separator: " ")
        let lines = WrittenLines(text).lines
        #expect(lines.count == 4)
        #expect(lines.joined(separator: " ") == text)
    }
}
