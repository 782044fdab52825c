// A colleague's text as part of one of our letters: it may bring its own greeting and its own
// closing formula, and the letter then greets nobody twice and signs once. What it says without
// either is what is repeated later.

/// The courtesies around a colleague's text.
struct CourtesyFrame {
    /// Whether it begins with a greeting of its own.
    let greets: Bool
    /// The text without the closing formula and what stands below it.
    let body: String
    /// The text without greeting and closing formula: what it says.
    let core: String

    init(_ text: String) {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map(String.init)
        let tail = lines.indices.suffix(Self.tailLinesMaximum)
        if let formula = tail.first(where: { ClosingFormula.isFormula(Self.folded(lines[$0])) }),
            lines[..<formula].contains(where: { !Self.isBlank($0) })
        {
            lines.removeSubrange(formula...)
        }
        body = Self.trimmed(lines)
        guard let first = lines.firstIndex(where: { !Self.isBlank($0) }),
            let rest = Self.behindGreeting(lines[first])
        else {
            greets = false
            core = body
            return
        }
        greets = true
        core = Self.trimmed([rest] + lines[(first + 1)...])
    }

    // A formula, a name, a role, a telephone number.
    private static let tailLinesMaximum = 8
    private static let greetingBytesMaximum = 70

    private static let always = ["bonjour", "bonsoir", "hello", "good morning", "good afternoon"]
    private static let withComma = [
        "madame", "monsieur", "mesdames", "messieurs", "cher", "chere", "dear", "hi", "chers",
    ]

    // What stands behind the greeting of a line, "" for nothing; nil where the line greets nobody.
    private static func behindGreeting(_ line: String) -> String? {
        let head = line.prefix { !",!:;".contains($0) }
        let folded = Folding.text(of: String(head.prefix(200)))
        let words = folded.split { !$0.isLetter && $0 != "-" && $0 != "'" }.joined(separator: " ")
        let begins = { (greeting: String) in words == greeting || words.hasPrefix(greeting + " ") }
        let isMarked = head.endIndex < line.endIndex
        guard head.utf8.count <= greetingBytesMaximum,
            always.contains(where: begins) || isMarked && withComma.contains(where: begins)
        else { return nil }
        guard isMarked else {
            // "Bonjour Madame Blin" alone on its line, or a whole sentence without a comma.
            return words.split(separator: " ").count <= 6 ? "" : nil
        }
        let rest = line[head.endIndex...].drop { ",!:; \u{A0}\u{202F}".contains($0) }
        return rest.prefix(1).uppercased() + rest.dropFirst()
    }

    private static func folded(_ line: String) -> FoldedLine {
        FoldedLine(bytes: Folding.bytes(of: String(line.prefix(200)))[...])
    }

    private static func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }

    private static func trimmed(_ lines: [String]) -> String {
        let start = lines.drop(while: isBlank)
        return start.reversed().drop(while: isBlank).reversed().joined(separator: "\n")
    }
}
