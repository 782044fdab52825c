// The picture that the running service leaves in its state folder, for `guichet status` to read:
// one small JSON file, replaced as a whole. It is a convenience: no decision rests on it.

import Desk
import Foundation
import Gateway
import Host

/// The file `status.json`.
struct StatusFile: Sendable {
    private let path: String

    /// The file of a state folder.
    init(stateFolder: String) {
        path = "\(stateFolder)/status.json"
    }

    /// Replaces it.
    func write(_ snapshot: ServiceSnapshot, process: Int32) throws {
        let services = snapshot.services.sorted { $0.key.description < $1.key.description }
        let picture = JSON.object([
            ("state", .text(snapshot.state.rawValue)), ("process", .number(Int(process))),
            ("since", .text(Moments.machine(snapshot.since))),
            ("at", .text(Moments.machine(snapshot.at))),
            ("services", .array(services.map { Self.json($0.key, $0.value) })),
        ])
        try ReplacedFile.write(Array((picture.line + "\n").utf8), to: path)
    }

    /// What it says; nil where there is none that can be read.
    func read() -> StatusPicture? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return try? JSONDecoder().decode(StatusPicture.self, from: data)
    }

    private static func json(_ name: ServiceName, _ standing: ServiceStanding) -> JSON {
        let moment = { (moment: Date?) in JSON.optional(moment.map(Moments.machine)) }
        return .object([
            ("service", .text(name.description)),
            ("lastPoll", moment(standing.lastTurn)),
            ("lagSeconds", .optional(standing.lagSeconds.map { Int($0.rounded()) })),
            ("failures", .number(standing.failures)),
            ("lastError", .optional(standing.lastError)),
            ("lastErrorAt", moment(standing.lastErrorAt)),
            ("nextTry", moment(standing.nextTry)),
            ("complaints", .array(standing.complaints.map { .text($0) })),
        ])
    }
}

/// What the file says.
struct StatusPicture: Decodable {
    /// How one service stands.
    struct Service: Decodable {
        var service: String
        var lastPoll: String?
        var lagSeconds: Int?
        var failures: Int
        var lastError: String?
        var lastErrorAt: String?
        var nextTry: String?
        var complaints: [String]?
    }

    var state: String
    var process: Int
    var since: String
    var at: String
    var services: [Service]

    /// The state in a word; a process that is gone without having said so has stopped too.
    var word: String {
        guard state != Supervisor.State.stopped.rawValue else { return state }
        return FileManager.default.fileExists(atPath: "/proc/\(process)") ? state : "gone"
    }

    /// How the service of a mailbox stands.
    func service(of mailbox: MailboxName) -> Service? {
        services.first { $0.service == ServiceName.mailbox(mailbox).description }
    }

    /// The same, as #état tells it.
    var report: ServiceReport {
        var report = ServiceReport()
        report.isRunning = word == Supervisor.State.running.rawValue
        report.since = Self.moment(since)
        for service in services {
            let words = service.service.split(separator: " ")
            guard words.count == 2, words[0] == "mailbox",
                let name = MailboxName(String(words[1]))
            else { continue }
            report.watches[name] = .init(
                lastPoll: service.lastPoll.flatMap(Self.moment),
                lagSeconds: service.lagSeconds
            )
        }
        report.troubles = ServiceText.troubles(self)
        return report
    }

    private static func moment(_ text: String) -> Date? { try? Date(text, strategy: .iso8601) }
}
