// Looks at what comes out of a letter's template, before any client does.
//
// The sample letters are written whole and lean, and once with values made of nothing but Markdown.
// What a template may do to a value in spite of escaping (hold it in code, glue emphasis to it)
// shows as a difference between the tags of the two, and is refused here.

import Desk

struct StructureCheck {
    /// Marks of every kind that a value must survive; no backslash, so that every one that comes
    /// out was put in by the escape and not taken away again.
    private static let hostile = "*a* _b_ `c` [d](e) ![f](g) <h> &copy; ~i~ | #"
    /// What cmark writes in the place of raw HTML.
    private static let omitted = "<!-- raw HTML omitted -->"

    let template: LetterTemplate
    let kind: LetterKind

    /// What is wrong with the outcome.
    func errors() -> [TemplateError] {
        var found: [TemplateError] = []
        for sample in LetterSample.allCases {
            let letter = kind.sampleLetter(in: template.language, sample)
            do {
                found += try errors(of: letter)
            } catch {
                found.append(self.error(for: error))
            }
        }
        return found
    }

    private func errors(of letter: Letter) throws(MustacheFailure) -> [TemplateError] {
        let context = MustacheValue(letter.values)
        var errors: [TemplateError] = []
        let subject = try template.subject(of: context).text
        if kind.isAboutOneTicket, !subject.contains("[\(letter.ticket)]") {
            errors.append(
                error(
                    "the subject does not show the ticket's number",
                    "write [{{ticket.number}}] into it, so that answers find their ticket"
                )
            )
        }
        _ = try template.text(of: context)
        let html = try template.htmlBody(of: context)
        if html.contains(Self.omitted) {
            errors.append(error("HTML tags are not sent", "write Markdown instead"))
        }
        let hostile = try template.htmlBody(
            of: MustacheValue(letter.values.mapValues(Self.hostile))
        )
        if Self.tags(of: html) != Self.tags(of: hostile)
            || html.utf8.count(where: Self.isBackslash)
                != hostile.utf8.count(where: Self.isBackslash)
        {
            errors.append(
                error(
                    "a placeholder stands in code, or touches a mark of emphasis on the side of a "
                        + "letter, so that a value could change the layout",
                    "keep placeholders out of `…`, and a space or a stop behind «**» and «*»"
                )
            )
        }
        return errors
    }

    // MARK: - Reading the outcome

    /// The names of the tags, in order; in what cmark writes, every "<" begins one.
    static func tags(of html: String) -> [String] {
        html.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
            .dropFirst()
            .map { piece in
                let name = piece.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }
                return String(Substring(name))
            }
    }

    private static func isBackslash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\\") }

    // A link is made by the house and holds no mark of Markdown; it stays what it is.
    private static func hostile(_ value: LetterValue) -> LetterValue {
        switch value {
        case .flag, .link: value
        case .text(let text): .text(text.isEmpty ? "" : hostile)
        case .list(let items): .list(items.map(hostile))
        case .group(let values): .group(values.mapValues(hostile))
        }
    }

    // MARK: - Mistakes

    private func error(_ found: String, _ advice: String) -> TemplateError {
        TemplateError(file: template.file, place: nil, found: found, advice: advice)
    }

    private func error(for failure: MustacheFailure) -> TemplateError {
        switch failure {
        case .missing(let name, let file, let place):
            TemplateError(
                file: file,
                place: place,
                found: "«\(name)» is not known for every letter",
                advice: "put it into a section that asks for it"
            )
        case .tooDeep, .tooLong, .tooLarge:
            error("the sample letter becomes too large", "shorten the template")
        }
    }
}
