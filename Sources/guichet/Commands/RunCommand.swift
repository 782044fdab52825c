// guichet run: the main job. Fetch, file, acknowledge, send: once, or until somebody stops it.

import Desk
import Foundation
import Gateway
import Host
import Store

/// Runs the service's pass.
enum RunCommand {
    static let once = Option(
        name: "--once",
        value: nil,
        help: "one full pass (fetch, file, tick, send), then end"
    )

    static let command = Command(
        name: "run",
        operands: "",
        operandCount: 0...0,
        summary: "take the mail in, file it, acknowledge it, until stopped",
        details: [
            "Watches every mailbox, files what comes, and sends the letters that are due. One line",
            "of log for each event on stderr, without addresses or subjects. A mailbox that fails",
            "is tried again after 1 s to 5 min and does not stop the others.",
            "",
            "SIGTERM or SIGINT finish the mail in hand and end within 10 s; a second one ends at",
            "once. SIGHUP reads settings and templates anew; broken ones leave the old in force.",
            "One process serves a state folder: a second ends with 75 and names the first.",
            "",
            "With --once it takes in what waits, prints a line for each mail and the balance, and",
            "ends; the exit code tells of failures (69, or 75 where trying again may help), of",
            "letters too: 69 where some have failed for good, 75 where some wait.",
        ],
        options: [once, Command.json]
    ) { invocation in
        // Before anything else: no signal shall strike while things are half made.
        let signals = invocation.has(once) ? nil : SignalWatch()
        let (house, templates) = try invocation.loadHouseAndTemplates()
        let store = try invocation.openStore()
        let lock = try ServiceLock(folder: invocation.stateFolder)
        defer { lock.release() }
        if let signals {
            let run = try WatchingRun(invocation, store: store, world: house)
            return try run.run(house, templates, signals: signals)
        }
        let journal = Journal(invocation)
        let world = try invocation.makeWorld(house, store: store, templates: templates) {
            journal.note($0)
        }
        return try FullPass(world: world, invocation: invocation).run().end()
    }
}

/// One pass over everything, with what went wrong on the way.
struct FullPass {
    private let world: World
    private let invocation: Invocation
    private let putOff = LettersPutOff()
    private(set) var failures: [any WorldFailure] = []
    private var failed: [(what: [String], sentence: String)] = []
    private(set) var complaints: [String] = []

    init(world: World, invocation: Invocation) {
        var world = world
        let (putOff, told) = (putOff, world.postmark)
        world.postmark = { entry, outcome in
            putOff.note(entry, outcome)
            told(entry, outcome)
        }
        self.world = world
        self.invocation = invocation
    }

    /// Does everything once; a mailbox that fails leaves the others their turn.
    func run() throws -> FullPass {
        var pass = self
        try pass.attempt("promises") {
            try PromiseDesk(world).reckonBySettings()
            return PassReport()
        }
        let mailboxes = MailboxPass(world)
        try pass.attempt("what an earlier run left") { try mailboxes.resume() }
        let sender = Sender(world)
        for inbox in world.inboxes {
            try pass.attempt("mailbox \(inbox.mailbox.text)") {
                try mailboxes.run(inbox) { _ in
                    sender.wake()
                    return true
                }
            }
        }
        // Mail first: what a client has answered in time must not be told late by the clock.
        try pass.attempt("promises") {
            // A tick tells the morning to one person.
            for _ in 0...world.house.company.staff.count {
                guard let next = try world.tick(world.now(), { true }), next <= world.now() else {
                    break
                }
            }
            sender.wake()
            return PassReport()
        }
        try pass.send(by: sender)
        return pass
    }

    private mutating func send(by sender: Sender) throws {
        var report = DispatchReport()
        try attempt("outbox") {
            report = try sender.finish()
            var told = PassReport()
            told.complaints = report.complaints
            return told
        }
        for failed in report.failures {
            try attempt("letters of \(failed.way.text)") { throw failed.failure }
        }
    }

    private mutating func attempt(
        _ what: String,
        _ work: () throws -> PassReport
    ) throws {
        do {
            complaints += try work().complaints
        } catch let failure as any WorldFailure {
            failures.append(failure)
            // One full disk stops everything at once, and is one trouble.
            if let place = failed.firstIndex(where: { $0.sentence == failure.sentence }) {
                failed[place].what.append(what)
            } else {
                failed.append(([what], failure.sentence))
            }
        }
    }

    /// Prints the balance and tells how the pass ended.
    func end() throws -> ExitCode {
        for (what, sentence) in failed {
            invocation.output.complain("\(what.joined(separator: ", ")): \(sentence)")
        }
        var told: Set<String> = []
        for complaint in complaints where told.insert(complaint).inserted {
            invocation.output.complain(complaint)
        }
        if !invocation.has(Command.json) {
            try invocation.output.lines(
                BalanceText.lines(
                    invocation.openReader(),
                    world.house.mailboxes.map(\.name)
                )
            )
        }
        let late = putOff.sentences(without: Set(failures.map(\.sentence)))
        let lost = putOff.lost()
        for sentence in lost + late { invocation.output.complain(sentence) }
        if failures.contains(where: { !$0.isTemporary }) || !lost.isEmpty { return .unavailable }
        if !failures.isEmpty || !late.isEmpty { return .tryLater }
        guard complaints.isEmpty else { return .unavailable }
        return try tellOfWaiting() ? .tryLater : .success
    }

    // Those whose next try is not due yet: nobody looked at them in this pass.
    private func tellOfWaiting() throws -> Bool {
        let waiting = try invocation.openReader().outbox(states: [.queued])
            .count { $0.attempts > 0 }
        guard waiting > 0 else { return false }
        invocation.output.complain(
            "outbox: \(waiting) \(waiting == 1 ? "letter waits" : "letters wait") for another try "
                + "since an earlier pass; see guichet outbox"
        )
        return true
    }
}
