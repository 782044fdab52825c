// What is left of a value before a letter says it: one line of visible characters.
//
// Runs once per value, before any escaping, so that the subject, the text part and the HTML part
// say the same. A client's text also loses whatever a mail program would turn into a link by
// itself. Linear: it stops reading soon after the cut.

enum VisibleText {
    /// The longest text of the house, in Unicode scalars.
    static let houseScalarsMaximum = 200
    /// The longest text of a client's that a letter repeats, in Unicode scalars.
    static let clientScalarsMaximum = 78

    /// The longest paragraph that a letter repeats of what a person wrote, in Unicode scalars.
    static let wordsScalarsMaximum = 2000

    /// A text of our own: one line, without control, direction or invisible characters.
    static func house(_ text: String) -> String { line(text, scalarsMaximum: houseScalarsMaximum) }

    /// A paragraph of a colleague's.
    static func words(_ text: String) -> String { line(text, scalarsMaximum: wordsScalarsMaximum) }

    /// A text that a client wrote: also defused, and short.
    static func client(_ text: String) -> String {
        defused(text, scalarsMaximum: clientScalarsMaximum)
    }

    /// A paragraph that a client wrote, defused.
    static func defused(_ text: String, scalarsMaximum: Int) -> String {
        let flat =
            isPlain(text, scalarsMaximum: scalarsMaximum)
            ? text.unicodeScalars : flattened(text, scalarsMaximum: scalarsMaximum)
        return cut(LinkBreaker.broken(flat), to: scalarsMaximum)
    }

    private static func line(_ text: String, scalarsMaximum: Int) -> String {
        if isPlain(text, scalarsMaximum: scalarsMaximum) { return text }
        return cut(flattened(text, scalarsMaximum: scalarsMaximum), to: scalarsMaximum)
    }

    // MARK: - Steps

    /// Whether nothing needs to be done, which is the rule.
    private static func isPlain(_ text: String, scalarsMaximum: Int) -> Bool {
        var wasSpace = true
        var count = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x21...0x7E, 0xA1...0xAC, 0xAE...0x24F, 0x2010...0x2027, 0x20AC:
                wasSpace = false
            case 0x20 where !wasSpace: wasSpace = true
            default: return false
            }
            count += 1
        }
        return !wasSpace && count <= scalarsMaximum
    }

    /// Every run of white space and control characters becomes one space; none at the edges.
    private static func flattened(
        _ text: String,
        scalarsMaximum: Int
    ) -> String.UnicodeScalarView {
        var flat = String.UnicodeScalarView()
        var count = 0
        var gap: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch kind(of: scalar) {
            case .invisible:
                continue
            case .space:
                gap = " "
            case .fixedSpace:
                gap = gap ?? scalar
            case .visible:
                if let space = gap, count > 0 {
                    flat.append(space)
                    count += 1
                }
                gap = nil
                flat.append(scalar)
                count += 1
            }
            // One more than fits tells the cut that something follows.
            if count > scalarsMaximum { break }
        }
        return flat
    }

    /// At most so many scalars, the last of them an ellipsis; a visible character is never split
    /// unless it alone is longer than the limit.
    private static func cut(_ text: String.UnicodeScalarView, to maximum: Int) -> String {
        guard text.count > maximum else { return String(text) }
        var kept = String.UnicodeScalarView()
        var count = 0
        for character in String(text) {
            count += character.unicodeScalars.count
            guard count < maximum else { break }
            kept.append(contentsOf: character.unicodeScalars)
        }
        if kept.isEmpty { kept.append(contentsOf: text.prefix(maximum - 1)) }
        while kept.last?.properties.isWhitespace == true { kept.removeLast() }
        kept.append("…")
        return String(kept)
    }

    // MARK: - Characters

    private enum Kind {
        case visible
        case space
        case fixedSpace
        case invisible
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x21...0x7E: .visible
        case 0xA0, 0x202F: .fixedSpace
        // C0, DEL, C1 and the line separators end a line or do worse.
        case 0x00...0x20, 0x7F...0x9F, 0x2028, 0x2029: .space
        // Soft hyphen, zero widths, direction marks, fillers, tags: not seen by people.
        // The joiner U+200D stays: emoji are made with it.
        case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200C,
            0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0,
            0xFFF0...0xFFFB, 0xE0000...0xE0FFF:
            .invisible
        default:
            if scalar.properties.isWhitespace {
                .space
            } else if scalar.properties.isNoncharacterCodePoint {
                .invisible
            } else {
                .visible
            }
        }
    }
}
