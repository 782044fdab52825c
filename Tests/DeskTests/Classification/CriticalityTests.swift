// The grid of PROC-QUAL-006, 02, on invented requests: what is affected, in what state, since when,
// who is exposed. Above all: no Critique is ever taken for less.

import Testing

@testable import Desk

@Suite("Criticality")
struct CriticalityTests {
    @Test("gives each request the class of the grid")
    func table() throws {
        for row in try Sentence.rows(of: "criticality", fields: 3) {
            let found = try DeskWorld.classified(subject: row.fields[1], text: row.fields[2])
            let wanted = try #require(Criticality(rawValue: row.fields[0]), "line \(row.line)")
            row.expect(found.criticality, wanted, found.reasons)
            #expect(found.nature == .request, "line \(row.line): \(found.reasons)")
            if wanted == .critical {
                #expect(found.criticality == .critical, "line \(row.line) is below Critique")
            }
        }
    }

    @Test("the word urgent alone decides nothing", arguments: ["", "URGENT ", "TRÈS URGENT !!! "])
    func urgent(word: String) throws {
        let text = "\(word)Comment ajouter un badge pour une stagiaire ?"
        let found = try DeskWorld.classified(subject: "\(word)badge", text: text)
        #expect(found.criticality == .informational, "\(found.reasons)")
    }

    @Test(
        "a calm tone does not make a gap in the surveillance smaller",
        arguments: ["", "Rien d'urgent, mais ", "Pas pressé du tout : "]
    )
    func calm(opening: String) throws {
        let text = "\(opening)plus rien ne filme le quai de nuit, le portail y reste ouvert."
        let found = try DeskWorld.classified(subject: "Quai", text: text)
        #expect(found.criticality == .critical, "\(found.reasons)")
    }

    @Test(
        "accents, capitals and missing apostrophes change nothing",
        arguments: [
            "La centrale d'alarme est éteinte, plus aucun détecteur ne répond.",
            "la centrale d alarme est eteinte, plus aucun detecteur ne repond",
            "LA CENTRALE D'ALARME EST ÉTEINTE, PLUS AUCUN DÉTECTEUR NE RÉPOND",
            "la centrale dalarme est eteinte plus aucun detecteur repond",
            "La centrale d\u{2019}alarme est e\u{301}teinte, plus de de\u{301}tection.",
        ]
    )
    func spellings(text: String) throws {
        let found = try DeskWorld.classified(subject: "", text: text)
        #expect(found.criticality == .critical, "\(found.reasons)")
    }

    @Test("what is imagined is not the case")
    func imagined() throws {
        let text =
            "Si l'alarme tombait en panne la nuit, qui préviendriez-vous ? Rien n'est en panne."
        let found = try DeskWorld.classified(subject: "Question", text: text)
        #expect(found.criticality == .informational, "\(found.reasons)")
    }

    @Test(
        "an empty or vague text is Critique by the rule of doubt, and says so",
        arguments: ["", "Voir photo.", "Ça recommence.", "Merci de me rappeler."]
    )
    func vague(text: String) throws {
        let found = try DeskWorld.classified(subject: "", text: text)
        #expect(found.criticality == .critical)
        #expect(found.findings.last?.evidence.hasPrefix("doubt") == true, "\(found.reasons)")
    }

    @Test("the words that decided are the evidence")
    func evidence() throws {
        let found = try DeskWorld.classified(
            subject: "Entrée",
            text: "Bonjour. La porte du personnel ne se verrouille plus. Bonne journée à vous."
        )
        #expect(found.findings.last?.rule == "zone-unwatched")
        #expect(found.findings.last?.evidence.contains("ne se verrouille plus") == true)
    }

    @Test("a forwarded letter speaks where the person who forwards it says nothing")
    func forwarded() throws {
        let letter = """
            Pour suite à donner.

            De : Poste de garde <garde@client.example>
            Envoyé : lundi 5 octobre 2026 06:10
            À : Alice Roy <a.roy@client.example>
            Objet : nuit

            Plus aucune caméra n'affiche d'image depuis minuit.
            """
        let found = try DeskWorld.classified(subject: "TR : nuit", text: letter)
        #expect(found.criticality == .critical, "\(found.reasons)")
        #expect(found.findings.last?.rule == "system-down")
    }

    @Test("a quotation is not the person's own report")
    func quoted() throws {
        let text = """
            Comment créer un badge pour un visiteur ?

            Le 5 oct. 2026 à 09:00, Paul Roux <p.roux@client.example> a écrit :
            > L'alarme est en panne, la porte reste ouverte.
            """
        let found = try DeskWorld.classified(subject: "Badge", text: text)
        #expect(found.criticality == .informational, "\(found.reasons)")
    }

    @Test("an encrypted mail is in doubt, whatever its subject says, unless a part can be read")
    func encrypted() throws {
        let how = "Comment créer un badge ?"
        for (text, level) in [("", Criticality.critical), (how, .informational)] {
            var mail = try DeskWorld.mail(subject: "Question", text: text)
            mail.defects = [.encrypted]
            let found = try DeskWorld.file(mail).classification
            #expect(found.criticality == level, "\(found.findings)")
        }
    }

    @Test("only requests have a class")
    func otherNatures() throws {
        let found = try DeskWorld.classified(
            subject: "Alarme en panne",
            text: "Notre alarme est en panne depuis lundi, personne n'est venu.",
            mailbox: 1
        )
        #expect(found.nature == .complaint)
        #expect(found.criticality == nil)
    }
}
