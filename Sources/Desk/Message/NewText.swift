// What the person newly wrote, apart from what is quoted, signed or appended by machines.

/// A text split into the new and the quoted.
package struct NewText: Hashable, Sendable {
    /// What the person newly wrote.
    package let new: String
    /// What was quoted.
    package let quoted: String

    /// Splits a text.
    package init(of text: String) {
        new = text
        quoted = ""
    }
}
