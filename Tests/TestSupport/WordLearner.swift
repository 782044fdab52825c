// Learns what words say to a question of a few answers, from labelled texts: a linear model trained
// by small steps in a fixed order, so that the same sets give the same files.
//
// Twice where there is too much: first on all that occurs often enough, then on the heaviest only.

import Foundation

/// Learns what words say.
package enum WordLearner {
    /// A text: its answer and its words, pairs and stems, its meanings where they count.
    package struct Example {
        let answer: Int
        let features: Set<String>

        /// Labels a text.
        package init(answer: Int, features: Set<String>) {
            self.answer = answer
            self.features = features
        }
    }

    private static let rounds = 30
    private static let settled = 8
    private static let step = 0.5
    private static let decay = 1e-4

    /// Learns; gives the heaviest words, each with what it says to each answer.
    static func learn(
        _ examples: [Example],
        answers: Int,
        often: Int = 2,
        heaviest: Int,
        by size: ([Double]) -> Double
    ) -> [(name: String, weight: [Double])] {
        var counts: [String: Int] = [:]
        for example in examples {
            for feature in example.features { counts[feature, default: 0] += 1 }
        }
        let names = counts.filter { $0.value >= often }.keys.sorted()
        let first = learn(examples, names, answers)
        if names.count <= heaviest { return Array(zip(names, first)) }
        let order = names.indices.sorted {
            (size(first[$0]), names[$0]) > (size(first[$1]), names[$1])
        }
        let kept = order.prefix(heaviest).map { names[$0] }.sorted()
        return Array(zip(kept, learn(examples, kept, answers)))
    }

    /// Words on lines of at most ninety letters.
    static func lines(_ words: [String]) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words {
            if !line.isEmpty, line.count + word.count + 2 > 90 {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? word : ", \(word)"
        }
        return lines + [line]
    }

    private static func learn(
        _ examples: [Example],
        _ names: [String],
        _ sides: Int
    ) -> [[Double]] {
        let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let rows = examples.map { $0.features.compactMap { index[$0] }.sorted() }
        var weights = [Double](repeating: 0, count: names.count * sides)
        var squares = [Double](repeating: 1e-8, count: names.count * sides)
        var sum = weights
        var base = [Double](repeating: 0, count: sides)
        var chance = UInt64(0x9E37_79B9_7F4A_7C15)
        var order = Array(examples.indices)
        for round in 0..<rounds {
            for place in order.indices.reversed() where place > 0 {
                chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                order.swapAt(place, Int((chance >> 33) % UInt64(place + 1)))
            }
            for example in order {
                let row = rows[example]
                let scale = 1 / Double(row.count + 1).squareRoot()
                var scores = base
                for feature in row {
                    for side in 0..<sides {
                        scores[side] += weights[feature * sides + side] * scale
                    }
                }
                let top = scores.max() ?? 0
                let raised = scores.map { exp($0 - top) }
                let total = raised.reduce(0, +)
                for side in 0..<sides {
                    let wanted: Double = examples[example].answer == side ? 1 : 0
                    let error = raised[side] / total - wanted
                    base[side] -= 0.02 * error
                    for feature in row {
                        let at = feature * sides + side
                        let slope = error * scale + decay * weights[at]
                        squares[at] += slope * slope
                        weights[at] -= step * slope / squares[at].squareRoot()
                    }
                }
            }
            // The mean of the last rounds hangs less on their order.
            if round >= settled { for at in sum.indices { sum[at] += weights[at] } }
        }
        return names.indices.map { place in
            (0..<sides).map { sum[place * sides + $0] / Double(rounds - settled) }
        }
    }
}
