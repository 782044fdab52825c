// Mails over limits.message-size, as an admin meets them: each is recognised by all that it holds,
// and every sentence about it is true.

import Foundation
import TestSupport
import Testing

@Suite("Mails over limits.message-size")
struct LargeMailTests {
    /// A counter that reads mails up to 10 kB.
    private func counter() throws -> Counter {
        let counter = try Counter()
        for name in ["sav", "reclamations"] {
            try counter.replace("message-size: 25 MB", with: "message-size: 10 kB", in: name)
        }
        return counter
    }

    private func mail(_ body: String) -> String {
        Counter.mail(id: "x", text: body).replacing("Message-ID: <x>\n", with: "")
    }

    private func large(_ letter: String) -> String {
        mail(String(repeating: String(repeating: letter, count: 70) + "\n", count: 300))
    }

    @Test("two with one header and other bodies are two requests, as small ones are")
    func twins() throws {
        for bodies in [(large("a"), large("b")), (mail("a"), mail("b"))] {
            let counter = try counter()
            try counter.lay(bodies.0, name: "1")
            try counter.lay(bodies.1, name: "2")
            let ends = try counter.values("disposition", "run", "--once")
            #expect(ends == ["file", "file"])
            #expect(try counter.values("number", "tickets").count == 2)
        }
    }

    @Test("one that lies in two mailboxes, or comes again, is one request")
    func recognised() throws {
        let counter = try counter()
        try counter.lay("Delivered-To: sav@mileo.example\n" + large("a"), name: "1")
        try counter.lay(
            "Delivered-To: reclamations@mileo.example\nReceived: from x\n" + large("a"),
            in: "reclamations",
            name: "1"
        )
        #expect(try counter.run("run", "--once").code == 0)
        try counter.lay(large("a") + "\n", name: "again")
        let ends = try counter.values("disposition", "run", "--once")
        #expect(ends == ["file-quiet"])
        #expect(try counter.values("number", "tickets").count == 1)
    }

    @Test("one that is read whole elsewhere is the same mail, and is kept whole then")
    func otherLimit() throws {
        let counter = try counter()
        try counter.replace("message-size: 10 kB", with: "message-size: 90 kB", in: "sav")
        try counter.lay(large("a"), in: "reclamations", name: "1")
        try counter.lay(large("a"), in: "sav", name: "1")
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.values("number", "tickets").count == 1)
        let shown = try counter.run("quarantine", "show", "2")
        #expect(shown.output.contains("aaaaaaaa"))
    }

    @Test("one that cannot be read is said to stay in the mailbox, not to be kept whole")
    func zeros() throws {
        let counter = try counter()
        try counter.lay(String(repeating: "\0", count: 300_000), name: "1")
        let reasons = try counter.values("reason", "run", "--once")
        #expect(
            reasons == [
                "the mail cannot be read; it is too large: its first part is kept, the whole stays "
                    + "in the mailbox"
            ]
        )
        let names = try counter.folder.names(in: "state/mail/sav/cur")
        let whole = try counter.folder.read("state/mail/sav/cur/\(try #require(names.first))")
        #expect(whole.count == 300_000)
    }

    @Test("explain applies the limit, and says so")
    func explained() throws {
        let counter = try counter()
        let text = mail("Urgent : la porte ne ferme plus.\n" + large("a"))
        try counter.folder.write("large.eml", text)
        try counter.lay(text, name: "1")
        let file = counter.folder.path("large.eml")
        let explained = try counter.run("explain", file)
        #expect(explained.code == 0)
        #expect(explained.output.contains("mailbox sav reads up to 10000 bytes"))
        for key in ["disposition", "nature", "criticality"] {
            let fresh = try self.counter()
            try fresh.lay(text, name: "1")
            #expect(
                try counter.values(key, "explain", file) == fresh.values(key, "run", "--once")
            )
        }
    }
}

extension Counter {
    /// Replaces words in a mailbox's settings.
    func replace(_ words: String, with others: String, in mailbox: String) throws {
        let name = "config/\(mailbox).yaml"
        let text = String(decoding: try folder.read(name), as: UTF8.self)
        try #require(text.contains(words))
        try folder.write(name, text.replacing(words, with: others))
    }
}
