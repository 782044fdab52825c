// What `guichet explain NUMBER` tells of a ticket: who, why this dossier, which class and by which
// words in their sentence, and what later mails changed.

import Foundation
import TestSupport
import Testing

@Suite("A dossier's story")
struct DossierStoryTests {
    @Test("shows the words that decided in their sentence, and what a later mail made worse")
    func story() throws {
        let (counter, number) = try repair()
        let worse = "Bonjour.\n\nC’est pire, toute la centrale d’alarme est en panne. Venez vite."
        try counter.lay(
            Counter.mail(id: "2@client.example", subject: "\(number) encore", text: worse),
            name: "2"
        )
        #expect(try counter.run("run", "--once").code == 0)
        let told = try counter.run("explain", number).output
        #expect(told.contains("opened on") && told.contains("a.roy@client.example"))
        #expect(told.contains("Its class is standard: “"))
        #expect(told.contains("Le lecteur de badge de la réserve ne réagit plus”"))
        #expect(told.contains("It was put on \(number): it names \(number)"))
        #expect(told.contains("No letter: joined its ticket"))
        #expect(told.contains("the class was set to critical (a further mail makes it worse: "))
        #expect(told.contains("in “C’est pire, toute la centrale d’alarme est en panne”"))
        #expect(told.contains("It stands new, critical"))
    }

    @Test("tells of a complaint in an answer on both dossiers")
    func complaint() throws {
        let (counter, repair) = try repair()
        let text = "Personne n’est venu mardi. Je dépose une réclamation."
        try counter.lay(
            Counter.mail(id: "2@client.example", subject: "Re: [\(repair)]", text: text),
            name: "2"
        )
        #expect(try counter.run("run", "--once").code == 0)
        let numbers = try counter.values("number", "tickets")
        let complaint = try #require(numbers.first { $0.hasPrefix("REC-") })
        let told = try counter.run("explain", complaint).output
        #expect(told.contains("It is linked to \(repair): it complains about \(repair)."))
        #expect(told.contains("The letter wrong-mailbox"))
        let other = try counter.run("explain", repair).output
        #expect(other.contains("\(complaint) is linked to it: it complains about \(repair)."))
    }

    // A counter with one request, and its number.
    private func repair() throws -> (Counter, number: String) {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        #expect(try counter.run("run", "--once").code == 0)
        return (counter, try #require(try counter.values("number", "tickets").first))
    }
}
