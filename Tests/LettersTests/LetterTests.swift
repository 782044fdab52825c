// The letters that are shipped: each word of them, and what they carry; and whether their README
// tells the truth about them.

import Desk
import Foundation
import Testing

@testable import Letters

@Suite("A letter")
struct LetterTests {
    static let letters = LetterKind.allCases.flatMap { kind in
        Language.allCases.map { (kind, $0) }
    }

    private let library: TemplateLibrary

    init() throws { library = try TemplateLibrary(folder: LetterPlaces.templates) }

    @Test("reads as it was last approved", arguments: letters)
    func golden(kind: LetterKind, language: Language) throws {
        let name = "\(kind.rawValue).\(language.rawValue)"
        let full = try library.preview(kind, in: language)
        try expectGolden("Subject: \(full.subject.text)\n\n\(full.text)", name, "txt")
        try expectGolden(full.html, name, "html")
        let lean = try library.compose(kind.sampleLetter(in: language, .lean))
        try expectGolden("Subject: \(lean.subject.text)\n\n\(lean.text)", "\(name).lean", "txt")
    }

    @Test("carries what its plan decided", arguments: letters)
    func fields(kind: LetterKind, language: Language) throws {
        let letter = kind.sampleLetter(in: language)
        let sent = try library.compose(letter)
        #expect(sent.id == letter.id)
        #expect(sent.from == letter.from)
        #expect(sent.to == letter.to)
        #expect(sent.date == letter.date)
        #expect(sent.inReplyTo == letter.inReplyTo)
        #expect(sent.references == letter.references)
        #expect(sent.autoSubmitted == letter.autoSubmitted)
        #expect(sent.language == language)
    }

    @Test("is well-formed: number in the subject, plain lines, nothing remote", arguments: letters)
    func wellFormed(kind: LetterKind, language: Language) throws {
        for sample in LetterSample.allCases {
            let letter = kind.sampleLetter(in: language, sample)
            let sent = try library.compose(letter)
            #expect(sent.subject.text.hasPrefix("[\(letter.ticket)] "))
            #expect(sent.text.contains(letter.ticket.text))
            #expect(sent.text.hasSuffix("\n") && !sent.text.hasSuffix("\n\n"))
            #expect(!sent.text.contains("\n\n\n") && !sent.text.contains("\r"))
            #expect(!sent.text.contains("{{") && !sent.text.contains("\\"))
            #expect(sent.html.contains("<html lang=\"\(language.rawValue)\">"))
            #expect(sent.html.contains("Mileo Technology · 01 99 00 10 00"))
            #expect(sent.text.utf8.count <= 4096 && sent.html.utf8.count <= 4096)
            for remote in ["http", "src=", "href=", "url(", "<img", "<script", "<style", "<link"] {
                #expect(!sent.html.contains(remote))
            }
        }
    }

    @Test("says each class in its own words", arguments: Language.allCases)
    func criticality(language: Language) throws {
        var texts: Set<String> = []
        for criticality in Criticality.allCases {
            var letter = LetterKind.savAcknowledgement.sampleLetter(in: language)
            letter.values["criticality"] = .group([
                "word": .text("WORD"),
                "isCritical": .flag(criticality == .critical),
                "isStandard": .flag(criticality == .standard),
                "isInformational": .flag(criticality == .informational),
            ])
            let text = try library.compose(letter).text
            #expect(text.split(separator: "WORD").count == 2)
            texts.insert(text)
        }
        #expect(texts.count == Criticality.allCases.count)
    }

    @Test("is not written with a hole in it")
    func hole() throws {
        var letter = LetterKind.savAcknowledgement.sampleLetter(in: .french)
        letter.values["delay"] = .group([:])
        let error = #expect(throws: LetterError.self) { try library.compose(letter) }
        #expect(error?.code == .missingValue)
        #expect(error?.isTemporary == false)
        let sentence = error?.sentence ?? ""
        #expect(sentence.contains("fr/sav-acknowledgement.md:17:"), "\(sentence)")
        #expect(
            sentence.contains("the letter sav-acknowledgement (fr) has no value for «delay.hand")
        )
    }

    @Test("does not grow without bound")
    func size() throws {
        var letter = LetterKind.savAcknowledgement.sampleLetter(in: .french)
        let row = LetterValue.group(["days": .text("x"), "ranges": .text("y")])
        letter.values["hours"] = .list(Array(repeating: row, count: 300_000))
        let error = #expect(throws: LetterError.self) { try library.compose(letter) }
        #expect(error?.code == .tooLarge)
    }
}

@Suite("Templates/README.md")
struct TemplatesReadmeTests {
    private let text: String

    init() throws {
        text = try String(contentsOfFile: "\(LetterPlaces.templates)/README.md", encoding: .utf8)
    }

    /// The words in code at the beginning of a table's rows, from a heading row to its end.
    private func column(under heading: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { $0 != heading }
            .dropFirst(2)
            .prefix { $0.hasPrefix("| `") }
            .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    }

    @Test("lists the placeholders that letters have, and no other", arguments: LetterKind.allCases)
    func placeholders(kind: LetterKind) {
        let listed = column(under: "| placeholder | what it is | may be missing |")
        for language in Language.allCases {
            let values = MustacheValue(kind.sampleValues(in: language))
            let names = PlaceholderCheck.names(of: values, prefix: "")
            #expect(listed.sorted() == names.sorted())
        }
    }

    @Test("lists the placeholders of the frame, and no other")
    func frame() {
        let names = LetterTemplate.FrameName.allCases.map(\.rawValue)
        #expect(column(under: "| placeholder | what it is |").sorted() == names.sorted())
    }

    @Test("lists the files that are there, and no other", arguments: Language.allCases)
    func files(language: Language) throws {
        let listed = text.split(separator: "\n")
            .drop { $0 != "| file | is sent when |" }
            .dropFirst(2)
            .prefix { $0.hasPrefix("| `") }
            .flatMap { row in
                row.split(separator: "|")[0].split(separator: "`").filter { $0.contains(".") }
            }
            .map(String.init)
        let folder = "\(LetterPlaces.templates)/\(language.rawValue)"
        let there = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(listed.sorted() == (there + ["layout.html"]).sorted())
    }
}
