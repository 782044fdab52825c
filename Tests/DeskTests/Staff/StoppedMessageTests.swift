// "stop" and its many other words: which message it stops, what is told, and that none of these
// words ever reaches the client beside what they should have stopped.

import Foundation
import Testing

@testable import Desk

@Suite("Messages that are stopped")
struct StoppedMessageTests {
    private typealias Counter = StaffMailTests.Counter

    private func words(_ letter: Letter?) -> String {
        guard case .list(let rows)? = letter?.values["words"] else { return "" }
        return rows.map { row in if case .text(let text) = row { text } else { "" } }
            .joined(separator: "\n").replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    private func recalled(_ plan: FilingPlan) -> Set<MessageID> {
        Set(([plan.undelivered] + plan.further.recalls).compactMap { $0?.id })
    }

    @Test("A stop that answers one transcript stops that message, and names what still leaves")
    func chosen() throws {
        var counter = try Counter()
        let one = try counter.write("Bonjour, voici le premier message.")
        counter.now += 60
        let two = try counter.write("Bonjour, voici le second message.")
        let stopped = try counter.write("stop", answering: one.letters.last?.id)
        #expect(recalled(stopped) == Set([one.letters[0].id]))
        let told = words(stopped.letters.first)
        #expect(told.contains("Karim Haddad, 11 h)"), "\(told)")
        #expect(told.contains("Part encore :") && told.contains("11 h 01"), "\(told)")
        let rest = try counter.write("stop", answering: two.letters.last?.id)
        #expect(recalled(rest) == Set([two.letters[0].id]))
    }

    @Test("Where it is not clear which is meant, all that waits is stopped, and named")
    func all() throws {
        var counter = try Counter()
        let one = try counter.write("Bonjour, voici le premier message.")
        let two = try counter.write("Bonjour, voici le second message.")
        let stopped = try counter.write("stop", by: "Inès Rolland")
        #expect(recalled(stopped) == Set([one.letters[0].id, two.letters[0].id]))
        let told = words(stopped.letters.first { $0.to.address.text.hasPrefix("ines") })
        #expect(told.contains("2 lettres au client sont arrêtées"), "\(told)")
        #expect(told.contains("Karim Haddad, 11 h"), "\(told)")
    }

    @Test("Too late for one message, it is said which other still leaves")
    func tooLate() throws {
        var counter = try Counter()
        let one = try counter.write("Bonjour, voici le premier message.")
        counter.now += 300
        _ = try counter.write("Bonjour, voici le second message.")
        let late = try counter.write("stop", answering: one.letters.last?.id)
        #expect(recalled(late).isEmpty)
        let told = words(late.letters.first)
        #expect(told.contains("déjà parti") && told.contains("Part encore"), "\(told)")
    }

    @Test(
        "A refusal in other words stops the message whose transcript it answers",
        arguments: [
            "Attends, ne l'envoie pas", "Attends !", "halte", "Oups", "non", "Non !",
            "Erreur, ne pas envoyer SVP", "Je me suis trompé, à annuler", "Surtout n’envoyez pas",
            "Merci de ne pas envoyer ce message", "Mauvais client, désolé", "Wait",
            "Attendez avant d’envoyer, je vérifie encore la référence de la carte avec Paul",
            "Attendez avant de lui répondre", "Wait before sending, please",
        ]
    )
    func refusals(text: String) throws {
        var counter = try Counter()
        let sent = try counter.write("Bonjour, c’est réparé.")
        counter.now += 20
        let stopped = try counter.write(text, answering: sent.letters.last?.id)
        #expect(stopped.letters.map(\.kind) == [.transcript])
        #expect(recalled(stopped) == Set([sent.letters[0].id]))
    }

    @Test(
        "What may be a refusal is asked about, and told that a message waits",
        arguments: [
            "Pas ça !", "?", "Hum…", "Attendez avant de réarmer la centrale.",
            "Attendez avant de remettre le courant dans le local technique, nous passons demain.",
        ]
    )
    func hints(text: String) throws {
        var counter = try Counter()
        let sent = try counter.write("Bonjour, c’est réparé.")
        let asked = try counter.write(text, answering: sent.letters.last?.id)
        #expect(asked.letters.map(\.kind) == [.transcript])
        #expect(words(asked.letters.first).contains("« stop » l’arrête"))
    }

    @Test("A no to a question about one message lets another leave, and says so")
    func noToQuestion() throws {
        for second in ["Inès Rolland", "Karim Haddad"] {
            var counter = try Counter()
            _ = try counter.write("Bonjour, je passe jeudi.")
            counter.now += 20
            let asked = try counter.write("Bonjour, voici le devis ci-joint.", by: second)
            #expect(asked.letters.map(\.kind) == [.transcript])
            let dropped = try counter.write("non", by: second, answering: asked.letters[0].id)
            #expect(recalled(dropped).isEmpty, "\(second)")
            #expect(words(dropped.letters.first).contains("attend encore son départ"))
            let stopped = try counter.write("stop", by: second, answering: dropped.letters[0].id)
            #expect(!recalled(stopped).isEmpty)
        }
    }

    @Test("A refusal that comes too late is asked about, and does not reach the client")
    func lateRefusal() throws {
        var counter = try Counter()
        let sent = try counter.write("Bonjour, c’est réparé.")
        counter.now += 3600
        let asked = try counter.write(
            "Erreur, ne pas envoyer SVP",
            answering: sent.letters.last?.id
        )
        #expect(asked.letters.map(\.kind) == [.transcript])
        #expect(words(asked.letters.first).contains("est-ce bien pour lui ?"))
    }

    @Test("A refusal behind a yes stops what the yes has sent")
    func behindYes() throws {
        var counter = try Counter()
        let question = try counter.write("Voici le devis ci-joint.").letters.first?.id
        let sent = try counter.write("oui", answering: question)
        let stopped = try counter.write("Oups, non", answering: question)
        #expect(recalled(stopped) == Set([sent.letters[0].id]))
    }

    @Test("A second message to the client, in answer to the transcript of the first, goes out")
    func second() throws {
        var counter = try Counter()
        let sent = try counter.write("Bonjour, c’est réparé.")
        let text = "Bonjour,\nle technicien passera finalement jeudi à 10 h."
        let plan = try counter.write(text, answering: sent.letters.last?.id)
        #expect(words(plan.letters.first) == text)
        #expect(recalled(plan).isEmpty)
    }

    @Test("Behind a message that was stopped, nobody is told that somebody has just answered")
    func noCollision() throws {
        var counter = try Counter()
        let sent = try counter.write("Bonjour, c’est réparé.")
        _ = try counter.write("stop", answering: sent.letters.last?.id)
        let plan = try counter.write("Bonjour, nous passons demain.", by: "Inès Rolland")
        #expect(plan.letters.first?.kind == .answer)
    }

    @Test("The letter that names a new handler waits like a reply, and can be stopped")
    func handover() throws {
        var counter = try Counter()
        _ = try counter.write("#prendre")
        let plan = try counter.write("#assigner Inès")
        let letter = try #require(plan.letters.first { $0.kind == .handlerReplaced })
        #expect(letter.notBefore == counter.now + 120)
        #expect(words(plan.letters.last).contains("Départ prévu"))
        let stopped = try counter.write("stop", answering: plan.letters.last?.id)
        #expect(recalled(stopped) == Set([letter.id]))
        #expect(words(stopped.letters.first).contains("Le dossier reste confié"))
        let again = try counter.write("#assigner Paul Vernet")
        let code = try #require(counter.events.compactMap(\.undoCode).last)
        let undone = try counter.write("#annuler \(code)")
        #expect(recalled(undone).count == 1 && !again.letters.isEmpty)
        let told = words(undone.letters.first { $0.to.address.text.hasPrefix("karim") })
        #expect(told.contains("arrêté avant son départ") && !told.contains("prévenu"), "\(told)")
    }
}

extension TicketEvent {
    fileprivate var undoCode: String? {
        guard case .staff(.acted(_, _, _, let code, _)) = fact else { return nil }
        return code
    }
}
