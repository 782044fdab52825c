// One search between its command and its tagged answer. Results come in one response or in several,
// with a tag or without one, or not at all; they are gathered here until the answer says that there
// are no more.

/// A search under way.
struct SearchInFlight: Hashable, Sendable {
    /// The lowest UID that was asked for.
    let lowest: UID?
    var uids = UIDSet()
    var isStated = false

    init(_ keys: [SearchKey]) {
        lowest = keys.compactMap { key in
            if case .from(let uid) = key { uid } else { nil }
        }.max()
    }

    /// Adds what one response names; several responses to one search are joined.
    mutating func take(_ response: SearchResponse) {
        uids = uids.union(response.uids)
        isStated = true
    }

    var result: SearchResult {
        guard let lowest, let highest = UID(UInt32.max) else {
            return SearchResult(uids: uids, isStated: isStated)
        }
        return SearchResult(
            uids: uids.intersection(UIDSet(lowest...highest)),
            isStated: isStated
        )
    }
}
