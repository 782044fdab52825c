// The clock's service: keeps what is promised for a moment, and takes up mails that were kept and
// not filed, that are on hold, or that a person let out of the quarantine.

import Desk
import Foundation

/// Keeps promises.
struct ClockService: Service {
    private let world: World
    private let desk: ServiceDesk
    private let thread: ServiceThread
    private let wakeOutbox: @Sendable () -> Void
    private var trouble = Trouble()

    /// The seconds between two looks at what was left.
    static let pollSeconds = 60.0
    /// How long one turn of the clock lasts at most.
    ///
    /// After a stop, or other settings, the mails that were left have their turn in between, and an
    /// order to stop is heard.
    static let turnSeconds = 1.0

    init(
        in world: World,
        desk: ServiceDesk,
        thread: ServiceThread,
        wakeOutbox: @escaping @Sendable () -> Void
    ) {
        self.world = world
        self.desk = desk
        self.thread = thread
        self.wakeOutbox = wakeOutbox
    }

    mutating func turn() -> Date {
        let now = world.now()
        if let nextTry = trouble.nextTry, trouble.closes(at: now) { return nextTry }
        do {
            try takeUp()
            let end = now.addingTimeInterval(Self.turnSeconds)
            let due = try world.tick(now) { thread.goesOn() && world.now() < end }
            wakeOutbox()
            desk.recover(&trouble, of: thread.name)
            desk.note(thread.name) { $0.lastTurn = now }
            return min(due ?? .distantFuture, now.addingTimeInterval(Self.pollSeconds))
        } catch {
            desk.fail(&trouble, of: thread.name, error)
            return trouble.nextTry ?? now
        }
    }

    mutating func rest(until moment: Date) {
        _ = thread.bell.wait(moment)
    }

    // One round: what stays on hold is met again a minute later, not at once.
    private func takeUp() throws {
        let (desk, thread) = (desk, thread)
        var rounds = 0
        try MailboxPass(world).resume(
            goesOn: {
                defer { rounds += 1 }
                return thread.goesOn() && rounds == 0
            },
            mark: { desk.leaveToMark($0) }
        )
    }
}
