// A template's Markdown as it reads without a renderer: for the text part of a letter.
//
// Only the template's own characters are touched, before any value is filled in: emphasis goes, a
// heading loses its mark, and a link is its words and, behind them, where it leads. A list and a
// quote read well as they are.

import Desk

/// Rewrites the source of a template for its text part.
struct PlainMarkdown {
    /// The rewritten source.
    let source: String

    /// Rewrites a source; what stands between words and a link is up to the language.
    init(_ source: String, in language: Language) {
        let lines = source.utf8
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map(Substring.init)
        var targets: [Substring: Substring] = [:]
        for case (let name, let target)? in lines.map(Self.definition)
        where targets[name] == nil {
            targets[name] = target
        }
        let colon = language == .french ? "\u{A0}: " : ": "
        self.source = lines.filter { Self.definition($0) == nil }
            .map { Self.plain($0, targets, colon) }.joined(separator: "\n")
    }

    // "[oui]: {{link.yes}}".
    private static func definition(_ line: Substring) -> (Substring, Substring)? {
        guard line.first == "[", let close = line.firstIndex(of: "]") else { return nil }
        let rest = line[close...].dropFirst()
        guard rest.first == ":" else { return nil }
        let target = rest.dropFirst().drop { $0 == " " }
        let name = line[line.index(after: line.startIndex)..<close]
        return target.isEmpty || target.contains(" ") ? nil : (name, target)
    }

    private static func plain(
        _ line: Substring,
        _ targets: [Substring: Substring],
        _ colon: String
    ) -> String {
        var rest = withoutHeading(line)
        // Most lines hold nothing of the kind.
        guard rest.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "[") })
        else { return String(rest) }
        var written = ""
        while let next = rest.first {
            if rest.hasPrefix("**") {
                rest = rest.dropFirst(2)
            } else if let tag = tag(at: rest) {
                written += tag
                rest = rest[tag.endIndex...]
            } else if next == "[", let link = Link(at: rest, targets) {
                written += "\(link.words)\(colon)<\(link.target)>"
                rest = link.rest
            } else {
                written.append(next)
                rest = rest.dropFirst()
            }
        }
        return written
    }

    // A tag of the template engine, which is never touched.
    private static func tag(at text: Substring) -> Substring? {
        guard text.hasPrefix("{{"), let close = text.firstRange(of: "}}") else { return nil }
        return text[..<close.upperBound]
    }

    private static func withoutHeading(_ line: Substring) -> Substring {
        let rest = line.drop { $0 == "#" }
        guard rest.startIndex > line.startIndex, rest.first == " " else { return line }
        return rest.dropFirst()
    }

    // "[words][name]" or "[words](target)".
    private struct Link {
        let words: Substring
        let target: Substring
        let rest: Substring

        init?(at text: Substring, _ targets: [Substring: Substring]) {
            guard let close = text.firstIndex(of: "]") else { return nil }
            words = text[text.index(after: text.startIndex)..<close]
            let behind = text[close...].dropFirst()
            guard !words.isEmpty, let opening = behind.first, opening == "[" || opening == "(",
                let end = behind.firstIndex(of: opening == "[" ? "]" : ")")
            else { return nil }
            let named = behind[behind.index(after: behind.startIndex)..<end]
            guard let target = opening == "(" ? named : targets[named] else { return nil }
            self.target = target
            rest = behind[end...].dropFirst()
        }
    }
}
