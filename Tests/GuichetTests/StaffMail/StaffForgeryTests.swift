// Forged mails as bytes, through the real program: what the matrix of the core cannot hold, because
// it is done to header fields before anything is read, or to the text that a person sees.

import Desk
import Foundation
import TestSupport
import Testing

@Suite("Forged mails carry nothing out", .timeLimit(.minutes(10)))
struct StaffForgeryTests {
    private static let karim = "karim.haddad@mileo.example"
    private static let pass = "mx.mileo.example; dmarc=pass header.from=mileo.example"

    /// One forgery: the fields on top of a mail that orders to close the dossier.
    struct Forgery: Sendable {
        let name: String
        let fields: String

        init(_ name: String, _ fields: String) {
            self.name = name
            self.fields = fields
        }
    }

    static let forgeries = [
        Forgery("two From fields", "From: x@evil.example\nFrom: \(karim)"),
        Forgery("the second address of From", "From: x@evil.example, \(karim)"),
        Forgery("a group in From", "From: Mileo: \(karim), x@evil.example;"),
        Forgery("an address in the name", "From: \"\(karim)\" <x@evil.example>"),
        Forgery("an address in a comment", "From: x@evil.example (\(karim))"),
        Forgery(
            "an encoded address",
            "From: =?utf-8?q?karim=2Ehaddad=40mileo=2Eexample?= <x@evil.example>"
        ),
        Forgery("a percent route", "From: karim.haddad%mileo.example@evil.example"),
        Forgery("a source route", "From: <@evil.example:\(karim)>"),
        Forgery("a NUL behind the address", "From: \(karim)\u{0}@evil.example"),
        Forgery("an empty From beside Sender", "From: <>\nSender: \(karim)"),
        Forgery("a Sender that begins like him", "From: \(karim)\nSender: \(karim).evil.example"),
        Forgery("results of a relay", "ARC-Authentication-Results: i=1; \(pass)\nFrom: \(karim)"),
        Forgery("results under another name", "X-Authentication-Results: \(pass)\nFrom: \(karim)"),
        Forgery(
            "results in a second line of another field",
            "X-Note: a\n Authentication-Results: \(pass)\nFrom: \(karim)"
        ),
        Forgery(
            "results of another version",
            "Authentication-Results: mx.mileo.example 2; dmarc=pass header.from=mileo.example\n"
                + "From: \(karim)"
        ),
        Forgery(
            "another method’s version",
            "Authentication-Results: mx.mileo.example; dmarc/2=pass header.from=mileo.example\n"
                + "From: \(karim)"
        ),
        Forgery(
            "best-guess pass",
            "Authentication-Results: mx.mileo.example; dmarc=bestguesspass "
                + "header.from=mileo.example\nFrom: \(karim)"
        ),
        Forgery("the client himself", "From: Alice Roy <a.roy@client.example>"),
    ]

    @Test("whatever is done to the fields")
    func fields() throws {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        #expect(try counter.run("run", "--once").code == 0)
        let number = try #require(try counter.values("number", "tickets").first)
        for (place, forgery) in Self.forgeries.enumerated() {
            try counter.lay(Self.mail(forgery, place, on: number), name: "2.\(place)")
        }
        let run = try counter.run("run", "--once")
        #expect(run.code == 0, "\(run.complaints)")
        for ticket in try counter.values("number", "tickets") {
            let shown = try counter.run("show", ticket, "--json").output
            #expect(!shown.contains("staff-acted"), "\(shown)")
        }
        #expect(try counter.values("handler", "tickets").allSatisfy { $0 != Self.karim })
        let told = try counter.letters().map(StaffByMailTests.plain)
        for letter in told {
            // The draft’s own text is shown to him whose address it bears, and to nobody else.
            let isQuestion = letter.contains("To: Karim") || letter.contains("To: karim")
            #expect(isQuestion || !letter.contains("Tout est réglé"), "\(letter)")
        }
        let counts = try counter.balance()
        #expect(counts.reduce(0, +) == Self.forgeries.count + 1 && counts.last == 0)
        let toKarim = told.filter { $0.contains("To: Karim Haddad <\(Self.karim)>") }
        #expect(toKarim.count <= 3, "\(toKarim)")
    }

    private static func mail(_ forgery: Forgery, _ place: Int, on number: String) -> String {
        let results =
            forgery.fields.contains("uthentication-Results")
                || !forgery.fields.contains("evil.example")
            ? "" : "Authentication-Results: \(pass)\n"
        return """
            \(results)\(forgery.fields)
            To: sav@mileo.example
            Subject: Re: [\(number)] Lecteur de badge
            Message-ID: <2.\(place)@evil.example>
            Date: Mon, 05 Oct 2026 10:10:00 +0200
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            #prendre
            #critique porte HS
            #clore accord du client

            Tout est réglé, votre dossier \(place) est clos.

            """
    }
}
