// Whether a letter answers a mail at once, and if not, why (S2, C1, invariant 7).

/// The decision about the automatic answer to one mail.
package enum Acknowledgement: Hashable, Sendable {
    /// A letter of this kind is due, for this reason.
    case due(LetterKind, reason: String)
    /// None is due, for this reason.
    case notDue(reason: String)

    /// The bounds of invariant 7.
    package enum Bounds {
        /// Automatic letters to one address about one ticket in 24 hours.
        package static let perTicketMaximum = 3
        /// Automatic letters to one address in 24 hours.
        package static let perAddressMaximum = 10
    }

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
package func acknowledgement(
    for reading: Reading,
    destination: MailboxSettings,
    nature: Nature,
    identification: Identification,
    answer: ThreadAnswer
) -> Acknowledgement {
    if let reason = reasonNotToWrite(reading, nature: nature, identification: identification) {
        return .notDue(reason: reason)
    }
    if answer.lettersToCorrespondent >= Acknowledgement.Bounds.perAddressMaximum {
        return .notDue(
            reason: "\(answer.lettersToCorrespondent) automatic letters went to this address "
                + "in 24 hours"
        )
    }
    switch identification {
    case .followUp(let ticket, _):
        guard reading.mailbox.confirmsFollowUps else {
            return .notDue(reason: "joined its ticket; receipts are off for this mailbox")
        }
        let letters = answer.lettersByTicket[ticket.number] ?? 0
        guard letters < Acknowledgement.Bounds.perTicketMaximum else {
            return .notDue(
                reason: "\(letters) automatic letters went out on this ticket in 24 hours"
            )
        }
        return .due(.followUpReceipt, reason: "a person wrote about an existing ticket")
    case .new, .duplicate, .bounce, .ownMail:
        switch destination.procedure {
        case .sav:
            return .due(.savAcknowledgement, reason: "a person opened a SAV request")
        case .complaint:
            return .due(.complaintAcknowledgement, reason: "a person opened a complaint")
        }
    }
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
    if reading.message.returnPath == .null { return "its Return-Path is empty" }
    if AutomaticSender.isOne(correspondent.address) {
        return "nobody reads mail at \(correspondent.address.localPart)@…"
    }
    return nil
}
