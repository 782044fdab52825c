// Whether a letter answers a mail at once, and if not, why (S2, C1, invariant 7).

/// The decision about the automatic answer to one mail.
package enum Acknowledgement: Hashable, Sendable {
    /// A letter of this kind is due, for this reason.
    case due(LetterKind, reason: String)
    /// None is due, for this reason.
    case notDue(reason: String)

    /// The reason, for lists and `explain`.
    package var reason: String {
        switch self {
        case .due(_, let reason), .notDue(let reason): reason
        }
    }

    /// Whether a letter is due.
    package var isDue: Bool {
        switch self {
        case .due: true
        case .notDue: false
        }
    }
}

/// Decides on the automatic answer; the first reason against one wins.
///
/// What makes a complaint of its own is acknowledged as a new one, whatever it follows.
package func acknowledgement(
    for reading: Reading,
    destination: MailboxSettings,
    nature: Nature,
    identification: Identification,
    isOfItsOwn: Bool = false,
    answer: ThreadAnswer
) -> Acknowledgement {
    if let reason = reasonNotToWrite(reading, nature: nature, identification: identification) {
        return .notDue(reason: reason)
    }
    let isJoining =
        switch identification {
        case .followUp: !isOfItsOwn
        case .new, .duplicate, .bounce, .ownMail: false
        }
    if isJoining, !reading.mailbox.confirmsFollowUps {
        return .notDue(reason: "joined its ticket; receipts are off for this mailbox")
    }
    if let bound = letterBound(for: reading, identification: identification, answer: answer) {
        return .notDue(reason: reading.house.company.letterBounds.reason(bound))
    }
    if isJoining {
        return .due(.followUpReceipt, reason: "a person wrote about an existing ticket")
    }
    guard destination.procedure == reading.mailbox.procedure else {
        return .due(.wrongMailbox, reason: "a person wrote to another mailbox than this one's")
    }
    switch destination.procedure {
    case .sav:
        return .due(.savAcknowledgement, reason: "a person opened a SAV request")
    case .complaint:
        return .due(.complaintAcknowledgement, reason: "a person opened a complaint")
    }
}

/// The bound of invariant 7 that an answer to this mail would break.
package func letterBound(
    for reading: Reading,
    identification: Identification,
    answer: ThreadAnswer,
    about number: TicketNumber? = nil
) -> LetterBound? {
    // What answers a mail by itself may be about another ticket than the mail's own (a status).
    let ticket: TicketNumber? =
        switch identification {
        case .followUp(let ticket, _): number ?? ticket.number
        case .new, .duplicate, .bounce, .ownMail: number
        }
    let onTicket = ticket.flatMap { answer.lettersByTicket[$0] } ?? 0
    let isProvider =
        (reading.correspondent?.address.domain).map { PublicProviders.contains($0) } ?? false
    return reading.house.company.letterBounds.bound(
        reachedBy: RecentLetters(
            onTicket: onTicket,
            toAddress: answer.lettersToCorrespondent,
            toDomain: answer.lettersToDomain,
            toAnybody: answer.lettersToAnybody
        ),
        isDomainExempt: reading.isDomainAuthenticated || isProvider || answer.client != nil
    )
}

private func reasonNotToWrite(
    _ reading: Reading,
    nature: Nature,
    identification: Identification
) -> String? {
    switch identification {
    case .duplicate: return "the same mail was answered when it came first"
    case .ownMail: return "our own mail came back"
    case .bounce: return "a machine reports on one of our letters"
    case .new, .followUp: break
    }
    if nature.isAutomatic { return "a machine wrote it (\(nature.rawValue))" }
    guard let correspondent = reading.correspondent else {
        return "the sender cannot be told with certainty"
    }
    if reading.house.isOurs(correspondent.address) { return "the answer would go to ourselves" }
    let suppress = AutoResponseSuppress(reading.message)
    if suppress.asksForNone { return "it asks for no automatic answer (\(suppress.evidence))" }
    if let service = BulkService(reading.message) {
        return "a service that sends in numbers brings it (\(service.evidence))"
    }
    if reading.message.returnPath == .null { return "its Return-Path is empty" }
    if AutomaticSender.isOne(correspondent.address) {
        return "nobody reads mail at \(correspondent.address.localPart)@…"
    }
    return nil
}
