// Learns how words vote on a question of a few answers, and writes the file of votes.

/// Learns how words vote.
package enum VoteLearner {
    private static let heaviest = 4000

    /// The head of the file.
    package static let head = """
        // How words vote on what a mail or a complaint is: learned from our own labelled sets by
        // `make weigh`, never written by hand. "[topic: billing delay …]" begins a question;
        // "= 3 -2 0 -1" says how the words below vote on each of its answers. A dot is the edge of a
        // sentence, "#" a number, "surve*" every word that begins so.

        """

    /// Learns, and writes a question's part of the file.
    package static func part(
        _ question: String,
        answers: [String],
        from examples: [WordLearner.Example]
    ) -> String {
        let learned = WordLearner.learn(examples, answers: answers.count, heaviest: heaviest) {
            ($0.max() ?? 0) - ($0.min() ?? 0)
        }
        var groups: [[Int]: [String]] = [:]
        for (name, weight) in learned {
            let mean = weight.reduce(0, +) / Double(weight.count)
            let votes = weight.map { Int((($0 - mean) * 4).rounded()) }
            if votes.contains(where: { $0 != 0 }) { groups[votes, default: []].append(name) }
        }
        let lines = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .flatMap { group in
                ["= \(group.key.map(String.init).joined(separator: " "))"]
                    + WordLearner.lines(group.value)
            }
        return "\n[\(question): \(answers.joined(separator: " "))]\n"
            + lines.map { "\($0)\n" }.joined()
    }
}
