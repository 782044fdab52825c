// One mailbox's service: a pass, a rest until news or the next poll, another pass. A failure closes
// this mailbox's way for a while and no other's.

import Desk
import Foundation

/// Watches one mailbox.
struct MailboxService: Service {
    private let world: World
    private let inbox: Inbox
    private let desk: ServiceDesk
    private let thread: ServiceThread
    private let wakeOutbox: @Sendable () -> Void
    private var trouble = Trouble()
    private var complaints: Set<String> = []

    init(
        _ inbox: Inbox,
        in world: World,
        desk: ServiceDesk,
        thread: ServiceThread,
        wakeOutbox: @escaping @Sendable () -> Void
    ) {
        self.world = world
        self.inbox = inbox
        self.desk = desk
        self.thread = thread
        self.wakeOutbox = wakeOutbox
    }

    mutating func turn() -> Date {
        if let nextTry = trouble.nextTry, trouble.closes(at: world.now()) { return nextTry }
        do {
            try markWhatWasLeft()
            let report = try pass()
            desk.recover(&trouble, of: thread.name)
            tell(report)
            return world.now().addingTimeInterval(inbox.pollSeconds)
        } catch {
            return fail(error)
        }
    }

    mutating func rest(until moment: Date) {
        guard trouble.isOver else {
            _ = thread.bell.wait(moment)
            return
        }
        do {
            try inbox.waitForNews(moment, thread.bell)
        } catch {
            _ = thread.bell.wait(fail(error))
        }
    }

    private func markWhatWasLeft() throws {
        let mails = desk.takeToMark(inbox.mailbox)
        guard !mails.isEmpty else { return }
        do {
            try inbox.mark(mails)
        } catch {
            desk.leaveToMark(mails)
            throw error
        }
    }

    // The outbox is woken after every commit, so that nobody waits for the end of a long pass.
    private func pass() throws -> PassReport {
        let (desk, thread, wakeOutbox) = (desk, thread, wakeOutbox)
        var fetched = 0
        var filed = 0
        return try MailboxPass(world).run(inbox) { report in
            wakeOutbox()
            let group = ServiceEvent.tookIn(
                inbox.mailbox,
                fetched: report.fetched - fetched,
                filed: report.filed - filed
            )
            (fetched, filed) = (report.fetched, report.filed)
            desk.host.tell(group)
            return thread.goesOn()
        }
    }

    // A file that cannot be read is met in every pass; it is told once.
    private mutating func tell(_ report: PassReport) {
        for complaint in report.complaints where !complaints.contains(complaint) {
            desk.host.tell(.complained(thread.name, complaint))
        }
        complaints = Set(report.complaints)
        let now = world.now()
        let stay = Array(complaints.sorted().prefix(ServiceStanding.complaintsMaximum))
        desk.note(thread.name) { standing in
            standing.complaints = stay
            standing.lastTurn = now
            standing.lagSeconds = report.lagSeconds ?? standing.lagSeconds
        }
    }

    private mutating func fail(_ failure: any Error) -> Date {
        desk.fail(&trouble, of: thread.name, failure)
        // A pass may have filed mails before it failed; their letters need not wait.
        wakeOutbox()
        return trouble.nextTry ?? world.now()
    }
}
