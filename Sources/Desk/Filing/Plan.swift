// Stage "plan": from all that is known of a mail to everything that filing it will change. Pure:
// the moment, the next number and the key are arguments, and the same arguments give the same plan.

package import Foundation

/// All that the plan looks at.
package struct Case: Sendable {
    /// The mail as it was kept.
    package var kept: KeptMail
    /// The mail as it was read.
    package var reading: Reading
    /// To what it belongs.
    package var identified: Identified
    /// What it is.
    package var classification: Classification
    /// What is known of its past.
    package var answer: ThreadAnswer
    /// The ticket on which it follows up, as its procedure sees it; nil where no store was asked.
    package var history: ClockedTicket?
    /// The sender's own cases that are open, where he asks how they stand, the oldest first; nil
    /// where no store was asked.
    package var dossiers: [ClockedTicket]?
    /// How a person entered it, where it is no mail of the client's own.
    package var entry: EnteredRequest?
    /// How busy the staff are.
    package var loads: [EmailAddress: StaffLoad] = [:]
    /// What the commands of a colleague's mail need to know beyond its ticket.
    package var knowledge = StaffKnowledge()
    /// How much each colleague was told lately.
    package var tallies: [EmailAddress: NoticeTally] = [:]
    /// How often the sender, where it is a colleague, was asked whether mails were his.
    package var questions = QuestionTally()
    /// The last exchanges on the ticket on which it follows up, the latest first.
    package var exchanges: [StaffNotification.Exchange] = []
    /// The colleague who wrote on a client's behalf; the reading is the client's mail then.
    package var behalf: OnBehalf?

    /// Lays a case on the desk.
    package init(
        kept: KeptMail,
        reading: Reading,
        identified: Identified,
        classification: Classification,
        answer: ThreadAnswer
    ) {
        self.kept = kept
        self.reading = reading
        self.identified = identified
        self.classification = classification
        self.answer = answer
    }

    /// The mailbox whose procedure a new ticket follows: a complaint goes to the complaints and a
    /// request to the service, wherever they were sent.
    package var destination: MailboxSettings {
        let own = reading.mailbox
        let wanted: Procedure
        switch classification.nature {
        case .complaint: wanted = .complaint
        case .request: wanted = .sav
        case .followup:
            guard isComplaintOfItsOwn else { return own }
            wanted = .complaint
        case .autoreply, .bounce, .bulk, .spam, .receipt, .command: return own
        }
        guard own.procedure != wanted else { return own }
        return reading.house.mailboxes.first { $0.procedure == wanted } ?? own
    }

    /// What its letters say that it is about: a ticket is named by its first mail, and a complaint
    /// that answers a letter by the repair.
    var topic: String {
        switch identified.identification {
        case .followUp(let ticket, _) where !isComplaintOfItsOwn || reading.subject.isReply:
            ticket.subject
        case .followUp, .new, .duplicate, .bounce, .ownMail: reading.topic
        }
    }

    /// Whether a client's mail on a running repair, or on what is not known, begins a complaint.
    ///
    /// An answer to one of our letters stays where it belongs, unless its writer says in so many
    /// words that he complains.
    var isComplaintOfItsOwn: Bool {
        guard reading.staffSender == nil else { return false }
        switch identified.identification {
        case .followUp(let ticket, let proof):
            guard ticket.procedure == .sav, !identified.isByThirdParty else { return false }
            return classification.declaresComplaint
                || classification.nature == .complaint && proof != .seal
        case .new: return classification.declaresComplaint
        case .duplicate, .bounce, .ownMail: return false
        }
    }
}

/// Decides what becomes of a mail, given the number that a new ticket of its destination would get.
package func plan(_ given: Case, number: TicketNumber, now: Date, key: KeyedHash) -> FilingPlan {
    let file = given.withoutSpamIfReleased.withWhatWasEntered.withCriticality.withLanguage
    let planner = Planner(file: file, number: number, now: now, key: key)
    let plan = file.behalf.map(planner.plan(for:)) ?? planner.plan()
    let isUnread = file.reading.message.defects.contains(.readerGaveUp)
    if isUnread { return planner.tellingOfFailure(plan) }
    return file.kept.isCut ? planner.tellingOfSize(plan) : plan
}

extension Planner {
    /// What becomes of the mail by itself.
    func plan() -> FilingPlan { decide(self, file) }
}

private func decide(_ planner: Planner, _ file: Case) -> FilingPlan {
    if let sent = planner.sentByHand() { return sent }
    if file.isHistory { return planner.archive() }
    if file.classification.nature == .spam, !file.identified.identification.isKnown {
        return planner.quarantine(because: "marked as spam")
    }
    switch file.identified.identification {
    case .duplicate(let original):
        return planner.putWith(original.ticket, because: "the same mail was filed before")
    case .ownMail:
        guard let ticket = file.answer.sealed.first else {
            return file.kept.isReleased
                ? planner.open(quietly: true, because: "released from the quarantine")
                : planner.quarantine(because: "it bears one of our own addresses as its sender")
        }
        return planner.putWith(ticket.number, because: "our own mail came back")
    case .bounce(let ticket, let letter):
        return planner.recordBounce(on: ticket, letter: letter)
    case .followUp(let ticket, _):
        if let away = planner.awayNote(on: ticket) { return away }
        if let bounce = planner.unnamedBounce() { return bounce }
        if file.classification.nature.isAutomatic {
            return planner.putWith(
                ticket.number,
                because: "a machine wrote it (\(file.classification.nature.rawValue))"
            )
        }
        if let worked = planner.staffMail(on: ticket) { return worked }
        if let status = planner.status() { return status }
        // A complaint about a running repair is a dossier of its own, with its own promises.
        if file.isComplaintOfItsOwn {
            return planner.telling(planner.openComplaint(about: ticket.number), .opened)
        }
        return planner.telling(planner.append(to: ticket), .wrote)
    case .new:
        if let bounce = planner.unnamedBounce() { return bounce }
        if let errand = planner.staffErrand() { return errand }
        if let status = planner.status() { return status }
        let isUnreadable =
            file.reading.message.defects.contains(.unparseable)
            || file.reading.message.defects.contains(.empty)
            || file.reading.message.defects.contains(.readerGaveUp)
        if isUnreadable {
            let reason = "the mail cannot be read; \(file.kept.whatIsKept)"
            return planner.open(quietly: true, because: reason)
        }
        let nature = file.classification.nature
        return nature.isAutomatic
            ? planner.open(quietly: true, because: "a machine wrote it (\(nature.rawValue))")
            : planner.telling(
                planner.open(quietly: false, because: "a person wrote (\(nature.rawValue))"),
                .opened
            )
    }
}

extension KeptMail {
    /// What there is of the mail, in a few words.
    fileprivate var whatIsKept: String {
        isCut && !origin.isHandedIn
            ? "it is too large: its first part is kept, the whole stays in the mailbox"
            : "it is kept whole"
    }
}

extension Identification {
    /// Whether the mail belongs to something known.
    var isKnown: Bool {
        switch self {
        case .new: false
        case .followUp, .duplicate, .bounce, .ownMail: true
        }
    }
}

extension Case {
    /// Whether the mail was received before its mailbox was taken over.
    var isHistory: Bool {
        guard let since = reading.house.mailbox(named: kept.origin.mailbox)?.source.adoptSince
        else { return false }
        return kept.receivedAt < since
    }

    /// The case of a mail that a person has let out of the quarantine: it is no spam, whatever its
    /// marks say, and is treated as a person's.
    var withoutSpamIfReleased: Case {
        guard kept.isReleased, classification.nature == .spam else { return self }
        var file = self
        let nature: Nature = reading.mailbox.procedure == .complaint ? .complaint : .request
        file.classification.nature = nature
        file.classification.findings.append(
            Finding(
                rule: "released",
                verdict: .nature(nature),
                evidence: "a person let it out of the quarantine"
            )
        )
        return file
    }

    /// The case with a class: a follow-up whose dossier is not known is a request as any other, and
    /// where nothing tells how bad it is, doubt gives it the highest (S3).
    var withCriticality: Case {
        guard destination.procedure == .sav, classification.criticality == nil,
            !classification.nature.isAutomatic, !identified.identification.isKnown
        else { return self }
        var file = self
        for rule in RuleBook.criticality where file.classification.criticality == nil {
            guard let finding = rule.finding(in: reading),
                case .criticality(let criticality) = finding.verdict
            else { continue }
            file.classification.criticality = criticality
            file.classification.findings.append(finding)
        }
        return file
    }

    /// The case in the client's language: where the mail is too short to tell, the registry's.
    fileprivate var withLanguage: Case {
        guard reading.toldLanguage == nil, let client = answer.client else { return self }
        var file = self
        file.classification.language = client.language
        return file
    }

    /// The client's contract that is in force.
    func contract(on moment: Date) -> ContractLevel? {
        guard let client = answer.client else { return nil }
        guard let day = Day(of: moment, in: reading.house.company.timeZone) else {
            return client.contract
        }
        return client.contract(on: day)
    }
}
