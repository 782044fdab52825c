// guichet simulate: plays mails through virtual time with the real core, the real store and the
// real letters, in a folder of its own. Nothing is sent and nothing outside that folder changes.

import Desk
import Foundation
import Gateway
import Host
import MIME
import Store

/// Plays mails.
enum SimulateCommand {
    private static let from = Option(
        name: "--from",
        value: "FOLDER",
        help: "the mails: a folder of .eml files, or a Maildir"
    )
    private static let until = Option(
        name: "--until",
        value: "TIME",
        help: "when to end: 2026-11-03, “2026-11-03 18:00”, or 2026-11-03T17:00:00Z"
    )
    private static let out = Option(
        name: "--out",
        value: "FOLDER",
        help: "write every letter that leaves into this folder, as .eml"
    )

    private static let clients = Option(
        name: "--clients",
        value: "FILE",
        help: "the registry of clients to play with: a file as for clients import"
    )

    private static let seed = Option(
        name: "--seed",
        value: "N",
        help: "play the made month of this number instead of a folder"
    )
    private static let days = Option(
        name: "--days",
        value: "N",
        help: "how long a made month is (default: 30)"
    )
    private static let seeds = Option(
        name: "--seeds",
        value: "COUNT",
        help: "play so many months, from --seed on"
    )

    static let command = Command(
        name: "simulate",
        operands: "",
        operandCount: 0...0,
        summary: "play mails through virtual time: letters, reminders, breaches, closings",
        details: [
            "Plays every mail of FOLDER at the moment at which it was received (its Maildir name,",
            "its topmost Received field, or its Date), with the settings and templates as they",
            "are, until TIME in the company's own time; a day alone means its end. Prints what",
            "happens as a timeline, then how every promise stands. The same mails give the same",
            "timeline, byte for byte. Nothing is sent, and no database of yours is touched.",
            "",
            "--seed plays a made month instead, with crashes and clock jumps, and checks after",
            "each step that every mail has one end, no letter leaves twice, no machine is",
            "answered, and every clock is what its events say. What fails names its seed; exit",
            "code 65.",
            "",
            "A mail in FOLDER from an address of the staff counts as that person's by its address",
            "alone: a simulation trusts the folder, a service does not. What is written to one of",
            "the mailboxes is carried out as by the service: commands (#intervention, #prolonger,",
            "#ouvrir for a call), the text to the client. What is written to the client is an",
            "answer; one that asks whether the case may be closed asks for the closing, and one",
            "that names Faits, Correction and Compensation, each on a line, is the substantive",
            "answer.",
        ],
        options: [from, until, out, clients, seed, days, seeds, Command.json]
    ) { invocation in
        guard invocation.value(seed.name) == nil else { return try playSeeds(invocation) }
        guard let folder = invocation.value(from.name) else {
            throw CommandFailure(.usage, "simulate wants --from FOLDER: the mails to play.")
        }
        guard let text = invocation.value(until.name) else {
            throw CommandFailure(.usage, "simulate wants --until TIME: when to end.")
        }
        let house = try invocation.loadHouse()
        guard let end = Moments.end(text, in: house.company.timeZone) else {
            throw CommandFailure(
                .usage,
                "“\(text.withoutControls)” is no moment; write 2026-11-03, “2026-11-03 18:00” or "
                    + "2026-11-03T17:00:00Z."
            )
        }
        let reading = MailReading()
        let played = try PlayedFolder(invocation.path(folder), house: house) {
            try reading.read($0)
        }
        for complaint in played.complaints { invocation.output.complain(complaint) }
        if let first = played.mails.map(\.receivedAt).min(), end < first {
            throw CommandFailure(
                .usage,
                "--until \(text) is before the first mail, which was received on "
                    + "\(Moments.human(first, in: house.company.timeZone))."
            )
        }
        try play(played.mails, until: end, house, invocation)
        return played.complaints.isEmpty ? .success : .badData
    }

    private static func play(
        _ mails: [ComingMail],
        until end: Date,
        _ house: HouseSettings,
        _ invocation: Invocation
    ) throws {
        let timeline = PlayedTimeline(
            invocation,
            calendar: house.company.calendar,
            letters: try letterFolder(invocation)
        )
        let templates = try invocation.loadTemplates()
        let place = try SimulationFolder()
        defer { place.remove() }
        let state = "\(place.path)/state"
        let store = try Store.open(folder: state)
        var world = try invocation.makeWorld(
            house,
            store: store,
            templates: templates,
            key: HouseKey.forExplanations
        ) { _ in }
        world.inboxes = []
        let clock = VirtualClock(mails.map(\.receivedAt).min() ?? end)
        try importClients(house, into: store, at: clock.now, invocation)
        let simulation = Simulation(
            world,
            clock: clock,
            send: { try timeline.write($0) },
            tell: { timeline.note($1, at: $0) }
        )
        try simulation.play(MailQueue(mails), until: end)
        try tellPromises(StoreReader(folder: state), house, at: end, timeline)
    }

    private static func importClients(
        _ house: HouseSettings,
        into store: Store,
        at now: Date,
        _ invocation: Invocation
    ) throws {
        guard let path = invocation.value(clients.name) else { return }
        let bytes: [UInt8]
        switch FileContent.read(invocation.path(path)) {
        case .failure(let problem): throw CommandFailure(.badData, problem.sentence)
        case .success(let content): bytes = content
        }
        let plan = ClientImport(ClientFile(bytes, house: house), registry: [])
        guard plan.problems.isEmpty else {
            throw CommandFailure(
                .badData,
                sentences: plan.problems.map { "\(path):\($0.line): \($0.sentence)." }
            )
        }
        _ = try store.importClients(plan.changes.map(\.client), at: now) {
            $0.contract(at: now, in: house)
        }
    }

    private static func number(
        _ option: Option,
        usually: Int,
        _ invocation: Invocation
    ) throws -> Int {
        guard let text = invocation.value(option.name) else { return usually }
        guard let number = Int(text), (0...1_000_000).contains(number) else {
            throw CommandFailure(
                .usage,
                "\(option.name) wants a number from 0 to 1000000, not “\(text.withoutControls)”."
            )
        }
        return number
    }

    private static func playSeeds(_ invocation: Invocation) throws -> ExitCode {
        for option in [from, until, out, clients] where invocation.value(option.name) != nil {
            throw CommandFailure(.usage, "--seed makes its own month; it takes no \(option.name).")
        }
        let first = try number(seed, usually: 0, invocation)
        let count = try number(seeds, usually: 1, invocation)
        let length = try number(days, usually: 30, invocation)
        guard length > 0, count > 0 else {
            throw CommandFailure(.usage, "--days and --seeds want a number from 1 on.")
        }
        let house = try invocation.loadHouse()
        let templates = try invocation.loadTemplates()
        let place = try SimulationFolder()
        defer { place.remove() }
        let series = SeedSeries(first..<(first + count)) { number in
            let state = "\(place.path)/\(number)"
            defer { try? FileManager.default.removeItem(atPath: state) }
            let run = SeedRun(
                seed: UInt64(number),
                days: length,
                house: house,
                folder: state
            ) { store in
                var world = try invocation.makeWorld(
                    house,
                    store: store,
                    templates: templates,
                    key: HouseKey.forExplanations
                ) { _ in }
                // Its own mails are no stranger's.
                world.read = { MailReader.read($0) }
                world.settingsMark = nil
                return world
            }
            do {
                return try run.play()
            } catch let fault as BrokenInvariant {
                throw CommandFailure(
                    .badData,
                    "seed \(number), --days \(length): \(fault.sentence)."
                )
            }
        }
        try series.run { number, report in
            invocation.output.line(
                "seed \(number): \(report.mails) mails, \(report.tickets) tickets, "
                    + "\(report.letters) letters, \(report.crashes) crashes, "
                    + "\(report.steps) steps; all holds"
            )
        }
        return .success
    }

    private static func tellPromises(
        _ reader: StoreReader,
        _ house: HouseSettings,
        at end: Date,
        _ timeline: PlayedTimeline
    ) throws {
        var filter = TicketFilter()
        filter.limit = .max
        for ticket in try reader.tickets(filter).reversed() {
            guard let file = try reader.clockedTicket(ticket.number)?.file(in: house) else {
                continue
            }
            for state in file.states(at: end) { timeline.note(state, of: ticket.number, at: end) }
            for breach in file.book.breaches(of: file.line, at: end) {
                timeline.note(breach, at: end)
            }
            timeline.note(file.outcome(at: end), at: end)
        }
    }

    private static func letterFolder(_ invocation: Invocation) throws -> String? {
        guard let folder = invocation.value(out.name).map(invocation.path) else { return nil }
        let manager = FileManager.default
        do {
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let found = try manager.contentsOfDirectory(atPath: folder)
            guard !found.contains(where: { $0.hasSuffix(".eml") }) else {
                throw CommandFailure(
                    .usage,
                    "\(folder.withoutControls): there are mails in it already; name an empty "
                        + "folder with --out."
                )
            }
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(
                .unavailable,
                "\(folder.withoutControls): the folder cannot be made: "
                    + "\(error.systemReason). Name another with --out."
            )
        }
        return folder
    }
}
