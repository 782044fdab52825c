// The text of an outgoing header field. Invariant 9: it cannot hold CR, LF or NUL.

/// A header value that can never become two headers.
package struct HeaderValue: Hashable, Sendable {
    /// The text: one line, no control character.
    package let text: String

    /// Refuses a text with a control character.
    package init?(_ text: String) {
        guard !text.unicodeScalars.contains(where: Self.isForbidden) else { return nil }
        self.text = text
    }

    /// Makes any text fit: every run of control characters and line breaks becomes one space.
    package init(flattening text: String) {
        guard text.unicodeScalars.contains(where: Self.isForbidden) else {
            self.text = text
            return
        }
        var flat = String.UnicodeScalarView()
        var lastWasForbidden = false
        for scalar in text.unicodeScalars {
            let isForbidden = Self.isForbidden(scalar)
            if !isForbidden {
                flat.append(scalar)
            } else if !lastWasForbidden {
                flat.append(" ")
            }
            lastWasForbidden = isForbidden
        }
        self.text = String(flat)
    }

    // C0, DEL, C1, the line separators, and the bidi controls that would turn a line around.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E,
            0x2066...0x2069:
            true
        default:
            false
        }
    }
}

extension HeaderValue: CustomStringConvertible {
    package var description: String { text }
}
