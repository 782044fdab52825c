// Learns what words weigh in the scales of the grid (0 Informatif, 1 Standard, 2 Critique), and
// writes the file of weights.

/// Learns what words weigh.
package enum WeightLearner {
    private static let heaviest = 40_000
    private static let often = 3

    private static let head = """
        // What words weigh: learned from our own labelled sets by `make weigh`, never written by hand.
        // "= 3 -2": what follows weighs 3 for Critique and 2 against Informatif. A dot is the edge of
        // a sentence, "#" a number, "surve*" every word that begins so. "@dead" is a sense of the word
        // lists, "@:dead" one in the subject, "@?dead" one in a question, "@~dead" one that is
        // imagined, "@not+alarm" two senses that meet in a clause.


        """

    /// Learns, and writes the file: "= alarm advice" and under it the words of that weight.
    package static func file(from examples: [WordLearner.Example]) -> String {
        let learned = WordLearner.learn(examples, answers: 3, often: often, heaviest: heaviest) {
            weight in
            max(abs(weight[2] - weight[1]), abs(weight[0] - weight[1]))
        }
        var groups: [[Int]: [String]] = [:]
        for (name, weight) in learned {
            let steps = [weight[2] - weight[1], weight[0] - weight[1]].map {
                Int(($0 * 2).rounded())
            }
            groups[steps, default: []].append(name)
        }
        let lines = groups.sorted {
            $0.key[0] != $1.key[0] ? $0.key[0] > $1.key[0] : $0.key[1] > $1.key[1]
        }
        .flatMap { ["= \($0.key[0]) \($0.key[1])"] + WordLearner.lines($0.value) }
        return head + lines.map { "\($0)\n" }.joined()
    }
}
