// A client's subject as a letter repeats it: short, on one line, and leading nowhere. A letter goes to
// whoever the mail claims to come from, so it must not carry a stranger's links (threat 27).

/// A client's subject, safe to repeat.
package struct LetterSubject: Hashable, Sendable {
    /// The subject: at most 78 characters, no control character, no address that a mail program
    /// would turn into a link.
    package let text: String

    /// The longest subject that is repeated, in characters.
    package static let charactersMaximum = 78

    /// Makes any subject fit.
    package init(_ subject: String) {
        var flat = HeaderValue(flattening: subject).text
        for (link, harmless) in [("://", " : "), ("www.", "www ")] {
            flat = flat.replacing(link, with: harmless)
        }
        let words = flat.split(separator: " ").joined(separator: " ")
        text =
            words.count > Self.charactersMaximum
            ? words.prefix(Self.charactersMaximum - 1) + "…" : words
    }
}
