// The backstop: whatever no rule knows was written by a person who wants something.

extension Rule {
    /// A person asks for help or advice.
    static let request = Rule(
        "request",
        "A person wrote, and no other rule concludes."
    ) {
        reading in
        (.nature(.request), reading.wayHere)
    }
}
