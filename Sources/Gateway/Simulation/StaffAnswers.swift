// What the company's people wrote, in a folder of mails that is played: it counts as theirs by its
// sender's address alone. A running service asks for more than that (invariant 6), because there it
// is not known who wrote; a simulation trusts the folder.
//
// What they wrote to one of our mailboxes goes the way of every mail, with its commands; only a
// request that they enter (#ouvrir) is taken here, and what they wrote to the client themselves.

package import Desk
import Foundation

/// A person's mail about a ticket.
package struct StaffAnswer: Hashable, Sendable {
    /// The mail's name in its folder.
    package var mail: String
    /// Who wrote it.
    package var person: EmailAddress
    /// The ticket.
    package var ticket: TicketNumber
    /// What it counts as: the word of the fact.
    package var kind: String
}

/// Takes such mails.
struct StaffAnswers {
    private let world: World
    private let now: Date
    private let tell: (StaffAnswer, ClockDeed) -> Void

    init(_ world: World, at now: Date, tell: @escaping (StaffAnswer, ClockDeed) -> Void) {
        self.world = world
        self.now = now
        self.tell = tell
    }

    /// Takes a mail, if it is a person's of the company about a ticket that exists.
    func take(_ mail: ComingMail) throws -> Bool {
        let message = try world.read(mail.bytes)
        guard let person = message.from?.address,
            world.house.company.staff.contains(where: { $0.address == person }),
            let mailbox = world.house.mailbox(named: mail.mailbox)
        else { return false }
        let reading = Reading(message, mailbox: mailbox, house: world.house, key: world.key)
        guard !(message.to + message.cc).contains(where: { world.house.isOurs($0.address) }) else {
            return try enter(mail, reading, by: person)
        }
        var isTaken = false
        try world.ledger.filing { transaction in
            isTaken = try take(mail, reading, by: person, in: transaction)
        }
        return isTaken
    }

    // A call, or a form, that a person enters for a client (S1).
    private func enter(
        _ mail: ComingMail,
        _ reading: Reading,
        by person: EmailAddress
    ) throws -> Bool {
        let text = StaffText(of: reading.message.text)
        let parser = CommandParser(company: world.house.company, at: now)
        guard case .commands(let commands) = parser.read(text.commandLines),
            case .open(let client, let subject)? = commands.first?.command
        else { return false }
        let lines = [
            "From: <\(client.text)>", "To: <\(reading.mailbox.address.address.text)>",
            "Subject: \(subject)", "Message-ID: <entered.\(mail.name)@\(client.domain)>",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit", "", text.message, "",
        ]
        let message = RawMessage(
            origin: MailOrigin(mailbox: mail.mailbox, validity: 0, uid: .name(mail.name)),
            receivedAt: mail.receivedAt,
            bytes: Array(lines.joined(separator: "\r\n").utf8)
        )
        let kept = try world.ledger.keep([(mail: message, digest: world.digest(message))])
        let desk = FilingDesk(world, entered: EnteredRequest(.phone, by: person))
        _ = try desk.file(kept.map { ($0, message.bytes) })
        return true
    }

    private func take(
        _ mail: ComingMail,
        _ reading: Reading,
        by person: EmailAddress,
        in transaction: any FilingTransaction
    ) throws -> Bool {
        // A mail that comes again after a crash has been said already.
        let mark = "played.\(mail.name)"
        guard try transaction.mark(mark) == nil else { return true }
        let digest = world.digest(
            RawMessage(
                origin: MailOrigin(mailbox: mail.mailbox, validity: 0, uid: .name(mail.name)),
                receivedAt: mail.receivedAt,
                bytes: mail.bytes
            )
        )
        let question = ask(reading, digest: digest)
        let answer = try transaction.answer(question, for: MailID(0), at: now)
        let found =
            answer.sealed.first ?? answer.parents.first?.ticket ?? answer.siblings.first?.ticket
            ?? answer.mentioned.first
        guard let number = found?.number, let clocked = try transaction.clockedTicket(number),
            let file = clocked.file(in: world.house),
            let mailbox = clocked.mailbox(of: file.ticket, in: world.house)
        else { return false }
        try transaction.setMark(mark, number.text)
        let desk = CaseDesk(world, transaction, mailbox: mailbox, at: now)
        let member = world.house.company.staff.first { $0.address == person }
        let level = member.flatMap { file.escalation(answeredBy: $0, at: now) }
        let deed =
            level.map { StaffAct.answerEscalation(level: $0) } ?? reading.staffAct(on: file.ticket)
        // The question whether the case may be closed bears links that only our letter has.
        let asks = deed == .askClosing
        var plan = act(
            deed,
            by: person,
            on: file,
            message: asks ? nil : reading.message.id,
            cause: mark,
            at: now,
            name: desk.naming(about: number)
        )
        if asks {
            let own = PersonalMessage(by: person, letter: reading.message.id)
            plan.events.append(TicketEvent(at: now, .answer(.humanAnswer(own))))
        }
        let done = try desk.carryOut(plan, on: file, thread: clocked.thread, isOrdered: true)
        let kind = plan.events.first.map { FactRecord($0.fact).kind } ?? "nothing"
        tell(StaffAnswer(mail: mail.name, person: person, ticket: number, kind: kind), done)
        return true
    }
}

extension Reading {
    // A question whether the case may be closed, an answer in three parts, or an answer.
    fileprivate func staffAct(on ticket: Ticket) -> StaffAct {
        if asksToClose { return .askClosing }
        if ticket.opening.procedure == .complaint, let answer = SubstantiveAnswer(in: newText) {
            return .answerInSubstance(answer)
        }
        return .answer
    }
}
