// A conversation written down: what we ask, what crosses the wire, what the session must tell. The
// form of the files is explained in their folder. They are read here, and the mails that they name
// are put in.

import Foundation
import IMAPWire
import Testing

/// One fixture.
struct Dialogue: CustomTestStringConvertible, Sendable {
    let name: String
    let limit: Int
    let sizeRule: SizeRule
    let turns: [Turn]

    var testDescription: String { name }

    /// What we do, what the server then sends, what we must have written and told by then.
    struct Turn: Sendable {
        let action: String
        let line: Int
        var served: [UInt8] = []
        var written = ""
        var told: [String] = []
    }

    /// All fixtures, in alphabetical order.
    static func all() throws -> [Dialogue] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".txt") }.sorted()
        return try files.map { file in
            let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
            return try Dialogue(name: String(file.dropLast(4)), text)
        }
    }

    private static var folder: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/imap").path
    }

    init(name: String, _ text: String) throws {
        var limit = 100_000
        var sizeRule = SizeRule.exact
        var turns: [Turn] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated() where !line.isEmpty && !line.hasPrefix("#")
        {
            let mark = line.prefix(2)
            let rest = String(line.dropFirst(mark.hasSuffix(" ") ? 2 : 3))
            if mark == "> " || mark == "! " {
                turns.append(Turn(action: rest, line: number + 1))
            } else if mark == "%l" {
                limit = try #require(Int(line.dropFirst("%limit ".count)))
            } else if mark == "%e" {
                sizeRule = .estimated
            } else {
                guard let last = turns.indices.last else {
                    throw Miss("\(name): begins with \(mark)")
                }
                switch mark {
                case "C:": turns[last].written += rest + "\r\n"
                case "C-": turns[last].written += rest
                case "S:": turns[last].served += try Self.expanded(rest) + "\r\n".bytes
                case "S-": turns[last].served += try Self.expanded(rest)
                case "= ":
                    turns[last].told.append(
                        String(decoding: try Self.expanded(rest), as: UTF8.self)
                    )
                default: throw Miss("\(name):\(number + 1): \(line)")
                }
            }
        }
        guard !turns.isEmpty else { throw Miss("\(name) is empty") }
        self.name = name
        self.limit = limit
        self.sizeRule = sizeRule
        self.turns = turns
    }

    // Replaces "<mail 42>" and its kin by what they stand for.
    private static func expanded(_ line: String) throws -> [UInt8] {
        var text = ""
        for (index, part) in line.split(separator: "<<", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard index > 0 else {
                text += part
                continue
            }
            let pieces = part.split(separator: ">>", maxSplits: 1, omittingEmptySubsequences: false)
            guard pieces.count == 2 else { throw Miss("no >> in \(line)") }
            text += try macro(pieces[0].split(separator: " ").map(String.init)) + pieces[1]
        }
        return text.bytes
    }

    private static func macro(_ words: [String]) throws -> String {
        guard words.count >= 2, let uid = UInt32(words[1]) else { throw Miss("macro \(words)") }
        let mail = SampleMail(uid: uid)
        let size = mail.text.utf8.count
        switch words[0] {
        case "mail": return "{\(size)}\r\n" + mail.text
        case "size": return "\(size)"
        case "text": return mail.text
        case "header": return "{\(mail.header.utf8.count)}\r\n" + mail.header
        case "first":
            let count = try #require(words.last.flatMap { Int($0) })
            return "{\(size)}\r\n" + mail.text.prefix(count)
        case "nul": return "\0"
        default: throw Miss("macro \(words)")
        }
    }
}
