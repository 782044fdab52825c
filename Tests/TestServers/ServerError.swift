// What goes wrong around a server of the tests: a package that is not installed, a process that
// ends before it listens, an answer that never comes. The sentence is what a failed test shows.

/// A server of the tests, or a socket to one, failed.
package struct ServerError: Error, CustomStringConvertible {
    /// What, where, and what the other side said.
    package let sentence: String

    package init(_ sentence: String) {
        self.sentence = sentence
    }

    package var description: String { sentence }
}
