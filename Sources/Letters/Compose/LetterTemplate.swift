// One letter's template with all that writing it needs: subject, text, partials, frame.
//
// The text is written twice from one source: without its marks for the text part, and with values
// escaped for Markdown for the HTML part. It promises the same words in both, and never reads a
// value as anything but characters.

import Desk

struct LetterTemplate: Sendable {
    /// Where it came from, for errors.
    let file: String
    let language: Language
    let subject: MustacheTemplate
    let body: MustacheTemplate
    let partials: [String: MustacheTemplate]
    /// The body and the partials without marks of Markdown, for the text part.
    let plain: (body: MustacheTemplate, partials: [String: MustacheTemplate])
    let frame: MustacheTemplate
    /// What it may name of a letter's values; the others need not be cleaned for it.
    let names: Set<String>

    init(
        file: String,
        language: Language,
        subject: MustacheTemplate,
        body: MustacheTemplate,
        partials: [String: MustacheTemplate],
        plain: (body: MustacheTemplate, partials: [String: MustacheTemplate])? = nil,
        frame: MustacheTemplate
    ) {
        self.file = file
        self.language = language
        self.subject = subject
        self.body = body
        self.partials = partials
        self.plain = plain ?? (body, partials)
        self.frame = frame
        let named = [subject, body, frame].map { $0.firstNames(partials: partials) }
        // Whether there is a subject is asked of what is left of it.
        names = named.reduce(into: ["subject"]) { $0.formUnion($1) }
    }

    /// What the frame may name beside a letter's own values.
    enum FrameName: String, CaseIterable {
        case body
        case language
        case title
    }

    /// The subject line, one line in any case.
    func subject(of context: MustacheValue) throws(MustacheFailure) -> HeaderValue {
        let line = try write(subject, partials, context)
        return HeaderValue(flattening: String(decoding: line, as: UTF8.self))
    }

    /// The text part.
    func text(of context: MustacheValue) throws(MustacheFailure) -> String {
        let text = Self.tidied(try write(plain.body, plain.partials, context))
        return String(decoding: text, as: UTF8.self)
    }

    /// The letter itself in HTML, without its frame.
    func htmlBody(of context: MustacheValue) throws(MustacheFailure) -> String {
        renderMarkdown(try markdown(of: context, missing: .isRefused, isTraced: false).bytes)
    }

    /// The letter itself in Markdown, every value marked.
    func markdown(
        of context: MustacheValue,
        missing: MissingName,
        isTraced: Bool
    ) throws(MustacheFailure) -> FilledTemplate {
        try body.fill(
            context,
            partials: partials,
            missing: missing,
            mark: valueMark,
            isTraced: isTraced,
            escape: escapeMarkdown
        )
    }

    /// The HTML part.
    func html(of context: MustacheValue, title: HeaderValue) throws(MustacheFailure) -> String {
        let framed = context.adding([
            FrameName.body.rawValue: .text(try htmlBody(of: context)),
            FrameName.language.rawValue: .text(language.rawValue),
            FrameName.title.rawValue: .text(title.text),
        ])
        let html = try frame.render(framed, missing: .isRefused, escape: escapeHTML)
        return String(decoding: html, as: UTF8.self)
    }

    private func write(
        _ template: MustacheTemplate,
        _ partials: [String: MustacheTemplate],
        _ context: MustacheValue
    ) throws(MustacheFailure) -> [UInt8] {
        try template.render(
            context,
            partials: partials,
            missing: .isRefused,
            escape: escapeNothing
        )
    }

    /// No white space at the ends of lines, no two empty lines in a row, one line break at the end.
    private static func tidied(_ text: [UInt8]) -> [UInt8] {
        var tidy: [UInt8] = []
        tidy.reserveCapacity(text.count + 1)
        var lineBreaks = 0
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
            var visibleEnd = end
            while visibleEnd > start, text[visibleEnd - 1] == UInt8(ascii: " ") { visibleEnd -= 1 }
            if visibleEnd > start {
                if !tidy.isEmpty {
                    for _ in 0..<min(lineBreaks, 2) { tidy.append(UInt8(ascii: "\n")) }
                }
                tidy.append(contentsOf: text[start..<visibleEnd])
                lineBreaks = 0
            }
            lineBreaks += 1
            start = end + 1
        }
        if !tidy.isEmpty { tidy.append(UInt8(ascii: "\n")) }
        return tidy
    }
}
