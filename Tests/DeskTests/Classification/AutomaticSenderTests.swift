// Addresses that nobody reads.

import Testing

@testable import Desk

@Suite("AutomaticSender")
struct AutomaticSenderTests {
    @Test(
        "knows machines by their local part",
        arguments: [
            "noreply@firm.example", "no-reply@firm.example", "NoReply+42@firm.example",
            "MAILER-DAEMON@mx.firm.example", "postmaster@firm.example", "bounce-7712@news.example",
            "bounces+88@news.example", "techniciens-bounces@lists.example",
            "owner-list@lists.example", "list-request@lists.example",
            "ne-pas-repondre@firm.example",
            "donotreply@firm.example", "msprvs1=17=x@firm.example",
        ]
    )
    func machines(text: String) throws {
        #expect(AutomaticSender.isOne(try DeskWorld.address(text)))
    }

    @Test(
        "leaves people alone",
        arguments: [
            "noel.reply@firm.example", "postmeister@firm.example", "n.oreply@firm.example",
            "bouncer@club.example", "contact@firm.example", "sav-requests@firm.example",
            "daemon.perrin@firm.example",
        ]
    )
    func people(text: String) throws {
        #expect(!AutomaticSender.isOne(try DeskWorld.address(text)))
    }

    @Test(
        "knows an address that only refuses answers",
        arguments: [
            ("noreply@shop.example", true), ("No-Reply42@shop.example", true),
            ("ne_pas_repondre@bank.example", true), ("alertes.no-reply@app.example", true),
            ("do.not.reply@shop.example", true), ("noreply+77@shop.example", true),
            ("noreply-gardien@tour.example", false), ("postmaster@school.example", false),
            ("alice.roy@client.example", false),
        ] as [(String, Bool)]
    )
    func refusing(text: String, expected: Bool) throws {
        #expect(AutomaticSender.refusesReplies(try DeskWorld.address(text)) == expected)
    }
}
