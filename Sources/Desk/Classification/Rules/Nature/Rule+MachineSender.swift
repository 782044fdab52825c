// An address that nobody reads. By itself it proves little: forms and scanners send people's words
// from such addresses.

extension Rule {
    /// An address that nobody reads, and a text that says so.
    static let machineSender = Rule(
        "machine-sender",
        "The sender's address says that nobody reads it, no other address is given, and the text says "
            + "that it is automatic."
    ) { reading in
        let message = reading.message
        guard let from = message.from?.address, AutomaticSender.isOne(from) else { return nil }
        if let reply = message.replyTo?.address, !AutomaticSender.isOne(reply) { return nil }
        let text = FoldedLine(bytes: Array(reading.folded.text.utf8.prefix(3000))[...])
        guard let words = Self.machineTexts.first(where: text.contains) else { return nil }
        return (.nature(.autoreply), "from \(from.text): \(words)")
    }

    private static let machineTexts = [
        "ne pas repondre", "ne repondez pas", "n'attend pas de reponse", "message automatique",
        "envoye automatiquement", "genere automatiquement", "mail automatique", "courriel automatique",
        "notification automatique", "do not reply", "don't reply", "automatically generated",
        "automated message", "automatic message", "automated email", "automated e-mail",
        "automatic notification", "not monitored", "unmonitored",
    ]
}
