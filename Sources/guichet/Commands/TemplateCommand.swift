// guichet template: look at the letters before clients do.

import Desk
import Letters

/// Shows letters.
enum TemplateCommand {
    static let language = Option(
        name: "--language",
        value: "LANG",
        help: "fr or en (default: fr)"
    )
    static let html = Option(name: "--html", value: nil, help: "the HTML part instead of the text")

    static let command = Command(
        name: "template",
        operands: "list | preview NAME",
        operandCount: 1...2,
        summary: "list the letters, or show one with sample values",
        details: [
            "preview writes a letter with the values of an invented client and prints it as the",
            "client would read it. Templates lie in Templates/; its README tells the rest.",
        ],
        options: [language, html, Command.json]
    ) { invocation in
        let library = try invocation.loadTemplates()
        switch (invocation.operands[0], invocation.operands.dropFirst().first) {
        case ("list", nil):
            for kind in LetterKind.allCases {
                invocation.output.line(
                    invocation.has(Command.json)
                        ? JSON.object([("name", .text(kind.rawValue))]).line : kind.rawValue
                )
            }
        case ("preview", let name?):
            try preview(name, library, invocation)
        case ("preview", nil):
            throw CommandFailure(
                .usage,
                "preview wants the name of a letter; `guichet template list` names them."
            )
        case (let word, _):
            throw CommandFailure(
                .usage,
                Invocation.unknown("action", word, among: ["list", "preview"])
            )
        }
        return .success
    }

    private static func preview(
        _ name: String,
        _ library: TemplateLibrary,
        _ invocation: Invocation
    ) throws {
        guard let kind = LetterKind(rawValue: name) else {
            throw CommandFailure(
                .usage,
                Invocation.unknown("letter", name, among: LetterKind.allCases.map(\.rawValue))
            )
        }
        let wanted = invocation.value(language.name) ?? "fr"
        guard let language = Language(rawValue: wanted) else {
            throw CommandFailure(
                .usage,
                Invocation.unknown("language", wanted, among: Language.allCases.map(\.rawValue))
            )
        }
        let message = try library.preview(kind, in: language)
        guard !invocation.has(Command.json) else {
            invocation.output.line(
                JSON.object([
                    ("name", .text(name)), ("language", .text(wanted)),
                    ("subject", .text(message.subject.text)), ("text", .text(message.text)),
                    ("html", .text(message.html)),
                ]).line
            )
            return
        }
        guard !invocation.has(html) else {
            invocation.output.line(message.html.withoutTerminalControls)
            return
        }
        invocation.output.lines(LetterText.lines(of: message))
    }
}
