// The supervisor: starts the services in their order, keeps an eye on them, stops them in reverse.
//
// Order of start: the outbox, what an earlier run left, the mailboxes, the clock. Order of stop:
// the clock, the mailboxes, and last the outbox, so that the mails in hand still get their letters.
// It works on the thread that calls `run`; any thread may ask it to stop or to reload.

import Desk
import Foundation
import Synchronization

/// Keeps the services running.
package final class Supervisor: Sendable {
    private let host: ServiceHost
    private let bell: Bell
    private let board: StatusBoard
    private let wishes = Mutex<Set<Event>>([])

    /// The seconds that the services have for ending well.
    package static let patienceSeconds = 8.0
    /// The part of them that is the outbox's, when the others have used theirs up.
    package static let outboxPatienceSeconds = 2.0

    /// Works in a process.
    package init(_ host: ServiceHost) throws {
        self.host = host
        bell = try host.makeBell()
        board = StatusBoard(host)
    }

    /// Asks the service to end; any thread may.
    package func askToStop() { ask(.stopAsked) }

    /// Asks the service to read its settings anew; any thread may.
    package func askToReload() { ask(.reloadAsked) }

    private func ask(_ event: Event) {
        wishes.withLock { _ = $0.insert(event) }
        bell.ring()
    }

    /// Serves until somebody asks it to stop; throws only where nothing could be started.
    package func run(_ world: World) throws {
        var run = try Run(world, supervisor: self)
        defer { move(to: .stopped, from: run.state) }
        move(to: .starting, from: nil)
        try run.start()
        for wish in takeWishes() { take(wish, in: &run) }
        take(.started, in: &run)
        while run.state == .starting || run.state == .running {
            // A wish that came during a reload has rung already.
            if wishes.withLock({ $0.isEmpty }) { pause(until: .distantFuture, run.threads) }
            for wish in takeWishes() { take(wish, in: &run) }
        }
    }

    private func take(_ event: Event, in run: inout Run) {
        let (state, order) = run.state.after(event)
        if order == .leaveBehind {
            for thread in run.threads where !thread.hasEnded { host.tell(.leftBehind(thread.name)) }
        }
        if state != run.state {
            move(to: state, from: run.state)
            run.state = state
        }
        switch order {
        case .nothing, .announce, .leaveBehind: break
        case .reloadLater: ask(.reloadAsked)
        case .reload: reload(&run)
        case .stopServices: stop(&run)
        }
    }

    private func move(to state: State, from old: State?) {
        guard state != old else { return }
        board.note(state)
        host.tell(.supervisor(state))
    }

    // Stopping comes first: whoever wants both wants the end.
    private func takeWishes() -> [Event] {
        let wishes = wishes.withLock { wishes in
            defer { wishes = [] }
            return wishes
        }
        return wishes.contains(.stopAsked) ? [.stopAsked] : Array(wishes)
    }

    private var isStopAsked: Bool { wishes.withLock { $0.contains(.stopAsked) } }

    // MARK: - Stop and reload

    private func stop(_ run: inout Run) {
        let deadline = host.now().addingTimeInterval(Self.patienceSeconds)
        let isWell = end(run.threads, until: deadline)
        take(isWell ? .servicesEnded : .patienceEnded, in: &run)
    }

    private func reload(_ run: inout Run) {
        host.tell(.reloading)
        let world: World
        do {
            world = try host.loadWorld()
        } catch let refusal as ReloadRefusal {
            return host.tell(.reloadRefused(refusal.sentences))
        } catch {
            let sentence = (error as? any WorldFailure)?.sentence ?? "\(error)"
            return host.tell(.reloadRefused([sentence]))
        }
        // Two services on one mailbox would do everything twice: the old ones must be gone first,
        // however long that takes, unless all is to end.
        guard end(run.threads, until: nil) else { return }
        run.world = world
        do {
            try run.start()
            host.tell(.reloaded)
        } catch {
            host.tell(.reloadRefused(["\(error)"]))
            ask(.stopAsked)
        }
    }

    // The outbox stands first in the list and ends last, even where another has not ended in time.
    private func end(_ threads: [ServiceThread], until deadline: Date?) -> Bool {
        let others = threads.dropFirst()
        let middle = deadline?.addingTimeInterval(-Self.outboxPatienceSeconds)
        for thread in others.reversed() { thread.askToStop() }
        var isWell = true
        for thread in others.reversed() where isWell {
            isWell = hasEnded(thread, until: middle, threads)
        }
        guard isWell || deadline != nil else { return false }
        for thread in threads.prefix(1) {
            thread.askToStop()
            isWell = hasEnded(thread, until: deadline, threads) && isWell
        }
        return isWell
    }

    private func hasEnded(
        _ thread: ServiceThread,
        until deadline: Date?,
        _ threads: [ServiceThread]
    ) -> Bool {
        while !thread.hasEnded {
            if deadline == nil, isStopAsked { return false }
            if let deadline, host.now() >= deadline { return false }
            pause(until: deadline ?? .distantFuture, threads)
        }
        if thread.isFirstLook() { host.tell(.ended(thread.name)) }
        return true
    }

    // Waits for a wish or an end, and feeds the watchdog meanwhile.
    private func pause(until moment: Date, _ threads: [ServiceThread]) {
        guard let seconds = host.beatSeconds else {
            _ = bell.wait(moment)
            return
        }
        let now = host.now()
        let stuck = threads.filter { !$0.isAlive(at: now) }
        if stuck.isEmpty { host.beat() }
        for thread in stuck { host.tell(.stuck(thread.name)) }
        _ = bell.wait(min(moment, now.addingTimeInterval(seconds)))
    }
}

// MARK: - Start

/// The services of one world, in the order of their start.
private struct Run {
    var world: World
    var state = Supervisor.State.starting
    private(set) var threads: [ServiceThread] = []
    private let parts: Supervisor.Parts

    init(_ world: World, supervisor: Supervisor) throws {
        self.world = world
        parts = supervisor.parts
    }

    mutating func start() throws {
        let (world, host) = (world, parts.host)
        let desk = ServiceDesk(host: host, board: parts.board)
        let names: [ServiceName] = [.outbox] + world.inboxes.map { .mailbox($0.mailbox) } + [.clock]
        threads = try names.map { name in
            ServiceThread(name, bell: try host.makeBell(), now: host.now)
        }
        parts.board.keep(names)
        let outbox = threads[0]
        let wakeOutbox = outbox.bell.ring
        begin(outbox) { OutboxService(in: world, desk: desk, thread: outbox) }
        takeUpWhatWasLeft(desk)
        wakeOutbox()
        for (inbox, thread) in zip(world.inboxes, threads.dropFirst()) {
            begin(thread) {
                MailboxService(inbox, in: world, desk: desk, thread: thread, wakeOutbox: wakeOutbox)
            }
        }
        for thread in threads.suffix(1) {
            begin(thread) {
                ClockService(in: world, desk: desk, thread: thread, wakeOutbox: wakeOutbox)
            }
        }
    }

    private func begin(_ thread: ServiceThread, _ make: @escaping @Sendable () -> any Service) {
        parts.host.tell(.began(thread.name))
        thread.begin(make, ended: parts.bell.ring)
    }

    // Before new mail comes in, so that no answer overtakes its question. What fails here is met
    // again, and told, by the clock's service.
    private func takeUpWhatWasLeft(_ desk: ServiceDesk) {
        try? MailboxPass(world).resume(goesOn: parts.goesOn, mark: { desk.leaveToMark($0) })
    }
}

extension Supervisor {
    /// What a run needs of its supervisor.
    fileprivate struct Parts {
        let host: ServiceHost
        let board: StatusBoard
        let bell: Bell
        let goesOn: () -> Bool
    }

    fileprivate var parts: Parts {
        Parts(host: host, board: board, bell: bell, goesOn: { [self] in !isStopAsked })
    }
}
