// Command lines become commands, or a list of what is wrong with them.

import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite("Staff write commands")
struct CommandParserTests {
    private static func parser() throws -> CommandParser {
        CommandParser(company: try StaffWorld.house().company, at: DeskWorld.monday)
    }

    private static func shown(_ line: String) throws -> String {
        switch try parser().read([line]) {
        case .problems(let problems): return "! " + problems.map(\.sentence).joined(separator: " ")
        case .commands(let commands):
            let command = try #require(commands.first).command
            return StaffWorld.words(command)
        }
    }

    @Test(
        "Each line is understood as its writer meant it",
        arguments: [
            ("#critique porte HS", "classify critical: porte HS"),
            ("#CRITIQUE HS", "classify critical: HS"),
            ("# critical door broken", "classify critical: door broken"),
            ("#standard : zone couverte", "classify standard: zone couverte"),
            ("#assigner Léa", "assign lea.martin@mileo.example: "),
            (
                "#assigner lea martin elle connaît le site",
                "assign lea.martin@mileo.example: elle connaît le site"
            ),
            ("#assign karim.haddad@mileo.example", "assign karim.haddad@mileo.example: "),
            ("#assigner à hug", "assign hugo.besnard@mileo.example: "),
            ("#prendre", "take"), ("#rendre congés", "giveBack congés"),
            ("#note badge chez le gardien", "note badge chez le gardien"),
            ("#attente", "wait "),
            ("#intervention demain 14h", "visit planned 2026-10-06 14:00"),
            ("#intervention lundi", "visit planned 2026-10-12 18:00, day"),
            ("#intervention jeudi matin", "visit planned 2026-10-08 12:00, morning"),
            ("#intervention 12 octobre 14 h 30", "visit planned 2026-10-12 14:30"),
            ("#intervention mardi 13 octobre à 8h", "visit planned 2026-10-13 08:00"),
            ("#intervention 1er novembre", "visit planned 2026-11-01 18:00, day"),
            ("#intervention 2026-10-09T16:15", "visit planned 2026-10-09 16:15"),
            ("#intervention 25/10/26 2:30", "visit planned 2026-10-25 02:30"),
            ("#intervention faite", "visit done"), ("#intervention nécessaire", "visit needed"),
            ("#résolu", "askClosing "), ("#resolu", "askClosing "), ("#solved ok", "askClosing ok"),
            ("#clore accord au téléphone", "close, agreed: accord au téléphone"),
            ("#clore avec l’accord de Mme Roy", "close, agreed: avec l’accord de Mme Roy"),
            ("#clore : agreed by phone", "close, agreed: agreed by phone"),
            ("#clore client injoignable", "close: client injoignable"),
            ("#clore accord en attente", "close: accord en attente"),
            ("#clore accord pas encore donné", "close: accord pas encore donné"),
            ("#clore d’accord avec Paul pour clore", "close: d’accord avec Paul pour clore"),
            ("#clore accord de M. Martin", "close, agreed: accord de M. Martin"),
            ("#clore accord de Paul Durand", "close, agreed: accord de Paul Durand"),
            (
                "#clore accord donné par le client à Paul",
                "close, agreed: accord donné par le client à Paul"
            ),
            ("#fermer doublon", "close: doublon"), ("#rouvrir", "reopen "),
            ("#prolonger 3j pièce en commande", "extend by 3 days: pièce en commande"),
            ("#prolonger 2 jours pièce", "extend by 2 days: pièce"),
            ("#prolonger vendredi pièce", "extend 2026-10-09 18:00: pièce"),
            ("#réponse", "answerInSubstance"), ("#reponse", "answerInSubstance"),
            ("#séparer", "split"), ("#réclamation", "change complaint: "), ("#sav", "change sav: "),
            ("#escalade 1 le client insiste", "escalate 1: le client insiste"),
            ("#escalade niveau 2", "escalate 2: "),
            ("#rappel dans 2h vérifier", "callBack 2026-10-05 12:00: vérifier"),
            ("#temps 45min", "spend 45"), ("#temps 1h30", "spend 90"),
            ("#temps 1h 30min", "spend 90"),
            ("#time 2 h", "spend 120"), ("#spam", "spam"),
            ("#client Résidence des Tilleuls", "attach Résidence des Tilleuls"),
            ("#copie", "copy"), ("#statut", "status"), ("#annuler 7F3A91c2", "undo 7f3a91c2"),
            ("#aide", "help "), ("#aide #prolonger", "help prolonger"), ("#help", "help "),
            ("#mes-tickets", "myTickets"), ("#retards", "late"), ("#état", "house"),
            (
                "#ouvrir <a.roy@client.example> portail bloqué",
                "open a.roy@client.example: portail bloqué"
            ),
            (
                "#absence Léa du 02/11 au 06/11 remplacée par Hugo",
                "absence lea.martin@mileo.example 2026-11-02…2026-11-06 hugo.besnard@mileo.example"
            ),
            ("#absence lea le 02/11", "absence lea.martin@mileo.example 2026-11-02…2026-11-02 "),
            (
                "#absence Léa du lundi 7 au vendredi 11 décembre",
                "absence lea.martin@mileo.example 2026-12-07…2026-12-11 "
            ),
            (
                "#absence Léa à partir du 2 novembre jusqu’au 6 novembre",
                "absence lea.martin@mileo.example 2026-11-02…2026-11-06 "
            ),
            (
                "#absence Léa du 2 au 6 novembre",
                "absence lea.martin@mileo.example 2026-11-02…2026-11-06 "
            ),
            ("#rapport", "report"), ("#temps 1 h 30", "spend 90"), ("#temps 1,5h", "spend 90"),
            ("#temps 45 min.", "spend 45"), ("#temps 2,5 h", "spend 150"),
            ("#prolonger 3 jours ouvrés pièce", "extend by 3 days: pièce"),
            ("#assigner Martin Léa", "assign lea.martin@mileo.example: "),
            ("#assigner lea.martin", "assign lea.martin@mileo.example: "),
            ("#assigner Hugo, Paul est là", "assign hugo.besnard@mileo.example: Paul est là"),
            ("#assigner hugo il connaît", "assign hugo.besnard@mileo.example: il connaît"),
            ("#prolonger 12/06/2027 pièce", "extend 2027-06-12 18:00: pièce"),
            (
                "#absence Léa du 28/09 au 09/10",
                "absence lea.martin@mileo.example 2026-10-05…2026-10-09 "
            ),
            (
                "#absence Léa du 21/12 au 08/01",
                "absence lea.martin@mileo.example 2026-12-21…2027-01-08 "
            ),
            ("#assigner @Léa Martin", "assign lea.martin@mileo.example: "),
            ("#intervention demain après-midi", "visit planned 2026-10-06 18:00, afternoon"),
            (
                "#intervention demain dans l’après-midi",
                "visit planned 2026-10-06 18:00, afternoon"
            ),
            ("#intervention demain en matinée", "visit planned 2026-10-06 12:00, morning"),
            ("#intervention demain 14h avec Hugo", "visit planned 2026-10-06 14:00"),
            ("#rappel demain 9h30 avant 11h", "callBack 2026-10-06 09:30: avant 11h"),
            (
                "#ouvrir a.roy@client.example<mailto:a.roy@client.example> portail",
                "open a.roy@client.example: portail"
            ),
            ("#rapport", "report"),
            (
                "#ouvrir a.roy@client.example <mailto:a.roy@client.example> portail bloqué",
                "open a.roy@client.example: portail bloqué"
            ),
            (
                "#ouvrir \"Anne Roy\" <a.roy@client.example> portail bloqué",
                "open a.roy@client.example: portail bloqué"
            ),
            ("#aide svp", "help "), ("#assigner l. martin", "assign lea.martin@mileo.example: "),
            ("#pénalité appliquée", "penalty applied of the one: "),
            ("#penalite ecartee - accès refusé", "penalty waived of the one: accès refusé"),
            (
                "#penalty waived first-answer.2 force majeure",
                "penalty waived of first-answer.2: force majeure"
            ),
            ("#pénalité applied first-answer.0", "penalty applied of the one: first-answer.0"),
            ("#droit-acces a.roy@client.example", "accessRight a.roy@client.example"),
        ] as [(String, String)]
    )
    func understands(line: String, expected: String) throws {
        #expect(try Self.shown(line) == expected)
    }

    @Test("A dossier's number is understood however it is typed", arguments: [" ", "", " - "])
    func typedNumber(gap: String) throws {
        let number = try DeskWorld.number(123)
        let digits = number.text.dropFirst(9)
        let line = "#fusionner sav\(gap)2026\(gap)\(digits)"
        let expected = try Self.shown("#fusionner \(number.text)")
        #expect(!expected.hasPrefix("!"))
        #expect(try Self.shown(line) == expected)
    }

    @Test(
        "What cannot be understood says what would be right",
        arguments: [
            ("#critiqe", "vouliez-vous dire « #critique »"),
            ("#critik HS", "vouliez-vous dire « #critique »"),
            ("#resollu", "vouliez-vous dire « #résolu »"),
            ("#rezolu", "vouliez-vous dire « #résolu »"),
            ("#eskalade 1", "vouliez-vous dire « #escalade »"),
            ("#reklamation", "vouliez-vous dire « #réclamation »"), ("#clor x", "« #clore »"),
            ("#asigner Léa", "« #assigner »"), ("#xyzzy", "commande inconnue ; #aide"),
            ("#assigner Martin Dupont", "« Martin Dupont » n’est pas dans l’équipe"),
            ("#assigner martin dupont", "vouliez-vous dire « Léa Martin »"),
            ("#assigner Hugo Delorme", "« Hugo Besnard » ou « Paul Delorme »"),
            ("#prolonger 1m pièce", "écrivez 1j, 2h, 3 semaines"),
            ("#prolonger 2 mois pièce", "écrivez 1j, 2h, 3 semaines"),
            ("#prolonger 30min pièce", "moins d’une heure"),
            ("#prolonger 12/06 pièce", "Le 12 juin est passé ; écrivez l’année si vous voulez"),
            ("#intervention 1er octobre", "Le 1er octobre est passé"),
            ("#absence Léa du 02/09 au 06/09", "Le 6 septembre est passé"),
            ("#assigner Zoé", "n’est pas dans l’équipe"), ("#assigner Léo", "« Léa »"),
            ("#assigner L", "« L » ne suffit pas à nommer un collègue"),
            ("#assigner Léa et Hugo", "Un seul collègue à la fois : « Léa » ou « Hugo »"),
            ("#assigner Léa Martin ou Hugo Besnard", "Un seul collègue à la fois"),
            ("#aide zzz", "« zzz » : commande inconnue"),
            ("#absence du 25/12 au 30/12", "« du » n’est pas dans l’équipe"),
            ("#assigner", "Il manque le nom d’un collègue"),
            ("#assigner Paul", "Paul Delorme (paul.delorme) ou Paul Vernet (paul.vernet)"),
            ("#clore accord de Paul", "il faut l’accord du client"),
            ("#clore avec l’accord de Léa Martin", "« Léa Martin » est de la maison"),
            ("#clore accord donné par Hugo", "il faut l’accord du client"),
            ("#clore accord de mon chef", "« mon chef »"),
            ("#critique", "Il manque le motif ; par exemple : « #critique porte hors service »"),
            ("#standard :", "Il manque le motif"), ("#info", "Il manque le motif"),
            ("#clore", "Il manque le motif"), ("#prolonger 3j", "Il manque le motif"),
            ("#prolonger pièce en commande", "Il manque une date"),
            ("#intervention 31/02", "ce jour n’existe pas"),
            ("#intervention 2026-02-30", "ce jour n’existe pas"),
            ("#intervention demain 25h", "cette heure n’existe pas"),
            ("#intervention demain 9h75", "cette heure n’existe pas"),
            ("#intervention 12/03/2020", "date est passée"),
            ("#intervention aujourd’hui 8h", "date est passée"),
            ("#rdv le 12/03 à 9h30", "écrivez l’année si vous voulez dire 2027"),
            ("#intervention demain entre 14h et 16h", "une seule heure"),
            ("#intervention demain 14h-16h", "une seule heure"),
            ("#intervention demain en fin de matinée", "une seule heure"),
            ("#rappel demain entre 14h et 16h", "une seule heure"),
            ("#escalade 3", "le niveau, 1 ou 2"), ("#temps beaucoup", "Il manque la durée"),
            ("#fusionner 12", "n’est pas un numéro de dossier"),
            ("#fusionner SAV-2026-001234", "un chiffre est faux"),
            ("#annuler xyz", "n’est pas un code"), ("#ouvrir client", "n’est pas une adresse"),
            ("#absence Léa lundi 3 novembre", "le 3 novembre 2026 est un mardi"),
            ("#absence Léa du lundi 3 au vendredi 6 novembre", "le 3 novembre 2026 est un mardi"),
            ("#absence Léa du 2 au jeudi 6 novembre", "le 6 novembre 2026 est un vendredi"),
            ("#absence Léa du 31/11 au 02/12", "ce jour n’existe pas"),
            ("#absence Léa du 06/11 au 02/11", "finit avant de commencer"),
            ("#absence Léa du 02/11 au 06/11 remplacée par Léa", "ne peut pas se remplacer"),
        ] as [(String, String)]
    )
    func explains(line: String, expected: String) throws {
        let shown = try Self.shown(line)
        #expect(shown.hasPrefix("! ") && shown.contains(expected), "\(shown)")
    }

    @Test(
        "Contradictory commands refuse the whole mail",
        arguments: [
            ["#critique HS", "#standard un seul"], ["#prendre", "#assigner Léa"],
            ["#attente", "#clore fini"],
            ["#note rien", "#réponse"], ["#spam", "#prolonger 3j pièce"], ["#sav", "#réclamation"],
            ["#annuler 7f3a91c2", "#prendre"], ["#clore fini", "#intervention demain"],
            ["#escalade 1", "#escalade 2"],
        ]
    )
    func refusesContradictions(lines: [String]) throws {
        guard case .problems(let problems) = try Self.parser().read(lines) else {
            Issue.record("carried out")
            return
        }
        #expect(problems.contains { $0.sentence.contains("contredit") })
    }

    @Test(
        "Who names nobody is away himself, or takes the dossier",
        arguments: [
            ("#absence du 25/12 au 30/12", "2026-12-25…2026-12-30 "),
            ("#absence demain", "2026-10-06…2026-10-06 "),
            ("#absence à partir de demain", "2026-10-06…2026-10-06 "),
            ("#absence : demain", "2026-10-06…2026-10-06 "),
            ("#absence moi le 02/11", "2026-11-02…2026-11-02 "),
            (
                "#absence du 2 au 6 novembre remplacée par Hugo",
                "2026-11-02…2026-11-06 hugo.besnard@mileo.example"
            ),
        ]
    )
    func ownAbsence(line: String, expected: String) throws {
        let company = try StaffWorld.house().company
        let lea = try #require(company.staff.first { $0.name == "Léa Martin" })
        let parser = CommandParser(company: company, at: DeskWorld.monday, by: lea)
        guard case .commands(let read) = parser.read([line]), let command = read.first?.command
        else {
            Issue.record("\(line) is not understood")
            return
        }
        #expect(StaffWorld.words(command) == "absence lea.martin@mileo.example \(expected)")
        guard case .commands(let taken) = parser.read(["#assigner moi"]) else {
            Issue.record("oneself is not known")
            return
        }
        #expect(taken.map(\.command) == [.assign(lea.address, reason: "")])
    }

    @Test("A note goes with the opening of a dossier")
    func notesBesideOpening() throws {
        let lines = ["#ouvrir a.roy@client.example portail", "#note il paie mal"]
        guard case .commands(let read) = try Self.parser().read(lines) else {
            Issue.record("refused")
            return
        }
        #expect(read.map(\.verb) == [.open, .note])
    }

    @Test("Several commands on one line are several; behind #note and #aide they are words")
    func separates() throws {
        func verbs(_ line: String) throws -> [String] {
            guard case .commands(let commands) = try Self.parser().read([line]) else { return [] }
            return commands.map(\.verb.rawValue)
        }
        #expect(
            try verbs("#prendre #critique porte HS #temps 20min") == [
                "prendre", "critique", "temps",
            ]
        )
        #expect(try verbs("#note voir #critique") == ["note"])
        #expect(try verbs("#critique porte #12") == ["critique"])
        #expect(try verbs("#prendre #clor fini") == [], "mistyped, and not lost")
    }

    @Test("One bad line stops all the good ones")
    func isAllOrNothing() throws {
        guard case .problems(let problems) = try Self.parser().read(["#prendre", "#criticque"])
        else {
            Issue.record("carried out")
            return
        }
        #expect(problems.map(\.line) == ["#criticque"])
    }

    @Test("Five hundred commands are one sentence")
    func boundsCommands() throws {
        let reading = try Self.parser().read(Array(repeating: "#prendre", count: 500))
        guard case .problems(let problems) = reading else {
            Issue.record("carried out")
            return
        }
        #expect(problems.count == 1 && problems[0].sentence.contains("au plus 20"))
    }

    @Test("Every verb has one entry, whose example is understood, and no word means two things")
    func holdsTheTable() throws {
        #expect(CommandTable.entries.map(\.verb).count == StaffVerb.allCases.count)
        #expect(Set(CommandTable.entries.map(\.verb)) == Set(StaffVerb.allCases))
        var seen: [String: StaffVerb] = [:]
        for entry in CommandTable.entries {
            for word in [entry.verb.rawValue] + entry.synonyms {
                let other = seen.updateValue(entry.verb, forKey: CommandTable.folded(word))
                #expect(other == nil || other == entry.verb, "\(word) means two things")
                #expect(CommandTable.verb(named: word) == entry.verb)
            }
            #expect(entry.french.hasSuffix(".") && entry.english.hasSuffix("."))
            guard case .commands(let read) = try Self.parser().read([entry.example]) else {
                Issue.record("\(entry.example) is not understood")
                continue
            }
            #expect(read.first?.verb == entry.verb)
        }
    }

    @Test("README lists the commands of the table")
    func readme() throws {
        let readme = try String(contentsOf: PackageRoot.file("README.md"), encoding: .utf8)
        #expect(readme.contains(CommandTable.markdown))
    }

    @Test("Help shows administration to those who may")
    func helpsByRole() throws {
        let staff = try StaffWorld.house().company.staff
        let karim = try #require(staff.first { $0.name == "Karim Haddad" })
        let ines = try #require(staff.first { $0.name == "Inès Rolland" })
        #expect(!CommandTable.help(in: .french, for: karim).contains("#droit-accès"))
        #expect(CommandTable.help(in: .french, for: ines).contains("#droit-accès ADRESSE"))
        // One's own absence is for everybody to note.
        #expect(CommandTable.help(in: .french, for: karim).contains("#absence NOM"))
        #expect(CommandTable.markdown.contains("| `#prendre` |"))
    }
}
