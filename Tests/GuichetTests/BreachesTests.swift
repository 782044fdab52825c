// The ledger of breaches at the shell: what was late, and who decided what about its penalty.

import Foundation
import TestSupport
import Testing

@Suite("guichet breaches")
struct BreachesTests {
    @Test("lists what was late, and who has decided on its penalty, when and why")
    func ledger() throws {
        let counter = try Counter()
        let none = try counter.run("run", "--once")
        #expect(none.code == 0)
        #expect(try counter.run("breaches").output == "Every promise was kept.\n")
        // A mail that has lain for two hours: its acknowledgement comes too late.
        try counter.lay(Counter.mail(id: "1@client.example", subject: "Lecteur"), name: "1")
        let path = counter.folder.path("state/mail/sav/new/1")
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        let laid = try #require(attributes[.modificationDate] as? Date)
        try FileManager.default.setAttributes(
            [.modificationDate: laid.addingTimeInterval(-7_200)],
            ofItemAtPath: path
        )
        #expect(try counter.run("run", "--once").code == 0)
        let number = try #require(try counter.values("number", "tickets").first)

        #expect(try counter.values("promise", "breaches") == ["acknowledgement"])
        #expect(try counter.values("penalty", "breaches", "--undecided") == ["null"])
        #expect(try counter.run("breaches").output.contains("to decide"))
        let refused = try counter.run("do", number, "#pénalité appliquée", "--as", "Karim")
        #expect(refused.code == 65 && refused.output.contains("réservé à la direction"))
        let decision = "#pénalité écartée panne du serveur"
        let done = try counter.run("do", number, decision, "--as", "Paul")
        #expect(done.code == 0 && done.output.contains("Pénalité écartée"), "\(done.output)")

        #expect(try counter.values("penalty", "breaches") == ["waived"])
        #expect(try counter.values("decidedBy", "breaches") == ["paul.delorme@mileo.example"])
        #expect(try counter.values("reason", "breaches") == ["panne du serveur"])
        #expect(try counter.run("breaches").output.contains("waived by Paul Delorme"))
        let rest = try counter.run("breaches", "--undecided").output
        #expect(rest == "No penalty waits for a decision.\n")
    }
}
