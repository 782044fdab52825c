// The registry in the store: all or nothing, repeatable, and known to threading and tickets.

import Desk
import Foundation
import Store
import Testing

@Suite("The registry of clients")
struct ClientTests {
    private static func client(
        _ name: String,
        _ domains: [String] = [],
        _ people: [EmailAddress] = []
    ) throws -> Client {
        var client = Client(try #require(ClientName(name)))
        client.domains = domains
        client.people = people.map { NamedAddress($0, name: "Quelqu’un") }
        client.contract = .premium
        client.gti = Delay(4, .hours)
        client.accountManager = "Nora Petit"
        client.technicalReferent = "Hugo Blin"
        client.sites = ["Lyon", "Paris"]
        client.language = .english
        client.startsOn = Day("2026-01-01")
        client.endsOn = Day("2026-12-31")
        return client
    }

    private func bring(_ clients: [Client], into place: Workplace) throws -> Int {
        try place.store.importClients(clients, at: Sample.now, contract: \.contract)
    }

    @Test("gives back what was imported, however often")
    func roundTrip() throws {
        let place = try Workplace()
        let clients = [
            try Self.client("Ateliers Roy", ["roy.example", "roy.test"], [Sample.client]),
            try Self.client("Zoé & Fils", [], [Sample.stranger]),
        ]
        for _ in 1...2 { _ = try bring(clients, into: place) }
        #expect(try place.reader().clients() == clients)
        let name = try #require(ClientName("ATELIERS roy"))
        #expect(try place.reader().client(named: name) == clients[0])
        let other = Sample.address("nobody@roy.test")
        #expect(try place.reader().client(of: other)?.name == name)
    }

    @Test("a domain may move between two clients of one file")
    func moving() throws {
        let place = try Workplace()
        _ = try bring(
            [Self.client("A", ["a.example"]), Self.client("B", ["b.example"])],
            into: place
        )
        let swapped = [
            try Self.client("A", ["b.example"]), try Self.client("B", ["a.example"]),
        ]
        _ = try bring(swapped, into: place)
        #expect(try place.reader().clients() == swapped)
    }

    @Test("an import that cannot be finished changes nothing")
    func atomic() throws {
        let place = try Workplace()
        _ = try bring([Self.client("A", ["a.example"])], into: place)
        let before = try place.reader().clients()
        #expect(throws: StoreError.self) {
            try bring(
                [Self.client("C", ["c.example"]), Self.client("B", ["a.example"])],
                into: place
            )
        }
        #expect(try place.reader().clients() == before)
    }

    @Test("whoever is attached stays so, and his open tickets follow the contract")
    func attaching() throws {
        let place = try Workplace()
        try place.openTicket(1)
        let clients = [try Self.client("Ateliers Roy", ["roy.example"])]
        #expect(try bring(clients, into: place) == 0)
        let name = clients[0].name
        let attached = try place.store.attach(
            Sample.client,
            to: name,
            at: Sample.now,
            contract: \.contract
        )
        #expect(attached == 1)
        #expect(try bring(clients, into: place) == 0)
        #expect(try place.reader().client(of: Sample.client)?.attached == [Sample.client])
        let ticket = try #require(try place.reader().dossier(Sample.number(1))?.ticket)
        #expect(ticket.client == name)
        #expect(ticket.contract == .premium)
    }

    @Test("nobody is attached to a client that is unknown, or taken from another's import")
    func refusals() throws {
        let place = try Workplace()
        let clients = [
            try Self.client("A", [], [Sample.client]), try Self.client("B", ["b.example"]),
        ]
        _ = try bring(clients, into: place)
        for name in ["Nobody", "B"] {
            let name = try #require(ClientName(name))
            #expect(throws: StoreError.self) {
                try place.store.attach(
                    Sample.client,
                    to: name,
                    at: Sample.now,
                    contract: \.contract
                )
            }
        }
        #expect(try place.reader().clients() == clients)
    }

    @Test("the answer names the sender's client, and the client of a ticket")
    func answers() throws {
        let place = try Workplace()
        try place.openTicket(1)
        let clients = [try Self.client("Ateliers Roy", [], [Sample.client, Sample.stranger])]
        _ = try bring(clients, into: place)
        let mail = try place.keep(2, content: "a")
        var question = Sample.question("a")
        question.sender = Sample.stranger
        question.mentioned = [Sample.number(1)]
        let answer = try place.answer(question, for: mail.id)
        #expect(answer.client?.name == clients[0].name)
        #expect(answer.client?.contract == .premium)
        #expect(answer.mentioned.first?.client == clients[0].name)
    }
}
