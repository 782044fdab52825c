// What is kept of a mail until its colleague says "oui", and how a question shows it.
//
// Whoever answers "oui" lets the whole text leave: a question shows all of it, and where that is
// too much for a letter, it says plainly how much follows.

extension StaffMailDesk {
    /// How much of a text a draft keeps, in bytes; the rest never leaves.
    static let keptMaximum = 200_000
    /// How much of a draft a question shows, in bytes.
    static let shownMaximum = 20_000

    /// What a draft keeps of a text.
    func kept(_ text: String) -> String { text.cut(toBytes: Self.keptMaximum) }

    /// Commands and message as they were written, one below the other.
    func words(of parts: StaffText) -> String {
        (parts.commandLines + [parts.message]).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// What of a draft a "oui" lets leave, as a question shows it; all of it where that is unclear.
    func words(of draft: AskedDraft) -> String {
        let words = words(of: parts(of: draft.text))
        return shown(words.isEmpty ? draft.text : words)
    }

    /// A text as a question shows it.
    func shown(_ text: String) -> String {
        let beginning = text.cut(toBytes: Self.shownMaximum)
        let rest = text.count - beginning.count
        return rest == 0
            ? text : "\(beginning)\n[coupé ici : encore \(rest) caractères]"
    }

    /// What ends a quiet ticket that stands for nothing but the draft, once that is decided.
    var errandsEnd: [TicketEvent] {
        guard file.history?.isErrand == true, ticket.state != .closed else { return [] }
        return [event(.moved(.closed, reason: "answered \(person.address.text)"))]
    }

    /// Whether a question to the colleague waits for an answer on this dossier.
    var awaitsAnswer: Bool {
        var open: Set<MailID> = []
        for event in events {
            switch event.fact {
            case .staff(.draftKept(let mail, person.address, .some, _)): open.insert(mail)
            case .staff(.draftDecided(let mail, _, _)): open.remove(mail)
            default: continue
            }
        }
        return !open.isEmpty
    }
}
