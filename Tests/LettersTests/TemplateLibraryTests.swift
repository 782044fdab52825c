// What a folder of templates says when something is wrong with it. Each row changes one file of the
// shipped folder and expects every sentence that follows.

import Desk
import Foundation
import Testing

@testable import Letters

@Suite("A folder of templates")
struct TemplateLibraryTests {
    /// One change to the shipped folder and what is said of it, the folder's path left out.
    struct Mistake: CustomTestStringConvertible, Sendable {
        var file: String
        var text: String
        var sentences: [String]

        init(_ file: String, _ text: String, _ sentences: String...) {
            self.file = file
            self.text = text
            self.sentences = sentences
        }

        var testDescription: String { text }
    }

    static let receipt = "en/follow-up-receipt.md"
    static let subject = "Subject: [{{ticket.number}}]\n\n"

    static let headers: [Mistake] = [
        Mistake(receipt, "", ":1:1: the header line «Subject: …»", ":1:1: the letter has no text"),
        Mistake(
            receipt,
            "\nHello",
            ":1:1: the header line «Subject: …» is missing; write it first"
        ),
        Mistake(receipt, "Subject: [{{ticket.number}}]", ":2:1: the letter has no text"),
        Mistake(receipt, "Subject:  \n\nHello", ":1:1: the subject is empty"),
        Mistake(receipt, "Subjet: x\n\nHello", ":1:1: the header line «Subjet» is unknown"),
        Mistake(receipt, "Hello\n\nx", ":1:1: «Hello» is no header line"),
        Mistake(receipt, "Subject: [{{ticket.number}}]\nBcc: x@y.example\n\nx", ":2:1: the header"),
        Mistake(
            receipt,
            "Subject: [{{ticket.number}}]\nSubject: y\n\nx",
            ":2:1: a second «Subject»"
        ),
        Mistake(
            receipt,
            "Subject: Hello\n\nx",
            ":1:10: the subject does not show the ticket's number"
        ),
        Mistake(receipt, "Subject:  [{{tiket.number}}]\n\nx", ":1:12: the placeholder"),
    ]

    static let placeholders: [Mistake] = [
        Mistake(
            receipt,
            subject + "a\n{{clent.name}}",
            ":4:1: the placeholder «clent.name» is unknown; did you mean «client.name»?"
        ),
        Mistake(receipt, subject + "{{#urgnt}}x{{/urgnt}}", "did you mean «urgent»?"),
        Mistake(
            receipt,
            subject + "{{^somethingElse}}x{{/somethingElse}}",
            ":3:1: the placeholder «somethingElse» is unknown; use one of client.address"
        ),
        Mistake(
            receipt,
            subject + "{{hours.days}}",
            "write {{#hours}}…{{days}}…{{/hours}}"
        ),
        Mistake(receipt, subject + "{{hours}}", "«hours» is a list, not a text"),
        Mistake(
            receipt,
            subject + "{{client}}",
            "is a group, not a text; name one of address, name"
        ),
        Mistake(receipt, subject + "{{urgent}}", "«urgent» is a condition, not a text"),
        Mistake(receipt, subject + "{{{subject}}}", ":3:1: «subject» would be written unescaped"),
        Mistake(receipt, subject + "{{&subject}}", ":3:1: «subject» would be written unescaped"),
        Mistake(
            receipt,
            subject + "{{> _signatur}}",
            ":3:1: the partial «_signatur» does not exist; did you mean «_signature»?"
        ),
        Mistake(receipt, subject + "{{> other}}", "write other.md beside the letters"),
        Mistake(
            receipt,
            subject + "{{handler.name}}",
            ":3:1: «handler.name» is not known for every letter; "
                + "put it into a section that asks for it"
        ),
        Mistake(
            receipt,
            subject + "{{#urgent}}\nx",
            ":3:1: section «urgent» opened at line 3 is never closed; add {{/urgent}}"
        ),
        Mistake("fr/_hours.md", "{{> _hours}}", ":1:1: the partial «_hours» contains itself"),
        Mistake("fr/_hours.md", "{{#hours}}{{day}}{{/hours}}", "«day» is unknown"),
    ]

    static let outcomes: [Mistake] = [
        Mistake(receipt, subject + "<p>x</p>\n", ":3:1: HTML tags are not sent; write Mark"),
        Mistake(
            receipt,
            subject + "x\n\n- a <b>b</b>\n",
            ":5:5: HTML tags are not sent; write Markdown instead",
            ":5:9: HTML tags are not sent; write Markdown instead"
        ),
        Mistake(receipt, subject + "x `{{ticket.number}}`", ":3:4: a placeholder stands in code"),
        Mistake(receipt, subject + "    {{ticket.number}}", ":3:5: a placeholder stands in code"),
        Mistake(
            receipt,
            subject + "**{{company.name}}**s",
            ":3:3: a placeholder touches a mark of emphasis"
        ),
    ]

    static let links: [Mistake] = [
        Mistake(
            receipt,
            subject + "{{company.name}}\n[a]({{subject}}) ![i]({{subject}})",
            ":4:1: a value stands in the place of a link's target; it could lead anywhere",
            ":4:18: images are not sent; remove this one"
        ),
        Mistake(receipt, subject + "é ![i](http://x.example/y.png)", ":3:3: images are not sent"),
        Mistake(receipt, subject + "![i][p]\n\n[p]: cid:1", ":3:1: images are not sent"),
        Mistake(receipt, subject + "[a](<{{client.name}}>)", ":3:1: a value stands in the place"),
        Mistake(receipt, subject + "[a](x?{{client.name}})", ":3:1: a value stands in the place"),
        Mistake(receipt, subject + "<http://{{client.name}}>", ":3:1: a value stands in the pl"),
        Mistake(receipt, subject + "[a][b]\n\n[b]: {{subject}}", ":3:1: a value stands in the"),
        Mistake(receipt, subject + "[a]({{ticket.number}})", ":3:1: a value stands in the place"),
        Mistake("fr/_signature.md", "a\n**[b]({{company.phone}})**", ":2:3: a value stands in the"),
    ]

    static let several: [Mistake] = [
        Mistake(
            receipt,
            subject + "Dear {{client.nme}}\n\n{{#urgent}}\nHello",
            ":3:6: the placeholder «client.nme» is unknown; did you mean «client.name»?",
            ":5:1: section «urgent» opened at line 5 is never closed"
        ),
        Mistake(
            receipt,
            "Subject: [{{tiket.number}}]\n\n{{#hours}}{{days}}{{/hour}}\n<b>x</b> {{clint.name}}",
            ":1:11: the placeholder «tiket.number» is unknown",
            ":3:1: section «hours» opened at line 3 is never closed",
            ":3:19: {{/hour}} closes a section that is not open",
            ":4:1: HTML tags are not sent",
            ":4:5: HTML tags are not sent",
            ":4:10: the placeholder «clint.name» is unknown"
        ),
        Mistake(
            receipt,
            subject + "{{#a b}}{{days}}{{/a b}} {{x}} {{{y}}",
            ":3:1: «a b» is no name",
            ":3:26: the placeholder «x» is unknown",
            ":3:32: the tag opened by {{ is never closed"
        ),
        Mistake("layout.html", "{{titel}}\n{{{body}}", ":1:1: the placeholder", ":2:1: the tag"),
    ]

    static let frames: [Mistake] = [
        Mistake(
            "layout.html",
            "{{{body}}}\n <img src='http://x.example/y'>",
            ":2:2: «<img>» shows"
        ),
        Mistake(
            "layout.html",
            "{{{body}}}<a href=\"{{subject}}\">",
            ":1:20: «subject» stands within"
        ),
        Mistake("layout.html", "<style>p { }\n@import 'x'</style>{{{body}}}", "«@import» shows or"),
        Mistake("layout.html", "<td background=x>{{{body}}}</td>", ":1:1: «background=» shows or"),
        Mistake("layout.html", "<p style='a:URL(x)'>{{{body}}}</p>", ":1:1: «url(» shows or"),
        Mistake("layout.html", "<p>{{body}}</p>", ":1:4: {{body}} would", ":1:1: {{{body}}} is"),
        Mistake("layout.html", "<p>{{{subject}}}{{{body}}}", ":1:4: «subject» would be written"),
        Mistake("layout.html", "{{{body}}}{{titel}}", ":1:11: the placeholder «titel» is unknown"),
        Mistake("layout.html", "{{{body}}}\n{{x}}", ":2:1: the placeholder «x» is unknown; use"),
        Mistake("layout.html", "{{{body}}}{{> _signature}}", "the partial «_signature» does not"),
        Mistake("layout.html", "{{{body}}}{{#urgent}}", "section «urgent» opened at line 1"),
    ]

    static let others: [Mistake] = [
        Mistake(
            "fr/sav-acknowledgment.md",
            "x",
            "no event sends a letter of this name; use one of"
        ),
        Mistake("fr/follow-up-receipt.md", "\u{FEFF}Subjet: x\r\n\r\nx", ":1:1: the header line"),
        Mistake(
            receipt,
            String(repeating: "x", count: 262_145),
            "the file is too large; shorten it to at most 262144 bytes"
        ),
    ]

    static let allMistakes = headers + placeholders + outcomes + links + several + frames + others

    @Test("names every mistake", arguments: allMistakes)
    func mistakes(_ mistake: Mistake) throws {
        try TemplateFolder.with { folder in
            try folder.write(mistake.text, to: mistake.file)
            let thrown = #expect(throws: TemplateErrors.self) {
                try TemplateLibrary(folder: folder.path)
            }
            let sentences = thrown?.errors.map(\.sentence) ?? []
            let prefix = "\(folder.path)/\(mistake.file)"
            #expect(sentences.allSatisfy { $0.hasPrefix(prefix) }, "\(sentences)")
            #expect(sentences.count == mistake.sentences.count, "\(sentences)")
            for expected in mistake.sentences {
                #expect(sentences.contains { $0.contains(expected) }, "\(expected): \(sentences)")
            }
        }
    }

    @Test("names the mistakes of all files at once, in order")
    func allAtOnce() throws {
        try TemplateFolder.with { folder in
            try folder.delete("en/sav-acknowledgement.md")
            try folder.write("x", to: "en/sav-acknowledgment.md")
            try folder.write([0x66, 0xFF, 0x66], to: "fr/_signature.md")
            try folder.write("{{/x}}", to: "layout.html")
            try folder.write(Self.subject + "{{x}} `{{subject}}`", to: Self.receipt)
            let thrown = #expect(throws: TemplateErrors.self) {
                try TemplateLibrary(folder: folder.path + "/")
            }
            let sentences =
                thrown?.errors.map { $0.sentence.dropFirst(folder.path.count + 1) } ?? []
            #expect(sentences.count == 6, "\(sentences)")
            let expected = [
                "en/follow-up-receipt.md:3:1: the placeholder «x» is unknown",
                "en/follow-up-receipt.md:3:8: a placeholder stands in code",
                "en/sav-acknowledgement.md: the file is missing; write it",
                "en/sav-acknowledgment.md: no event sends a letter of this name; "
                    + "rename it to sav-acknowledgement.md",
                "fr/_signature.md: the file is not in UTF-8; save it in UTF-8",
                "layout.html:1:1: {{/x}} closes a section that is not open",
            ]
            for (sentence, beginning) in zip(sentences, expected) {
                #expect(sentence.hasPrefix(beginning))
            }
        }
    }

    @Test("that is missing, or holds no templates, is told in one sentence")
    func absent() throws {
        try TemplateFolder.with { folder in
            let empty = folder.path + "/fr/empty"
            try FileManager.default.createDirectory(
                atPath: empty,
                withIntermediateDirectories: false
            )
            let advice = "; name the folder of the templates with --templates"
            for (path, said) in [
                ("\(folder.path)/none", "there is no such folder"),
                ("\(folder.path)/layout.html", "this is no folder that can be read"),
                (empty, "there are no templates in this folder"),
            ] {
                let thrown = #expect(throws: TemplateErrors.self) {
                    try TemplateLibrary(folder: path)
                }
                #expect(thrown?.errors.map(\.sentence) == ["\(path): \(said)\(advice)"])
            }
        }
    }

    @Test("may hold a folder where a letter belongs, and says so")
    func unreadable() throws {
        try TemplateFolder.with { folder in
            try folder.delete(Self.receipt)
            try FileManager.default.createDirectory(
                atPath: "\(folder.path)/\(Self.receipt)",
                withIntermediateDirectories: false
            )
            let thrown = #expect(throws: TemplateErrors.self) {
                try TemplateLibrary(folder: folder.path)
            }
            #expect(
                thrown?.errors.map(\.sentence) == [
                    "\(folder.path)/\(Self.receipt): a folder stands in the file's place; "
                        + "move it away, and write the file"
                ]
            )
        }
    }

    @Test("mentions a partial that nothing uses, and files that are no templates not at all")
    func findings() throws {
        #expect(try TemplateLibrary(folder: LetterPlaces.templates).findings.isEmpty)
        try TemplateFolder.with { folder in
            try folder.write("x", to: "en/_old.md")
            try folder.write("x", to: "en/notes.txt")
            try folder.write("x", to: "en/sav-acknowledgement.md~")
            let library = try TemplateLibrary(folder: folder.path)
            #expect(
                library.findings.map(\.sentence) == [
                    "\(folder.path)/en/_old.md: no letter uses this partial; remove it, or use it"
                ]
            )
        }
    }

    @Test("may have been saved with CRLF and a byte order mark")
    func lineEndings() throws {
        try TemplateFolder.with { folder in
            let plain = try TemplateLibrary(folder: folder.path)
            for file in ["fr/sav-acknowledgement.md", "fr/_hours.md", "layout.html"] {
                let place = URL(fileURLWithPath: "\(folder.path)/\(file)")
                let text = try String(contentsOf: place, encoding: .utf8)
                try folder.write("\u{FEFF}" + text.replacing("\n", with: "\r\n"), to: file)
            }
            let other = try TemplateLibrary(folder: folder.path)
            let one = try plain.preview(.savAcknowledgement, in: .french)
            #expect(try other.preview(.savAcknowledgement, in: .french) == one)
        }
    }
}
