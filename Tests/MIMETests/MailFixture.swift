// The mails of Tests/Fixtures/mime with what is expected to be read from them.

import Desk
import Foundation
import TestSupport
import Testing

/// One mail and its expectation.
struct MailFixture: Sendable, CustomTestStringConvertible {
    /// The stem of its file's name.
    let name: String

    /// All of them, by name.
    static let all: [MailFixture] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return files.filter { $0.hasSuffix(".eml") }.sorted().map {
            MailFixture(name: String($0.dropLast(4)))
        }
    }()

    private static let folder = PackageRoot.file("Tests/Fixtures/mime")

    var testDescription: String { name }

    /// The mail as it lies on the disk, with LF.
    func bytes() throws -> [UInt8] {
        Array(try Data(contentsOf: file("eml")))
    }

    /// What is expected of it; nil where nothing is yet.
    func expectation() -> String? {
        try? String(contentsOf: file("json"), encoding: .utf8)
    }

    /// Leaves what was read beside the expectation, to be blessed.
    func write(actual: String) throws {
        try Data(actual.utf8).write(to: file("actual.json"))
    }

    /// Takes away what an earlier run left.
    func removeActual() {
        try? FileManager.default.removeItem(at: file("actual.json"))
    }

    /// A message as the expectations write it.
    static func text(of message: InboundMessage) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return String(decoding: try encoder.encode(message), as: UTF8.self) + "\n"
    }

    private func file(_ ending: String) -> URL {
        Self.folder.appending(path: "\(name).\(ending)")
    }
}

extension [UInt8] {
    /// With every LF that follows no CR as CRLF.
    var withCRLF: [UInt8] {
        var bytes: [UInt8] = []
        for byte in self {
            if byte == UInt8(ascii: "\n"), bytes.last != UInt8(ascii: "\r") {
                bytes.append(UInt8(ascii: "\r"))
            }
            bytes.append(byte)
        }
        return bytes
    }
}

extension InboundMessage {
    /// Without what depends on the line ends of the bytes: sizes and digests of unencoded files.
    var withoutMeasures: InboundMessage {
        var message = self
        message.attachments = Self.bare(attachments)
        for index in attachedMails.indices {
            let files = attachedMails[index].attachments
            message.attachedMails[index].attachments = Self.bare(files)
        }
        return message
    }

    private static func bare(_ files: [Desk.Attachment]) -> [Desk.Attachment] {
        files.map { file in
            Desk.Attachment(
                name: file.name,
                type: file.type,
                size: 0,
                sha256: "",
                contentID: file.contentID,
                isInline: file.isInline
            )
        }
    }
}
