// One pass over a mailbox: fetch, keep, file, mark, group after group. The order is the promise: a
// mail is marked on its server only after its filing is durable, and kept before anything reads it.
// Two groups are on their way at a time: one is judged while the one before it is filed.

import Desk
import Foundation

/// What a pass came to.
package struct PassReport: Sendable {
    /// Mails that were fetched.
    package var fetched = 0
    /// Mails that found their end in this pass.
    package var filed = 0
    /// How long the oldest mail of the latest group had waited, in seconds.
    package var lagSeconds: Double?
    /// Files and mails that could not be dealt with, one sentence each.
    package var complaints: [String] = []

    /// Nothing has happened yet.
    package init() {}
}

/// Takes a mailbox's waiting mail in.
package struct MailboxPass: Sendable {
    private let world: World
    private let desk: FilingDesk

    /// How many mails share a transaction at most, and about how many bytes.
    package enum Limit {
        /// Mails in one group.
        package static let mails = 50
        /// Bytes in one group; one larger mail makes a group of its own.
        package static let bytes = 4_000_000
    }

    /// Works in a world.
    package init(_ world: World) {
        self.world = world
        desk = FilingDesk(world)
    }

    /// Takes in everything that waits in a mailbox.
    ///
    /// After each group, which is durable and marked then, `goesOn` is told of the pass so far and
    /// says whether there shall be another; the group that is in hand by then is finished all the
    /// same.
    package func run(
        _ inbox: Inbox,
        goesOn: (PassReport) -> Bool = { _ in true }
    ) throws -> PassReport {
        var report = PassReport()
        let next = try inbox.beginPass()
        var inHand = try take(next, &report)
        var isWanted = true
        while let group = inHand {
            // The next group is fetched before this one is filed, so that the processors can judge
            // the one while the other is written. A failure there may wait until this one is done.
            let ahead = Result { isWanted ? try take(next, &report) : nil }
            try finish(group, of: inbox, &report)
            isWanted = goesOn(report) && isWanted
            inHand = try ahead.get()
        }
        // The last marks were answered behind the last batch.
        report.complaints += inbox.takeComplaints()
        return report
    }

    /// A group that is durable and on its way.
    private struct Group {
        /// How many were fetched.
        let count: Int
        /// When the oldest of them was received.
        let oldest: Date
        /// Those that had found their end before.
        let known: [EndedMail]
        /// The others.
        let judged: Pending<Result<JudgedMail, any Error>>
    }

    // Fetches a group, makes it durable, and lets it be judged.
    private func take(
        _ next: (_ count: Int, _ bytes: Int) throws -> FetchedBatch,
        _ report: inout PassReport
    ) throws -> Group? {
        let batch = try next(Limit.mails, Limit.bytes)
        report.complaints += batch.complaints
        guard let oldest = batch.mails.map(\.receivedAt).min() else { return nil }
        let digests = batch.mails.map(world.digest)
        let kept = try world.ledger.keep(zip(batch.mails, digests).map { (mail: $0, digest: $1) })
        var known: [EndedMail] = []
        var waiting: [(kept: KeptMail, bytes: [UInt8])] = []
        for (mail, kept) in zip(batch.mails, kept) {
            switch kept.disposition {
            case .file, .append, .fileQuiet, .quarantine:
                known.append(EndedMail(mail.origin, kept.disposition))
            case .hold, nil: waiting.append((kept, mail.bytes))
            }
        }
        return Group(
            count: batch.mails.count,
            oldest: oldest,
            known: known,
            judged: desk.judge(waiting)
        )
    }

    private func finish(_ group: Group, of inbox: Inbox, _ report: inout PassReport) throws {
        let done = try group.known + desk.file(group.judged)
        try inbox.mark(done)
        report.fetched += group.count
        report.filed += done.count
        report.lagSeconds = max(0, world.now().timeIntervalSince(group.oldest))
    }

    /// Files what an earlier run had kept and not filed, and what is on hold.
    package func resume() throws -> PassReport {
        var report = PassReport()
        try resume(goesOn: { true }, mark: markDone, filed: { report.filed += 1 })
        return report
    }

    /// Files what was left, mail by mail, while it may go on; hands over those that have
    /// found their end, to be marked by whoever speaks with their mailbox.
    package func resume(
        goesOn: () -> Bool,
        mark: ([EndedMail]) throws -> Void,
        filed: () -> Void = {}
    ) throws {
        var seen: Set<MailID> = []
        while goesOn() {
            let waiting = try world.ledger.takeUnfiled(limit: Limit.mails)
            let fresh = waiting.filter { seen.insert($0.id).inserted }
            guard !fresh.isEmpty else { return }
            for kept in fresh {
                let done = try resume(kept)
                for _ in done { filed() }
                try mark(done.filter { !$0.origin.isHandedIn })
            }
        }
    }

    // Whatever stopped the earlier run may have been this very mail, so it is read by itself, and
    // the attempt is counted before: a mail at which the program ends again and again is filed
    // unread. A world that fails is no fault of the mail, and its attempt is taken back.
    private func resume(_ waiting: KeptMail) throws -> [EndedMail] {
        var kept = waiting
        let bytes = try world.ledger.bytes(of: kept.id)
        kept.unfinished = try world.ledger.beginAttempt(kept.id)
        kept.attempts += 1
        do {
            return try desk.file([(kept, bytes)])
        } catch {
            try? world.ledger.takeBackAttempt(kept.id)
            throw error
        }
    }

    private func markDone(_ mails: [EndedMail]) throws {
        for inbox in world.inboxes {
            try inbox.mark(mails.filter { $0.origin.mailbox == inbox.mailbox })
        }
    }
}
