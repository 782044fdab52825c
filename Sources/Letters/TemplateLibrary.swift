// The door of this module: a folder of templates in, finished letters out.
//
// Loading reads every template of both languages once and refuses a folder with a mistake, so that
// writing a letter later touches no file and can hardly fail. It never changes after loading, and
// reads nothing but its folder.

package import Desk

/// All templates of a folder, checked and ready.
package struct TemplateLibrary: Sendable {
    /// What is not wrong, yet deserves a look, such as a partial that nothing uses.
    package let findings: [TemplateError]

    private let templates: [LetterKind: [Language: LetterTemplate]]

    /// Loads `fr/*.md`, `en/*.md` and `layout.html`; throws everything that is wrong with them.
    package init(folder: String) throws(TemplateErrors) {
        var loader = TemplateLoader(folder: folder)
        templates = try loader.load()
        findings = loader.findings.sorted()
    }

    /// Writes a letter.
    package func compose(_ letter: Letter) throws(LetterError) -> OutgoingMessage {
        let template = template(letter.kind, letter.language)
        let context = MustacheValue(letter.values(named: template.names))
        do {
            let subject = try template.subject(of: context)
            var message = OutgoingMessage(
                id: letter.id,
                from: letter.from,
                to: letter.to,
                subject: subject,
                date: letter.date,
                inReplyTo: letter.inReplyTo,
                references: letter.references,
                autoSubmitted: letter.autoSubmitted,
                language: letter.language,
                text: try template.text(of: context),
                html: try template.html(of: context, title: subject)
            )
            message.replyTo = letter.replyTo
            message.cc = letter.copies
            return message
        } catch {
            throw LetterError(
                error,
                letter: "\(letter.kind.rawValue) (\(letter.language.rawValue))"
            )
        }
    }

    /// Writes the sample letter of a kind.
    package func preview(
        _ kind: LetterKind,
        in language: Language
    ) throws(LetterError) -> OutgoingMessage {
        try compose(kind.sampleLetter(in: language))
    }

    private func template(_ kind: LetterKind, _ language: Language) -> LetterTemplate {
        guard let template = templates[kind]?[language] else {
            preconditionFailure("a folder without this letter was refused when it was loaded")
        }
        return template
    }
}
