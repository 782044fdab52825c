// What the commands that list or choose have in common: how many, and what there is instead.

extension Invocation {
    /// How many entries a user wants to see.
    func limit(_ option: Option, usually usual: Int) throws -> Int {
        guard let text = value(option.name) else { return usual }
        guard let limit = Int(text), (1...1_000_000).contains(limit) else {
            throw CommandFailure(
                .usage,
                "\(option.name) wants a number from 1 to 1000000, not “\(text.withoutControls)”."
            )
        }
        return limit
    }

    /// The numbers that a user could have meant, in a sentence.
    static func whatIsThere(_ rows: [Int64], _ noun: String, none: String) -> String {
        guard !rows.isEmpty else { return "\(none)." }
        let shown = rows.prefix(20).map(String.init).joined(separator: ", ")
        let others = rows.count > 20 ? " and \(rows.count - 20) more" : ""
        return "there is \(noun) \(shown)\(others)."
    }
}
