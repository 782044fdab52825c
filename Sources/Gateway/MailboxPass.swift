// One pass over a mailbox: fetch, keep, file, mark, batch after batch. The order is the promise: a
// mail is marked on its server only after its filing is durable, and kept before anything reads it.

import Desk
import Foundation

/// What a pass came to.
package struct PassReport: Sendable {
    /// Mails that were fetched.
    package var fetched = 0
    /// Mails that found their end in this pass.
    package var filed = 0
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
    package enum Group {
        /// Mails in one group.
        package static let mailsMaximum = 50
        /// Bytes in one group; one larger mail makes a group of its own.
        package static let bytesMaximum = 8_000_000
    }

    /// Works in a world.
    package init(_ world: World) {
        self.world = world
        desk = FilingDesk(world)
    }

    /// Takes in everything that waits in a mailbox.
    package func run(_ inbox: Inbox) throws -> PassReport {
        var report = PassReport()
        let next = try inbox.beginPass()
        while true {
            let batch = try next(Group.mailsMaximum, Group.bytesMaximum)
            report.complaints += batch.complaints
            guard !batch.mails.isEmpty else { return report }
            report.fetched += batch.mails.count
            let done = try takeIn(batch.mails)
            try inbox.markDone(done)
            report.filed += done.count
        }
    }

    /// Files what an earlier run had kept and not filed, and what is on hold.
    package func resume() throws -> PassReport {
        var report = PassReport()
        var seen: Set<MailID> = []
        while true {
            let waiting = try world.ledger.takeUnfiled(limit: Group.mailsMaximum)
            let fresh = waiting.filter { seen.insert($0.id).inserted }
            guard !fresh.isEmpty else { return report }
            for kept in fresh {
                let bytes = try world.ledger.bytes(of: kept.id)
                let done = try desk.file([(kept, bytes)])
                try markDone(done)
                report.filed += done.count
            }
        }
    }

    private func takeIn(_ mails: [RawMessage]) throws -> [MailOrigin] {
        let digests = world.digests(mails)
        let kept = try world.ledger.keep(zip(mails, digests).map { (mail: $0, digest: $1) })
        var done: [MailOrigin] = []
        var waiting: [(kept: KeptMail, bytes: [UInt8])] = []
        for (mail, kept) in zip(mails, kept) {
            switch kept.disposition {
            case .file, .append, .fileQuiet, .quarantine: done.append(mail.origin)
            case .hold, nil: waiting.append((kept, mail.bytes))
            }
        }
        return try done + desk.file(waiting)
    }

    private func markDone(_ origins: [MailOrigin]) throws {
        for inbox in world.inboxes {
            let own = origins.filter { $0.mailbox == inbox.mailbox }
            if !own.isEmpty { try inbox.markDone(own) }
        }
    }
}
