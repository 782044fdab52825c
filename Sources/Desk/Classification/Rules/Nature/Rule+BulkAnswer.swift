// Vacation programs of old set no field but "Precedence: bulk".

extension Rule {
    /// A bulk mail that answers one of our letters is a program's answer.
    static let bulkAnswer = Rule(
        "bulk-answer",
        "Precedence is bulk or junk, and the mail answers a letter of ours."
    ) { reading in
        guard let precedence = reading.message.header("precedence"),
            ["bulk", "junk"].contains(precedence.lowercased()), reading.answersUs != nil
        else { return nil }
        return (.nature(.autoreply), "Precedence: \(precedence)")
    }
}
