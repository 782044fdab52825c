// What a colleague enters for a client: the letter of a call repeats what was noted, nobody is told
// of a mailbox that he never wrote to, and what was written weeks ago begins now.

import Foundation
import Testing

@testable import Desk

@Suite("Requests that colleagues enter")
struct EnteredPlanTests {
    private func planned(
        _ channel: EntryChannel?,
        text: String,
        nature: Nature? = nil
    ) throws -> FilingPlan {
        var file = try DeskWorld.file(DeskWorld.mail(text: text), nature: nature)
        let karim = try StaffWorld.address(of: "Karim Haddad")
        file.entry = channel.map { EnteredRequest($0, by: karim) }
        let number = try DeskWorld.number(5, prefix: file.destination.prefix)
        return plan(file, number: number, now: DeskWorld.monday, key: DeskWorld.key)
    }

    private func noted(_ letter: Letter?) -> [String] {
        guard case .list(let rows)? = letter?.values["verbatim"] else { return [] }
        return rows.compactMap { row in if case .text(let text) = row { text } else { nil } }
    }

    @Test("A call is confirmed with what was noted of it; a mail is not repeated")
    func repeats() throws {
        let text = "La barrière du quai ne se lève plus.\nMme Roy rappelle demain."
        let call = try planned(.phone, text: text)
        #expect(call.letters.first?.kind == .savAcknowledgement)
        #expect(noted(call.letters.first) == text.split(separator: "\n").map(String.init))
        #expect(call.letters.first?.values["noted"] == .flag(true))
        let mail = try planned(nil, text: text)
        #expect(noted(mail.letters.first).isEmpty)
        #expect(mail.letters.first?.values["noted"] == .flag(false))
    }

    @Test("Whose mail was passed on has written to no wrong mailbox")
    func mailbox() throws {
        let text = "Nous déposons une réclamation : deux visites manquées."
        #expect(
            try planned(.forward, text: text, nature: .complaint).letters.first?.kind
                == .complaintAcknowledgement
        )
        #expect(
            try planned(nil, text: text, nature: .complaint).letters.first?.kind == .wrongMailbox
        )
    }
}
