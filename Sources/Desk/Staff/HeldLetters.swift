// When an order's letters leave. What bears a colleague's words or a date waits some minutes, in
// which it can be stopped, whether it is a reply or a command's letter; and nothing overtakes what
// waits already.

package import Foundation

extension Execution {
    /// Lets the letters of the commands wait.
    mutating func holdLetters() {
        let hold = ClientReply.holdSeconds(in: file.company)
        let before = ClientReply.lastHeld(on: file.history, in: file.company, at: now)
        let earliest = before.map { $0 + hold + 1 } ?? now
        for index in plan.letters.indices where plan.letters[index].kind.isForClient {
            var leaving = max(plan.letters[index].notBefore, earliest)
            if ClientReply.heldKinds.contains(plan.letters[index].kind), hold > 0 {
                leaving = max(leaving, now + hold)
                plan.transcript.leavesAt = leaving
            }
            plan.letters[index].notBefore = leaving
        }
        guard let leaving = plan.transcript.leavesAt else { return }
        for index in plan.letters.indices
        where ClientReply.kindsBehind.contains(plan.letters[index].kind) {
            plan.letters[index].notBefore = max(plan.letters[index].notBefore, leaving + 1)
        }
    }

    // The closing comes behind what it rests on, which may still be stopped.
    mutating func letTheMessageGoFirst() {
        let leaving = now + ClientReply.holdSeconds(in: file.company) + 1
        for index in plan.letters.indices where plan.letters[index].kind == .closed {
            plan.letters[index].notBefore = max(plan.letters[index].notBefore, leaving)
        }
    }

    // A note is internal; what the other commands beside it send goes all the same.
    var resultOfNote: String {
        if order.isDelivered { return "Note gardée ; mais le client, en copie, a reçu ce mail." }
        let letters = plan.letters + plan.further.letters.map(\.order)
        return letters.contains { $0.kind.isForClient }
            ? "Note interne : son texte ne part pas ; le client reçoit la lettre de la commande."
            : "Note interne ; rien ne part chez le client."
    }
}

extension ClientReply {
    /// The letters of commands that wait as replies do.
    static let heldKinds: Set<LetterKind> = [
        .answer, .extended, .delayAnnounced, .visitPlanned, .callBackFollowUp, .handlerReplaced,
    ]

    /// What leaves behind them, and is stopped with them.
    static let kindsBehind: Set<LetterKind> = [.closed, .closingAsked]

    /// When the latest letter was queued that still waits to leave; nil where none does.
    static func lastHeld(
        on events: [TicketEvent],
        in company: CompanySettings,
        at now: Date
    ) -> Date? {
        let waiting = waiting(on: events, in: company, at: now)
        return events.last { event in
            guard case .letterQueued(let kind, let id) = event.fact else { return false }
            return heldKinds.contains(kind) && waiting.contains(id)
        }?.at
    }

    /// The messages to the client that still wait to leave, and the closings that wait behind them.
    package static func waiting(
        on events: [TicketEvent],
        in company: CompanySettings,
        at now: Date
    ) -> Set<MessageID> {
        let since = now.addingTimeInterval(-holdSeconds(in: company))
        let recent = events.filter { $0.at >= since }
        // What a clock has sent at once is of the same kinds, and waits for nothing.
        let stopped = Set(
            recent.compactMap { event -> MessageID? in
                switch event.fact {
                case .staff(.replyRecalled(let id, _)), .letterSent(let id): id
                default: nil
                }
            }
        )
        var held: Set<MessageID> = []
        var isHolding = false
        for event in recent {
            guard case .letterQueued(let kind, let id) = event.fact, !stopped.contains(id) else {
                continue
            }
            if heldKinds.contains(kind) { isHolding = true }
            // A closing of the same order stands before or behind its reply.
            let isBehind = isHolding || recent.contains { $0.at == event.at && $0.isHeldReply }
            if heldKinds.contains(kind) || kindsBehind.contains(kind) && isBehind {
                held.insert(id)
            }
        }
        return held
    }

    /// The letters of the orders about which these letters of ours tell or had asked; nil where
    /// they tell of none.
    ///
    /// A mail's facts stand together, from the mail to the letter that tells of it.
    static func letters(
        ofOrdersToldIn answered: Set<MessageID>,
        on events: [TicketEvent]
    ) -> Set<MessageID>? {
        guard !answered.isEmpty else { return nil }
        var found: Set<MessageID>?
        var batch: Set<MessageID> = []
        var asked: Set<MailID> = []
        var isMeant = false
        for event in events {
            switch event.fact {
            case .heard, .joined:
                batch = []
                isMeant = false
            case .staff(.draftKept(let mail, _, let question, _)):
                if let question, answered.contains(question) { asked.insert(mail) }
                // The letter that asks tells of no order, and least of a colleague's before it.
                batch = []
            case .staff(.draftDecided(let mail, _, true)) where asked.contains(mail):
                isMeant = true
                found = found ?? []
            case .letterQueued(.transcript, let id):
                if answered.contains(id), !batch.isEmpty { found = (found ?? []).union(batch) }
            case .letterQueued(let kind, let id) where kind.isForClient:
                batch.insert(id)
                if isMeant { found?.insert(id) }
            default: continue
            }
        }
        return found
    }
}

extension TicketEvent {
    fileprivate var isHeldReply: Bool {
        guard case .letterQueued(let kind, _) = fact else { return false }
        return ClientReply.heldKinds.contains(kind)
    }
}
