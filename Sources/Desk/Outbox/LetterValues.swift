// From facts to what templates name: every value of a letter about one ticket.
//
// What all letters have is here; what a kind has beside that is in LetterValues+Matter. A name is
// always given or always missing for the same reason, as Templates/README.md tells.

package import Foundation

/// The house in whose name a letter is written, and the moment.
package struct LetterHouse: Sendable {
    /// The company.
    package var company: CompanySettings
    /// The mailbox that writes.
    package var mailbox: MailboxSettings
    /// The key of our Message-IDs.
    package var key: KeyedHash
    /// Now.
    package var now: Date

    /// Opens the house's stationery.
    package init(
        company: CompanySettings,
        mailbox: MailboxSettings,
        key: KeyedHash,
        now: Date
    ) {
        self.company = company
        self.mailbox = mailbox
        self.key = key
        self.now = now
    }
}

/// Reckons the values of one letter, each when it is asked for.
struct LetterValues: Hashable, Sendable {
    let company: CompanySettings
    let mailbox: MailboxSettings
    let dossier: LetterDossier
    let language: Language
    let now: Date
    /// Since when the delays count; nil: from now.
    var since: Date?

    /// The names that letters of every kind have.
    static let commonNames: Set<String> = [
        "ticket", "client", "subject", "hasSubject", "company", "mailbox", "hours", "outOfHours",
        "isByPhone", "duty", "dutyFrom", "dutyIsConstant", "urgent", "isSav", "isComplaint",
        "delay", "within", "commits", "hasManager", "criticality", "contract", "handler",
    ]

    /// One of the values that every letter has; nil where the dossier lacks it.
    func common(_ name: String) -> LetterValue? {
        switch name {
        case "ticket": .group(["number": .text(dossier.number.text)])
        case "client":
            .group([
                "name": .text(dossier.client?.name ?? ""),
                "address": .text(dossier.client?.address.text ?? ""),
            ])
        case "subject": .text(dossier.subject)
        case "hasSubject": .flag(!dossier.subject.isEmpty)
        case "company": .group(["name": .text(company.name), "phone": .text(company.phone)])
        case "mailbox":
            .group([
                "name": .text(mailbox.address.shown),
                "address": .text(mailbox.address.address.text),
            ])
        case "hours":
            .list(
                company.hours.lines(in: language).map { line in
                    .group(["days": .text(line.days), "ranges": .text(line.hours)])
                }
            )
        case "outOfHours": .flag(!company.calendar.isOpen(at: since ?? now))
        case "isByPhone": .flag(dossier.isByPhone)
        case "duty": .flag(hasDuty)
        case "dutyFrom": .text(dutyFrom.map { company.calendar.words($0, in: language) } ?? "")
        case "dutyIsConstant": .flag(company.calendar.exceptions.duty == .always)
        case "urgent": .flag(dossier.isUrgent)
        case "isSav": .flag(dossier.procedure == .sav)
        case "isComplaint": .flag(dossier.procedure == .complaint)
        case "delay": .group(delays.mapValues { .text($0?.phrase(in: language) ?? "") })
        case "within": .group(delays.mapValues { .text($0?.term(in: language) ?? "") })
        case "commits":
            .flag(
                ["formalAcknowledgement", "substantiveAnswer"].contains {
                    (delays[$0] ?? nil) != nil
                }
            )
        case "hasManager": .flag(dossier.hasAccountManager)
        case "criticality": dossier.isUnread ? nil : dossier.criticality.map(group)
        case "contract": dossier.contract.map { .group(["word": .text($0.rawValue.capitalized)]) }
        case "handler": self.name(of: dossier.handler).map { .group(["name": .text($0)]) }
        default: nil
        }
    }

    private func group(_ criticality: Criticality) -> LetterValue {
        .group([
            "word": .text(criticality.word(in: language)),
            "isCritical": .flag(criticality == .critical),
            "isStandard": .flag(criticality == .standard),
            "isInformational": .flag(criticality == .informational),
        ])
    }

    /// A person's name; nil for nobody and for whoever is not on the staff.
    func name(of person: EmailAddress?) -> String? {
        guard let person else { return nil }
        return company.staff.first { $0.address == person }?.name
    }

    // MARK: - Delays

    private var terms: ContractTerms? {
        dossier.terms ?? company.contracts[dossier.contract ?? .essential]
    }

    // The duty service counts for critical requests under a contract that has it (S4).
    private var hasDuty: Bool {
        terms?.hasDuty == true && dossier.criticality == .critical
    }

    // The next moment at which somebody is on duty; nil where somebody is now.
    private var dutyFrom: Date? {
        let start = since ?? now
        guard hasDuty, !company.calendar.isOpen(at: start, .duty) else { return nil }
        return company.calendar.nextOpening(from: start, .duty)
    }

    /// Within what a complaint is answered in substance, in a language.
    func substantiveDelay(in language: Language) -> String? {
        delays["substantiveAnswer"]??.term(in: language)
    }

    // A delay that is promised to nobody, or not to this client, is there and empty.
    private var delays: [String: Delay?] {
        let footing = PromiseFooting(
            delays: mailbox.delays,
            terms: terms,
            criticality: dossier.criticality,
            isUrgent: dossier.isUrgent
        )
        var delays: [String: Delay?] = [:]
        // Hours of a service that never closes are hours.
        delays["firstAnswer"] = terms.map {
            hasDuty ? $0.firstAnswer.withoutClosing : $0.firstAnswer
        }
        for (name, row) in Self.rows {
            guard let rule = rule(named: row) else { continue }
            let delay = holds(rule) ? rule.within.delay(on: footing) : nil
            delays[name] = .some(hasDuty && rule.followsDuty ? delay?.withoutClosing : delay)
        }
        return delays
    }

    private func holds(_ rule: PromiseRule) -> Bool {
        rule.isEnabled && rule.contracts.contains(dossier.contract ?? .essential)
            && dossier.criticality.map(rule.classes.contains) ?? true
    }

    /// The rows of the table of promises whose delays letters state.
    private static let rows: KeyValuePairs<String, String> = [
        "handling": "first-answer", "formalAcknowledgement": "formal-acknowledgement",
        "substantiveAnswer": "substantive-answer", "closing": "closing",
        "tacitClosing": "tacit-closing", "escalation1": "escalation-1",
        "escalation2": "escalation-2", "callBack": "call-back",
    ]

    // A mailbox that lacks the row says the standard.
    private func rule(named name: String) -> PromiseRule? {
        let tables = [mailbox.promises] + Procedure.allCases.map(PromiseRule.standard)
        return tables.lazy.joined().first { $0.name.text == name && $0.within != .stated }
    }
}

extension Delay {
    fileprivate var withoutClosing: Delay {
        unit == .businessHours ? Delay(amount, .hours) ?? self : self
    }
}
