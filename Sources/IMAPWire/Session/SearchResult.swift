// What a search found, when all its responses have come. Several responses to one search are
// joined; what was not asked for is taken out. That nothing was found is worth something only if
// the server said so.

/// What a search found.
package struct SearchResult: Hashable, Sendable {
    package let uids: UIDSet

    /// Whether the server said so.
    ///
    /// Some answer an empty search with nothing but OK: then nothing was found, and nothing should
    /// be concluded from it.
    package let isStated: Bool
}
