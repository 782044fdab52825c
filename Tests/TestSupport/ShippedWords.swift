// The words that come with the program, put together for tests that read no settings.

package import Desk

/// The program's words, and none of a house.
package enum ShippedWords {
    /// Their tables; unreadable files leave none, which every test of them notices.
    package static let tables =
        (try? WordTables(
            words: ShippedFiles.words(),
            weights: ShippedFiles.weights(),
            votes: ShippedFiles.votes()
        )) ?? .empty

    /// The vocabulary of a house that adds nothing.
    package static let vocabulary = Vocabulary(tables)
}
