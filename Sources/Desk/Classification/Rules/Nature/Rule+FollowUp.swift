// A person writes about something that is under way.

extension Rule {
    /// The mail answers one of our letters or names a ticket.
    static let followUp = Rule(
        "follow-up",
        "The mail answers one of our Message-IDs, or carries what looks like a ticket number "
            + "of ours."
    ) { reading in
        reading.answersUs.map { (.nature(.followup), $0) }
    }
}

extension Reading {
    /// By what the mail belongs to something known to us; nil where nothing says so.
    var answersUs: String? {
        if let sealed = marks.sealed.first {
            return "answers our letter about \(sealed.ticket.text)"
        }
        if let id = marks.ofOurDomain.first { return "answers \(id)" }
        let prefixes = Set(house.mailboxes.map(\.prefix))
        if let number = marks.numbers.first(where: { prefixes.contains($0.prefix) }) {
            return "names \(number.text)"
        }
        let mistyped = marks.mistyped.first { text in
            prefixes.contains { text.hasPrefix("\($0)-") }
        }
        return mistyped.map { "names \($0)" }
    }
}
