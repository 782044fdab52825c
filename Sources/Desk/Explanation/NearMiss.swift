// "Did you mean…?": the known word that is nearest to what somebody typed.

/// Finds near misses.
package enum NearMiss {
    /// The known word that is at most a third of its letters away; nil where none is near.
    package static func of(_ word: String, among known: [String]) -> String? {
        let typed = letters(of: word)
        var near: (word: String, distance: Int)?
        for word in known {
            let letters = letters(of: word)
            let bound = min(max(1, letters.count / 3), (near?.distance ?? .max) - 1)
            // A word is as far away as its length, at the least.
            guard abs(letters.count - typed.count) <= bound else { continue }
            let distance = distance(typed, letters)
            if distance <= bound { near = (word, distance) }
        }
        return near?.word
    }

    /// The number of letters to insert, delete, replace, or exchange with a neighbour.
    static func distance(_ one: String, _ other: String) -> Int {
        distance(letters(of: one), letters(of: other))
    }

    private static func letters(of word: String) -> [Unicode.Scalar] {
        Array(word.lowercased().unicodeScalars.prefix(60))
    }

    // Three rows are kept: an exchange looks two back.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
        var before: [Int] = []
        var above = Array(0...other.count)
        for i in 1...one.count {
            var row = [i]
            row.reserveCapacity(other.count + 1)
            for j in 1...other.count {
                var best = min(above[j] + 1, row[j - 1] + 1)
                best = min(best, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1))
                if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
                    best = min(best, before[j - 2] + 1)
                }
                row.append(best)
            }
            (before, above) = (above, row)
        }
        return above[other.count]
    }
}
