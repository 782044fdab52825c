// Senders that the house has banned in company.yaml.
//
// Whoever answers one of our letters is in touch with us, and is heard all the same.

extension Rule {
    /// The house has banned the sender.
    static let bannedSender = Rule(
        "banned-sender",
        "The sender's address or domain stands in senders.ban of company.yaml: spam."
    ) { reading in
        guard reading.marks.sealed.isEmpty, case .banned(let pattern)? = reading.senderVerdict
        else { return nil }
        return (.nature(.spam), "\(pattern.key) is banned (senders.ban)")
    }
}

extension Reading {
    /// What the house's lists say of the sender.
    var senderVerdict: SenderLists.Verdict? {
        message.from.flatMap { house.company.senders.verdict(on: $0.address) }
    }

    /// Whether the house's lists say that the sender writes no spam.
    var isSenderAllowed: Bool {
        if case .allowed? = senderVerdict { true } else { false }
    }
}
