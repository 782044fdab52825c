// How the house stands, as #état tells it: all that `guichet status` tells.

import Foundation
import Testing

@testable import Desk

@Suite("#état")
struct HouseStandingTests {
    @Test("tells every mailbox with its sums, the service, the outbox and what is in trouble")
    func tellsAll() throws {
        let house = try StaffWorld.house()
        let names = house.mailboxes.map(\.name)
        let moment = DeskWorld.monday
        var service = ServiceReport()
        service.isRunning = true
        service.since = moment
        service.watches[names[0]] = .init(lastPoll: moment, lagSeconds: 3)
        service.troubles = ["mailbox sav: failed 2 times"]
        let standing = HouseStanding(
            balances: MailboxBalance.all(
                [MailboxBalance(mailbox: names[0], counts: [.file: 2, .append: 1], unfiled: 1)],
                of: names
            ),
            letters: [.sent: 3],
            service: service
        )
        let text = standing.text(in: house.company, at: moment)
        let sum = "4 mails reçus = 2 dossiers ouverts + 1 joint à un dossier + 1 à classer"
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.hasPrefix("- service : en marche depuis le lundi ") })
        #expect(
            lines.contains { line in
                line.hasPrefix("- \(names[0].text) : \(sum) ; dernière relève le lundi ")
                    && line.hasSuffix(", retard 3 s")
            }
        )
        #expect(lines.contains("- \(names[1].text) : 0 mail reçu"), "an idle mailbox, too")
        #expect(lines.contains("- en tout : \(sum)"))
        #expect(lines.contains { $0.hasPrefix("- envois : ") && $0.contains("3 envoyés") })
        #expect(lines.contains("- erreur : mailbox sav: failed 2 times"))
    }

    @Test("says nothing of a service of which nothing is known")
    func unknownService() throws {
        let house = try StaffWorld.house()
        let text = HouseStanding().text(in: house.company, at: DeskWorld.monday)
        #expect(!text.contains("service") && text.contains("- aucune erreur connue"))
    }
}
