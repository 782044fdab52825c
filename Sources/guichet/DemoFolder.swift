// The demonstration's own folder and mailboxes. It is emptied without asking, so it is only ever
// touched where a marker says that an earlier demonstration made it.

import Desk
import Foundation
import Host
import MailTransport

/// The folder of a demonstration.
struct DemoFolder {
    private let path: String
    private var marker: String { "\(path)/made-by-guichet-demo" }

    init(_ path: String) {
        self.path = path
    }

    /// Empties the folder, or makes it.
    func makeAnew() throws {
        let manager = FileManager.default
        if manager.fileExists(atPath: path) {
            guard manager.fileExists(atPath: marker) else {
                throw CommandFailure(
                    .unavailable,
                    "\(path): this folder was not made by the demonstration, so it is left alone; "
                        + "name another place with --state."
                )
            }
            try attempt("remove") { try manager.removeItem(atPath: path) }
        }
        try attempt("make") {
            try manager.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try Data().write(to: URL(fileURLWithPath: marker))
        }
    }

    private func attempt(_ deed: String, _ work: () throws -> Void) throws {
        do {
            try work()
        } catch {
            throw CommandFailure(
                .unavailable,
                "cannot \(deed) the folder \(path): \(error.systemReason). "
                    + "Name another place with --state."
            )
        }
    }
}

/// The demonstration's mailboxes, filled with the invented mails.
struct DemoMaildirs {
    private let mails: String
    private let house: HouseSettings

    // The first file of all sorts first; a Maildir's name begins with a moment.
    private static let firstMoment = 1_791_180_000

    init(mails: String, house: HouseSettings) {
        self.mails = mails
        self.house = house
    }

    /// Puts every mail into its mailbox's Maildir; returns how many.
    func fill() throws -> Int {
        var count = 0
        for mailbox in house.mailboxes {
            let folder = "\(mails)/\(mailbox.name.text)"
            let names = try names(in: folder)
            guard case .maildir(let path) = mailbox.source else { continue }
            try copy(names, from: folder, to: path)
            count += names.count
        }
        guard count > 0 else {
            throw CommandFailure(.unavailable, "\(mails): there is no mail for the demonstration.")
        }
        return count
    }

    /// A journey's mail by the name of its file.
    static func shownName(of journey: Journey) -> String {
        let parts = journey.uid.split(separator: ".", maxSplits: 1)
        let name = parts.dropFirst().first.map(String.init) ?? journey.uid
        return "\(journey.origin.mailbox.text)/\(name)"
    }

    private func names(in folder: String) throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw CommandFailure(
                .unavailable,
                "\(folder): the demonstration's mails are not there; run it where Mailboxes/demo "
                    + "lies, or name the settings with --config."
            )
        }
        return names.filter { $0.hasSuffix(".eml") }.sorted()
    }

    private func copy(_ names: [String], from folder: String, to maildir: String) throws {
        let manager = FileManager.default
        do {
            for part in ["tmp", "new", "cur"] {
                try manager.createDirectory(
                    atPath: "\(maildir)/\(part)",
                    withIntermediateDirectories: true
                )
            }
            for name in names {
                let stem = name.dropLast(".eml".count)
                let moment = Self.firstMoment + (Int(name.prefix { $0.isNumber }) ?? 0)
                try manager.copyItem(
                    atPath: "\(folder)/\(name)",
                    toPath: "\(maildir)/new/\(moment).\(stem)"
                )
            }
        } catch {
            throw CommandFailure(
                .unavailable,
                "cannot put the demonstration's mails into \(maildir): "
                    + "\(error.systemReason). Name another place with --state."
            )
        }
    }
}
