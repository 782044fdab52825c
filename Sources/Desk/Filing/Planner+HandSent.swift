// An answer that a person sent without us: from the shared mailbox in another program, or from an
// own address with the client among the recipients. The copy is read from the folder of sent mail,
// or reaches us as one; it joins its dossier and keeps the promise, and causes no letter at all.
//
// Only the owner of a mailbox can put a mail into its folder of sent mail, so what lies there is
// believed. A copy that came by mail needs our own server's word.

import Foundation

extension Case {
    /// Whether the mail was found among those that the shared mailbox has sent.
    var isHandSent: Bool { reading.house.mailbox(ofSent: kept.origin.mailbox) != nil }

    /// The ticket that an answer sent by hand belongs to: one that it refers to or names, and
    /// whose client is among its recipients.
    package var handSentTicket: TicketSummary? {
        guard isHandSent || reading.isOwnMail else { return nil }
        let recipients = Set((reading.message.to + reading.message.cc).map(\.address))
        let tickets =
            answer.sealed + answer.parents.map(\.ticket) + answer.siblings.map(\.ticket)
            + answer.mentioned
        return tickets.first { !recipients.isDisjoint(with: $0.participants) }
    }
}

extension Planner {
    /// What becomes of a mail that a person sent without us; nil where it is none.
    func sentByHand() -> FilingPlan? {
        let reading = file.reading
        let isProven =
            file.isHandSent
            || reading.isOwnMail && reading.marks.own == nil && reading.authentication == .passed
        guard isProven else { return nil }
        guard reading.marks.own == nil else {
            let ticket = file.answer.sealed.first?.number
            return aside(on: ticket, because: "a copy of our own letter")
        }
        guard reading.isOwnMail || reading.staffSender != nil else {
            return aside(on: nil, because: "lies among the sent mails, and is not by us")
        }
        guard !file.classification.nature.isAutomatic else {
            return aside(on: nil, because: "a machine sent it from our address")
        }
        guard let ticket = file.handSentTicket,
            let procedure = file.history?.file(in: reading.house, loads: file.loads)
        else {
            return file.isHandSent
                ? aside(on: nil, because: "sent from our mailbox, about no dossier") : nil
        }
        if let original = file.answer.original, procedure.line.ticket.number == original.ticket,
            file.history?.events.contains(where: { $0.fact.isHeard(original.mail) }) == true
        {
            return aside(on: ticket.number, because: "the same mail was filed before")
        }
        return joined(by: author(on: procedure), on: procedure)
    }

    /// A colleague's mail that the client has had directly: it is on the dossier, and not sent
    /// again.
    func joined(by person: EmailAddress?, on procedure: ProcedureCase) -> FilingPlan {
        let number = procedure.ticket.number
        let shared = file.reading.message.from?.address ?? file.reading.mailbox.address.address
        var plan = putWith(number, because: "an answer that was sent without us")
        plan.disposition = .append
        let moment = received(after: file.history?.events.last?.at ?? .distantPast)
        plan.events = [TicketEvent(at: moment, .heard(kept.id, from: person ?? shared))]
        let member = procedure.company.staff.first { $0.address == person }
        let level = member.flatMap { procedure.escalation(answeredBy: $0, at: moment) }
        let text = StaffText(
            of: file.reading.message.text,
            signedBy: member?.name ?? "",
            answering: file.exchanges.map(\.text)
        )
        let done = act(
            procedure.answering(text.message, escalation: level),
            by: person ?? shared,
            on: procedure,
            cause: "sent.\(kept.id.row)",
            at: moment,
            name: { _, _ in nil }
        )
        // Nobody is made responsible by an answer of which it is not known who wrote it.
        plan.events += done.events.filter { event in
            if case .assigned = event.fact { person != nil } else { true }
        }
        return plan
    }

    // Whose name the mail shows; else who looks after the dossier.
    private func author(on procedure: ProcedureCase) -> EmailAddress? {
        if let sender = file.reading.staffSender { return sender.address }
        let shown = Folding.text(of: file.reading.message.from?.name ?? "")
        let named = procedure.company.staff.first { person in
            shown.utf8.count > 3 && shown.containsFolded(Folding.text(of: person.name))
        }
        return named?.address ?? procedure.ticket.handler
    }

    // Kept and counted; nothing happens to any ticket.
    private func aside(on ticket: TicketNumber?, because reason: String) -> FilingPlan {
        var plan = putWith(ticket, because: reason)
        plan.events = []
        return plan
    }
}

extension StaffMailDesk {
    /// Whether the client has had the mail from the colleague directly.
    var isSentDirectly: Bool {
        (reading.message.to + reading.message.cc)
            .contains { ticket.participants.contains($0.address) }
    }

    /// What the colleague is told of that, where the mail bears commands.
    static let toldOfDirectMail =
        "Le client était destinataire de votre mail : il l’a reçu directement, de votre adresse, "
        + "commandes comprises."
}

extension TicketFact {
    fileprivate func isHeard(_ mail: MailID) -> Bool {
        if case .heard(mail, _) = self { true } else { false }
    }
}
