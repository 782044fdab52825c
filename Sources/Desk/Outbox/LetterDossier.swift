// One ticket, as its letters speak of it.

package import Foundation

/// A ticket with what letters must know beside it.
package struct LetterDossier: Hashable, Sendable {
    /// Its number.
    package var number: TicketNumber
    /// Whether it came by telephone.
    package var isByPhone = false
    /// The promises that it is under.
    package var procedure: Procedure
    /// The client.
    package var client: NamedAddress?
    /// The first mail's subject.
    package var subject: String
    /// The client's language.
    package var language: Language
    /// Where it stands.
    package var state: TicketState = .new
    /// Its class; nil for complaints.
    package var criticality: Criticality?
    /// Whether its class rests on a header alone: it is not told to the client as what the mail
    /// says.
    package var isUnread = false
    /// For complaints: whether an incident or an emergency is at stake.
    package var isUrgent = false
    /// The person responsible.
    package var handler: EmailAddress?
    /// What the client has bought; nil where that is not known.
    package var contract: ContractLevel?
    /// The terms that hold for the client; nil: those of the contract.
    package var terms: ContractTerms?
    /// The nearest date that the client has been promised.
    package var next: PromiseMention?
    /// What should have been done by now and is not.
    package var late: PromiseMention?
    /// When the client got the answer that he has not replied to (C6); nil where there is none.
    package var answeredAt: Date?
    /// When it closes by itself if the client does not reply.
    package var closesAt: Date?
    /// Whether the client has an account manager of his own.
    package var hasAccountManager = false
    /// The appointment that the client was told and that has not taken place, where that is not
    /// the nearest date itself.
    package var visit: Date?
    /// The mails of people on it, oldest first.
    package var mails: [MailID] = []
    /// The Message-IDs of its conversation with the client, oldest first.
    package var thread: [MessageID] = []

    /// Describes a ticket that is just beginning.
    package init(
        number: TicketNumber,
        procedure: Procedure,
        client: NamedAddress?,
        subject: String,
        language: Language
    ) {
        self.number = number
        self.procedure = procedure
        self.client = client
        self.subject = subject
        self.language = language
    }

    /// Describes a ticket as it stands.
    package init(_ ticket: Ticket) {
        self.init(
            number: ticket.number,
            procedure: ticket.opening.procedure,
            client: ticket.opening.requester,
            subject: ticket.opening.subject,
            language: ticket.opening.language
        )
        state = ticket.state
        criticality = ticket.criticality
        isUrgent = ticket.isUrgent
        handler = ticket.handler
        contract = ticket.contract
    }

    /// Takes over what commands may have set on a ticket: its class, handler and contract.
    mutating func stand(as ticket: Ticket) {
        criticality = ticket.criticality
        isUrgent = ticket.isUrgent
        handler = ticket.handler
        contract = ticket.contract
    }

    /// Describes the ticket of a case; the next promise is the one that is due first.
    package init(_ file: ProcedureCase, at now: Date) {
        self.init(file.ticket)
        terms = file.book.terms
        let states = file.states(at: now)
        next = file.nextPromised(of: states, at: now).flatMap { state in
            state.due.map { PromiseMention(state, on: number, due: $0) }
        }
        late = file.missed(of: states)
        hasAccountManager = file.accountManager != nil
        answeredAt = file.awaitsAgreement ? file.line.last(.substantiveAnswer)?.at : nil
        closesAt = file.closing(of: states)
        visit = file.appointment(at: now)
        mails = file.mails
    }
}
