// A colleague's mail is commands, then a message; quotes and signatures are neither.

import Testing

@testable import Desk

@Suite("A colleague’s mail is taken apart")
struct StaffTextTests {
    private func parts(_ text: String) -> [String] {
        let parts = StaffText(of: text)
        return parts.commandLines + ["→ \(parts.message)"]
    }

    @Test(
        "Commands stand at the top and nowhere else",
        arguments: [
            (
                "#prendre\n#critique HS\n\nBonjour,\nnous venons.",
                ["#prendre", "#critique HS", "→ Bonjour,\nnous venons."]
            ),
            ("\n\n#prendre\n\n#sav\n", ["#prendre", "#sav", "→ "]),
            ("Bonjour\n#clore fini", ["→ Bonjour\n#clore fini"]),
            ("> #clore fini\n\nBonjour", ["→ Bonjour"]),
            ("#prendre\n> #clore fini", ["#prendre", "→ "]),
            ("-- \n#clore fini\nLéa Martin", ["→ "]),
            ("#prendre\n-- \nLéa Martin\n#clore fini", ["#prendre", "→ "]),
            ("#prendre\n\nCordialement,\nLéa Martin\nMileo\n01 99 00 10 00", ["#prendre", "→ "]),
            ("#1 premier point\n#2 second", ["→ #1 premier point\n#2 second"]),
            (
                "#prolonger 3j la pièce commandée au fournisseur arrive plus tard\nque prévu\n"
                    + "Bonjour",
                [
                    "#prolonger 3j la pièce commandée au fournisseur arrive plus tard que prévu",
                    "→ Bonjour",
                ]
            ),
            ("\u{FEFF}\u{A0}#prendre", ["#prendre", "→ "]),
        ] as [(String, [String])]
    )
    func splits(text: String, expected: [String]) {
        #expect(parts(text) == expected)
    }

    @Test(
        "Quotes of every program stay quotes",
        arguments: [
            "Le lun. 5 oct. 2026 à 10:12, Alice Roy <a.roy@client.example> a écrit :\n\n"
                + "> #clore fini\n> Bonjour",
            "Le 05/10/2026 à 10:12, Alice Roy a écrit :\n#clore fini\nBonjour",
            "________________________________\nDe : SAV Mileo <sav@mileo.example>\n"
                + "Envoyé : lundi 5 octobre 2026 10:12\nÀ : Léa Martin\nObjet : SAV\n\n"
                + "#clore fini",
            "De : SAV Mileo <sav@mileo.example>\nEnvoyé : lundi 5 octobre 2026 10:12\n"
                + "À : Léa Martin\nObjet : SAV\n\n#clore fini",
            "-------- Message transféré --------\nSujet : x\n"
                + "Date : Mon, 5 Oct 2026 10:12:00 +0200\nDe : Alice Roy <a.roy@client.example>\n"
                + "Pour : sav@mileo.example\n\n#clore fini",
            "— Répondre au-dessus de cette ligne —\n\n#clore fini",
            "On Oct 5, 2026, at 10:12, Alice Roy <a.roy@client.example> wrote:\n\n#clore fini",
            "-----Message d'origine-----\nDe : Alice\nEnvoyé : lundi\n\n#clore fini",
        ]
    )
    func neverReadsQuotes(quote: String) {
        #expect(StaffText(of: quote).commandLines.isEmpty, "alone")
        let answer = StaffText(of: "#prendre\n\nNous passons demain.\n\n\(quote)")
        #expect(answer.commandLines == ["#prendre"])
        #expect(answer.message == "Nous passons demain.")
        #expect(StaffText(of: "#prendre\n\(quote)").message.isEmpty)
    }

    @Test("Twenty thousand command lines take no time to speak of, and stay bounded")
    func isBounded() {
        let text = String(repeating: "#prendre\n", count: 20_000)
        #expect(StaffText(of: text).commandLines.count == 1000)
    }
}
