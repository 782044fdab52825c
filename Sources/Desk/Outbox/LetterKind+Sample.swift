// The catalogue of what letters may name, by example.
//
// A sample letter is written from an invented dossier by the same function as a real one, so that
// previews, tests and the check of templates see exactly what clients will. A template that names
// anything else is refused: a value that is not here does not exist for templates.

import Foundation

/// How much of the catalogue a sample letter holds.
package enum LetterSample: Hashable, Sendable, CaseIterable {
    /// Everything is known.
    case full
    /// What may be missing is missing.
    case lean
}

/// What a preview may choose; nil where the sample decides.
package struct SampleChoice: Hashable, Sendable {
    /// The client's contract.
    package var contract: ContractLevel?
    /// The class of the request.
    package var criticality: Criticality?
    /// Whether the mail came outside the opening hours.
    package var isOutOfHours: Bool?
    /// Whether a colleague has passed the mail on when a promise was over already.
    package var isPassedOnLate = false

    /// Leaves everything to the sample.
    package init() {}
}

extension LetterKind {
    /// The names whose texts a client wrote, wherever they stand; letters shorten and defuse them.
    package static let clientNames: Set<String> = [
        "client.name", "subject", "rows.subject", "dossiers.subject", "verbatim", "author.name",
        "rows.client", "dossiers.client", "promises.client", "promises.subject",
        "exchanges.author", "notice.files", "notice.leftOut", "largeMail.subject",
    ]

    /// The values of a sample letter.
    package func sampleValues(in language: Language) -> [String: LetterValue] {
        sampleContent(in: language, .full, SampleChoice()).values(of: self)
    }

    private func sampleContent(
        in language: Language,
        _ sample: LetterSample,
        _ choice: SampleChoice
    ) -> LetterContent {
        let house = SampleHouse(language: language, sample: sample)
        let procedure = sampleProcedure(sample)
        var dossier = house.dossier(procedure)
        if let contract = choice.contract { dossier.contract = contract }
        if let criticality = choice.criticality, procedure == .sav {
            dossier.criticality = criticality
        }
        let facts = LetterValues(
            company: house.company,
            mailbox: house.mailbox(procedure),
            dossier: dossier,
            language: language,
            now: house.moment(isOutOfHours: choice.isOutOfHours ?? (sample == .full))
        )
        var matter = sampleMatter(house, sample)
        if choice.isPassedOnLate {
            (matter.isPassedOn, matter.isLate, matter.isNoted) = (true, true, false)
            matter.promises = Array(
                house.promises(isLate: true).filter { $0.ticket == dossier.number }.prefix(1)
            )
            // He wrote some days before.
            matter.date = matter.promises.first.map { $0.due.addingTimeInterval(-2 * 86_400) }
        }
        return LetterContent(
            facts: facts,
            matter: matter,
            recipient: sample == .full ? SampleHouse.Person.handler.name : ""
        )
    }

    /// A sample letter, for previews and tests.
    package func sampleLetter(
        in language: Language,
        _ sample: LetterSample = .full,
        _ choice: SampleChoice = SampleChoice()
    ) -> Letter {
        let house = SampleHouse(language: language, sample: sample)
        let procedure = sampleProcedure(sample)
        let dossier = house.dossier(procedure)
        let staff = SampleHouse.Person.handler
        guard let client = dossier.client,
            let question = MessageID("question@client.example"),
            let id = MessageID("\(rawValue).\(language.rawValue)@mileo.example")
        else { preconditionFailure("the sample letter's addresses and ids are well-formed") }
        return Letter(
            kind: self,
            language: language,
            id: id,
            ticket: dossier.number,
            from: house.mailbox(procedure).address,
            to: isForClient ? client : NamedAddress(staff.address, name: staff.name),
            date: house.moment(isOutOfHours: sample == .full),
            inReplyTo: isForClient ? question : nil,
            references: isForClient ? [question] : [],
            content: sampleContent(in: language, sample, choice)
        )
    }

    // What both procedures send is shown for SAV when full, and for a complaint when lean.
    private func sampleProcedure(_ sample: LetterSample) -> Procedure {
        switch self {
        case .savAcknowledgement, .delayRecall, .visitPlanned, .closingAsked, .closingReminder,
            .survey, .surveyThanks, .callBackFollowUp, .callBackAsked, .verbatim, .followUpReceipt:
            .sav
        case .complaintAcknowledgement, .extended, .tacitlyClosed, .formalAcknowledgement,
            .answerIncomplete:
            .complaint
        case .wrongMailbox, .answer: sample == .full ? .complaint : .sav
        case .informationNeeded, .progress, .delayAnnounced, .closed, .reopened,
            .escalationReceived, .escalationProposed, .handlerReplaced, .breach, .status,
            .reminder, .breachReport, .escalationToManager, .digest, .notification, .transcript,
            .noticesGrouped, .oversizedMail:
            sample == .full ? .sav : .complaint
        }
    }

    private func sampleMatter(_ house: SampleHouse, _ sample: LetterSample) -> LetterMatter {
        let isFull = sample == .full
        var matter = LetterMatter()
        let alwaysDated: [LetterKind] = [.extended, .visitPlanned]
        if isFull || alwaysDated.contains(self) { matter.date = house.laterDate }
        matter.visit = isFull ? house.laterDate : nil
        let neverWorded: [LetterKind] = [.visitPlanned, .callBackAsked, .notification]
        matter.count = isFull ? 37 : 1
        if isFull || !neverWorded.contains(self) { matter.text = house.words(of: self) }
        if isFull || self == .handlerReplaced {
            matter.person = samplePerson.address
            matter.day = isFull ? house.day : nil
        }
        if isFull { matter.standIns = house.standIns }
        matter.isNoted = isFull
        matter.informed = .operationsManager
        let absentee: SampleHouse.Person =
            self == .escalationReceived ? .operationsManager : .handler
        matter.absent = isFull ? absentee.address : nil
        matter.replacement = isFull ? house.replacement : nil
        matter.asker = isFull ? SampleHouse.Person.handler.address : nil
        matter.level = self == .escalationProposed || !isFull ? 2 : 1
        matter.note = isFull ? 2 : self == .callBackAsked ? nil : 5
        matter.ground = isFull ? .confirmed : .unanswered
        matter.hasHeard = isFull
        matter.missing = isFull ? [.correction, .compensation] : [.facts]
        matter.bearsDossier = isFull
        matter.largeMail = house.largeMail(
            to: house.mailbox(sampleProcedure(sample)).address.address
        )
        matter.wroteTo = house.mailbox(sampleProcedure(sample).other).address.address
        let isLate = self == .breach || self == .breachReport
        matter.promises = Array(house.promises(isLate: isLate).prefix(isFull ? 2 : 1))
        // A client hears of his own dossier alone.
        if isForClient {
            let own = house.dossier(sampleProcedure(sample)).number
            matter.promises = house.promises(isLate: isLate).filter { $0.ticket == own }
            matter.promises = Array(matter.promises.prefix(1))
        }
        var dossiers = [house.dossier(.sav), house.dossier(.complaint)]
        dossiers[1].criticality = nil
        dossiers[1].late = house.promises(isLate: true)[1]
        dossiers[1].answeredAt = house.laterDate - 7 * 86_400
        dossiers[1].closesAt = house.laterDate
        matter.dossiers = isFull ? dossiers : [dossiers[0]]
        var digest = DigestMatter()
        digest.overdue = isFull ? [house.promises(isLate: true)[1]] : []
        digest.dueToday = isFull ? [house.promises(isLate: false)[0]] : []
        for index in digest.overdue.indices {
            digest.overdue[index].subject = dossiers[1].subject
            digest.overdue[index].client = dossiers[1].client
        }
        for index in digest.dueToday.indices {
            digest.dueToday[index].subject = dossiers[0].subject
            digest.dueToday[index].isUnassigned = true
        }
        for index in matter.dossiers.indices where isFull {
            matter.dossiers[index].visit = house.laterDate
        }
        digest.waiting = isFull ? [dossiers[0]] : []
        digest.new = [dossiers[1]]
        digest.open = isFull ? 7 : 1
        digest.closed = isFull ? 3 : 0
        matter.digest = digest
        matter.notice = house.notice(of: sampleProcedure(sample))
        return matter
    }

    private var samplePerson: SampleHouse.Person {
        switch self {
        case .escalationToManager: .operationsManager
        case .escalationProposed: .generalManagement
        case .callBackFollowUp: .accountManager
        case .handlerReplaced, .reopened, .escalationReceived: .deputy
        case .savAcknowledgement, .complaintAcknowledgement, .wrongMailbox, .followUpReceipt,
            .answer, .informationNeeded, .progress, .delayAnnounced, .delayRecall, .extended,
            .visitPlanned, .closingAsked, .closingReminder, .closed, .tacitlyClosed, .survey,
            .surveyThanks, .breach, .status, .formalAcknowledgement, .reminder, .breachReport,
            .callBackAsked, .verbatim, .answerIncomplete, .digest, .notification, .transcript,
            .noticesGrouped, .oversizedMail:
            .handler
        }
    }
}

extension Procedure {
    fileprivate var other: Procedure {
        switch self {
        case .sav: .complaint
        case .complaint: .sav
        }
    }
}
