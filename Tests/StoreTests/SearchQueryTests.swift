// Search: what is found by which words, in which order, through which filters.

import Desk
import Foundation
import Store
import Testing

@Suite("Search with filters")
struct SearchQueryTests {
    private func open(
        _ uid: UInt32,
        in place: Workplace,
        subject: String = "Panne",
        text: String = "",
        keywords: [String] = [],
        facts: [TicketFact] = []
    ) throws {
        let mail = try place.keep(uid)
        var plan = Sample.opening(Sample.number(Int(uid)), with: mail.id, subject: subject)
        plan.record.text = text
        plan.record.keywords = keywords
        plan.events += facts.map(Sample.event)
        try place.file(plan)
    }

    private func found(_ query: SearchQuery, in place: Workplace) throws -> [Int] {
        try place.reader().search(query).map(\.ticket.number.sequence)
    }

    @Test(
        "finds words of subjects, texts, people, companies, numbers and files, accents folded",
        arguments: [
            "camera", "CAMÉRA park", "anne martin", "a.martin@client.example", "ateliers roy",
            "coeur", "rapport.pdf", "SAV-2026", "photo façade",
        ]
    )
    func words(text: String) throws {
        let place = try Workplace()
        try open(
            1,
            in: place,
            subject: "Caméra du parking",
            text: "Au cœur du site, facade nord, photo jointe.",
            keywords: ["Rapport.pdf", "Ateliers Roy"]
        )
        #expect(try found(SearchQuery(text), in: place) == [1])
    }

    @Test("finds a ticket by its whole number, even one whose mails name others")
    func number() throws {
        let place = try Workplace()
        try open(1, in: place)
        try open(2, in: place, text: "Voir \(Sample.number(1).text)")
        #expect(try found(SearchQuery(Sample.number(1).text), in: place) == [1, 2])
    }

    @Test(
        "finds nothing by what is no word, and takes nothing for a command",
        arguments: ["", "\"", "NEAR(", "* ^ -", "'); DROP TABLE mail; --", "zzz"]
    )
    func nothing(text: String) throws {
        let place = try Workplace()
        try open(1, in: place)
        #expect(try found(SearchQuery(text), in: place).isEmpty)
    }

    @Test("lists each ticket once, the latest mail first, and not more than asked for")
    func order() throws {
        let place = try Workplace()
        for uid in 1...250 as ClosedRange<UInt32> { try open(uid, in: place) }
        let late = try place.keep(900)
        var joining = Sample.joining(Sample.number(7), with: late.id)
        joining.record.subject = "Panne, suite"
        try place.file(joining)
        var query = SearchQuery("panne")
        query.limit = 3
        #expect(try found(query, in: place) == [7, 250, 249])
        query.limit = 1_000
        #expect(try found(query, in: place).count == 250)
    }

    @Test("filters by state, class, client, handler and date")
    func filters() throws {
        let place = try Workplace()
        let name = try #require(ClientName("Ateliers Roy"))
        try open(1, in: place)
        try open(
            2,
            in: place,
            facts: [
                .recognised(name, contract: nil),
                .classified(criticality: .critical, urgent: false, reason: ""),
                .assigned(Sample.stranger, reason: ""), .moved(.open, reason: ""),
            ]
        )
        var queries = Array(repeating: SearchQuery("panne"), count: 6)
        queries[0].states = [.open]
        queries[1].criticality = .critical
        queries[2].client = ClientName("ateliers roy")
        queries[3].handler = Sample.stranger
        for query in queries.prefix(4) { #expect(try found(query, in: place) == [2]) }
        queries[4].since = Sample.now.addingTimeInterval(1)
        queries[5].until = Sample.now
        for query in queries.suffix(2) { #expect(try found(query, in: place).isEmpty) }
        queries[4].since = Sample.now
        #expect(try found(queries[4], in: place) == [2, 1])
    }
}
