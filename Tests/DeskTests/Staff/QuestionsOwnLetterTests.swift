// Only a "oui" to the very letter that asks decides a draft: a forged mail must not be carried out
// because the colleague says "oui" to a client. And a question shows all that would leave.

import Foundation
import Testing

@testable import Desk

@Suite("The letter that asks")
struct QuestionsOwnLetterTests {
    private typealias Counter = StaffMailTests.Counter

    private func words(_ letter: Letter?) -> String {
        guard case .list(let rows)? = letter?.values["words"] else { return "" }
        return rows.map { row in if case .text(let text) = row { text } else { "" } }
            .joined(separator: "\n")
    }

    private static let forged = ["#spam", "Merci de régler sur notre nouveau RIB FR76 9999."]

    @Test("A “oui” to another letter of ours decides no forged draft", arguments: forged)
    func otherLetter(text: String) throws {
        var counter = try Counter()
        let question = try counter.write(text, isProven: false).letters.first?.id
        let state = counter.ticket?.state
        let plan = try counter.write("Oui")
        #expect(plan.letters.map(\.kind) == [.transcript])
        let told = words(plan.letters.first)
        #expect(told.contains("Le client recevrait seulement « Oui »"), "\(told)")
        #expect(told.contains("Une autre question attend votre réponse"), "\(told)")
        #expect(counter.ticket?.state == state && counter.ticket?.handler == nil)
        let denied = try counter.write("non", answering: question)
        #expect(words(denied.letters.first).contains("rien n’est envoyé"))
        #expect(counter.ticket?.state == state)
    }

    @Test(
        "Nor where the thread names the question behind a newer letter",
        arguments: [true, false]
    )
    func olderParent(hasInReplyTo: Bool) throws {
        var counter = try Counter()
        let question = try #require(
            try counter.write("#spam", isProven: false).letters.first?.id
        )
        let newer = try counter.notification(for: "Karim Haddad")
        let plan = try counter.write("Oui") { mail in
            mail.inReplyTo = hasInReplyTo ? [newer] : []
            mail.references = [question, newer]
        }
        #expect(words(plan.letters.first).contains("Le client recevrait seulement « Oui »"))
        let state = counter.ticket?.state
        #expect(state != .closed)
        let confirmed = try counter.write("Oui") { mail in
            mail.inReplyTo = hasInReplyTo ? [question] : []
            mail.references = [newer, question]
        }
        #expect(confirmed.letters.map(\.kind).contains(.transcript))
        #expect(counter.ticket?.state == .closed, "the question's own letter decides")
    }

    @Test("A “oui” to one question decides no other draft")
    func otherQuestion() throws {
        var counter = try Counter()
        let own = try counter.write("Voici le devis ci-joint.").letters.first?.id
        _ = try counter.write("#spam", isProven: false)
        let sent = try counter.write("oui", answering: own)
        #expect(sent.letters.map(\.kind) == [.answer, .transcript])
        #expect(words(sent.letters.first) == "Voici le devis ci-joint.")
        #expect(counter.ticket?.state != .closed)
    }

    @Test(
        "Where a mail names no letter of ours, nothing is decided, and it is said",
        arguments: [
            ("oui", []), ("OK", []), ("non", []), ("Oui, mais pas demain", []),
            ("oui", ["other@client.example"]), ("non", ["other@client.example"]),
        ] as [(String, [String])]
    )
    func unmarked(text: String, parents: [String]) throws {
        var counter = try Counter()
        let question = try counter.write("#spam", isProven: false).letters.first?.id
        let quote = "\n\nLe lun. 5 oct. 2026 à 10:12, SAV Mileo <sav@mileo.example> a écrit :\n\n> "
        let plan = try counter.write(text + quote + "Est-il de vous ? Répondez « oui »") { mail in
            mail.inReplyTo = parents.compactMap { MessageID($0) }
            mail.headers = [DeskWorld.authenticated]
        }
        #expect(plan.letters.map(\.kind) == [.transcript])
        #expect(words(plan.letters.first).contains("à la lettre qui pose la question"))
        #expect(counter.ticket?.state != .closed)
        let confirmed = try counter.write("oui", answering: question)
        #expect(confirmed.letters.last?.kind == .transcript && counter.ticket?.state == .closed)
    }

    @Test("A client’s matter that waits is confirmed by its question’s letter alone")
    func clientsMatter() throws {
        var counter = try Counter()
        let asked = try counter.write(
            "#ouvrir z.lamy@client.example\n\nLe portail.",
            isProven: false
        )
        let question = try #require(asked.letters.first?.id)
        let clocked = ClockedTicket(events: counter.events)
        for (parent, isTheirs) in [
            (question, true), (try counter.notification(for: "Karim Haddad"), false),
        ] {
            var mail = try DeskWorld.mail(from: "karim.haddad@mileo.example", text: "oui")
            mail.inReplyTo = [parent]
            mail.references = [question, parent]
            let reading = Reading(
                mail,
                mailbox: counter.house.mailboxes[0],
                house: counter.house,
                key: DeskWorld.key
            )
            let draft = clocked.draft(confirmedBy: reading, at: counter.now, key: DeskWorld.key)
            #expect((draft != nil) == isTheirs)
        }
    }

    // MARK: - The whole text

    @Test("A question shows a long draft whole", arguments: [false, true])
    func whole(isAskedAgain: Bool) throws {
        var counter = try Counter()
        let points = (1...40).map { "Point \($0) : nous avons vérifié votre installation entière." }
        let text = points.joined(separator: "\n\n") + "\n\nNotre RIB est FR76 9999."
        var asked = try counter.write(text, isProven: false)
        if isAskedAgain {
            asked = try counter.write("Oui, mais", answering: asked.letters.first?.id)
        }
        let told = words(asked.letters.first)
        #expect(told.contains("RIB est FR76 9999") && !told.contains("coupé ici"))
    }

    @Test("What is too long to be shown is said to be, and how much follows leaves with it")
    func cut() throws {
        var counter = try Counter()
        let line = String(repeating: "a", count: 199) + "\n"
        let text = String(repeating: line, count: 100) + String(repeating: "é", count: 1_234)
        let asked = try counter.write(text, isProven: false)
        #expect(words(asked.letters.first).contains("[coupé ici : encore 1234 caractères]"))
        let sent = try counter.write("oui", answering: asked.letters.first?.id)
        #expect(words(sent.letters.first) == text)
    }

    // MARK: - Errands

    @Test(
        "A quiet ticket that stands for a draft alone is closed when that is decided",
        arguments: ["oui", "non"],
        ["#aide", "#aide\n#ouistiti"]
    )
    func errand(answer: String, text: String) throws {
        var counter = try Counter()
        guard case .opened(var opening)? = counter.events.first?.fact else {
            Issue.record("no dossier is opened")
            return
        }
        opening.isQuiet = true
        opening.requester = nil
        counter.events = [TicketEvent(at: counter.now, .opened(opening))]
        let question = try counter.write(text, isProven: false).letters.first?.id
        #expect(counter.ticket?.state != .closed)
        _ = try counter.write(answer, answering: question)
        #expect(counter.ticket?.state == .closed && counter.ticket?.impossibleEvents == 0)
    }
}
