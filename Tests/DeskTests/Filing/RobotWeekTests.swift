// A week among robots, in virtual time: whatever they do, the number of automatic letters is
// bounded as invariant 7 says, and each letter that a bound withholds leaves its reason.

import Foundation
import Testing

@testable import Desk

/// A machine that answers letters.
private struct Robot {
    var name: String
    var domain: String
    /// How long it takes.
    var delaySeconds: TimeInterval = 60
    /// What it makes of a letter.
    var answer: @Sendable (inout InboundMessage, Letter) -> Void
}

private let robots: [Robot] = [
    Robot(name: "answers in the thread without any mark", domain: "bare.example") { mail, letter in
        mail.inReplyTo = [letter.id]
        mail.references = letter.references + [letter.id]
    },
    Robot(name: "strips the thread and changes the subject", domain: "stripping.example") {
        mail,
        _ in
        mail.subject += " (suite)"
    },
    Robot(name: "names the ticket alone", domain: "naming.example") { mail, letter in
        mail.subject = "dossier \(letter.ticket.text)"
    },
    Robot(name: "a gateway that follows the rules", domain: "gateway.example") { mail, letter in
        mail.inReplyTo = [letter.id]
        mail.headers = [HeaderField(name: "auto-submitted", value: "auto-replied")]
    },
    Robot(name: "a gateway whose marks were stripped", domain: "mute.example") { mail, letter in
        mail.subject = "[Ticket#77] Votre demande"
        mail.text = "Votre demande a été enregistrée sous le numéro 77. Nous vous répondrons."
        mail.references = [letter.id]
    },
    Robot(name: "sends our own letter back", domain: "echo.example") { mail, letter in
        mail.id = letter.id
    },
    Robot(name: "reports that it did not arrive", domain: "bouncing.example") { mail, letter in
        mail.from = EmailAddress("mailer-daemon@bouncing.example").map { NamedAddress($0) }
        mail.returnPath = .null
        mail.deliveryReports = [
            DeliveryReport(
                recipient: letter.to.address,
                action: .failed,
                status: "5.1.1",
                diagnostic: nil,
                originalMessageID: letter.id
            )
        ]
    },
    Robot(name: "answers within a second", domain: "quick.example", delaySeconds: 1) {
        mail,
        letter in
        mail.inReplyTo = [letter.id]
    },
]

@Suite("A week of robots")
struct RobotWeekTests {
    private static let week: TimeInterval = 7 * 86_400

    /// Plays mails and the robots' answers to every letter; returns all that was filed.
    private func play(
        _ first: [(at: TimeInterval, mail: InboundMessage)],
        perHour: Int = 200,
        until end: TimeInterval = week,
        answering: Bool = true
    ) throws -> SmallLedger {
        var house = try DeskWorld.house()
        house.mailboxes[0].confirmsFollowUps = true
        house.company.letterBounds = LetterBounds(perHour: perHour)
        var ledger = SmallLedger(house: house)
        var waiting = first.sorted { $0.at > $1.at }
        var serial = 0
        while let next = waiting.popLast(), next.at < end {
            let plan = try ledger.file(
                next.mail,
                at: DeskWorld.monday.addingTimeInterval(next.at)
            )
            if plan.record.nature?.isAutomatic ?? false {
                #expect(plan.letters.isEmpty, "a machine is never answered")
            }
            for letter in plan.letters where answering {
                let domain = letter.to.address.domain
                guard let robot = robots.first(where: { domain.hasSuffix($0.domain) }) else {
                    continue
                }
                serial += 1
                var mail = try DeskWorld.mail(
                    from: letter.to.address.text,
                    subject: "Re: \(letter.ticket.text)",
                    text: "Message numéro \(serial), nous en prenons note.",
                    id: "r\(serial)@\(domain)"
                )
                robot.answer(&mail, letter)
                let at = next.at + robot.delaySeconds
                let place = waiting.firstIndex { $0.at < at } ?? waiting.endIndex
                waiting.insert((at, mail), at: place)
            }
        }
        return ledger
    }

    private func opening(
        _ from: String,
        at: TimeInterval,
        serial: Int = 0
    ) throws
        -> (at: TimeInterval, mail: InboundMessage)
    {
        (at, try DeskWorld.mail(from: from, id: "o\(serial).\(Int(at))@start.example"))
    }

    /// The largest number of letters that share a key within a window.
    private func peak(
        _ ledger: SmallLedger,
        within seconds: TimeInterval,
        by key: (Letter) -> String
    ) -> Int {
        var most = 0
        for moments in Dictionary(grouping: ledger.letters, by: { key($0.letter) }).values {
            var start = 0
            for end in moments.indices {
                while moments[end].at.timeIntervalSince(moments[start].at) >= seconds { start += 1 }
                most = max(most, end - start + 1)
            }
        }
        return most
    }

    private func expectBounds(_ ledger: SmallLedger, perHour: Int = 200) {
        let day: TimeInterval = 86_400
        #expect(peak(ledger, within: day) { "\($0.to.address.key) \($0.ticket.text)" } <= 3)
        #expect(peak(ledger, within: day) { $0.to.address.key } <= 10)
        #expect(peak(ledger, within: 3_600) { $0.to.address.domain } <= 20)
        #expect(peak(ledger, within: 3_600) { _ in "" } <= perHour)
    }

    @Test("one of each robot, all week long", arguments: robots.indices)
    func each(index: Int) throws {
        let robot = robots[index]
        let ledger = try play([opening("robot@\(robot.domain)", at: 0)])
        expectBounds(ledger)
        #expect(ledger.letters.count <= 21, "\(robot.name): \(ledger.letters.count)")
        #expect(!ledger.letters.isEmpty)
    }

    @Test("a person who writes every day to a robot's address is answered every day")
    func everyDay() throws {
        let mails = try (0..<7).map {
            try opening("a.roy@gateway.example", at: Double($0) * 86_400, serial: $0)
        }
        #expect(try play(mails).letters.count == 7)
    }

    @Test("many addresses of one domain stop at the domain's bound, every hour anew")
    func domain() throws {
        let mails = try (0..<150).map {
            try opening("box\($0)@naming.example", at: Double($0) * 60, serial: $0)
        }
        let ledger = try play(mails, until: 86_400)
        expectBounds(ledger)
        #expect(bounds(ledger).contains(.domain))
    }

    @Test("a flood from everywhere trips the breaker, and the staff hear of it")
    func flood() throws {
        let mails = try (0..<120).map {
            try opening("a@flood\($0).example", at: Double($0) * 10, serial: $0)
        }
        let ledger = try play(mails, perHour: 50, answering: false)
        expectBounds(ledger, perHour: 50)
        #expect(ledger.letters.count == 50)
        #expect(bounds(ledger).count { $0 == .house } == 70)
        #expect(bounds(ledger).allSatisfy { $0.alertsStaff })
        #expect(ledger.tickets.count == 120, "every mail has its ticket")
    }

    @Test("a withheld letter leaves its reason on the ticket")
    func reason() throws {
        let ledger = try play([opening("robot@bare.example", at: 0)], until: 3_600)
        let withheld = ledger.plans.first { plan in
            plan.events.contains { event in
                if case .letterWithheld(_, .ticket, _) = event.fact { true } else { false }
            }
        }
        let plan = try #require(withheld)
        #expect(plan.acknowledgement.reason.contains("on this ticket in 24 hours"))
        #expect(plan.disposition == .append, "the mail itself is kept as ever")
    }

    private func bounds(_ ledger: SmallLedger) -> [LetterBound] {
        ledger.plans.flatMap(\.events).compactMap { event in
            if case .letterWithheld(_, let bound, _) = event.fact { bound } else { nil }
        }
    }
}
