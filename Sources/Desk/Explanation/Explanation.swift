// What would happen to a mail, and why: the whole core at work on one message, with nothing stored
// and nothing sent. Where the decision depends on the past, the explanation says what it assumes.

package import Foundation

/// All that the core makes of one message.
package struct Explanation: Sendable {
    /// The message as the rules saw it.
    package let reading: Reading
    /// What it is.
    package let classification: Classification
    /// What would become of it.
    package let plan: FilingPlan

    /// What is said of a participant where no store was asked.
    static let storeDecides = "whether the sender is a participant, the store decides"

    /// Explains a message that is not in any store; of one that is too large, its header.
    package init(
        _ reading: Reading,
        digest: ContentDigest,
        receivedAt: Date,
        key: KeyedHash,
        isCut: Bool = false
    ) {
        self.reading = reading
        classification = classify(reading)
        let answer = ThreadAnswer(assumingThat: classification.nature, of: reading)
        let origin = MailOrigin(mailbox: reading.mailbox.name, validity: 0, uid: .name("explain"))
        let file = Case(
            kept: KeptMail(
                id: MailID(0),
                origin: origin,
                receivedAt: receivedAt,
                digest: digest,
                attempts: 1,
                disposition: nil,
                isReleased: false,
                isCut: isCut
            ),
            reading: reading,
            identified: identify(reading, answer: answer),
            classification: classification,
            answer: answer
        )
        var plan = Desk.plan(
            file,
            number: .example(for: file.destination),
            now: receivedAt,
            key: key
        )
        let isByNumberAlone = plan.findings.contains { $0.evidence.hasSuffix(Self.storeDecides) }
        if plan.disposition == .append, isByNumberAlone {
            plan.reason += " if its sender is on it, else to a ticket of its own"
        }
        self.plan = plan
    }

    /// The mailbox that a message was most likely sent to: by its delivery fields, then To, then
    /// Cc.
    package static func mailbox(
        for message: InboundMessage,
        in house: HouseSettings
    ) -> MailboxSettings? {
        let addresses =
            message.deliveredTo + message.to.map(\.address) + message.cc.map(\.address)
        for address in addresses {
            if let mailbox = house.mailbox(at: address) {
                return house.mailbox(of: message, fetchedFrom: mailbox)
            }
        }
        // Whatever names none of ours is asked of the service that takes any question.
        return house.mailboxes.first { $0.procedure == .sav } ?? house.mailboxes.first
    }
}

extension ThreadAnswer {
    /// The answer of a store in which the dossier that a follow-up speaks of exists.
    ///
    /// Without it every answer would look like a new request. The sender counts as a participant
    /// only by this assumption; `explain` says so.
    init(assumingThat nature: Nature, of reading: Reading) {
        self.init()
        isAssumed = true
        let marks = reading.marks
        let assumed = { (number: TicketNumber) in
            TicketSummary(
                number: number,
                procedure: reading.house.mailboxes.first { $0.prefix == number.prefix }?.procedure
                    ?? reading.mailbox.procedure,
                mailbox: reading.mailbox.name,
                state: .open,
                handler: nil,
                participants: reading.message.from.map { [$0.address] } ?? [],
                language: reading.language,
                subject: reading.message.subject
            )
        }
        sealed =
            (marks.sealed.map(\.ticket) + marks.tagged + marks.reported.map(\.letter.ticket))
            .map(assumed)
        mentioned = marks.numbers.prefix(ThreadQuestion.mentionedMaximum).map(assumed)
        // A mistyped number leads nowhere here either: the mail would become a ticket of its own.
        if nature == .followup, sealed.isEmpty, mentioned.isEmpty,
            let id = marks.ofOurDomain.first
        {
            parents = [
                KnownParent(
                    id: id,
                    author: reading.message.from?.address,
                    ticket: assumed(.example(for: reading.mailbox))
                )
            ]
        }
    }
}

extension TicketNumber {
    /// A number that stands for "the next one" where no store is asked.
    static func example(for mailbox: MailboxSettings) -> TicketNumber {
        guard let number = TicketNumber(prefix: mailbox.prefix, year: 2000, sequence: 1) else {
            preconditionFailure("a mailbox's prefix is checked when the settings are read")
        }
        return number
    }
}
