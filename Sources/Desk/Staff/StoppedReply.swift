// "stop": what waits to leave is stopped, the same from a mail and from the shell.
//
// A "stop" that answers what we told of one order stops that order's letters, with all copies and
// what leaves behind them; any other stops all that waits, because nobody can tell which is meant.
// What was stopped, and what still leaves, is said; what the dossier had become is taken back.

package import Foundation

/// A message to a client that is stopped before it leaves.
package struct StoppedReply: Hashable, Sendable {
    /// The facts.
    package let events: [TicketEvent]
    /// The letters that do not leave.
    package let letters: [UndeliveredLetter]
    /// What is told to whoever has stopped it.
    package let sentence: String

    /// What is told where nothing waits any more.
    package static let tooLate = "Trop tard : aucun message n’attend plus son départ."

    /// What is told where the message that is meant has left, and others wait.
    static func tooLate(
        on events: [TicketEvent],
        in company: CompanySettings,
        at now: Date
    ) -> String {
        let waiting = ClientReply.waiting(on: events, in: company, at: now)
        let rest = HeldList(of: waiting, on: events, in: company)
        return rest.isEmpty
            ? tooLate : "Trop tard : ce message est déjà parti.\n\(rest.stillLeaving)"
    }

    /// Stops what waits; nil where nothing does.
    ///
    /// Where the word answers letters that told of orders, these orders are meant.
    package init?(
        on events: [TicketEvent],
        by person: EmailAddress,
        in company: CompanySettings,
        at now: Date,
        answering: Set<MessageID> = []
    ) {
        let waiting = ClientReply.waiting(on: events, in: company, at: now)
        let meant = ClientReply.letters(ofOrdersToldIn: answering, on: events)
        let queued = events.compactMap { event -> MessageID? in
            guard case .letterQueued(_, let id) = event.fact, waiting.contains(id) else {
                return nil
            }
            return id
        }
        let stopped = queued.filter { meant?.contains($0) ?? true }
        guard !stopped.isEmpty, let ticket = Ticket(folding: events) else { return nil }
        letters = stopped.map { UndeliveredLetter(id: $0, reason: "stopped by \(person.text)") }
        var facts = stopped.map { TicketFact.staff(.replyRecalled($0, by: person)) }
        let isAsked = events.contains { event in
            guard case .closing(.asked(let message)) = event.fact else { return false }
            return message.letter.map(stopped.contains) ?? false
        }
        let isClosed = events.contains { event in
            guard case .letterQueued(.closed, let id) = event.fact else { return false }
            return stopped.contains(id)
        }
        let list = HeldList(of: Set(stopped), on: events, in: company)
        let rest = HeldList(of: waiting.subtracting(stopped), on: events, in: company)
        var sentence: String
        if isAsked && ticket.state == .resolved || isClosed && ticket.state == .closed {
            facts.append(.moved(.open, reason: TakingBack.stopped))
            // A closing of its own may wait behind an earlier answer.
            sentence =
                isClosed && stopped.count == 1
                ? "La lettre de clôture est arrêtée, et le dossier est de nouveau en cours."
                : "Le message au client et la lettre de clôture sont arrêtés : ils ne partiront "
                    + "pas, et le dossier est de nouveau en cours."
            if list.entries.count > 2 { sentence += "\n" + list.lines }
        } else if list.entries.count > 1 {
            sentence =
                "\(list.entries.count) lettres au client sont arrêtées : aucune ne partira.\n"
                + list.lines
        } else if rest.isEmpty, list.isAllBy(person) {
            sentence = "Le message au client est arrêté : il ne partira pas."
        } else {
            sentence = "Le message au client est arrêté : il ne partira pas.\n" + list.lines
        }
        if let state = Self.beforeQuestion(on: events, ticket, stopped: stopped) {
            facts.append(.moved(state, reason: "the question was stopped"))
            sentence += "\nLe dossier est de nouveau \(state.inFrench)."
        }
        if list.holdsHandover {
            sentence +=
                "\nLe dossier reste confié comme il l’était : « #annuler » avec son code le défait."
        }
        if !rest.isEmpty { sentence += "\n" + rest.stillLeaving }
        self.sentence = sentence
        self.events = facts.map { TicketEvent(at: now, $0) }
    }

    // Where a dossier stood that waits for the answer to a question which is stopped: nobody waits
    // for what was not asked. Nil where it does not wait for that.
    private static func beforeQuestion(
        on events: [TicketEvent],
        _ ticket: Ticket,
        stopped: [MessageID]
    ) -> TicketState? {
        let move = events.lastIndex { if case .moved = $0.fact { true } else { false } }
        guard let move, case .moved(.waitingClient, _) = events[move].fact,
            let start = events[..<move].lastIndex(where: { $0.fact.orderCount != nil }),
            let count = events[start].fact.orderCount, move <= start + count
        else { return nil }
        let isStopped = events[(start + 1)...].prefix(count).contains { event in
            guard case .answer(.informationAsked(let message)) = event.fact else { return false }
            return message.letter.map(stopped.contains) ?? false
        }
        guard isStopped, let before = Ticket(folding: events[..<start])?.state else { return nil }
        // A dossier that was taken up is never new again.
        let state = before == .new ? .open : before
        return ticket.state.canMove(to: state) ? state : nil
    }
}

extension TicketFact {
    // How many facts an order has brought, where this begins one.
    fileprivate var orderCount: Int? {
        if case .staff(.acted(_, _, _, _, let count)) = self { count } else { nil }
    }
}

/// Letters that wait, in words: what each is, whose, and of when.
private struct HeldList {
    struct Entry: Hashable {
        let kind: LetterKind
        let author: EmailAddress?
        let words: String
    }

    private(set) var entries: [Entry] = []

    var isEmpty: Bool { entries.isEmpty }
    var holdsHandover: Bool { entries.contains { $0.kind == .handlerReplaced } }

    init(of letters: Set<MessageID>, on events: [TicketEvent], in company: CompanySettings) {
        var authors: [MessageID: EmailAddress] = [:]
        for case .answer(let answer) in events.map(\.fact) {
            if let letter = answer.message?.letter { authors[letter] = answer.author }
        }
        for event in events {
            guard case .letterQueued(let kind, let id) = event.fact, letters.contains(id) else {
                continue
            }
            let author = authors[id]
            // Copies of a message are no messages of their own.
            if kind == .answer, author == nil, !entries.isEmpty { continue }
            let name = company.staff.first { $0.address == author }?.name
            let time = company.calendar.timeOfDay(of: event.at).words(in: .french)
            let details = [name, time].compactMap(\.self).joined(separator: ", ")
            entries.append(
                Entry(kind: kind, author: author, words: "\(kind.heldWords) (\(details))")
            )
        }
    }

    func isAllBy(_ person: EmailAddress) -> Bool {
        entries.allSatisfy { $0.author == nil || $0.author == person }
    }

    var lines: String { entries.map { "- \($0.words)" }.joined(separator: "\n") }

    var stillLeaving: String {
        "Part encore :\n\(lines)\n"
            + "Pour l’arrêter aussi, répondez « stop » à une notification du dossier."
    }
}

extension LetterKind {
    // What a letter that waits is called.
    fileprivate var heldWords: String {
        switch self {
        case .extended, .delayAnnounced: "l’annonce du nouveau délai"
        case .visitPlanned: "l’annonce de l’intervention"
        case .callBackFollowUp: "la suite donnée à l’avis du client"
        case .handlerReplaced: "l’annonce du nouvel interlocuteur"
        case .closed: "la lettre de clôture"
        case .closingAsked: "la demande de clôture"
        case .savAcknowledgement, .complaintAcknowledgement, .wrongMailbox, .followUpReceipt,
            .answer, .informationNeeded, .progress, .delayRecall, .closingReminder,
            .tacitlyClosed, .reopened, .survey, .surveyThanks, .escalationReceived,
            .escalationProposed, .breach, .status, .formalAcknowledgement, .reminder,
            .breachReport, .escalationToManager, .callBackAsked, .verbatim, .answerIncomplete,
            .digest, .notification, .noticesGrouped, .transcript, .oversizedMail:
            "le message au client"
        }
    }
}
