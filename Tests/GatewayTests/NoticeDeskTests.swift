// What colleagues are told, with a real store behind it: a flood, the letter at the hour's end, and
// a letter that did not arrive.

import Desk
import Foundation
import Gateway
import Store
import TestSupport
import Testing

@Suite("Colleagues are told")
struct NoticeDeskTests {
    @Test("of a flood so many mails at once, and of the others together when the hour is over")
    func flood() throws {
        let place = try NoticePlace(hourly: 3)
        for number in 0..<10 { place.inbox.put("client\(number)") }
        try place.pass()
        // Doubt makes a request critical, so twice the number passes.
        #expect(try place.letters(.notification).count == 6)
        try place.tick(after: 60)
        #expect(try place.letters(.noticesGrouped).isEmpty)
        try place.tick(after: 3_601)
        let grouped = try place.letters(.noticesGrouped)
        #expect(grouped.map(\.letter.recipient.localPart) == ["karim.haddad"])
        try place.tick(after: 3_700)
        #expect(try place.letters(.noticesGrouped).count == 1)
        #expect(try place.letters(.savAcknowledgement).count == 10)
    }

    @Test("instead of a colleague whom a letter did not reach: once, and never back again")
    func bounced() throws {
        let place = try NoticePlace(hourly: 20)
        place.inbox.put("client")
        try place.pass()
        try place.fail(try #require(place.letters(.notification).first))
        try place.tick(after: 10)
        try place.tick(after: 20)
        let letters = try place.letters(.notification)
        #expect(letters.map(\.letter.recipient.localPart) == ["karim.haddad", "ines.rolland"])
        try place.fail(try #require(letters.last))
        try place.tick(after: 30)
        try place.tick(after: 40)
        #expect(try place.letters(.notification).count == 2)
    }
}

/// A store, a mailbox, two technicians of whom one is the handler of all.
private final class NoticePlace {
    let inbox: ScriptedInbox
    private let store: Store
    private let folder: TemporaryFolder
    private var house: HouseSettings
    private let clock = SimulatedClock()

    init(hourly: Int) throws {
        folder = try TemporaryFolder()
        store = try Store.open(folder: folder.path("state"))
        house = try ServiceHouse.house(["sav"])
        let karim = try #require(EmailAddress("karim.haddad@mileo.example"))
        let ines = try #require(EmailAddress("ines.rolland@mileo.example"))
        house.company.staff = [
            StaffMember(name: "Karim Haddad", address: karim, roles: [.technician], deputy: ines),
            StaffMember(name: "Inès Rolland", address: ines, roles: [.operationsManager]),
        ]
        house.company.staffMail.notificationsHourly = hourly
        inbox = ScriptedInbox(try #require(house.mailboxes.first?.name), clock)
    }

    func pass() throws { _ = try MailboxPass(world(at: clock.now)).run(inbox.inbox) }

    func tick(after seconds: Double) throws {
        let now = clock.now + seconds
        _ = try PromiseDesk(world(at: now)).tick(at: now)
    }

    func letters(_ kind: LetterKind) throws -> [OutboxEntry] {
        try StoreReader(folder: folder.path("state")).outbox().filter { $0.letter.kind == kind }
    }

    /// The mail server refuses a letter.
    func fail(_ letter: OutboxEntry) throws {
        try store.beginSending([letter.row], at: clock.now)
        try store.record([(letter.row, .never(note: "550 no such user"))], at: clock.now)
    }

    private func world(at now: Date) -> World {
        World(
            house: house,
            key: ServiceHouse.key,
            ledger: store,
            now: { now },
            digest: { ServiceHouse.digest($0.bytes) },
            read: { ServiceHouse.message(String(decoding: $0, as: UTF8.self)) },
            compose: { _ in ("Letter", Array("letter".utf8)) },
            inboxes: [inbox.inbox],
            postmen: []
        )
    }
}
