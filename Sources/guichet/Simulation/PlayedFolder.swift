// A folder of mails to be played: files that end in .eml, in it and in the folders within it, or a
// Maildir with its new/ and cur/. Nothing in it is changed.

import Desk
import Foundation
import Gateway
import MIME

/// Mails that wait to be played.
struct PlayedFolder {
    /// The mails, in the order of their names.
    private(set) var mails: [ComingMail] = []
    /// What cannot be played, one sentence each.
    private(set) var complaints: [String] = []

    /// Reads a folder.
    init(_ path: String, house: HouseSettings, read: ([UInt8]) throws -> InboundMessage) throws {
        let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
            throw CommandFailure(.badData, "\(path.withoutControls): there is no such folder.")
        }
        guard attributes[.type] as? FileAttributeType == .typeDirectory else {
            throw CommandFailure(
                .badData,
                "\(path.withoutControls): this is a file; name the folder in which the mails lie."
            )
        }
        let names = try Self.names(in: path)
        guard !names.isEmpty else {
            throw CommandFailure(
                .badData,
                "\(path.withoutControls): there is no mail in it: neither files that end in .eml "
                    + "nor a Maildir's new and cur."
            )
        }
        for name in names { try add(name, in: path, house, read) }
        guard !mails.isEmpty else {
            throw CommandFailure(.badData, sentences: complaints)
        }
    }

    // A Maildir's folders hold mail and nothing else; anywhere else a mail's name says so.
    private static func names(in path: String) throws -> [String] {
        let manager = FileManager.default
        let isMaildir =
            manager.fileExists(atPath: "\(path)/cur")
            || manager.fileExists(atPath: "\(path)/new")
        let folders = isMaildir ? ["new", "cur"] : [""]
        var names: [String] = []
        for folder in folders {
            let place = folder.isEmpty ? path : "\(path)/\(folder)"
            guard let found = manager.enumerator(atPath: place) else { continue }
            for case let name as String in found {
                let last = name.split(separator: "/").last ?? ""
                guard !last.hasPrefix("."), isMaildir || name.hasSuffix(".eml") else { continue }
                names.append(folder.isEmpty ? name : "\(folder)/\(name)")
            }
        }
        return names.sorted()
    }

    private mutating func add(
        _ name: String,
        in folder: String,
        _ house: HouseSettings,
        _ read: ([UInt8]) throws -> InboundMessage
    ) throws {
        let bytes: [UInt8]
        switch FileContent.read("\(folder)/\(name)") {
        case .success(let content): bytes = content
        case .failure(let problem):
            complaints.append(problem.sentence)
            return
        }
        guard let moment = Self.delivered(name) ?? ReceivedMoment.of(bytes) else {
            complaints.append(
                "\(folder)/\(name): it is not played, because nothing tells when it was received: "
                    + "it has no Received and no Date field.".withoutControls
            )
            return
        }
        guard let mailbox = Explanation.mailbox(for: try read(bytes), in: house) else { return }
        mails.append(
            ComingMail(name: name, mailbox: mailbox.name, receivedAt: moment, bytes: bytes)
        )
    }

    // A Maildir's name begins with the moment of delivery; a name that a person gave does not.
    private static func delivered(_ name: String) -> Date? {
        let last = name.split(separator: "/").last ?? ""
        let digits = last.prefix { $0.isASCII && $0.isNumber }
        guard (9...12).contains(digits.count), last.dropFirst(digits.count).first == ".",
            let seconds = Int(digits)
        else { return nil }
        return Date(timeIntervalSince1970: Double(seconds))
    }
}
