// An empty Return-Path. RFC 5321, 4.5.5: it marks notices that must not be answered.
//
// It is a sign, not a proof: relays and forwarding programs empty the envelope of people's mail
// too. A second sign makes a machine of the sender: a field that machines set, an address at which
// nobody reads, the words of a notice, or nothing written at all. Without one the mail is read as a
// person's; it is still never answered at once (RFC 3834, 2), which keeps a hidden machine silent.

extension Rule {
    /// An empty Return-Path beside a second sign of a machine.
    static let nullReturnPath = Rule(
        "null-return-path",
        "The Return-Path is empty, and a second sign says that a machine wrote."
    ) { reading in
        guard reading.message.returnPath == .null,
            let sign = MachineSign.field(reading) ?? MachineSign.words(reading)
        else { return nil }
        return (.nature(.autoreply), "Return-Path: <>, \(sign)")
    }
}

/// What speaks for a machine without proving it.
enum MachineSign {
    /// A field that machines set, or a sender who cannot be a person.
    static func field(_ reading: Reading) -> String? {
        let message = reading.message
        guard let from = message.from?.address else { return "no author" }
        if AutomaticSender.isOne(from) { return "from \(from.text)" }
        for field in message.headers where names.contains(field.name) {
            return "\(field.name): \(field.value)"
        }
        return nil
    }

    /// The words of a notice.
    static func words(_ reading: Reading) -> String? {
        if reading.newText.isEmpty, reading.message.attachments.isEmpty { return "no text" }
        let phrases = reading.setPhrases
        for kind in [SetPhrases.Kind.automatic, .isAway, .onReturn, .registered] {
            if let words = phrases.first(kind) { return words }
        }
        return nil
    }

    private static let names: Set<String> = [
        "x-auto-response-suppress", "precedence", "x-precedence", "x-loop", "list-id",
        "list-unsubscribe", "feedback-id", "x-ms-exchange-generated-message-source",
        "x-ms-exchange-inbox-rules-loop",
    ]
}
