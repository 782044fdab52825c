// A store with letters that are due, and one way out whose manners each test chooses.

import Desk
import Foundation
import Gateway
import Store
import Synchronization
import TestSupport
import Testing

final class DispatchPlace {
    let clock = SimulatedClock()
    let store: Store
    private(set) var rows: [OutboxID] = []
    /// How files are put into letters.
    var enclose: @Sendable (ComposedLetter, (Enclosure) throws -> [UInt8]) throws -> [UInt8] =
        { letter, _ in letter.bytes }
    private let folder: TemporaryFolder
    private let house: HouseSettings
    private let mailbox: MailboxName
    private let inbox: ScriptedInbox

    /// Loses the connection at the moment that decides.
    static let losing: @Sendable ([OutboxEntry], Date, @Sendable () -> Bool) throws -> HandedOver =
        { letters, _, _ in
            HandedOver(letters.map { ($0.row, .uncertain(note: "the connection broke")) })
        }

    /// Files as many mails as there shall be letters.
    init(letters count: Int) throws {
        folder = try TemporaryFolder()
        store = try Store.open(folder: folder.path("state"))
        house = try ServiceHouse.house(["sav"])
        mailbox = try #require(house.mailboxes.first?.name)
        inbox = ScriptedInbox(mailbox, clock)
        for number in 0..<count { inbox.put("client\(number)") }
        _ = try MailboxPass(world(Self.accepting(mailbox))).run(inbox.inbox)
        rows = try letters().map(\.row)
        #expect(rows.count == count)
    }

    /// Sends what is due; a way out accepts everything but where the test changes it.
    func run(
        _ change: (inout Postman) -> Void,
        groupGoesOn: @Sendable () -> Bool = { true }
    ) throws -> DispatchReport {
        var postman = Self.accepting(mailbox)
        change(&postman)
        return try Dispatch(world(postman)).run(groupGoesOn: groupGoesOn)
    }

    /// Keeps a mail, which nobody has read yet.
    func keep(_ name: String) throws -> MailID {
        let mail = RawMessage(
            origin: MailOrigin(mailbox: mailbox, validity: 0, uid: .name(name)),
            receivedAt: clock.now,
            bytes: Array(name.utf8)
        )
        let kept = try store.keep([(mail: mail, digest: ServiceHouse.digest(mail.bytes))])
        return try #require(kept.first).id
    }

    /// Files what is kept and not filed.
    func resume() throws -> [Journey] {
        let told = Told()
        var world = world(Self.accepting(mailbox))
        world.journal = { told.note($0) }
        _ = try MailboxPass(world).resume()
        return told.all
    }

    /// The letters, oldest first.
    func letters() throws -> [OutboxEntry] {
        try StoreReader(folder: folder.path("state")).outbox()
    }

    /// State and attempts of each letter.
    func states() throws -> [String] {
        try letters().map { "\($0.state.rawValue) \($0.attempts)" }
    }

    private func world(_ postman: Postman) -> World {
        let clock = clock
        var world = World(
            house: house,
            key: ServiceHouse.key,
            ledger: store,
            now: { clock.now },
            digest: { ServiceHouse.digest($0.bytes) },
            read: { ServiceHouse.message(String(decoding: $0, as: UTF8.self)) },
            compose: { _ in ("Reçu", Array("letter".utf8)) },
            inboxes: [inbox.inbox],
            postmen: [postman]
        )
        world.enclose = enclose
        return world
    }

    private static func accepting(_ mailbox: MailboxName) -> Postman {
        Postman(
            mailbox: mailbox,
            deliver: { letters, _ in letters.map { ($0.row, .done(note: "fine")) } },
            findDelivered: { _ in [] }
        )
    }
}

/// What the journal was told.
private final class Told: Sendable {
    private let journeys = Mutex<[Journey]>([])

    var all: [Journey] { journeys.withLock { $0 } }

    func note(_ journey: Journey) { journeys.withLock { $0.append(journey) } }
}
