// Who wrote a letter that somebody passes on, in the layouts of real mail programs.

import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite("ForwardedMessage")
struct ForwardedMessageTests {
    /// A mail with the letter that it passes on.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let subject: String
        let text: String
        let wanted: String

        var testDescription: String { name }
    }

    private static let paris = TimeZone(identifier: "Europe/Paris") ?? .gmt

    /// The cases of a file of Tests/Fixtures/forwards; a file without cases is an error.
    static func cases(of name: String) throws -> [Case] {
        let file = PackageRoot.file("Tests/Fixtures/forwards/\(name).txt")
        let whole = "\n" + (try String(contentsOf: file, encoding: .utf8))
        let cases: [Case] = try whole.components(separatedBy: "\n=== ").dropFirst().map { part in
            let halves = part.components(separatedBy: "\n--- from\n")
            try #require(halves.count == 2, "\(name).txt: \(part.prefix(40))")
            let lines = halves[0].split(
                separator: "\n",
                maxSplits: 2,
                omittingEmptySubsequences: false
            )
            try #require(lines.count == 3, "\(name).txt: \(part.prefix(40))")
            return Case(
                name: String(lines[0]),
                subject: String(lines[1]),
                text: String(lines[2]),
                wanted: halves[1].trimmingCharacters(in: .whitespacesAndNewlines)
            )
        }
        try #require(!cases.isEmpty, "\(name).txt has no cases")
        return cases
    }

    private static func found(_ row: Case, text: String) -> String {
        var message = InboundMessage()
        message.subject = row.subject
        message.text = text
        let found = ForwardedMessage(
            in: message,
            split: NewText(of: text),
            subject: SubjectLine(row.subject),
            timeZone: paris
        )
        guard let found else { return "nothing" }
        let begin = row.wanted.components(separatedBy: " | ").last ?? ""
        return [
            found.address?.text ?? "-",
            found.name.isEmpty ? "-" : found.name,
            found.date.map { $0.formatted(.iso8601) } ?? "-",
            found.subject,
            String(NewTextTests.squashed(found.text).prefix(begin.count)),
        ].joined(separator: " | ")
    }

    @Test("finds who wrote what is passed on", arguments: ["french", "languages"])
    func table(name: String) throws {
        for row in try Self.cases(of: name) {
            #expect(Self.found(row, text: row.text) == row.wanted, "\(row.name)")
            let dos = row.text.replacingOccurrences(of: "\n", with: "\r\n")
            #expect(Self.found(row, text: dos) == row.wanted, "\(row.name), CRLF")
        }
    }
}
