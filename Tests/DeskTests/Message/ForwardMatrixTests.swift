// Forwards by every program in every language: the layouts are few, their words are many, so the
// words stand in a table and the letters are put together from it.

import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite("Forwards, program by language")
struct ForwardMatrixTests {
    /// The words of one language's programs.
    struct Words: Sendable, CustomTestStringConvertible {
        let language: String
        // Author, sending, date, recipient, subject.
        let labels: [String]
        let prefix: String
        let apple: String
        let yahoo: String
        let thunderbird: String
        let moment: String

        var testDescription: String { language }

        init(_ row: Substring) {
            let cells = row.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            language = cells[0]
            labels = cells[1].components(separatedBy: ", ")
            prefix = cells[2]
            apple = cells[3]
            yahoo = cells[4]
            thunderbird = cells[5]
            moment = cells[6]
        }
    }

    static let words: [Words] = {
        let file = PackageRoot.file("Tests/Fixtures/forwards/words.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(Words.init)
    }()

    private static let author = "Nora Quinn <n.quinn@quinn-depot.example>"
    private let fifth: TimeInterval = 1_791_194_400
    private let sixth: TimeInterval = 1_791_305_100
    private static let text = "The gate is stuck.\nPlease come.\n\nNora"

    // Each layout by a name, with its subject and text.
    private static func letters(_ words: Words) -> [(name: String, subject: String, text: String)] {
        let l = words.labels
        let colon = words.language == "fr" ? " :" : ":"
        let to = "p.ferrand@mileo.example"
        func fields(_ pairs: [(String, String)], _ colon: String = colon) -> String {
            pairs.map { "\($0.0)\(colon) \($0.1)\n" }.joined()
        }
        let outlook = fields([(l[0], author), (l[1], words.moment), (l[3], to), (l[4], "Gate")])
        let mac = fields([(l[0], author), (l[2], words.moment), (l[3], to), (l[4], "Gate")])
        let apple = fields([(l[0], author), (l[4], "Gate"), (l[2], words.moment), (l[3], to)], ":")
        let gmail = fields([
            (l[0], author), ("Date", words.moment), ("Subject", "Gate"), ("To", to),
        ])
        let yahoo = fields([(l[0], author), (l[3], to), (l[1], words.moment), (l[4], "Gate")])
        let bird = fields([
            (l[4], "\tGate"), (l[2], "\tTue, 6 Oct 2026 18:45:00 +0200"), (l[0], "\t" + author),
            (l[3], "\t" + to),
        ])
        let quoted = "\(words.apple)\n\n\(apple)\n\(text)".components(separatedBy: "\n")
            .map { "> \($0)\n" }.joined()
        let rule = String(repeating: "_", count: 32)
        return [
            ("Outlook", "\(words.prefix) Gate", "\(outlook)\n\(text)"),
            (
                "Outlook, a comment", "\(words.prefix) Gate",
                "Hello.\n\n\(rule)\n\(outlook)\n\(text)"
            ),
            ("Outlook for Mac", "\(words.prefix) Gate", "\n\n\(mac)\n\n\(text)"),
            ("Gmail", "Gate", "---------- Forwarded message ---------\n\(gmail)\n\n\(text)"),
            ("Apple Mail", "Gate", "Hello.\n\n\(words.apple)\n\n\(apple)\n\(text)"),
            ("Apple Mail, marked", "Gate", quoted),
            ("Yahoo", "Gate", "----- \(words.yahoo) -----\n\(yahoo)\n\(text)"),
            ("Thunderbird", "Gate", "-------- \(words.thunderbird) --------\n\(bird)\n\n\(text)"),
        ]
    }

    @Test("every program's letter is found", arguments: words)
    func matrix(words: Words) {
        for letter in Self.letters(words) {
            var message = InboundMessage()
            message.subject = letter.subject
            message.text = letter.text
            let found = ForwardedMessage(
                in: message,
                split: NewText(of: letter.text),
                subject: SubjectLine(letter.subject),
                timeZone: .gmt
            )
            let row: Comment = "\(words.language), \(letter.name): \(letter.text)"
            #expect(found?.address?.text == "n.quinn@quinn-depot.example", row)
            #expect(found?.name == "Nora Quinn", row)
            #expect(found?.subject == "Gate", row)
            // The tables say the fifth of October at ten; Thunderbird its own moment.
            let isBird = letter.name == "Thunderbird"
            #expect(found?.date == Date(timeIntervalSince1970: isBird ? sixth : fifth), row)
            #expect(found?.text.hasPrefix("The gate is stuck.") == true, row)
        }
    }

    @Test("the table is there")
    func count() { #expect(Self.words.count >= 20) }
}
