// Lists for people and scripts.

import Desk
import Foundation
import TestSupport
import Testing

@testable import Store

@Suite("Lists")
struct ReadingTests {
    @Test("show tickets newest first, up to a limit")
    func newestFirst() throws {
        let place = try Workplace()
        for uid in 1...5 as ClosedRange<UInt32> { try place.openTicket(uid) }
        var filter = TicketFilter()
        filter.limit = 3
        let listed = try place.reader().tickets(filter)
        #expect(listed.map(\.number) == [5, 4, 3].map { Sample.number($0) })
    }

    @Test("show only the tickets that were asked for")
    func filters() throws {
        let place = try Workplace()
        for uid in 1...3 as ClosedRange<UInt32> { try place.openTicket(uid) }
        let mail = try place.keep(4)
        var plan = Sample.joining(Sample.number(2), with: mail.id)
        let handler = Sample.address("lea.martin@mileo.example")
        plan.events += [
            Sample.event(.moved(.open, reason: "")),
            Sample.event(.assigned(handler, reason: "")),
        ]
        try place.file(plan)
        let rows: [(Int, (inout TicketFilter) -> Void)] = [
            (3, { _ in }), (1, { $0.states = [.open] }), (3, { $0.states = [.open, .new] }),
            (0, { $0.states = [.closed] }), (3, { $0.prefix = "SAV" }), (0, { $0.prefix = "REC" }),
            (1, { $0.handler = handler }), (0, { $0.limit = 0 }), (0, { $0.limit = -5 }),
        ]
        for (count, set) in rows {
            var filter = TicketFilter()
            set(&filter)
            #expect(try place.reader().tickets(filter).count == count)
        }
    }

    @Test("give nil for a number that was never given out")
    func unknownTicket() throws {
        #expect(try Workplace().reader().dossier(Sample.number(1)) == nil)
        #expect(try Workplace().reader().mail(MailID(1)) == nil)
        #expect(try Workplace().reader().outboxEntry(OutboxID(1)) == nil)
    }

    @Test("add every mail up to exactly one end")
    func balance() throws {
        let place = try Workplace()
        let kept = try place.store.keep(
            (1...6).map { Sample.mail($0) } + [Sample.mail(1, in: Sample.complaints)]
        )
        try place.file(Sample.opening(Sample.number(1), with: kept[0].id))
        try place.file(Sample.joining(Sample.number(1), with: kept[1].id))
        try place.file(Sample.plan(kept[2].id, .fileQuiet))
        try place.file(Sample.plan(kept[3].id, .quarantine))
        try place.store.hold(kept[4].id, reason: "")
        let balance = try place.reader().balance()
        #expect(balance.map(\.mailbox) == [Sample.complaints, Sample.sav])
        #expect(balance.map(\.fetched) == [1, 6])
        #expect(balance.map(\.unfiled) == [1, 1])
        let once = Disposition.allCases.reduce(into: [:]) { $0[$1] = 1 }
        #expect(balance.map(\.counts) == [[:], once])
    }

    @Test("show letters oldest first; of more than the limit, the latest")
    func outbox() throws {
        let place = try Workplace()
        try place.openTicket(1, letters: ["a", "b", "c"])
        let all = try place.reader().outbox()
        #expect(all.map(\.letter.id.text) == ["a", "b", "c"].map { "\($0)@mileo.example" })
        #expect(all.allSatisfy { $0.letter.bytes.isEmpty })
        #expect(try place.reader().outbox(limit: 2) == Array(all.suffix(2)))
        try place.store.cancelLetter(all[1].row, at: Sample.now)
        #expect(try place.reader().outbox(states: [.failed]).map(\.row) == [all[1].row])
        #expect(try place.reader().outbox(states: [.queued, .failed]).count == 3)
        #expect(try place.reader().outboxCounts() == [.queued: 2, .failed: 1])
        let whole = try place.reader().outboxEntry(all[0].row)
        #expect(whole?.letter == Sample.letter("a", about: Sample.number(1)))
    }

    @Test("do not disturb the writer, and are not disturbed")
    func whileWriting() throws {
        let place = try Workplace()
        try place.openTicket(1)
        let reader = try place.reader()
        try place.store.filing { _ in
            let seen = try reader.tickets()
            #expect(seen.count == 1)
        }
        try place.openTicket(2)
        #expect(try reader.tickets().count == 2)
    }

    @Test("need a state folder that exists")
    func noFolder() throws {
        let folder = try TemporaryFolder()
        let missing = try failure { _ = try StoreReader(folder: folder.path("nowhere")) }
        #expect(missing.code == .absent)
        #expect(try failure { _ = try StoreReader(folder: folder.path) }.code == .absent)
        #expect(try folder.names() == [])
    }

    @Test(
        "find their rows through an index, however many there are",
        arguments: [
            """
            SELECT id FROM outbox WHERE state = 'queued' AND not_before <= 5 ORDER BY outbox.id LIMIT 9
            """,
            "SELECT id FROM outbox WHERE state IN ('sending', 'uncertain')",
            "SELECT count(*) FROM outbox WHERE recipient = 'a' AND queued_at > 5",
            "SELECT id FROM mail WHERE disposition IS NULL OR disposition = 'hold'",
            "SELECT mailbox, disposition, count(*) FROM mail GROUP BY disposition, mailbox",
            "SELECT id FROM mail WHERE digest = x'00' AND original IS NULL",
            "SELECT id FROM mail WHERE (id = 1 OR original = 1) AND id <> 2",
            "SELECT id FROM mail WHERE message_id = 'a' AND ticket IS NOT NULL ORDER BY id",
            "SELECT id FROM mail WHERE mailbox = 'a' AND validity = 1 AND uid = 2",
            "SELECT id FROM ticket WHERE prefix = 'SAV' AND year = 2026 AND sequence = 5",
        ]
    )
    func indexed(_ query: String) throws {
        let place = try Workplace()
        let plan = try place.reader().read { connection throws(StoreError) in
            try connection.all("EXPLAIN QUERY PLAN \(query)", []) { $0.text(3) }
        }
        #expect(
            plan.allSatisfy {
                $0.contains("INDEX") || $0.contains("PRIMARY KEY") || $0 == "MULTI-INDEX OR"
                    || $0.hasPrefix("INDEX")
            }
        )
    }
}

@Suite("Search")
struct SearchTests {
    /// What is written, what is searched, and whether that finds it.
    static let rows: [(text: String, words: String, isFound: Bool)] = [
        ("L’élève a réparé l’œuvre", "eleve", true), ("élève", "ÉLÈVE", true),
        ("e\u{301}le\u{300}ve", "eleve", true), ("un cœur", "coeur", true),
        ("un coeur", "cœur", true), ("CŒUR", "cœur", true), ("ex æquo", "aequo", true),
        ("Straße", "strasse", true), ("STRASSE", "straße", true), ("ça marche", "ca", true),
        ("aujourd’hui", "aujourd'hui", true), ("climatisation", "clim", true),
        ("climatisation", "matis", false), ("panne de la chaudière", "chaudiere panne", true),
        ("panne de la chaudière", "chaudiere fuite", false), ("ref SN-123-4", "SN-123-4", true),
        ("NEAR miss", "NEAR(", true), ("a AND b", "AND", true), ("guillemet \" ici", "\"", false),
        ("quoi ?", "?!", false), ("texte", "", false), ("x", "text:x", false), ("x", "x*", true),
        ("x", "^x", true), ("été", "et\u{65}\u{301}", true), ("日本語", "日本語", true),
    ]

    @Test("folds case, accents and ligatures, and knows no operators", arguments: rows)
    func finds(_ row: (text: String, words: String, isFound: Bool)) throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        var plan = Sample.opening(Sample.number(1), with: mail.id)
        plan.record.text = row.text
        try place.file(plan)
        var filter = TicketFilter()
        filter.text = row.words
        #expect(try place.reader().tickets(filter).count == (row.isFound ? 1 : 0))
    }

    @Test("looks into subjects, texts and senders of every mail of a ticket, and lists it once")
    func everywhere() throws {
        let place = try Workplace()
        let mails = try place.store.keep((1...2).map { Sample.mail($0) })
        try place.file(Sample.opening(Sample.number(1), with: mails[0].id, subject: "Devis"))
        var second = Sample.joining(Sample.number(1), with: mails[1].id, by: Sample.stranger)
        second.record.text = "Le devis est trop élevé."
        try place.file(second)
        for words in ["devis", "eleve", "anne martin", "b.durand@autre.example", "autre"] {
            var filter = TicketFilter()
            filter.text = words
            #expect(try place.reader().tickets(filter).map(\.number) == [Sample.number(1)])
        }
    }

    @Test("reads no more than the first kilobyte of a query, and takes any bytes")
    func longQuery() throws {
        let place = try Workplace()
        try place.openTicket(1)
        var filter = TicketFilter()
        filter.text = String(repeating: "climatisation ", count: 10_000)
        #expect(try place.reader().tickets(filter).count == 1)
        for scalar in (0...0x2FF).compactMap(Unicode.Scalar.init) {
            filter.text = "panne \(scalar)\(scalar)"
            _ = try place.reader().tickets(filter)
        }
    }

    @Test("leaves the quarantine out")
    func noSpam() throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        try place.file(Sample.plan(mail.id, .quarantine))
        var filter = TicketFilter()
        filter.text = "panne"
        #expect(try place.reader().tickets(filter) == [])
    }
}
