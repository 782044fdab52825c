// A colleague answers a notification of a mail that the client never wrote, or begins with a
// command that lacks its sign, or asks the client twice: what is asked about, and what goes out.
// What programs write under a mail is here, too, since it must not reach the client either.

import Foundation
import Testing

@testable import Desk

@Suite("Answers that may not be for the client")
struct ThirdPartyAnswerTests {
    private typealias Counter = StaffMailTests.Counter

    private func words(_ letter: Letter?) -> String {
        guard case .list(let rows)? = letter?.values["words"] else { return "" }
        return rows.map { row in if case .text(let text) = row { text } else { "" } }
            .joined(separator: "\n")
    }

    private func told(of author: String, in counter: inout Counter) throws -> MessageID {
        let notice = try counter.notification(for: "Karim Haddad")
        let from = try DeskWorld.address(author)
        let isClient = author == "a.roy@client.example"
        counter.events += [
            TicketEvent(
                at: counter.now,
                isClient ? .joined(MailID(9), from: from) : .heard(MailID(9), from: from)
            ),
            TicketEvent(at: counter.now, .letterQueued(.notification, notice)),
        ]
        return notice
    }

    @Test("An answer to somebody who takes no part is asked about, before the client gets it")
    func thirdParty() throws {
        var counter = try Counter()
        let notice = try told(of: "luc@plombier.example", in: &counter)
        let text = "Bonjour Monsieur, d’accord pour 1200 euros, ne dites rien au client."
        let asked = try counter.write(text, answering: notice)
        #expect(asked.letters.map(\.kind) == [.transcript])
        let question = words(asked.letters.first)
        #expect(question.contains("est de luc@plombier.example, qui n’est pas le client"))
        #expect(question.contains("a.roy@client.example"), "\(question)")
        let sent = try counter.write("oui", answering: asked.letters.first?.id)
        #expect(sent.letters.first?.kind == .answer)
        let note = try counter.write("#note il demande 1200 euros", answering: notice)
        #expect(note.letters.map(\.kind) == [.transcript])
    }

    @Test("An answer to the client’s own mail, or behind a colleague’s command, is not asked about")
    func client() throws {
        for author in ["a.roy@client.example", "ines.rolland@mileo.example"] {
            var counter = try Counter()
            let notice = try told(of: author, in: &counter)
            let plan = try counter.write("Bonjour, nous passons demain.", answering: notice)
            #expect(plan.letters.first?.kind == .answer, "\(author)")
        }
    }

    @Test(
        "A command’s word without its sign, and a colon, is asked about",
        arguments: ["note: le client est pénible", "Note : ne pas lui dire", "assigner : Léa"]
    )
    func bareCommands(text: String) throws {
        var counter = try Counter()
        let asked = try counter.write(text)
        #expect(asked.letters.map(\.kind) == [.transcript])
        #expect(words(asked.letters.first).contains("est-ce la commande « #"))
        #expect(words(asked.letters.first).contains("L’envoyer quand même ?"))
    }

    @Test("A second question to a client who is waited for goes out, and he is still waited for")
    func secondQuestion() throws {
        var counter = try Counter()
        _ = try counter.write("#attente\n\nBonjour, quel est le modèle de la caméra ?")
        #expect(counter.ticket?.state == .waitingClient)
        let text = "Bonjour, et quel est son numéro de série ?"
        let plan = try counter.write("#attente\n\n\(text)")
        #expect(words(plan.letters.first) == text)
        #expect(counter.ticket?.state == .waitingClient)
        let alone = try counter.write("#attente")
        #expect(words(alone.letters.last).contains("attend déjà le client"))
    }

    // MARK: - Away

    @Test(
        "An absence in a few words, without a word about the case, is asked about",
        arguments: [
            "Je suis en arrêt maladie. Merci de contacter Inès.",
            "Je ne travaille pas le mercredi. Votre message sera traité jeudi.",
            "Bonjour,\nJe ne travaille pas le mercredi.\nCordialement",
            "Je suis en congé maternité, adressez-vous à ma collègue.",
            "I do not work on Fridays. I will reply on Monday.",
        ]
    )
    func absences(text: String) throws {
        var counter = try Counter()
        let asked = try counter.write(text)
        #expect(asked.letters.map(\.kind) == [.transcript])
        #expect(words(asked.letters.first).contains("réponse automatique d’absence"))
    }

    @Test(
        "An absence in an answer about the case is the answer’s",
        arguments: [
            "Je ne travaille pas le mercredi : le technicien passera jeudi à 10 h.",
            "Je serai absent demain, l’intervention sera faite par Inès.",
        ]
    )
    func noAbsences(text: String) throws {
        var counter = try Counter()
        let plan = try counter.write(text)
        #expect(plan.letters.first?.kind == .answer)
    }

    // MARK: - What is left in the text

    @Test(
        "What programs write under a mail does not reach the client",
        arguments: [
            "Envoyé à partir de Courrier (https://go.microsoft.com/fwlink/?LinkId=550986) pour "
                + "Windows",
            "Provenant de Courrier pour Windows", "Envoyé depuis La Poste",
            "Envoyé depuis Orange", "Mob : 06 00 00 00 00", "Tél. 01 99 00 10 10",
        ]
    )
    func leftovers(line: String) {
        let text = StaffText(of: "Bonjour,\n\nC’est réparé.\n\n\(line)\n")
        #expect(text.message == "Bonjour,\n\nC’est réparé.")
    }

    @Test(
        "What a colleague writes himself stays",
        arguments: [
            "Bonjour,\n\nVoici le numéro du gardien :\n\nTél : 01 99 00 10 10",
            "Bonjour,\n\nVotre facture est partie.\nEnvoyé avec le courrier d’hier.",
        ]
    )
    func stays(text: String) {
        #expect(StaffText(of: text).message == text)
    }

    @Test("A postscript under the signature keeps its distance")
    func postscript() {
        let text = StaffText(
            of: "Bonjour,\n\nC’est réparé.\n\nCordialement,\nKarim\n\nPS : le badge est ici.\n",
            signedBy: "Karim Haddad"
        )
        #expect(text.message == "Bonjour,\n\nC’est réparé.\n\nPS : le badge est ici.")
    }
}
