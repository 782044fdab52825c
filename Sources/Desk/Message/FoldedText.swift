// A text as lexicons see it: lower case, no accents, plain apostrophes, single spaces.

/// A folded subject and text.
package struct FoldedText: Hashable, Sendable {
    /// The folded subject.
    package let subject: String
    /// The folded text.
    package let text: String

    /// Folds.
    package init(subject: String, text: String) {
        self.subject = subject.lowercased()
        self.text = text.lowercased()
    }
}
