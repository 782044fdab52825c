// Learns the weights of words from labelled texts: a linear model of three classes, trained by
// small steps in a fixed order, so that the same sets give the same tables.
//
// Twice: first on all that occurs at least twice, then on the heaviest of it only.

import Foundation

/// Learns what words weigh.
package struct WeightLearner {
    /// A text: its class (0 Informatif, 1 Standard, 2 Critique) and its words, pairs and stems.
    package struct Example {
        let label: Int
        let features: Set<String>

        /// Labels a text.
        package init(label: Int, features: Set<String>) {
            self.label = label
            self.features = features
        }
    }

    private static let rounds = 30
    private static let settled = 8
    private static let step = 0.5
    private static let decay = 1e-4
    private static let heaviest = 6500

    /// Learns, and writes the tables: "= alarm advice" and under it the words of that weight.
    package static func table(from examples: [Example]) -> [String] {
        var counts: [String: Int] = [:]
        for example in examples {
            for feature in example.features { counts[feature, default: 0] += 1 }
        }
        let names = counts.filter { $0.value >= 2 }.keys.sorted()
        let first = learn(examples, names)
        let order = names.indices.sorted {
            (size(first[$0]), names[$0]) > (size(first[$1]), names[$1])
        }
        let kept = order.prefix(heaviest).map { names[$0] }.sorted()
        let weights = learn(examples, kept)
        var groups: [[Int]: [String]] = [:]
        for (name, weight) in zip(kept, weights) {
            let steps = [weight[2] - weight[1], weight[0] - weight[1]].map {
                Int(($0 * 2).rounded())
            }
            groups[steps, default: []].append(name)
        }
        return groups.sorted {
            $0.key[0] != $1.key[0] ? $0.key[0] > $1.key[0] : $0.key[1] > $1.key[1]
        }
        .flatMap { ["= \($0.key[0]) \($0.key[1])"] + lines($0.value) }
    }

    /// The same as the file that is laid into the program.
    package static func file(_ table: [String]) -> String {
        head + table.map { "\($0)\n" }.joined()
    }

    private static let head = """
        // What words weigh: learned from our own labelled sets by `make weigh`, never written by hand.
        // "= 3 -2": what follows weighs 3 for Critique and 2 against Informatif. A dot is the edge of a
        // sentence, "#" a number, "surve*" every word that begins so.


        """

    private static func size(_ weight: [Double]) -> Double {
        max(abs(weight[2] - weight[1]), abs(weight[0] - weight[1]))
    }

    // Words on lines of at most ninety letters.
    private static func lines(_ words: [String]) -> [String] {
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

    private static func learn(_ examples: [Example], _ names: [String]) -> [[Double]] {
        let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let rows = examples.map { $0.features.compactMap { index[$0] }.sorted() }
        var weights = [Double](repeating: 0, count: names.count * 3)
        var squares = [Double](repeating: 1e-8, count: names.count * 3)
        var base = [0.0, 0.0, 0.0]
        var chance = UInt64(0x9E37_79B9_7F4A_7C15)
        var order = Array(examples.indices)
        var sum = [Double](repeating: 0, count: names.count * 3)
        for round in 0..<rounds {
            for place in order.indices.reversed() where place > 0 {
                chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                order.swapAt(place, Int((chance >> 33) % UInt64(place + 1)))
            }
            for example in order {
                let row = rows[example]
                let scale = 1 / Double(row.count + 1).squareRoot()
                var sums = [0.0, 0.0, 0.0]
                for feature in row {
                    for side in 0..<3 { sums[side] += weights[feature * 3 + side] }
                }
                let scores = (0..<3).map { sums[$0] * scale + base[$0] }
                let top = scores.max() ?? 0
                let raised = scores.map { exp($0 - top) }
                let total = raised.reduce(0, +)
                for side in 0..<3 {
                    let error = raised[side] / total - (examples[example].label == side ? 1 : 0)
                    base[side] -= 0.02 * error
                    for feature in row {
                        let at = feature * 3 + side
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
            (0..<3).map { sum[place * 3 + $0] / Double(rounds - settled) }
        }
    }
}
