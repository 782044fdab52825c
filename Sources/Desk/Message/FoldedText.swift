// A text as lexicons see it: lower case, no accents, plain apostrophes, single spaces; a line end
// stays where the person ended a line. `Folding` does the work; this keeps subject and text apart.

/// A folded subject and text.
package struct FoldedText: Hashable, Sendable {
    /// The folded subject.
    package let subject: String
    /// The folded text.
    package let text: String

    /// Folds.
    package init(subject: String, text: String) {
        self.subject = Folding.text(of: subject)
        self.text = Folding.text(of: text)
    }
}
