// guichet demo: the whole main job on an embedded default, with nothing outside its own folder.
//
// Invented mails are put into two Maildirs, one pass is made over them, and everything is told:
// each mail's journey, the tickets, one letter in full, the balance. The folder is made anew each
// time.

import Desk
import Foundation
import Gateway
import Letters
import MailTransport
import Store
import Synchronization

/// Plays the main job.
enum DemoCommand {
    static let command = Command(
        name: "demo",
        operands: "",
        operandCount: 0...0,
        summary: "show the main job at work on invented mails; no network, no traces",
        details: [
            "Takes the invented mails of DIR/demo/mails (DIR is --config), files them in a store",
            "of their own under the state folder, writes the letters into a Maildir there, and",
            "tells each mail's way with its reason. Can be repeated; begins anew each time.",
        ],
        options: []
    ) { invocation in
        try Demo(invocation).play()
    }
}

/// One demonstration.
private struct Demo {
    private let invocation: Invocation
    private let output: Output
    private let mails: String

    init(_ given: Invocation) throws {
        let folder = "\(given.configFolder)/demo"
        mails = "\(folder)/mails"
        var options = given.options
        options["--config"] = folder
        options["--state"] = "\(try given.knownStateFolder())/demo"
        invocation = Invocation(
            operands: [],
            options: options,
            surroundings: given.surroundings,
            output: given.output
        )
        output = given.output
    }

    func play() throws -> ExitCode {
        let house = try invocation.loadHouse()
        let templates = try invocation.loadTemplates()
        try DemoFolder(invocation.stateFolder).makeAnew()
        let count = try DemoMaildirs(mails: mails, house: house).fill()
        heading("\(count) invented mails wait in \(house.mailboxes.count) mailboxes")
        let journeys = try pass(house, templates)
        for journey in journeys { output.lines(lines(of: journey)) }
        let reader = try invocation.openReader()
        heading("The tickets")
        var filter = TicketFilter()
        filter.limit = 100
        output.lines(
            TicketText.table(of: try reader.tickets(filter).reversed(), in: house.company.timeZone),
            setIn: 4
        )
        try showLetter(reader)
        heading("The balance: every mail stands in exactly one column")
        output.lines(try BalanceText.lines(reader), setIn: 4)
        next(journeys)
        return .success
    }

    private func pass(
        _ house: HouseSettings,
        _ templates: TemplateLibrary
    ) throws -> [Journey] {
        let store = try invocation.openStore()
        let journeys = Journeys()
        let world = try invocation.makeWorld(house, store: store, templates: templates) {
            journeys.note($0)
        }
        let pass = try FullPass(world: world, invocation: invocation).run()
        if let failure = pass.failures.first { throw failure }
        return journeys.all
    }

    /// A mail's way on one line; on a terminal its last column is broken, or all of it.
    private func lines(of journey: Journey) -> [String] {
        let name = DemoMaildirs.shownName(of: journey)
        let style: Output.Style =
            switch journey.disposition {
            case .file: .green
            case .append: .cyan
            case .fileQuiet: .dim
            case .quarantine, .hold: .yellow
            }
        let kind = journey.criticality.map { "\(journey.nature.rawValue), \($0.rawValue)" }
        let end =
            output.styled(padded(journey.disposition.rawValue, 11), style)
            + padded(journey.ticket?.text ?? "-", 17)
            + padded(kind ?? journey.nature.rawValue, 24)
        let letter = journey.acknowledgement.isDue ? "acknowledged: " : "no letter: "
        let reason = letter + journey.acknowledgement.reason.withoutControls
        let width = output.columns ?? .max
        if width < 130 {
            return [name.withoutControls, "  " + end]
                + reason.wrapped(to: width - 2).map { "  " + output.styled($0, .dim) }
        }
        let reasons = reason.wrapped(to: width - 98).map { output.styled($0, .dim) }
        let margins =
            [padded(name, 46) + end]
            + repeatElement(String(repeating: " ", count: 98), count: reasons.count - 1)
        return zip(margins, reasons).map { $0 + $1 }
    }

    private func padded(_ text: String, _ width: Int) -> String {
        let shown = text.withoutControls.cut(to: width - 1)
        return shown + String(repeating: " ", count: width - shown.count)
    }

    private func showLetter(_ reader: StoreReader) throws {
        guard let listed = try reader.outbox().first,
            let entry = try reader.outboxEntry(listed.row)
        else { return }
        heading("One acknowledgement, as it left")
        output.lines(WrittenLetter.readable(entry.letter.bytes).map { "  \($0)" }, setIn: 2)
    }

    private func next(_ journeys: [Journey]) {
        heading("What to try next")
        let number = journeys.first { $0.disposition == .file }?.ticket?.text ?? "NUMBER"
        let program = invocation.surroundings.program
        let options = "--config \(invocation.configFolder) --state \(invocation.stateFolder)"
        output.lines([
            "  \(program) show \(number) \(options)",
            "  \(program) explain \(mails)/sav/*.eml --config \(invocation.configFolder)",
            "  \(program) quarantine \(options)",
            "  \(program) template preview complaint-acknowledgement --language en "
                + "--templates \(invocation.templatesFolder)",
        ])
    }

    private func heading(_ text: String) {
        output.line()
        output.line(output.styled(text, .bold))
    }
}

/// Journeys, collected in their order.
private final class Journeys: Sendable {
    private let collected = Mutex<[Journey]>([])

    var all: [Journey] { collected.withLock { $0 } }

    func note(_ journey: Journey) { collected.withLock { $0.append(journey) } }
}
