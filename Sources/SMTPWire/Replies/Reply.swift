// One whole answer of a server. Its text is what a server wants a person to read, so it is kept;
// it decides nothing, and nothing in it can disturb a log or a terminal.

/// A complete reply: one code and at least one line of text (RFC 5321, 4.2).
package struct Reply: Hashable, Sendable {
    package let code: ReplyCode

    // The lines as they came, each without its code and end, joined by line feeds: most replies
    // are never looked at, so no string is made before someone asks.
    private let text: [UInt8]

    init(code: ReplyCode, text: [UInt8]) {
        self.code = code
        self.text = text
    }

    /// The lines without the code; control characters have become spaces, bad bytes U+FFFD.
    package var lines: [String] {
        text.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false).map(Self.harmless)
    }

    /// The status at the head of the text, where there is one and the code does not contradict it
    /// (RFC 2034, 4).
    package var enhancedStatus: EnhancedStatus? {
        let word = text.prefix { $0 != ASCII.space && $0 != ASCII.lineFeed }
        guard let status = EnhancedStatus(word), status.statusClass == code.value / 100
        else { return nil }
        return status
    }

    private static func harmless(_ line: some Collection<UInt8>) -> String {
        var harmless = String.UnicodeScalarView()
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            // C0, DEL, C1, line separators, and the controls that turn a line around.
            case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E,
                0x2066...0x2069:
                harmless.append(" ")
            default:
                harmless.append(scalar)
            }
        }
        return String(harmless)
    }
}

// MARK: - One line for a person

extension Reply: CustomStringConvertible {
    /// The code and all the text on one line.
    package var description: String {
        ([code.description] + lines.filter { !$0.isEmpty }).joined(separator: " ")
    }
}
