// A value comes out of a letter as the characters that it is, whatever it is made of: the tags are
// those of a harmless value, the visible text is the value.

import Desk
import Testing

@testable import Letters

@Suite("A value in a letter")
struct ValueEscapingTests {
    static let subjects = [
        "[click](http://evil.example)", "![x](y)", "<b>bold</b>", "<script>alert(1)</script>",
        "# x", "1. x", "1) x", "- x", "+ x", "* x", "> x", "---", "===", "***", "~~~", "```",
        "`code`", "``", "\\", "\\\\", "x\\", "&copy;", "&#35;", "&amp;", "<http://evil.example>",
        "http://evil.example", "www.evil.example", "a | b | c", "|---|", "*a*", "_a_", "__a__",
        "**a**", "**", "*", "[x]", "[x]: /y", "![", "](", "{{ticket.number}}", "{{#x}}", "</p>",
        "<!-- x -->", "<?php", "<![CDATA[", "\"'", "    code", "\tcode", "x  ", "😀 👩‍🔧", "é ß 漢字",
        "[SAV-2026-001232]", "%0D%0ABcc: x", "x\r\nBcc: y@evil.example", "x\n\n# y", "= =", "-",
    ]

    private func letter(
        _ kind: LetterKind,
        _ language: Language,
        subject: String,
        name: String
    ) -> Letter {
        var letter = kind.sampleLetter(in: language)
        letter.values["subject"] = .text(subject)
        letter.values["client"] = .group([
            "name": .text(name), "address": .text("a@client.example"),
        ])
        return letter
    }

    /// Compares a letter with the same one made of harmless values.
    private func expectSame(
        _ library: TemplateLibrary,
        _ kind: LetterKind,
        _ language: Language,
        _ value: String
    ) throws {
        let shown = VisibleText.client(value)
        let harmless = shown.isEmpty ? "" : "harmless"
        let plain = try library.compose(
            letter(kind, language, subject: harmless, name: harmless)
        )
        let nasty = try library.compose(letter(kind, language, subject: value, name: value))
        let plainHTML = HTMLReading(plain.html)
        let nastyHTML = HTMLReading(nasty.html)
        let context = "\(value.debugDescription) in \(kind) \(language)"
        #expect(nastyHTML.tags == plainHTML.tags, "\(context)")
        // In HTML a paragraph's line break is a tag and a line feed, in the text part a line feed.
        let expected = plainHTML.text.replacing("harmless", with: shown)
        #expect(nastyHTML.text == expected, "\(context)")
        #expect(nasty.text == plain.text.replacing("harmless", with: shown), "\(context)")
        let subject = plain.subject.text.replacing("harmless", with: shown)
        #expect(nasty.subject.text == subject, "\(context)")
    }

    @Test("is shown and nothing else, for what attackers write", arguments: subjects)
    func known(subject: String) throws {
        let library = try LetterPlaces.library()
        for (index, kind) in LetterKind.allCases.enumerated() {
            try expectSame(library, kind, index % 2 == 0 ? .french : .english, subject)
        }
    }

    @Test("is shown and nothing else, for thousands of generated ones")
    func generated() throws {
        let library = try LetterPlaces.library()
        let atoms =
            Self.subjects
            + "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ 019aZé\t\n\r\u{0}\u{202E}".map(String.init)
            + ["://", "www.", "  ", "\n\n", "```\n", "{{", "}}", "&lt", "x", "1.", "\u{A0}"]
        var numbers = SeededNumbers(seed: 27)
        for round in 0..<1000 {
            var value = ""
            for _ in 0..<Int.random(in: 1...9, using: &numbers) {
                value += atoms.randomElement(using: &numbers) ?? ""
            }
            let kind = LetterKind.allCases[round % LetterKind.allCases.count]
            try expectSame(library, kind, round % 2 == 0 ? .french : .english, value)
        }
    }

    @Test("survives Markdown wherever a template may put it")
    func everywhere() throws {
        let places = [
            "{{v}}", "a {{v}} b", "- {{v}}", "1. {{v}}", "> {{v}}", "# {{v}}", "**{{v}}**",
            "*{{v}}* x", "x\n{{v}}\ny", "{{v}}\n===", "[{{v}}](tel:1)", "({{v}})", "{{v}}{{v}}",
            "- a\n  {{v}}",
        ]
        for place in places {
            let template = try MustacheTemplate(place, file: "t")
            let write = { (value: String) throws -> HTMLReading in
                let context = MustacheValue.group(["v": .text(value)])
                let markdown = try template.render(context, escape: escapeMarkdown)
                return HTMLReading(renderMarkdown(markdown))
            }
            let plain = try write("harmless")
            for subject in Self.subjects {
                let shown = VisibleText.client(subject)
                let nasty = try write(shown)
                #expect(nasty.tags == plain.tags, "\(subject) in \(place)")
                let expected = plain.text.replacing("harmless", with: shown)
                #expect(nasty.text == expected, "\(subject) in \(place)")
            }
        }
    }

    @Test("that is invisible counts as none")
    func invisible() throws {
        let library = try LetterPlaces.library()
        let letter = letter(
            .savAcknowledgement,
            .french,
            subject: "\u{202E}\u{200B} \r\n",
            name: "\u{200B}"
        )
        let sent = try library.compose(letter)
        #expect(sent.subject.text == "[\(letter.ticket)] Accusé de réception")
        #expect(sent.text.hasPrefix("Bonjour,\n"))
        #expect(sent.text.contains("demande et nous"))
    }
}
