// The invented company, client and dossiers of which sample letters speak.

import Foundation

/// An invented house, in a language, as full or as lean as its sample.
struct SampleHouse {
    let language: Language
    let sample: LetterSample

    private var isFrench: Bool { language == .french }
    private var isFull: Bool { sample == .full }

    // MARK: - People

    /// The staff.
    enum Person: CaseIterable {
        case handler
        case deputy
        case accountManager
        case operationsManager
        case generalManagement

        var name: String {
            switch self {
            case .handler: "Nora Belkacem"
            case .deputy: "Hugo Marchal"
            case .accountManager: "Élise Fournier"
            case .operationsManager: "Marc Aubert"
            case .generalManagement: "Sophie Lenoir"
            }
        }

        var address: EmailAddress {
            let local =
                switch self {
                case .handler: "nora.belkacem"
                case .deputy: "hugo.marchal"
                case .accountManager: "elise.fournier"
                case .operationsManager: "marc.aubert"
                case .generalManagement: "sophie.lenoir"
                }
            return SampleHouse.address("\(local)@mileo.example")
        }

        var role: StaffRole {
            switch self {
            case .handler, .deputy: .technician
            case .accountManager: .accountManager
            case .operationsManager: .operationsManager
            case .generalManagement: .generalManagement
            }
        }
    }

    // MARK: - The company

    var company: CompanySettings { Self.company }

    // Every sample letter asks for it, and its calendar takes its time.
    private static let company: CompanySettings = {
        guard let zone = TimeZone(identifier: "Europe/Paris"),
            let hour = Delay(1, .businessHours), let hours = Delay(4, .businessHours)
        else { preconditionFailure("the sample company's zone and delays are well-formed") }
        return CompanySettings(
            name: "Mileo Technology",
            domain: "mileo.example",
            phone: "01 99 00 10 00",
            timeZone: zone,
            hours: week,
            staff: Person.allCases.map {
                StaffMember(name: $0.name, address: $0.address, roles: [$0.role])
            },
            contracts: [
                .premium: ContractTerms(firstAnswer: hour, hasDuty: true, onSite: hours),
                .comfort: ContractTerms(firstAnswer: hours, hasDuty: false),
                .essential: ContractTerms(firstAnswer: hours, hasDuty: false),
            ]
        )
    }()

    func mailbox(_ procedure: Procedure) -> MailboxSettings {
        let (name, address, shown) =
            switch procedure {
            case .sav: ("sav", "sav@mileo.example", "SAV Mileo")
            case .complaint:
                ("reclamations", "reclamations@mileo.example", "Réclamations Mileo")
            }
        guard let name = MailboxName(name), let formal = Delay(4, .businessHours),
            let answer = Delay(5, .businessDays), let urgent = Delay(48, .hours)
        else { preconditionFailure("the sample mailbox is well-formed") }
        return MailboxSettings(
            name: name,
            procedure: procedure,
            prefix: Self.prefix(procedure),
            address: NamedAddress(Self.address(address), name: shown),
            source: .maildir("in"),
            sink: .maildir("out"),
            delays: PromisedDelays(
                formalAcknowledgement: formal,
                substantiveAnswer: answer,
                urgentAnswer: urgent
            )
        )
    }

    private static var week: OpeningHours {
        let range = { (from: Int, until: Int) in
            TimeOfDay(minutes: from).flatMap { from in
                TimeOfDay(minutes: until).flatMap { OpeningRange(from: from, until: $0) }
            }
        }
        let day = [range(510, 750), range(840, 1080)].compactMap { $0 }
        let friday = [range(510, 750), range(840, 1020)].compactMap { $0 }
        return OpeningHours(ranges: [
            .monday: day, .tuesday: day, .wednesday: day, .thursday: day, .friday: friday,
        ])
    }

    // MARK: - The dossiers

    func dossier(_ procedure: Procedure) -> LetterDossier {
        var dossier = LetterDossier(
            number: number(procedure),
            procedure: procedure,
            client: NamedAddress(
                Self.address("camille.roche@client.example"),
                name: isFull ? "Camille Roche" : ""
            ),
            subject: isFull ? subject(procedure) : "",
            language: language
        )
        dossier.state = isFull ? .open : .new
        if procedure == .sav { dossier.criticality = .informational }
        guard isFull else { return dossier }
        // Templates may ask any dossier for its class, so the catalogue knows that name.
        dossier.criticality = .critical
        dossier.isUrgent = procedure == .complaint
        dossier.contract = .comfort
        dossier.hasAccountManager = true
        dossier.handler = Person.handler.address
        dossier.next = promises(isLate: false)[procedure == .sav ? 2 : 1]
        return dossier
    }

    /// The first answer, the substantive answer, the visit.
    func promises(isLate: Bool) -> [PromiseMention] {
        let rows: [(procedure: Procedure, name: String, days: Double)] = [
            (.sav, "first-answer", isLate ? -1 : 0), (.complaint, "substantive-answer", 1),
            (.sav, "visit", 4),
        ]
        return rows.map { row in
            guard let name = PromiseName(row.name) else {
                preconditionFailure("the sample promise's name is well-formed")
            }
            return PromiseMention(
                ticket: number(row.procedure),
                key: PromiseKey(name, 1),
                due: morning + (isLate ? min(row.days, -2) : row.days) * 86_400 + 6.5 * 3600,
                percent: isLate ? nil : 70
            )
        }
    }

    private func number(_ procedure: Procedure) -> TicketNumber {
        let prefix = Self.prefix(procedure)
        guard let number = TicketNumber(prefix: prefix, year: 2026, sequence: 123) else {
            preconditionFailure("the sample ticket's number is well-formed")
        }
        return number
    }

    private func subject(_ procedure: Procedure) -> String {
        switch procedure {
        case .sav:
            isFrench
                ? "Caméra du parking : plus d’image depuis ce matin"
                : "Car park camera: no picture since this morning"
        case .complaint:
            isFrench
                ? "Intervention reportée deux fois sans explication"
                : "Visit postponed twice without an explanation"
        }
    }

    /// A mail that is too large to be read.
    func largeMail(to mailbox: EmailAddress) -> LargeMail {
        LargeMail(
            mail: MailID(418),
            sender: isFull ? "camille.roche@client.example" : "",
            subject: isFull ? subject(.sav) : "",
            receivedAt: moment(isOutOfHours: isFull),
            mailbox: mailbox,
            bytesMaximum: 25_000_000,
            isKeptWhole: !isFull
        )
    }

    /// Who stands in for the client's account manager.
    var replacement: Assignment? {
        let staff = company.staff
        let (deputy, manager) = (Person.deputy.address, Person.accountManager.address)
        return staff.first { $0.address == deputy }.map { person in
            Assignment(person: person, absent: staff.first { $0.address == manager })
        }
    }

    /// Who gets an absent handler's mail, one after the other.
    var standIns: [StandIn] {
        let second = day.advanced(by: 1)
        return [
            StandIn(person: Person.deputy.address, from: day, until: day),
            StandIn(
                person: Person.operationsManager.address,
                from: second,
                until: day.advanced(by: 3)
            ),
        ]
    }

    // MARK: - Moments

    /// When the sample letter is written: a Thursday, before or within the opening hours.
    func moment(isOutOfHours: Bool) -> Date { isOutOfHours ? morning - 7200 : morning }

    /// The date that it announces.
    var laterDate: Date { morning + 5 * 86_400 + 4.5 * 3600 }

    /// The day that it announces.
    var day: CivilDay { company.calendar.day(of: laterDate) }

    // Thursday 12 March 2026, 10:00 in Paris.
    private var morning: Date { Date(timeIntervalSince1970: 1_773_306_000) }

    // MARK: - Words

    /// What a person or a client has written into it.
    func words(of kind: LetterKind) -> String {
        switch kind {
        case .informationNeeded:
            isFrench
                ? "Quel est le modèle de l’enregistreur\u{202F}?\n"
                    + "À quelle heure la dernière image a-t-elle été enregistrée\u{202F}?"
                : "Which model is the recorder?\nAt what time was the last picture recorded?"
        case .delayAnnounced, .delayRecall:
            isFrench
                ? "La caméra de remplacement est en rupture de stock chez le fabricant."
                : "The replacement camera is out of stock at the manufacturer’s."
        case .callBackFollowUp:
            isFrench
                ? "Votre prochaine intervention sera confirmée la veille par téléphone."
                : "Your next visit will be confirmed by telephone the day before."
        case .visitPlanned:
            isFrench
                ? "Merci de prévoir un accès au local technique."
                : "Please provide access to the equipment room."
        case .verbatim, .callBackAsked:
            isFrench
                ? "Il a fallu rappeler trois fois avant d’obtenir un rendez-vous."
                : "We had to call three times before we got an appointment."
        case .notification, .savAcknowledgement, .complaintAcknowledgement:
            isFrench
                ? "Bonjour,\nLa panne est revenue cette nuit."
                : "Hello,\nThe fault came back last night."
        case .transcript:
            isFrench
                ? "assigner hugo.marchal\u{A0}: le dossier est confié à Hugo Marchal.\n"
                    + "classe standard\u{A0}: la classe est maintenant «\u{A0}Standard\u{A0}»."
                : "assign hugo.marchal: the file is now with Hugo Marchal.\n"
                    + "class standard: the class is now “Standard”."
        case .escalationToManager:
            isFrench
                ? "La pièce manque chez tous nos fournisseurs."
                : "None of our suppliers has the part."
        case .answer, .progress, .extended, .wrongMailbox, .followUpReceipt, .closingAsked,
            .closingReminder, .closed, .tacitlyClosed,
            .reopened, .survey, .surveyThanks, .escalationReceived, .escalationProposed,
            .handlerReplaced, .breach, .status, .formalAcknowledgement, .reminder,
            .breachReport, .answerIncomplete, .digest, .noticesGrouped,
            .oversizedMail:
            isFrench
                ? "Nous avons analysé les journaux de l’enregistreur\u{A0}: son alimentation "
                    + "est en cause.\nLa pièce de rechange a été commandée."
                : "We have examined the recorder’s logs: its power supply is at fault.\n"
                    + "The spare part has been ordered."
        }
    }

    // MARK: - Parts

    private static func prefix(_ procedure: Procedure) -> String {
        switch procedure {
        case .sav: "SAV"
        case .complaint: "REC"
        }
    }

    private static func address(_ text: String) -> EmailAddress {
        guard let address = EmailAddress(text) else {
            preconditionFailure("the sample addresses are well-formed")
        }
        return address
    }
}
