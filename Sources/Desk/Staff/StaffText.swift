// A colleague's mail, taken apart: commands at the top, then the message to the client; never a
// quote, never a signature.
//
// Command lines stand at the very top, each with its "#"; blank lines may stand between them, and
// the first other line ends them. What a program wrapped goes on in a line that begins small. All
// that follows, without quotes (our own notification among them) and without the colleague's
// signature, is the message: empty where there is none, even if there is a signature.

/// The parts of a colleague's mail.
package struct StaffText: Hashable, Sendable {
    /// The command lines.
    package let commandLines: [String]
    /// The message to the client; empty for a mail of commands only.
    package let message: String
    /// Whether the mail says nothing at all beside quotes and signature.
    package var isEmpty: Bool { commandLines.isEmpty && message.isEmpty }

    /// Whether some of it may be our own letter, which a program has quoted without any mark.
    package let isDoubtful: Bool

    /// Lines that are read beyond the parser's maximum, so that it can say how many there are.
    private static let linesMaximum = 1000

    /// Takes a text apart; under it, its writer may have put no more than a name.
    ///
    /// It answers a letter of ours, which may repeat what `clients` wrote, the latest first.
    package init(of text: String, signedBy name: String = "", answering clients: [String] = []) {
        let own = OwnWords(cutOutOf: text, to: name, clients: clients)
        let lines = TextLines(own.rest)
        var quotes = QuotedLines(in: lines)
        quotes.release(OwnMarks.indices(in: lines, quotes: quotes, answering: clients))
        let quoted = Set(quotes.indices)
        var commands: [String] = []
        var end = 0
        var index = 0
        while index < lines.count, !quoted.contains(index) {
            if lines.lines[index].isBlank {
                index += 1
                continue
            }
            if let command = CommandLine.text(in: lines.raw(index)) {
                if commands.count < Self.linesMaximum { commands.append(command) }
            } else if end == index, Self.goesOn(lines, at: index), !commands.isEmpty {
                commands[commands.count - 1] +=
                    " " + String(decoding: lines.raw(index), as: UTF8.self)
            } else {
                break
            }
            index += 1
            end = index
        }
        commandLines = commands
        let written = Self.message(in: lines, quotes: quotes, after: end)
        message = ContactLines.removed(from: SignedName(name).removed(from: written))
        isDoubtful = own.isDoubtful && !message.isEmpty
    }

    // A long command line that its program wrapped: the next line begins with a small letter.
    private static func goesOn(_ lines: TextLines, at index: Int) -> Bool {
        guard index > 0, lines.lines[index - 1].range.count >= Folding.wrappedLineCharacters,
            let first = lines.raw(index).first
        else { return false }
        return (0x61...0x7A).contains(first) || first == 0xC3
    }

    private static func message(
        in lines: TextLines,
        quotes: QuotedLines,
        after start: Int
    ) -> String {
        var own = quotes.ownParts(of: lines).map { $0.filter { $0 >= start } }
            .filter { part in part.contains { !lines.lines[$0].isBlank } }
        if let first = own.first { own[0] = SignatureLines.withoutBanner(first, of: lines) }
        var written: [[Int]] = []
        for part in own.reversed() {
            let isLast = written.allSatisfy(\.isEmpty)
            written.append(
                SignatureLines.withoutSignature(
                    part,
                    of: lines,
                    isLast: isLast,
                    isCareful: true
                )
            )
        }
        return lines.text(of: written.reversed().joined())
    }
}

/// The telephone numbers that a program writes under every mail of its owner: "Mob : 06 …".
private enum ContactLines {
    private static let labels: Set = [
        "mob", "mobile", "tel", "telephone", "port", "portable", "gsm", "fixe", "fax", "ligne",
        "directe", "ld", "m", "t", "p", "f", "phone", "cell", "standard",
    ]

    /// A text without a last paragraph that is nothing but such lines.
    ///
    /// They stay where they are all there is, or where the line above leads to them.
    static func removed(from text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.prefix(lines.count - lines.reversed().prefix { isOne($0) }.count)
        guard kept.count < lines.count, kept.last.map(isBlank) ?? false,
            let last = kept.last(where: { !isBlank($0) }), last.last != ":"
        else { return text }
        let end = (kept.lastIndex { !isBlank($0) } ?? kept.startIndex) + 1
        return kept[..<end].joined(separator: "\n")
    }

    private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }

    private static func isOne(_ line: Substring) -> Bool {
        guard line.utf8.count <= 60 else { return false }
        let words = Folding.text(of: String(line)).split { !$0.isLetter && !$0.isNumber }
        let digits = words.joined().count { $0.isNumber }
        return (8...15).contains(digits)
            && words.contains { labels.contains(String($0)) }
            && words.allSatisfy { word in
                labels.contains(String(word)) || word.allSatisfy(\.isNumber)
            }
    }
}
