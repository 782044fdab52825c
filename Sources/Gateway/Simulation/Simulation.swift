// Plays mails through virtual time with everything that is real: the same passes, the same ticks,
// the same store, the same letters. Only the clock, the mailboxes and the way out are played.
//
// Time jumps from one thing that happens to the next: a mail comes, a clock is due, a letter may
// leave. The same mails give the same happenings, in the same order.

package import Desk
package import Foundation

/// A mail that will come.
package struct ComingMail: Sendable {
    /// Its name in the folder from which it is played.
    package var name: String
    /// The mailbox to which it comes.
    package var mailbox: MailboxName
    /// When.
    package var receivedAt: Date
    /// The mail.
    package var bytes: [UInt8]

    /// Announces a mail.
    package init(name: String, mailbox: MailboxName, receivedAt: Date, bytes: [UInt8]) {
        self.name = name
        self.mailbox = mailbox
        self.receivedAt = receivedAt
        self.bytes = bytes
    }
}

/// Something that happens in a simulation.
package enum Happening: Sendable {
    /// A mail was filed.
    case filed(Journey)
    /// A person of the company answered by mail.
    case answered(StaffAnswer, ClockDeed)
    /// The clock did something.
    case deed(ClockDeed)
    /// A letter left.
    case sent(OutboxEntry)
}

/// A simulation that does not come forward: a mistake of ours.
package struct SimulationStandsStill: WorldFailure {
    /// When.
    package let at: Date
    package var sentence: String { "The simulation stands still at \(at): please report this." }
    package var isTemporary: Bool { false }
}

/// Plays.
package struct Simulation {
    private let world: World
    private let clock: VirtualClock
    private let tell: @Sendable (Date, Happening) -> Void

    /// How often something may happen without time passing.
    private static let sameMomentMaximum = 10_000

    /// Plays in a world, whose mailboxes and ways out are replaced; `send` gets every letter that
    /// leaves, and `evidence` tells which letters have left when nobody knows.
    package init(
        _ given: World,
        clock: VirtualClock,
        evidence: @escaping @Sendable (Set<MessageID>) throws -> Set<MessageID> = { $0 },
        send: @escaping @Sendable (OutboxEntry) throws -> Void = { _ in },
        tell: @escaping @Sendable (Date, Happening) -> Void
    ) {
        var world = given
        world.house.isPlayed = true
        self.clock = clock
        self.tell = tell
        world.now = { clock.now }
        world.inboxes = []
        world.journal = { tell(clock.now, .filed($0)) }
        world.deed = { tell(clock.now, .deed($0)) }
        world.postmen = given.house.mailboxes.map { mailbox in
            Postman(
                mailbox: mailbox.name,
                deliver: { letters, now in
                    try letters.map { letter in
                        try send(letter)
                        tell(now, .sent(letter))
                        return (letter.row, .done(note: "played"))
                    }
                },
                findDelivered: evidence
            )
        }
        self.world = world
    }

    /// Plays mails until a moment.
    package func play(_ mails: MailQueue, until end: Date) throws {
        var still = 0
        while let next = try nextMoment(after: mails), next <= end {
            still = next > clock.now ? 0 : still + 1
            guard still < Self.sameMomentMaximum else {
                throw SimulationStandsStill(at: clock.now)
            }
            clock.set(to: max(clock.now, next))
            while let mail = mails.take(by: clock.now) { try receive(mail) }
            try step()
        }
        clock.set(to: max(clock.now, end))
    }

    /// Files what an earlier process had kept and not filed.
    package func resume() throws { _ = try MailboxPass(world).resume() }

    /// Does what is due now: the clock's part, then the letters, then what their leaving brings.
    package func step() throws {
        let desk = PromiseDesk(world)
        _ = try desk.tick(at: clock.now)
        _ = try Dispatch(world).run()
        _ = try desk.tick(at: clock.now)
    }

    /// The next moment at which something happens.
    package func nextMoment(after mails: MailQueue) throws -> Date? {
        [
            mails.nextMoment, try world.ledger.nextTickMoment(),
            try DigestDesk(world).nextMoment(at: clock.now), try NoticeDesk(world).nextMoment(),
            try world.ledger.nextLetterMoment(except: []),
        ].compactMap(\.self).min()
    }

    /// Takes a mail in, as the service would; what a person of the company writes about a ticket is
    /// taken as the answer that the real person would prove to have written.
    package func receive(_ mail: ComingMail) throws {
        if try StaffAnswers(world, at: clock.now, tell: { tell(clock.now, .answered($0, $1)) })
            .take(mail)
        {
            return
        }
        let message = RawMessage(
            origin: MailOrigin(mailbox: mail.mailbox, validity: 0, uid: .name(mail.name)),
            receivedAt: mail.receivedAt,
            bytes: mail.bytes
        )
        let inbox = Inbox(
            mailbox: mail.mailbox,
            beginPass: {
                var batch = [message][...]
                return { _, _ in
                    defer { batch = [] }
                    return FetchedBatch(mails: Array(batch))
                }
            },
            markDone: { _ in }
        )
        _ = try MailboxPass(world).run(inbox)
    }
}
