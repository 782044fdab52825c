// A ledger in memory: as much of the store as the core's questions need, to play a week of mails in
// virtual time through the real stages.

import Foundation
import Testing

@testable import Desk

/// One automatic letter that was queued.
struct QueuedLetter {
    var letter: Letter
    var at: Date
}

/// Files mails one after another and remembers.
struct SmallLedger {
    let house: HouseSettings
    private(set) var tickets: [TicketNumber: Ticket] = [:]
    private(set) var letters: [QueuedLetter] = []
    private(set) var plans: [FilingPlan] = []
    private var owners: [MessageID: (author: EmailAddress?, ticket: TicketNumber)] = [:]
    private var count = 0

    init(house: HouseSettings) { self.house = house }

    /// Files a mail and returns what became of it.
    mutating func file(_ message: InboundMessage, at now: Date) throws -> FilingPlan {
        count += 1
        let digest = try #require(
            ContentDigest((0..<32).map { UInt8(truncatingIfNeeded: count >> ($0 % 4 * 8)) })
        )
        let reading = Reading(
            message,
            mailbox: house.mailboxes[0],
            house: house,
            key: DeskWorld.key
        )
        let answer = answer(ask(reading, digest: digest), at: now)
        let file = Case(
            kept: KeptMail(
                id: MailID(Int64(count)),
                origin: MailOrigin(
                    mailbox: house.mailboxes[0].name,
                    validity: 0,
                    uid: .name("\(count)")
                ),
                receivedAt: now,
                digest: digest,
                attempts: 1,
                disposition: nil,
                isReleased: false
            ),
            reading: reading,
            identified: identify(reading, answer: answer),
            classification: classify(reading),
            answer: answer
        )
        let number = try DeskWorld.number(
            tickets.count + 1,
            prefix: file.destination.prefix
        )
        let plan = plan(file, number: number, now: now, key: DeskWorld.key)
        try keep(plan, message, at: now)
        return plan
    }

    private mutating func keep(
        _ plan: FilingPlan,
        _ message: InboundMessage,
        at now: Date
    ) throws {
        plans.append(plan)
        letters += plan.letters.map { QueuedLetter(letter: $0, at: now) }
        guard let number = plan.ticket else { return }
        if var ticket = tickets[number] {
            for event in plan.events { ticket.apply(event) }
            tickets[number] = ticket
        } else {
            let opened: Ticket = try #require(Ticket(folding: plan.events))
            tickets[number] = opened
        }
        if let id = message.id, owners[id] == nil {
            owners[id] = (message.from?.address, number)
        }
    }

    private func answer(_ question: ThreadQuestion, at now: Date) -> ThreadAnswer {
        var answer = ThreadAnswer()
        answer.sealed = question.sealed.compactMap { tickets[$0] }.map { TicketSummary($0) }
        answer.mentioned = question.mentioned.compactMap { tickets[$0] }.map { TicketSummary($0) }
        for id in question.parents {
            guard let owner = owners[id], let ticket = tickets[owner.ticket] else { continue }
            answer.parents = [
                KnownParent(id: id, author: owner.author, ticket: TicketSummary(ticket))
            ]
            break
        }
        guard let address = question.correspondent else { return answer }
        for letter in letters.reversed() {
            let age = now.timeIntervalSince(letter.at)
            guard age < 24 * 3_600 else { break }
            let recipient = letter.letter.to.address
            if recipient == address {
                answer.lettersToCorrespondent += 1
                answer.lettersByTicket[letter.letter.ticket, default: 0] += 1
            }
            guard age < 3_600 else { continue }
            answer.lettersToAnybody += 1
            if recipient.domain == address.domain { answer.lettersToDomain += 1 }
        }
        return answer
    }
}
