// `guichet run` without --once: the supervisor's process. Here its signals, the service manager,
// the log and the status file meet it.

import Desk
import Foundation
import Gateway
import Glibc
import Host
import Letters
import Store
import Synchronization

/// One run of the service, until somebody stops it.
struct WatchingRun {
    private let invocation: Invocation
    private let store: Store
    private let log: ServiceLog
    private let manager: SystemdNotice
    private let house: LoggedHouse

    /// Holds the signals back first: none shall strike while things are half made.
    init(_ invocation: Invocation, store: Store, world house: HouseSettings) throws {
        self.invocation = invocation
        self.store = store
        let environment = invocation.surroundings.environment
        let output = invocation.output
        log = ServiceLog(
            isForJournal: environment["JOURNAL_STREAM"] != nil,
            isJSON: invocation.has(Command.json),
            write: { output.log($0) }
        )
        manager = SystemdNotice(environment: environment, process: getpid())
        self.house = LoggedHouse(
            LogHouse(key: try HouseKey.find(house, invocation), domain: house.company.domain)
        )
    }

    /// Serves until a signal ends it.
    func run(
        _ settings: HouseSettings,
        _ templates: TemplateLibrary,
        signals: SignalWatch
    ) throws -> ExitCode {
        let supervisor = try Supervisor(host())
        obey(signals, supervisor)
        try supervisor.run(try makeWorld(settings, templates))
        return .success
    }

    private func obey(_ signals: SignalWatch, _ supervisor: Supervisor) {
        let log = log
        let stops = Mutex(0)
        signals.begin { wish in
            switch wish {
            case .reload: supervisor.askToReload()
            case .stop:
                let count = stops.withLock { stops in
                    stops += 1
                    return stops
                }
                if count > 1 {
                    log.line(.warning, "interrupted", [], at: Clock.now())
                    _exit(ExitCode.tryLater.rawValue)
                }
                supervisor.askToStop()
            }
        }
    }

    private func makeWorld(
        _ settings: HouseSettings,
        _ templates: TemplateLibrary
    ) throws -> World {
        let tell = tell
        var world = try invocation.makeWorld(settings, store: store, templates: templates) {
            tell(.filed($0))
        }
        world.postmark = { tell(.handedOver($0, $1)) }
        house.set(LogHouse(key: world.key, domain: settings.company.domain))
        return world
    }

    private var tell: @Sendable (ServiceEvent) -> Void {
        let (log, manager, house) = (log, manager, house)
        return { event in
            log.note(event, house: house.current, at: Clock.now())
            manager.note(event)
        }
    }

    private func host() -> ServiceHost {
        let (manager, log) = (manager, log)
        let file = StatusFile(stateFolder: invocation.stateFolder)
        let isComplained = Mutex(false)
        return ServiceHost(
            now: Clock.now,
            chance: {
                var generator = SystemRandomNumberGenerator()
                return Double.random(in: 0..<1, using: &generator)
            },
            makeBell: Self.makeBell,
            loadWorld: { [self] in try loadWorld() },
            tell: tell,
            publish: { snapshot in
                manager.note(snapshot)
                do {
                    try file.write(snapshot, process: getpid())
                } catch {
                    let isFirst = isComplained.withLock { isComplained in
                        defer { isComplained = true }
                        return !isComplained
                    }
                    guard isFirst else { return }
                    log.line(.warning, "no-status", [("reason", "\(error)")], at: Clock.now())
                }
            },
            beat: { manager.beat() },
            beatSeconds: manager.beatSeconds
        )
    }

    private func loadWorld() throws -> World {
        do {
            let (house, templates) = try invocation.loadHouseAndTemplates()
            return try makeWorld(house, templates)
        } catch let failure as CommandFailure {
            throw ReloadRefusal(sentences: failure.sentences)
        }
    }

    // Waiting is told how long; the clock may be set meanwhile, so it looks again now and then.
    @Sendable private static func makeBell() throws -> Bell {
        let bell = try EventBell()
        return Bell(
            ring: { bell.ring() },
            wait: { moment in
                while true {
                    let left = max(0, moment.timeIntervalSince(Clock.now()))
                    let milliseconds = Int((min(left, 60) * 1000).rounded(.up))
                    if bell.wait(milliseconds: milliseconds) { return true }
                    if left == 0 { return false }
                }
            },
            descriptor: bell.descriptor
        )
    }
}

/// The house of the settings that are in force.
private final class LoggedHouse: Sendable {
    private let house: Mutex<LogHouse>

    init(_ house: LogHouse) { self.house = Mutex(house) }

    var current: LogHouse { house.withLock { $0 } }

    func set(_ new: LogHouse) { house.withLock { $0 = new } }
}
