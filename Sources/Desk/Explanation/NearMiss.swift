// "Did you mean…?": the known word that is nearest to what somebody typed.

/// Finds near misses.
package enum NearMiss {
    /// The known word that is at most a third of its letters away; nil where none is near.
    package static func of(_ word: String, among known: [String]) -> String? {
        let near = known.map { (word: $0, distance: distance(word, $0)) }
            .min { $0.distance < $1.distance }
        guard let near, near.distance <= max(1, near.word.count / 3) else { return nil }
        return near.word
    }

    /// The number of letters to insert, delete, replace, or exchange with a neighbour.
    static func distance(_ one: String, _ other: String) -> Int {
        let one = Array(one.lowercased().prefix(60))
        let other = Array(other.lowercased().prefix(60))
        guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
        var rows = [Array(0...other.count)]
        for i in 1...one.count {
            var row = [i]
            for j in 1...other.count {
                var best = min(rows[i - 1][j] + 1, row[j - 1] + 1)
                best = min(best, rows[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1))
                if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
                    best = min(best, rows[i - 2][j - 2] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[one.count][other.count]
    }
}
