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
    static let lean = Option(
        name: "--lean",
        value: nil,
        help: "leave out whatever may be missing"
    )
    static let contract = Option(
        name: "--contract",
        value: "LEVEL",
        help: "the client's contract: premium, comfort or essential"
    )
    static let criticality = Option(
        name: "--class",
        value: "CLASS",
        help: "the request's class: critical, standard or informational"
    )
    static let hours = Option(
        name: "--hours",
        value: "WHEN",
        help: "whether the mail came in the opening hours: in or out"
    )

    static let command = Command(
        name: "template",
        operands: "list | preview NAME",
        operandCount: 1...2,
        summary: "list the letters, or show one with sample values",
        details: [
            "preview writes a letter with the values of an invented client and prints it as the",
            "client would read it. Templates lie in Templates/; its README tells the rest.",
        ],
        options: [language, html, lean, contract, criticality, hours, Command.json]
    ) { invocation in
        let library = try invocation.loadTemplates()
        switch (invocation.operands[0], invocation.operands.dropFirst().first) {
        case ("list", nil):
            list(invocation)
        case ("preview", let name?):
            try preview(name, library, invocation)
        case ("preview", nil):
            throw CommandFailure(
                .usage,
                "preview wants the name of a letter; `guichet template list` names them."
            )
        case ("list", let surplus?):
            throw CommandFailure(
                .usage,
                "“\(surplus.withoutControls)” is one word too many for template list."
            )
        case (let word, _):
            throw CommandFailure(
                .usage,
                Invocation.unknown("action", word, among: ["list", "preview"])
            )
        }
        return .success
    }

    private static func list(_ invocation: Invocation) {
        let width = LetterKind.allCases.map(\.rawValue.count).max() ?? 0
        for kind in LetterKind.allCases {
            let name = kind.rawValue
            guard !invocation.has(Command.json) else {
                invocation.output.line(
                    JSON.object([
                        ("name", .text(name)), ("audience", .text(kind.audience)),
                        ("occasion", .text(kind.occasion)),
                    ]).line
                )
                continue
            }
            let padded = name + String(repeating: " ", count: width - name.count)
            invocation.output.line("\(padded)  \(kind.audience)  \(kind.occasion)")
        }
    }

    // One of the words of an option, or a mistake that names them.
    private static func word<Word: RawRepresentable & CaseIterable>(
        _ option: Option,
        _ what: String,
        _ invocation: Invocation
    ) throws -> Word? where Word.RawValue == String {
        guard let text = invocation.value(option.name) else { return nil }
        guard let word = Word(rawValue: text) else {
            throw CommandFailure(
                .usage,
                Invocation.unknown(what, text, among: Word.allCases.map(\.rawValue))
            )
        }
        return word
    }

    private enum Hours: String, CaseIterable {
        case within = "in"
        case out
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
                    + " See `guichet template list`."
            )
        }
        let wanted: Language = try word(language, "language", invocation) ?? .french
        var choice = SampleChoice()
        choice.contract = try word(contract, "contract", invocation)
        choice.criticality = try word(criticality, "class", invocation)
        let chosen: Hours? = try word(hours, "time", invocation)
        choice.isOutOfHours = chosen.map { $0 == .out }
        let sample: LetterSample = invocation.has(lean) ? .lean : .full
        let message = try library.compose(kind.sampleLetter(in: wanted, sample, choice))
        guard !invocation.has(Command.json) else {
            invocation.output.line(
                JSON.object([
                    ("name", .text(name)), ("language", .text(wanted.rawValue)),
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
