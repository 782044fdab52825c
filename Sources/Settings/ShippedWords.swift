// The words that come with the program: Mailboxes/lexicon/shipped, laid into the program by
// CLexicon. They are read once.

import CLexicon
import Desk

/// What the program brings along.
enum ShippedWords {
    /// The tables.
    static let tables = WordTables(
        words: (0...).lazy.map(words).prefix { $0 != nil }.compactMap(\.self),
        weights: unsafe String(cString: guichet_lexicon_weights()),
        votes: unsafe String(cString: guichet_lexicon_votes())
    )

    // The texts are constants of the program, each ended by a zero byte.
    private static func words(at place: Int) -> String? {
        guard let text = unsafe guichet_lexicon_words(Int32(place)) else { return nil }
        return unsafe String(cString: text)
    }
}
