// An address that nobody reads. By itself it proves little: forms and scanners send people's words
// from such addresses.

extension Rule {
    /// An address that nobody reads, and a text that says so.
    static let machineSender = Rule(
        "machine-sender",
        "The sender's address says that nobody reads it, no other address is given, and the "
            + "text says that it is automatic."
    ) { reading in
        let message = reading.message
        guard let from = message.from?.address, AutomaticSender.isOne(from) else { return nil }
        if let reply = message.replyTo?.address, !AutomaticSender.isOne(reply) { return nil }
        guard let words = reading.setPhrases.first(.automatic) else { return nil }
        return (.nature(.autoreply), "from \(from.text): \(words)")
    }
}
