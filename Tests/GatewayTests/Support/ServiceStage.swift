// A supervisor at work in a simulated time, on a real store in a temporary folder, between scripted
// mailboxes and ways out.

import Desk
import Foundation
import Gateway
import Store
import Synchronization
import TestSupport
import Testing

final class ServiceStage: Sendable {
    let clock = SimulatedClock()
    let inboxes: [ScriptedInbox]
    let postmen: [ScriptedPostman]
    let store: Store
    let supervisor: Supervisor
    private let folder: TemporaryFolder
    private let world: World
    private let record: Record
    private let done = DispatchSemaphore(value: 0)

    /// How many threads rest when nothing happens: the services and the supervisor.
    var restingCount: Int { inboxes.count + 3 }

    /// What happened so far.
    var events: [String] { record.events }

    /// How the services stood last.
    var snapshot: ServiceSnapshot? { record.snapshot.withLock { $0 } }

    /// How often the watchdog was fed, in seconds since the start.
    var beats: [Double] { record.beats.withLock { $0 } }

    /// Sets a stage up; `reload` says what a reload finds, given the first world.
    init(
        mailboxes: [String] = ["sav", "reclamations"],
        chance: Double = 0,
        beatSeconds: Double? = nil,
        reload: @escaping @Sendable (World) throws -> World = { $0 }
    ) throws {
        let (clock, record) = (clock, Record())
        self.record = record
        folder = try TemporaryFolder()
        store = try Store.open(folder: folder.path("state"))
        let house = try ServiceHouse.house(mailboxes)
        inboxes = house.mailboxes.map { ScriptedInbox($0.name, clock) }
        postmen = house.mailboxes.map { ScriptedPostman($0.name, clock) }
        var world = World(
            house: house,
            key: ServiceHouse.key,
            ledger: store,
            now: { clock.now },
            digest: { ServiceHouse.digest($0.bytes) },
            read: { ServiceHouse.message(String(decoding: $0, as: UTF8.self)) },
            compose: { _ in ("Reçu", Array("letter".utf8)) },
            inboxes: inboxes.map(\.inbox),
            postmen: postmen.map(\.postman)
        )
        world.journal = { record.note(.filed($0)) }
        world.postmark = { record.note(.handedOver($0, $1)) }
        self.world = world
        let made = world
        supervisor = try Supervisor(
            ServiceHost(
                now: { clock.now },
                chance: { chance },
                makeBell: { clock.makeBell() },
                loadWorld: { try reload(made) },
                tell: { record.note($0) },
                publish: { snapshot in record.snapshot.withLock { $0 = snapshot } },
                beat: { record.beats.withLock { $0.append(clock.seconds) } },
                beatSeconds: beatSeconds
            )
        )
    }

    /// Begins the service and waits until everything rests.
    func begin(resting count: Int? = nil) {
        Thread.detachNewThread { [self] in
            try? supervisor.run(world)
            done.signal()
        }
        clock.settle(count ?? restingCount)
    }

    /// Lets time go by.
    func advance(by seconds: Double, resting count: Int? = nil) {
        clock.advance(by: seconds, resting: count ?? restingCount)
    }

    /// Waits until the supervisor has returned.
    func waitForEnd() { done.wait() }

    /// Waits until something has happened.
    func wait(for event: String) { record.wait(for: event) }

    /// Stops the service and waits for its end.
    func end() {
        supervisor.askToStop()
        waitForEnd()
    }
}

// Unchecked: the events are touched while the condition is locked.
private final class Record: @unchecked Sendable {
    private let condition = NSCondition()
    private var told: [String] = []
    let snapshot = Mutex<ServiceSnapshot?>(nil)
    let beats = Mutex<[Double]>([])

    var events: [String] {
        condition.lock()
        defer { condition.unlock() }
        return told
    }

    func note(_ event: ServiceEvent) {
        condition.lock()
        defer { condition.unlock() }
        told.append(Self.text(event))
        condition.broadcast()
    }

    func wait(for event: String) {
        condition.lock()
        defer { condition.unlock() }
        while !told.contains(event) { condition.wait() }
    }

    private static func text(_ event: ServiceEvent) -> String {
        switch event {
        case .supervisor(let state): state.rawValue
        case .began(let name): "began \(name)"
        case .ended(let name): "ended \(name)"
        case .reloading: "reloading"
        case .reloaded: "reloaded"
        case .reloadRefused(let sentences): "refused: \(sentences.joined(separator: " | "))"
        case .tookIn(let mailbox, let fetched, let filed): "\(mailbox) took in \(fetched)/\(filed)"
        case .filed(let journey): "filed \(journey.disposition.rawValue)"
        case .handedOver(let entry, let outcome):
            switch outcome {
            case .done: "sent \(entry.letter.recipient.text)"
            case .later: "later \(entry.letter.recipient.text)"
            case .never: "never \(entry.letter.recipient.text)"
            case .uncertain: "uncertain \(entry.letter.recipient.text)"
            case .untouched: "untouched \(entry.letter.recipient.text)"
            }
        case .complained(let name, let sentence): "\(name) complains: \(sentence)"
        case .failed(let name, let way, let sentence, _):
            "\(name)\(way.map { "/\($0)" } ?? "") failed: \(sentence)"
        case .recovered(let name, let way, let failures):
            "\(name)\(way.map { "/\($0)" } ?? "") recovered after \(failures)"
        case .stuck(let name): "stuck \(name)"
        case .leftBehind(let name): "left behind \(name)"
        }
    }
}
