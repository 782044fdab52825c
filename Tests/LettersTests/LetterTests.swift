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

    init() throws { library = try LetterPlaces.library() }

    @Test("reads as it was last approved", arguments: letters)
    func golden(kind: LetterKind, language: Language) throws {
        let name = "\(kind.rawValue).\(language.rawValue)"
        let full = try library.preview(kind, in: language)
        try expectGolden("Subject: \(full.subject.text)\n\n\(full.text)", name, "txt")
        try expectGolden(full.html, name, "html")
        let lean = try library.compose(kind.sampleLetter(in: language, .lean))
        try expectGolden("Subject: \(lean.subject.text)\n\n\(lean.text)", "\(name).lean", "txt")
    }

    @Test(
        "tells whoever wrote long before his mail was passed on what was not kept",
        arguments: [LetterKind.savAcknowledgement, .complaintAcknowledgement],
        Language.allCases
    )
    func passedOnLate(kind: LetterKind, language: Language) throws {
        var choice = SampleChoice()
        choice.isPassedOnLate = true
        for (sample, part) in [(LetterSample.full, ""), (.lean, ".lean")] {
            let letter = try library.compose(kind.sampleLetter(in: language, sample, choice))
            let name = "\(kind.rawValue).late-forward.\(language.rawValue)\(part)"
            try expectGolden("Subject: \(letter.subject.text)\n\n\(letter.text)", name, "txt")
        }
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
            // A reminder of one dossier names it; the full samples are of two.
            let names =
                kind.isAboutOneTicket
                || [.reminder, .breachReport].contains(kind) && sample == .lean
            #expect(sent.subject.text.hasPrefix("[\(letter.ticket)] ") == names)
            #expect(sent.text.hasSuffix("\n") && !sent.text.hasSuffix("\n\n"))
            #expect(!sent.text.contains("\n\n\n") && !sent.text.contains("\r"))
            #expect(!sent.text.contains("{{") && !sent.text.contains("\\"))
            #expect(sent.html.contains("<html lang=\"\(language.rawValue)\">"))
            #expect(sent.html.contains("Mileo Technology · 01 99 00 10 00"))
            #expect(sent.text.utf8.count <= 4096 && sent.html.utf8.count <= 8192)
            // The one thing to click is an answer to the very mailbox that writes.
            let own = "href=\"mailto:\(letter.from.address)?subject=%5B\(letter.ticket)%5D%20"
            let html = sent.html.replacing(own, with: "")
            for remote in ["http", "src=", "href=", "url(", "<img", "<script", "<style", "<link"] {
                #expect(!html.contains(remote))
            }
        }
    }

    @Test(
        "in French keeps a narrow space before its double punctuation",
        arguments: LetterKind.allCases
    )
    func typography(kind: LetterKind) throws {
        for sample in LetterSample.allCases {
            let letter = kind.sampleLetter(in: .french, sample)
            let sent = try library.compose(letter)
            for mark in [" ;", " ?", " !", " »", "« ", "'"] {
                #expect(!sent.text.contains(mark), "\(mark) in \(sent.text)")
            }
        }
    }

    @Test("shows no mark of Markdown where nothing renders it", arguments: letters)
    func plainText(kind: LetterKind, language: Language) throws {
        let text = try library.compose(kind.sampleLetter(in: language)).text
        #expect(!text.contains("**") && !text.contains("][") && !text.contains("]:"))
    }

    @Test("offers its ready answers as links to click, and says them in words", arguments: letters)
    func links(kind: LetterKind, language: Language) throws {
        let letter = kind.sampleLetter(in: language)
        let sent = try library.compose(letter)
        let offered: [ClickedAnswer] =
            switch kind {
            case .closingAsked, .closingReminder: [.resolved, .notResolved]
            case .escalationProposed: [.level2]
            case .survey: (1...5).map { .note($0) }
            default: []
            }
        for answer in ClickedAnswer.all {
            let link = answer.link(about: letter.ticket, to: letter.from.address, in: language)
            let target = "<a href=\"\(link.text.replacing("&", with: "&amp;"))\">"
            #expect(sent.html.contains(target) == offered.contains(answer))
            #expect(sent.text.contains(": <\(link.text)>\n") == offered.contains(answer))
        }
    }

    @Test("counts day and night for a critical request under a contract with duty")
    func duty() throws {
        var choice = SampleChoice()
        choice.contract = .premium
        choice.criticality = .critical
        choice.isOutOfHours = true
        let text = try library.compose(
            LetterKind.savAcknowledgement.sampleLetter(in: .french, .full, choice)
        ).text
        #expect(text.contains("dans un délai d’une heure, comme le prévoit votre contrat Premium"))
        #expect(text.contains("de jour comme de nuit"))
        #expect(!text.contains("Voici nos horaires"))
        choice.criticality = .standard
        let other = try library.compose(
            LetterKind.savAcknowledgement.sampleLetter(in: .french, .full, choice)
        ).text
        #expect(other.contains("d’une heure ouvrée,") && other.contains("Voici nos horaires"))
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
        letter.values["company"] = .group([:])
        let error = #expect(throws: LetterError.self) { try library.compose(letter) }
        #expect(error?.code == .missingValue)
        #expect(error?.isTemporary == false)
        let sentence = error?.sentence ?? ""
        #expect(sentence.contains("fr/sav-acknowledgement.md:23:"), "\(sentence)")
        #expect(
            sentence.contains("the letter sav-acknowledgement (fr) has no value for «company.")
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

    private static let common = "| placeholder | what it is | may be missing |"
    private static let own = "| placeholder of some letters | what it is | may be missing |"

    @Test("lists the placeholders that letters have, and no other")
    func placeholders() {
        var common: Set<String> = []
        var own: Set<String> = []
        for kind in LetterKind.allCases {
            for language in Language.allCases {
                for (name, value) in kind.sampleValues(in: language) {
                    let names = PlaceholderCheck.names(of: MustacheValue([name: value]), prefix: "")
                        .filter { $0.split(separator: ".").first.map(String.init) == name }
                    if kind.ownNames.contains(name) {
                        own.formUnion(names)
                    } else {
                        common.formUnion(names)
                    }
                }
            }
        }
        #expect(column(under: Self.common).sorted() == common.sorted())
        #expect(column(under: Self.own).sorted() == own.sorted())
    }

    @Test("says of each letter who gets it, when, and which placeholders are its own")
    func letters() throws {
        for (audience, isForClient) in [("client", true), ("staff", false)] {
            let heading =
                "| letter to the \(audience) | is sent when | beside the common placeholders |"
            let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
                .drop { $0 != heading }
                .dropFirst(2)
                .prefix { $0.hasPrefix("| `") }
            let kinds = LetterKind.allCases.filter { $0.isForClient == isForClient }
            #expect(rows.count == kinds.count)
            for (row, kind) in zip(rows, kinds) {
                let cells = row.split(separator: "|", omittingEmptySubsequences: false)
                    .map { $0.drop { $0 == " " } }
                #expect(cells[1].hasPrefix("`\(kind.rawValue).md`"))
                #expect(cells[2] == "\(kind.occasion) ", "\(kind)")
                let names = cells[3].split(separator: "`").filter { $0.first?.isLetter == true }
                #expect(Set(names.map(String.init)) == kind.ownNames, "\(kind)")
            }
        }
    }

    @Test("lists the placeholders of the frame, and no other")
    func frame() {
        let names = LetterTemplate.FrameName.allCases.map(\.rawValue)
        #expect(column(under: "| placeholder | what it is |").sorted() == names.sorted())
    }

    @Test("lists the files that are there, and no other", arguments: Language.allCases)
    func files(language: Language) throws {
        let headings = ["| letter to the client |", "| letter to the staff |", "| file |"]
        let listed = headings.flatMap { heading in
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .drop { !$0.hasPrefix(heading) }
                .dropFirst(2)
                .prefix { $0.hasPrefix("| `") }
                .flatMap { row in
                    row.split(separator: "|")[0].split(separator: "`").filter { $0.contains(".") }
                }
                .map(String.init)
        }
        let folder = "\(LetterPlaces.templates)/\(language.rawValue)"
        let there = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(listed.sorted() == (there + ["layout.html"]).sorted())
    }
}
