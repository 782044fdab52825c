// The line that our letters carry above their text, so that an answer written above it is known
// whatever the client's program makes of the rest.

/// "Répondre au-dessus de cette ligne".
package enum ReplyMarker {
    /// The line as a letter shows it.
    package static func line(in language: Language) -> String {
        switch language {
        case .french: "— Répondre au-dessus de cette ligne —"
        case .english: "— Please reply above this line —"
        }
    }

    private static let phrases = PhraseIndex([
        [
            "repondre au-dessus de cette ligne", "repondre au dessus de cette ligne",
            "repondez au-dessus de cette ligne", "repondez au dessus de cette ligne",
            "repondre au-dessus de ce trait", "ecrivez au-dessus de cette ligne",
            "ecrire au-dessus de cette ligne", "reply above this line",
            "type your reply above this line", "type your response above this line",
            "write above this line", "write your reply above",
        ]
    ])

    // A program may break the line, or mark its parts as bold, so its first words call for a look.
    private static let beginnings = PhraseIndex([
        ["repondre", "repondez", "ecrivez", "ecrire", "reply", "type your", "write"]
    ])

    /// Whether the whole marker stands on a line.
    static func isOn(_ line: FoldedLine) -> Bool { phrases.first(in: line.bytes) != nil }

    /// Whether the marker begins on a line, perhaps to go on in the next.
    static func begins(at index: Int, in lines: TextLines) -> Bool {
        let line = lines.folded(index).bytes
        guard line.count <= 100, beginnings.first(in: line) != nil else { return false }
        if isOn(lines.folded(index)) { return true }
        guard index + 1 < lines.count, !lines.lines[index + 1].isBlank else { return false }
        let joined = line + [UInt8(ascii: " ")] + lines.folded(index + 1).bytes.prefix(60)
        return phrases.first(in: joined) != nil
    }
}
