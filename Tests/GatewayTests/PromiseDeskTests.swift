// The clock at its desk: what is due is done once, whatever the clock does, and a ticket that
// cannot be dealt with leaves the others their turn.

import Desk
import Foundation
import Gateway
import Store
import TestSupport
import Testing

@Suite("PromiseDesk")
struct PromiseDeskTests {
    private static let hour = 3_600.0

    @Test("does what is due once, however often and whenever it is asked")
    func once() throws {
        let place = try ClockPlace(tickets: 3)
        try place.tick(after: 0)
        #expect(try place.kinds("broken").isEmpty)
        // From Monday 10:00 on: no letter leaves here, and four business hours end at 14:00.
        try place.tick(after: 5 * Self.hour)
        #expect(try place.kinds("broken").count == 6)
        let letters = try place.letters()
        try place.tick(after: 5 * Self.hour)
        try place.tick(after: -2 * Self.hour)
        try place.tick(after: 30 * 86_400)
        #expect(try place.kinds("broken").count == 6)
        #expect(try place.letters() == letters)
    }

    @Test("tells the next moment, and asks for nothing before")
    func nextMoment() throws {
        let place = try ClockPlace(tickets: 1)
        let next = try #require(try place.tick(after: 0))
        #expect(next > place.begin)
        #expect(try place.store.nextTickMoment() == next)
    }

    @Test("tells a morning to each person once, one at a time, and stops when it must")
    func mornings() throws {
        let place = try ClockPlace(tickets: 2, staff: ["karim", "ines"])
        try place.tick(after: 0)
        // At 70 % of four hours each ticket gets its handler.
        try place.tick(after: 3 * Self.hour)
        #expect(try place.kinds("assigned").count == 2)
        // The next opening is a week later. A tick that may not go on does nothing.
        let morning = 7 * 24 * Self.hour
        let now = place.begin + morning
        let stopped = try #require(try place.tick(after: morning) { false })
        #expect(stopped <= now)
        #expect(try place.letters(.digest) == 0)
        let first = try #require(try place.tick(after: morning))
        #expect(try place.letters(.digest) == 1 && first <= now)
        try place.tick(after: morning)
        #expect(try place.letters(.digest) == 2)
        let last = try #require(try place.tick(after: morning))
        #expect(try place.letters(.digest) == 2 && last > now)
    }

    @Test("tells the first morning of a fresh house, and the balance where all is answered")
    func firstMorning() throws {
        // The house works on Mondays; its service is started on a Sunday.
        let place = try ClockPlace(tickets: 1, staff: ["karim"])
        let week = 7 * 24 * Self.hour
        try place.tick(after: week - 24 * Self.hour)
        try place.answer(by: "karim", after: week - 20 * Self.hour)
        try place.tick(after: week)
        #expect(try place.letters(.digest) == 1)
        // A week later nothing is new, due or waiting: the dossier is answered, and still open.
        try place.tick(after: 2 * week)
        #expect(try place.letters(.digest) == 2)
    }

    @Test("tells of a broken promise at once, however many letters went before")
    func brokenIsTold() throws {
        let place = try ClockPlace(tickets: 1)
        try place.tick(after: 0)
        try place.queue([.reopened, .closed, .status], after: 3 * Self.hour)
        try place.tick(after: 5 * Self.hour)
        let told = try place.entries(.breach).map(\.letter.notBefore)
        #expect(told == [place.begin + 5 * Self.hour])
    }

    @Test("tells an unknown domain of no more than twenty broken promises an hour")
    func boundedBreaches() throws {
        let place = try ClockPlace(tickets: 30)
        try place.tick(after: 5 * Self.hour)
        let told = try place.entries(.breach)
        #expect(Set(told.map(\.letter.recipient.domain)).count == 1)
        #expect(told.count == 20)
        #expect(try place.kinds("letter-withheld").count >= 10)
    }

    @Test("leaves nothing behind where it is interrupted")
    func crash() throws {
        let place = try ClockPlace(tickets: 2)
        try place.tick(after: 0)
        let before = try place.kinds("")
        for moment in 0..<8 {
            let fuse = CrashFuse()
            fuse.light(moment)
            #expect(throws: PlayedCrash.self) { try place.tick(after: 5 * Self.hour, fuse) }
        }
        let (done, after) = (try place.kinds("broken").count, try place.kinds(""))
        #expect(done == 4 || after == before)
        try place.tick(after: 5 * Self.hour)
        #expect(try place.kinds("broken").count == 4)
    }
}

/// A store with tickets that nobody answers.
private final class ClockPlace {
    let begin = SimulatedClock.start
    let store: Store
    private let folder: TemporaryFolder
    private let house: HouseSettings
    private let mailbox: MailboxName

    init(tickets count: Int, staff: [String] = []) throws {
        folder = try TemporaryFolder()
        store = try Store.open(folder: folder.path("state"))
        var house = try ServiceHouse.house(["sav"])
        house.company.staff = try staff.map { name in
            let address = try #require(EmailAddress("\(name)@mileo.example"))
            return StaffMember(name: name, address: address, roles: [.technician])
        }
        self.house = house
        mailbox = try #require(house.mailboxes.first?.name)
        let inbox = ScriptedInbox(mailbox, SimulatedClock())
        for number in 0..<count { inbox.put("client\(number)") }
        _ = try MailboxPass(world(at: begin, CrashFuse(), inbox.inbox)).run(inbox.inbox)
    }

    @discardableResult
    func tick(
        after seconds: Double,
        _ fuse: CrashFuse = CrashFuse(),
        goesOn: () -> Bool = { true }
    ) throws -> Date? {
        let now = begin + seconds
        return try PromiseDesk(world(at: now, fuse)).tick(at: now, goesOn: goesOn)
    }

    /// Letters to the client of every ticket.
    func queue(_ kinds: [LetterKind], after seconds: Double) throws {
        let now = begin + seconds
        let tickets = try StoreReader(folder: folder.path("state")).tickets()
        try store.filing { transaction in
            for ticket in tickets {
                guard let client = ticket.opening.requester?.address else { continue }
                let letters = kinds.compactMap { kind -> ComposedLetter? in
                    let name = "\(kind.rawValue).\(ticket.number.text.lowercased())@mileo.example"
                    return MessageID(name).map { id in
                        ComposedLetter(
                            kind: kind,
                            id: id,
                            ticket: ticket.number,
                            mailbox: mailbox,
                            sender: .null,
                            recipient: client,
                            subject: "Letter",
                            queuedAt: now,
                            notBefore: now,
                            bytes: Array("letter".utf8)
                        )
                    }
                }
                try transaction.carryOut([], on: ticket.number, letters: letters, at: now)
            }
        }
    }

    /// The letters of a kind, as the outbox has them.
    func entries(_ kind: LetterKind) throws -> [OutboxEntry] {
        try StoreReader(folder: folder.path("state")).outbox().filter { $0.letter.kind == kind }
    }

    /// A colleague writes to the client of every ticket.
    func answer(by name: String, after seconds: Double) throws {
        let person = try #require(EmailAddress("\(name)@mileo.example"))
        let now = begin + seconds
        let numbers = try StoreReader(folder: folder.path("state")).tickets().map(\.number)
        let said = TicketFact.answer(.humanAnswer(PersonalMessage(by: person)))
        try store.filing { transaction in
            for number in numbers {
                let events = [TicketEvent(at: now, said)]
                try transaction.carryOut(events, on: number, letters: [], at: now)
            }
        }
    }

    /// How many letters of a kind there are.
    func letters(_ kind: LetterKind) throws -> Int {
        try StoreReader(folder: folder.path("state")).outbox().count { $0.letter.kind == kind }
    }

    /// The events of a kind, or all.
    func kinds(_ kind: String) throws -> [String] {
        let reader = try StoreReader(folder: folder.path("state"))
        return try reader.tickets().flatMap { ticket in
            try reader.dossier(ticket.number)?.events.map(\.record.kind) ?? []
        }.filter { kind.isEmpty || $0 == kind }
    }

    func letters() throws -> [MessageID] {
        try StoreReader(folder: folder.path("state")).outbox().map(\.letter.id)
    }

    private func world(at now: Date, _ fuse: CrashFuse, _ inbox: Inbox? = nil) -> World {
        World(
            house: house,
            key: ServiceHouse.key,
            ledger: FragileLedger(store, fuse),
            now: { now },
            digest: { ServiceHouse.digest($0.bytes) },
            read: { ServiceHouse.message(String(decoding: $0, as: UTF8.self)) },
            compose: { _ in ("Letter", Array("letter".utf8)) },
            inboxes: inbox.map { [$0] } ?? [],
            postmen: []
        )
    }
}
