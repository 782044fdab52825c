// Killed anywhere: a child process plays a fixed script and is killed at its first writing step,
// then at its second, and so on to the last. Whatever was cut short, the next run finishes, and
// the outcome is that of a run that nobody disturbed.

import Desk
import Foundation
import Store
import TestSupport
import Testing

@Suite("A process that is killed", .serialized)
struct CrashTests {
    @Test("at any step loses nothing and repeats nothing")
    func everyStep() throws {
        var step = 0
        var isOver = false
        while !isOver {
            step += 1
            try withTemporaryFolder { folder in
                let state = folder.path("state")
                let end = try Child.start("play", state, "\(step)").wait()
                isOver = end == .exited(0)
                #expect(isOver || end == .killed)
                try checkNothingIsBroken(state)
                #expect(try Child.start("play", state, "0").wait() == .exited(0))
                try checkOutcome(state, "killed at step \(step)")
            }
        }
        #expect(step > 60, "the script has become too short to show anything")
    }

    @Test("again while it recovers comes to the same end", arguments: 1...12)
    func twice(_ turn: Int) throws {
        try withTemporaryFolder { folder in
            let state = folder.path("state")
            for step in [turn * 13, turn * 7 % 31 + 1, turn * 5 % 17 + 1] {
                _ = try Child.start("play", state, "\(step)").wait()
            }
            #expect(try Child.start("play", state, "0").wait() == .exited(0))
            try checkOutcome(state, "turn \(turn)")
            #expect(try Child.start("play", state, "0").wait() == .exited(0))
            try checkOutcome(state, "turn \(turn), once more")
        }
    }

    // What must hold at any moment, also between the death and the next start.
    private func checkNothingIsBroken(_ state: String) throws {
        let reader: StoreReader
        do {
            reader = try StoreReader(folder: state)
        } catch {
            // Nothing was made yet, or the form of the database was not committed yet.
            #expect([.absent, .older].contains(error.code))
            return
        }
        #expect(try reader.problems(thorough: true) == [])
    }

    private func checkOutcome(_ state: String, _ when: Comment) throws {
        let reader = try StoreReader(folder: state)
        #expect(try reader.problems(thorough: true) == [], when)
        let balance = try reader.balance()
        #expect(balance.map(\.mailbox.text) == ["reclamations", "sav"], when)
        #expect(balance.map(\.counts) == [[.fileQuiet: 1], [.file: 2, .append: 1]], when)
        #expect(balance.map(\.unfiled) == [0, 0], when)
        let tickets = try reader.tickets()
        #expect(tickets.map(\.number.sequence) == [2, 1], when)
        for ticket in tickets {
            let dossier = try #require(try reader.dossier(ticket.number))
            #expect(dossier.ticket == ticket, when)
            for mail in dossier.mails {
                let name = mail.original == nil ? "\(mail.kept.origin.mailbox) " : "sav 1"
                let text = String(decoding: try reader.bytes(of: mail.kept.id), as: UTF8.self)
                #expect(text.hasPrefix("Subject: \(name)"), when)
                #expect(text.utf8.count == mail.bytesCount, when)
            }
        }
        let letters = try reader.outbox()
        #expect(letters.map(\.state) == [.sent, .sent, .sent], when)
        let delivered = try String(contentsOfFile: "\(state)/delivered", encoding: .utf8)
            .split(separator: "\n").map(String.init)
        #expect(delivered.sorted() == letters.map(\.letter.id.text).sorted(), when)
        #expect(tickets.map(\.lettersSent) == [1, 2], when)
    }
}
