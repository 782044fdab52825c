// A mail whose words nobody here can read: its subject may say "Question" and its text that the
// house is empty and the alarm dead.

extension Rule {
    /// The text is encrypted.
    static let sealedText = Rule(
        "sealed-text",
        "The mail is encrypted and no part of its text can be read: in doubt Critique."
    ) { reading in
        guard reading.message.defects.contains(.encrypted), reading.newText.isEmpty else {
            return nil
        }
        return (.criticality(.critical), "doubt: encrypted")
    }
}
