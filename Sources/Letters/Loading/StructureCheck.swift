// Looks at what comes out of a letter's template, before any client does.
//
// The sample letters are written whole and lean, with values that are one word each, and with
// values made of nothing but Markdown. Images, HTML and links to where a value says show in the
// tree that Markdown makes; what else a template may do to a value in spite of escaping (glue
// emphasis to it) shows as a difference between the tags of the two. All of it is refused here.

import Desk

struct StructureCheck {
    /// Marks of every kind that a value must survive; no backslash, so that every one that comes
    /// out was put in by the escape and not taken away again.
    private static let hostile = "*a* _b_ `c` [d](e) ![f](g) <h> &copy; ~i~ | #"
    /// A value without a space, which could stand wherever an address can.
    private static let word = "evil"

    let template: LetterTemplate
    let kind: LetterKind

    /// What is wrong with the outcome.
    func errors() -> [TemplateError] {
        var found: [TemplateError] = []
        for sample in LetterSample.allCases {
            let letter = self.letter(sample)
            do {
                found += try errors(of: letter)
            } catch {
                found.append(self.error(for: error))
            }
        }
        return found
    }

    /// What is wrong with the outcome in any case, where another mistake is known already.
    func errorsBesideOthers() -> [TemplateError] {
        LetterSample.allCases.flatMap { sample in
            (try? errors(ofMarkdown: letter(sample), missing: .isEmpty)) ?? []
        }
    }

    // Its values are asked for often, and reckoned once, as far as the template names them.
    private func letter(_ sample: LetterSample) -> Letter {
        var letter = kind.sampleLetter(in: template.language, sample)
        letter.values = letter.values(named: template.names)
        return letter
    }

    private func errors(
        ofMarkdown letter: Letter,
        missing: MissingName
    ) throws(MustacheFailure) -> [TemplateError] {
        let words = MustacheValue(letter.values.mapValues { $0.replaced(by: Self.word) })
        let filled = try template.markdown(of: words, missing: missing, isTraced: true)
        return MarkdownPage(filled.bytes).findings.map { error(for: $0, in: filled) }
    }

    private func errors(of letter: Letter) throws(MustacheFailure) -> [TemplateError] {
        var errors: [TemplateError] = []
        let values = MustacheValue(letter.values)
        let subject = try template.subject(of: values).text
        if kind.isAboutOneTicket, !subject.contains("[\(letter.ticket)]") {
            errors.append(
                error(
                    template.subject.start,
                    "the subject does not show the ticket's number",
                    "write [{{ticket.number}}] into it, so that answers find their ticket"
                )
            )
        }
        let seen = try self.errors(ofMarkdown: letter, missing: .isRefused)
        errors += seen
        // What stands in code changes too.
        let layout = Layout(of: try template.htmlBody(of: values))
        if seen.isEmpty, try isChanged(letter, layout, by: { _ in true }) {
            // Each name alone tells which one it is; where none does, they do it together.
            var name: String?
            for candidate in template.names.sorted() where name == nil {
                if try isChanged(letter, layout, by: { $0 == candidate }) { name = candidate }
            }
            let use = name.flatMap { template.body.firstUse(of: $0, template.partials) }
            errors.append(
                TemplateError(
                    file: use?.file ?? template.file,
                    place: use?.place ?? template.body.start,
                    found: "a placeholder touches a mark of emphasis on the side of a letter, so "
                        + "that a value could change the layout",
                    advice: "put a space or a stop behind «**» and «*»"
                )
            )
        }
        return errors
    }

    /// Whether hostile values of some names come out with other tags than harmless ones.
    private func isChanged(
        _ letter: Letter,
        _ layout: Layout,
        by isHostile: (String) -> Bool
    ) throws(MustacheFailure) -> Bool {
        var hostile = letter.values
        for (name, value) in letter.values where isHostile(name) {
            hostile[name] = value.replaced(by: Self.hostile)
        }
        return try Layout(of: template.htmlBody(of: MustacheValue(hostile))) != layout
    }

    // MARK: - Mistakes

    private func error(
        _ place: SourcePlace?,
        _ found: String,
        _ advice: String
    ) -> TemplateError {
        TemplateError(file: template.file, place: place, found: found, advice: advice)
    }

    private func error(
        for finding: MarkdownPage.Finding,
        in filled: FilledTemplate
    ) -> TemplateError {
        let (found, advice) =
            switch finding.sort {
            case .image:
                ("images are not sent", "remove this one, or write a link behind words")
            case .target:
                (
                    "a value stands in the place of a link's target; it could lead anywhere",
                    "write a link of the table there, such as {{link.yes}}, or an address of yours"
                )
            case .markup:
                ("HTML tags are not sent", "write Markdown instead")
            case .code:
                (
                    "a placeholder stands in code, so that a value could change the layout",
                    "keep placeholders out of `…` and of lines that begin with four spaces"
                )
            }
        let origin = filled.origin(line: finding.line, column: finding.column)
        return TemplateError(
            file: origin?.file ?? template.file,
            place: origin?.place ?? template.body.start,
            found: found,
            advice: advice
        )
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
            error(
                template.body.start,
                "the sample letter becomes too large",
                "shorten the template"
            )
        }
    }
}

/// What a reader sees of a letter's HTML beside its words: the names of the tags, in order, and how
/// many backslashes are left.
struct Layout: Equatable {
    /// The names, each behind "<"; in what cmark writes, every "<" begins one.
    private(set) var tags: [UInt8] = []
    private var backslashes = 0

    init(of html: String) {
        var isName = false
        for byte in html.utf8 {
            switch byte {
            case UInt8(ascii: "<"): isName = true
            case UInt8(ascii: " "), UInt8(ascii: ">"): isName = false
            case UInt8(ascii: "\\"): backslashes += 1
            default: break
            }
            if isName { tags.append(byte) }
        }
    }
}

extension LetterValue {
    /// The same with every text another; a link is made by the house and stays what it is.
    fileprivate func replaced(by other: String) -> LetterValue {
        switch self {
        case .flag, .link: self
        case .text(let text): .text(text.isEmpty ? "" : other)
        case .list(let items): .list(items.map { $0.replaced(by: other) })
        case .group(let values): .group(values.mapValues { $0.replaced(by: other) })
        }
    }
}

extension MustacheTemplate {
    /// Where filling it first writes a value of that name, or asks for it.
    fileprivate func firstUse(
        of name: String,
        _ partials: [String: MustacheTemplate]
    ) -> (file: String, place: SourcePlace)? {
        var seen: Set<String> = []
        return firstUse(of: name, in: nodes, partials, &seen)
    }

    private func firstUse(
        of wanted: String,
        in nodes: [MustacheNode],
        _ partials: [String: MustacheTemplate],
        _ seen: inout Set<String>
    ) -> (file: String, place: SourcePlace)? {
        for node in nodes {
            switch node {
            case .text:
                break
            case .value(let name, _, let place):
                if name.parts.first == wanted { return (file, place) }
            case .section(let name, let isInverted, let inside, let place):
                if let use = firstUse(of: wanted, in: inside, partials, &seen) { return use }
                // Its rows name what they write without the list's own name.
                if !isInverted, name.parts.first == wanted { return (file, place) }
            case .partial(let name, _, _):
                guard let partial = partials[name], seen.insert(name).inserted else { continue }
                if let use = partial.firstUse(of: wanted, in: partial.nodes, partials, &seen) {
                    return use
                }
            }
        }
        return nil
    }
}
