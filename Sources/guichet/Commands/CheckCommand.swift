// guichet check: is everything ready? Each thing is looked at even when another is wrong, so that
// one call tells all that is to be mended.

import Desk
import Foundation
import Letters
import Store

/// Checks what a run needs.
enum CheckCommand {
    static let command = Command(
        name: "check",
        operands: "",
        operandCount: 0...0,
        summary: "say what is wrong with settings, templates, database, mailboxes",
        details: [
            "Looks at everything that a run needs and says how to mend what is wrong.",
            "Servers are asked side by side, and have 15 seconds in all.",
            "Exit code 0: all is well; 78: settings or templates; 69: anything else.",
        ],
        options: [Command.json]
    ) { invocation in
        let checkup = Checkup(invocation)
        let house = checkup.settings()
        if let house {
            checkup.review(house)
            checkup.lexicon(house)
            checkup.replies(house)
        }
        checkup.templates()
        checkup.state(house)
        if let house { checkup.mailboxes(house) }
        checkup.clock()
        return checkup.code
    }
}

/// One round of checks.
private final class Checkup {
    private let invocation: Invocation
    private(set) var code = ExitCode.success

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    func settings() -> HouseSettings? {
        look("settings", .configuration) {
            let house = try invocation.loadHouse()
            let names = house.mailboxes.map(\.name.text).joined(separator: ", ")
            return (house, "\(house.company.name); mailboxes: \(names)")
        }
    }

    // What is only doubtful stops nothing, and is told with its place.
    func review(_ house: HouseSettings) {
        let today = house.company.calendar.day(of: Clock.now())
        let doubts = (try? invocation.reviewHouse(on: today)) ?? []
        report("settings, to look at", .warning, doubts)
    }

    // The sentences beside the house's own words still come out as they say.
    func lexicon(_ house: HouseSettings) {
        _ = look("lexicon", .configuration) {
            let entries = house.vocabulary.entries
            let failures = Vocabulary.failures(in: house, key: HouseKey.forExplanations)
            guard failures.isEmpty else {
                let sentences = failures.map { proof, found in
                    "\(proof.place): the sentence comes out as \(found), not as "
                        + "\(proof.outcome.rawValue); change the words or what is expected"
                }
                throw CommandFailure(.configuration, sentences: sentences)
            }
            let proofs = entries.compactMap(\.proof).count
            return ((), "\(entries.count) entries of the house, \(proofs) sentences hold")
        }
    }

    // Nobody but the mail server knows whether an address with a plus arrives.
    func replies(_ house: HouseSettings) {
        guard let address = house.mailboxes.first?.address.address else { return }
        let tagged = "\(address.localPart)+…@\(address.domain)"
        guard house.company.threading.tagsReplies else {
            let sentence =
                "\"threading: {reply-tags: false}\" in company.yaml: letters bear no key in their "
                + "Reply-To, so a click in the footer of a notification proves nothing about who "
                + "clicks; set it to true once the mail server delivers \(tagged)"
            report("replies", .warning, house.company.staffMail.notifies ? [sentence] : [])
            return
        }
        report(
            "replies",
            .well,
            ["letters ask for answers to \(tagged); the mail server must deliver such addresses"]
        )
    }

    func templates() {
        _ = look("templates", .configuration) {
            let library = try invocation.loadTemplates()
            let count = LetterKind.allCases.count * Language.allCases.count
            let notes = library.findings.map { "; \($0.description)" }.joined()
            return (library, "\(count) letters\(notes)")
        }
    }

    // Looks only: what is not there yet is made by the first run, under the user that runs it.
    func state(_ house: HouseSettings?) {
        guard let folder = state() else { return }
        guard FileManager.default.fileExists(atPath: "\(folder)/guichet.db") else {
            _ = look("database", .unavailable) {
                if FileManager.default.fileExists(atPath: folder) {
                    try StateFolder.requireUsable(folder)
                } else {
                    try Self.requireRoom(for: folder)
                }
                return ((), "\(folder): nothing filed yet; the first run makes it")
            }
            // The state folder's own key is made with it; one that the settings name must be there.
            if let house, house.company.key != nil { key(house) }
            return
        }
        let database: Void? = look("database", .unavailable) {
            try StateFolder.requireUsable(folder)
            let problems = try invocation.openReader().problems(thorough: false)
            if let problem = problems.first { throw CommandFailure(.unavailable, problem) }
            return ((), "\(folder)")
        }
        if database != nil, let house { key(house) }
        room(in: folder)
    }

    // A full disk stops everything, and its mails wait; who hears of it before can help.
    private func room(in folder: String) {
        let system = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = system?[.systemFreeSize] as? Int, free < Self.freeBytesMinimum else {
            return
        }
        let sentence =
            "\(free / 1_000_000) MB are free where \(folder) lies; make room, for where nothing "
            + "can be written nothing is taken in"
        report("disk", free < Self.freeBytesNeeded ? .bad : .warning, [sentence])
        if free < Self.freeBytesNeeded, code == .success { code = .unavailable }
    }

    /// Less than this is told; less than the other is too little to work with.
    private static let freeBytesMinimum = 500_000_000
    private static let freeBytesNeeded = 5_000_000

    private func key(_ house: HouseSettings) {
        _ = look("key", .configuration) {
            (try HouseKey.find(house, invocation), "the key of our Message-IDs is there")
        }
    }

    private func state() -> String? {
        do {
            return try invocation.knownStateFolder()
        } catch let failure as CommandFailure {
            return fail("database", failure.code, failure.sentences)
        } catch {
            return fail("database", .unavailable, ["\(error)"])
        }
    }

    // Where there is no database, or none that can be read, nobody knows what was filed.
    private var knownReader: StoreReader? {
        guard let folder = try? invocation.knownStateFolder(),
            FileManager.default.fileExists(atPath: "\(folder)/guichet.db")
        else { return nil }
        return try? invocation.openReader()
    }

    // The nearest folder that exists must be one that can be written to.
    private static func requireRoom(for folder: String) throws {
        var place = URL(filePath: folder)
        let manager = FileManager.default
        while !manager.fileExists(atPath: place.path(percentEncoded: false)),
            place.pathComponents.count > 1
        {
            place.deleteLastPathComponent()
        }
        let path = place.path(percentEncoded: false)
        let type = try? manager.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        guard type == .typeDirectory, manager.isWritableFile(atPath: path) else {
            throw CommandFailure(
                .unavailable,
                "\(folder) cannot be made: \(path) is no folder that this user can write to; "
                    + "name another with --state."
            )
        }
    }

    func mailboxes(_ house: HouseSettings) {
        let routes = MailRoutes(invocation, answerSeconds: Self.answerSecondsMaximum)
        var ways: [(what: String, work: @Sendable () throws -> WayReport)] = []
        for mailbox in house.mailboxes {
            let name = mailbox.name.text
            ways.append(("mailbox \(name)", { try routes.look(at: mailbox.source, of: mailbox) }))
            ways.append(("letters of \(name)", { try routes.look(at: mailbox.sink, of: mailbox) }))
        }
        let late = CommandFailure(
            .unavailable,
            "no end after \(Int(Self.secondsMaximum)) s; a server, or what finds a secret, hardly "
                + "answers: see to the network, then check again."
        )
        let looks = SideBySide(
            ways.map(\.work),
            secondsMaximum: Self.secondsMaximum,
            late: late
        )
        for (place, way) in ways.enumerated() {
            let report = look(way.what, .unavailable) {
                let report = try looks.outcome(of: place)
                return (report, report.detail)
            }
            self.report(way.what, .warning, report?.warnings ?? [])
        }
        for mailbox in house.mailboxes {
            let left = knownReader.flatMap { CurMails(of: mailbox, $0) }
            report("mailbox \(mailbox.name.text)", .warning, left.map { [$0.sentence] } ?? [])
        }
    }

    // A server that works answers within a second; whoever checks sits and waits.
    private static let answerSecondsMaximum = 8
    private static let secondsMaximum = 15.0

    func clock() {
        _ = look("clock", .unavailable) {
            let now = Clock.now()
            // Nothing of this program is older than its first release.
            guard now > Date(timeIntervalSince1970: 1_793_491_200) else {
                throw CommandFailure(
                    .unavailable,
                    "the clock says \(Moments.machine(now)); set it, or promises cannot be kept."
                )
            }
            return ((), Moments.machine(now))
        }
    }

    private func look<Value>(
        _ what: String,
        _ failureCode: ExitCode,
        _ work: () throws -> (Value, String)
    ) -> Value? {
        do {
            let (value, detail) = try work()
            report(what, .well, [detail])
            return value
        } catch let failure as CommandFailure {
            return fail(what, failure.code, failure.sentences)
        } catch let failure as any WorldFailure {
            return fail(what, failureCode, [failure.sentence])
        } catch {
            return fail(what, failureCode, ["\(error)"])
        }
    }

    // Wrong settings outweigh whatever else is wrong: they are mended first.
    private func fail<Value>(
        _ what: String,
        _ failureCode: ExitCode,
        _ sentences: [String]
    ) -> Value? {
        report(what, .bad, sentences)
        if code != .configuration { code = failureCode }
        return nil
    }

    private enum Verdict {
        case well
        /// Will be bad one day; the exit code does not tell of it.
        case warning
        case bad
    }

    private func report(_ what: String, _ verdict: Verdict, _ sentences: [String]) {
        for sentence in sentences {
            if invocation.has(Command.json) {
                invocation.output.line(
                    JSON.object([
                        ("check", .text(what)), ("ok", .bool(verdict != .bad)),
                        ("warning", .bool(verdict == .warning)), ("detail", .text(sentence)),
                    ]).line
                )
            } else {
                let mark =
                    switch verdict {
                    case .well: invocation.output.styled("ok  ", .green)
                    case .warning: invocation.output.styled("WARN", .yellow)
                    case .bad: invocation.output.styled("BAD ", .red)
                    }
                invocation.output.line("\(mark)  \(what): \(sentence.withoutControls)")
            }
        }
    }
}
