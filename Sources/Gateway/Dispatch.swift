// Stage "send": letters leave the outbox. The store commits `sending` before the first byte leaves,
// and what became of each letter afterwards. A letter that a crash has left in between is looked up
// in the evidence before it is sent again, so that no client gets it twice (invariant 4).
//
// Each mailbox's way out fails by itself: the letters of the others leave all the same.

package import Desk
package import Foundation

/// What sending came to.
package struct DispatchReport: Sendable {
    /// Letters that were accepted.
    package var sent = 0
    /// Letters found to have left before a stop.
    package var found = 0
    /// Letters that will be tried again.
    package var later = 0
    /// Letters that were refused for good.
    package var refused = 0
    /// Letters of which nobody knows.
    package var uncertain = 0
    /// The ways out that failed as a whole, by the mailbox in whose name they carry, and the
    /// mailboxes whose letters wait for that.
    package var failures: [(way: MailboxName, letters: Set<MailboxName>, failure: any Error)] = []
    /// The ways out that did their work.
    package var reached: Set<MailboxName> = []
    /// The ways out that have no room now, with the mailboxes whose letters wait for that, and
    /// when there is room again.
    package var full: [MailboxName: (letters: Set<MailboxName>, nextAt: Date)] = [:]
    /// What went wrong beside, one sentence each.
    package var complaints: [String] = []

    /// Nothing has happened yet.
    package init() {}

    /// Takes in what another run came to.
    mutating func add(_ other: DispatchReport) {
        sent += other.sent
        found += other.found
        later += other.later
        refused += other.refused
        uncertain += other.uncertain
        failures += other.failures
        reached.formUnion(other.reached)
        full.merge(other.full) { $1 }
        complaints += other.complaints
    }

    mutating func count(_ outcome: SendOutcome) {
        switch outcome {
        case .done: sent += 1
        case .later, .untouched: later += 1
        case .never: refused += 1
        case .uncertain: uncertain += 1
        }
    }
}

/// Carries letters out.
package struct Dispatch: Sendable {
    let world: World

    /// How many letters are handed over between two commits.
    package static let groupMaximum = 100
    /// How often a letter whose answer did not come is handed over again by itself: where nobody
    /// fills the folder of traces, its recipient shall not get it without end.
    package static let repeatsMaximum = 1
    /// How often one is that a stop of the program has caught.
    package static let repeatsAfterStopMaximum = 3

    /// Works in a world.
    package init(_ world: World) {
        self.world = world
    }

    /// Settles what a stop has left open, then sends what is due, but for the letters of some
    /// mailboxes; between two groups it asks whether it goes on, and between two letters of a group
    /// whether the group does.
    package func run(
        except closed: Set<MailboxName> = [],
        goesOn: () -> Bool = { true },
        groupGoesOn: @Sendable () -> Bool = { true }
    ) throws -> DispatchReport {
        var report = DispatchReport()
        var closed = closed
        let interrupted = try world.ledger.interruptedLetters()
        try carry(interrupted.filter { !closed.contains($0.letter.mailbox) }, &report, &closed) {
            try settle($1, by: $0, &$2)
        }
        while true {
            let due = try world.ledger.dueLetters(
                at: world.now(),
                limit: Self.groupMaximum,
                except: closed
            )
            guard !due.isEmpty else { return report }
            try carry(due, &report, &closed) { try send($1, by: $0, &$2, groupGoesOn) }
            guard goesOn(), groupGoesOn() else { return report }
        }
    }

    // One way out after the other. What the store refuses ends the whole; a way that fails closes
    // the mailboxes whose letters it would have carried.
    private func carry(
        _ entries: [OutboxEntry],
        _ report: inout DispatchReport,
        _ closed: inout Set<MailboxName>,
        _ work: (Postman, [OutboxEntry], inout DispatchReport) throws -> (any Error)?
    ) throws {
        for (postman, letters) in byPostman(entries) {
            if let failure = try work(postman, letters, &report) {
                let mailboxes = Set(letters.map(\.letter.mailbox))
                closed.formUnion(mailboxes)
                report.failures.append((postman.mailbox, mailboxes, failure))
            } else if let full = report.full[postman.mailbox] {
                closed.formUnion(full.letters)
            }
        }
    }

    // A letter is looked for when its trace has had time to appear. Where nothing can tell, sending
    // it again might be sending it twice: a person decides.
    private func settle(
        _ letters: [OutboxEntry],
        by postman: Postman,
        _ report: inout DispatchReport
    ) throws -> (any Error)? {
        let now = world.now()
        let letters = try settleByNotes(letters, of: postman, at: now, &report)
        let ripe = letters.filter {
            abs(now.timeIntervalSince($0.changedAt)) >= postman.evidenceSeconds
        }
        guard !ripe.isEmpty else { return nil }
        guard let findDelivered = postman.findDelivered else {
            report.refused += ripe.count
            let why = Self.hasNoTrace
            try record(
                ripe.map { ($0.row, .never(note: Self.undecided($0, because: why))) },
                of: ripe
            )
            return nil
        }
        let delivered: Set<MessageID>
        do {
            delivered = try findDelivered(Set(ripe.map(\.letter.id)))
        } catch {
            return error
        }
        report.reached.insert(postman.mailbox)
        report.found += delivered.count
        try record(
            ripe.filter { delivered.contains($0.letter.id) }
                .map { ($0.row, .done(note: "found where it was delivered")) },
            of: ripe
        )
        try settleWithoutTrace(
            ripe.filter { !delivered.contains($0.letter.id) },
            of: postman,
            at: now,
            &report
        )
        return nil
    }

    // Only where a trace would be there by itself does its absence tell, and only so often: from a
    // folder that nobody fills the client would get the letter again and again.
    private func settleWithoutTrace(
        _ letters: [OutboxEntry],
        of postman: Postman,
        at now: Date,
        _ report: inout DispatchReport
    ) throws {
        let again = letters.filter { entry in
            let isCaught = entry.state == .sending
            let maximum = isCaught ? Self.repeatsAfterStopMaximum : Self.repeatsMaximum
            return postman.absenceTells && entry.repeats < maximum
        }
        // A repeat is one of an uncertain letter, and is counted as such.
        let caught = again.filter { $0.state == .sending }
        try record(
            caught.map { ($0.row, .uncertain(note: "a stop came before its end")) },
            of: caught
        )
        try record(
            again.map { ($0.row, .later(now, note: "no trace of it; sent again")) },
            of: again
        )
        let rows = Set(again.map(\.row))
        let undecided = letters.filter { !rows.contains($0.row) }
        report.refused += undecided.count
        try record(
            undecided.map { entry in
                let why = postman.absenceTells ? Self.isRepeated : Self.hasOwnCopiesOnly
                return (entry.row, .never(note: Self.undecided(entry, because: why)))
            },
            of: undecided
        )
    }

    private static let hasNoTrace = "no sent-folder can tell"
    private static let hasOwnCopiesOnly =
        "our own copy (append-sent) is made after the server's answer, so it cannot tell"
    private static let isRepeated =
        "it was sent again once already and left no trace in the sent-folder either"

    // A kill leaves a whole group `sending`, of which one letter at most was on its way. Returns
    // those that the notes leave in doubt.
    private func settleByNotes(
        _ letters: [OutboxEntry],
        of postman: Postman,
        at now: Date,
        _ report: inout DispatchReport
    ) throws -> [OutboxEntry] {
        let caught = letters.filter { $0.state == .sending }
        guard !caught.isEmpty else { return letters }
        let notes = postman.notes(Set(caught.map(\.letter.id)))
        let known = caught.filter { notes[$0.letter.id] != nil }
        guard !known.isEmpty else { return letters }
        report.found += known.count { notes[$0.letter.id] == true }
        try record(
            known.map { entry in
                notes[entry.letter.id] == true
                    ? (entry.row, .done(note: "taken before a stop"))
                    : (entry.row, .later(now, note: "a stop came before its turn"))
            },
            of: known
        )
        return letters.filter { $0.state != .sending || notes[$0.letter.id] == nil }
    }

    private static func undecided(_ entry: OutboxEntry, because reason: String) -> String {
        let why = entry.note.isEmpty ? "" : " (\(entry.note))"
        return
            "nobody knows whether it has left\(why), and \(reason): ask the mail server's log or "
            + "the client, then guichet outbox retry \(entry.row.row) if it has not"
    }

    private func send(
        _ waiting: [OutboxEntry],
        by postman: Postman,
        _ report: inout DispatchReport,
        _ goesOn: @Sendable () -> Bool
    ) throws -> (any Error)? {
        var letters = waiting
        if let room = postman.room(world.now()), room.letters < letters.count {
            let mailboxes = Set(letters.map(\.letter.mailbox))
            report.full[postman.mailbox] = (mailboxes, room.nextAt)
            letters = Array(letters.prefix(room.letters))
        }
        letters = Self.carriable(letters)
        guard !letters.isEmpty else { return nil }
        try world.ledger.beginSending(letters.map(\.row), at: world.now())
        let (whole, broken) = enclose(letters)
        var handed: HandedOver
        do {
            handed = try postman.handOver(whole, world.now(), goesOn)
            handed.outcomes += broken
        } catch {
            // What had already been handed over is not known, so all of them are uncertain and the
            // evidence decides at the next turn.
            let note = (error as? any WorldFailure)?.sentence ?? "\(error)"
            try record(letters.map { ($0.row, .uncertain(note: note)) }, of: letters)
            return error
        }
        for (_, outcome) in handed.outcomes { report.count(outcome) }
        report.complaints += handed.complaints
        if handed.failure == nil { report.reached.insert(postman.mailbox) }
        try record(handed.outcomes, of: letters)
        return handed.failure
    }

    private func record(
        _ outcomes: [(OutboxID, SendOutcome)],
        of letters: [OutboxEntry]
    ) throws {
        guard !outcomes.isEmpty else { return }
        try world.ledger.record(
            outcomes.map { (letter: $0.0, outcome: $0.1) },
            at: world.now()
        )
        let entries = Dictionary(
            letters.map { ($0.row, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for (row, outcome) in outcomes {
            if let entry = entries[row] { world.postmark(entry, outcome) }
        }
    }

    private func byPostman(_ entries: [OutboxEntry]) -> [(Postman, [OutboxEntry])] {
        let known = Set(world.postmen.map(\.mailbox))
        return world.postmen.enumerated().compactMap { place, postman in
            let own = entries.filter { entry in
                // Letters of a mailbox that has left the settings go out the first way.
                entry.letter.mailbox == postman.mailbox
                    || place == 0 && !known.contains(entry.letter.mailbox)
            }
            return own.isEmpty ? nil : (postman, own)
        }
    }
}
