// Tells a letter's header lines from its text, each with its place in the file.
//
// The one header line is the subject; any other name is refused as a slip of the pen, because what
// a letter's other headers say is not a template's to decide.

import Desk

struct LetterSource {
    /// The only header line.
    static let subjectName = "Subject"

    private(set) var subject: MustacheTemplate
    private(set) var body: MustacheTemplate
    /// The text without marks of Markdown; what is wrong with it is wrong with the text.
    private(set) var plainBody: MustacheTemplate
    private let language: Language
    private let file: String
    private var errors: [TemplateError] = []

    /// Reads a template's text; what is wrong with it is kept for `takeErrors`.
    init(_ text: String, file: String, language: Language) {
        self.file = file
        self.language = language
        subject = MustacheTemplate(file: file, nodes: [])
        body = subject
        plainBody = subject
        var rest = Substring(text)
        var line = 1
        var sawSubject = false
        while let next = rest.utf8.first, next != UInt8(ascii: "\n") {
            let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
            sawSubject = readHeader(rest[..<end], line: line, sawSubject: sawSubject)
            rest = rest[end...]
            if !rest.isEmpty { rest.removeFirst() }
            line += 1
        }
        if !sawSubject, errors.isEmpty {
            let start = SourcePlace(line: 1, column: 1)
            report(start, "the header line «\(Self.subjectName): …» is missing", "write it first")
        }
        readBody(rest, line: line)
    }

    /// What is wrong with the letter by itself; empty afterwards.
    mutating func takeErrors() -> [TemplateError] {
        defer { errors = [] }
        return errors
    }

    private mutating func readHeader(
        _ header: Substring,
        line: Int,
        sawSubject: Bool
    ) -> Bool {
        let start = SourcePlace(line: line, column: 1)
        guard let colon = header.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            report(
                start,
                "«\(header.prefix(40))» is no header line",
                "write «\(Self.subjectName): …», then an empty line, then the letter"
            )
            return sawSubject
        }
        let name = header[..<colon]
        guard name == Self.subjectName else {
            report(
                start,
                "the header line «\(name.prefix(40))» is unknown",
                "the only one is «\(Self.subjectName)»; leave an empty line before the letter"
            )
            return sawSubject
        }
        guard !sawSubject else {
            report(start, "a second «\(Self.subjectName)»", "keep one of them")
            return true
        }
        let value = header[header.utf8.index(after: colon)...].drop { $0 == " " }
        guard value.contains(where: { !$0.isWhitespace }) else {
            report(start, "the subject is empty", "write it behind «\(Self.subjectName): »")
            return true
        }
        let column = header.unicodeScalars.count - value.unicodeScalars.count + 1
        let place = SourcePlace(line: line, column: column)
        subject = parse(value, from: place)
        return true
    }

    private mutating func readBody(_ rest: Substring, line: Int) {
        guard rest.contains(where: { !$0.isWhitespace }) else {
            // Behind the empty line, or on the line where that would be.
            let place = SourcePlace(line: rest.isEmpty ? line : line + 1, column: 1)
            report(place, "the letter has no text", "write it behind an empty line")
            return
        }
        // The empty line belongs to neither part.
        let place = SourcePlace(line: line + 1, column: 1)
        body = parse(rest.dropFirst(), from: place)
        let plain = PlainMarkdown(String(rest.dropFirst()), in: language)
        plainBody = MustacheParser.parse(plain.source, file: file, from: place).0
    }

    private mutating func parse(_ text: Substring, from place: SourcePlace) -> MustacheTemplate {
        let (template, found) = MustacheParser.parse(String(text), file: file, from: place)
        errors += found
        return template
    }

    private mutating func report(_ place: SourcePlace, _ found: String, _ advice: String) {
        errors.append(TemplateError(file: file, place: place, found: found, advice: advice))
    }
}
