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

    /// The names that letters of every kind have.
    static let commonNames: Set<String> = [
        "ticket", "client", "subject", "hasSubject", "company", "mailbox", "hours", "outOfHours",
        "duty", "urgent", "isSav", "isComplaint", "delay", "criticality", "contract", "handler",
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
        case "outOfHours": .flag(!company.calendar.isOpen(at: now))
        case "duty": .flag(hasDuty)
        case "urgent": .flag(dossier.isUrgent)
        case "isSav": .flag(dossier.procedure == .sav)
        case "isComplaint": .flag(dossier.procedure == .complaint)
        case "delay": .group(delays.mapValues { .text($0.phrase(in: language)) })
        case "criticality": dossier.criticality.map(group)
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

    /// Within what a complaint is answered in substance, in a language.
    func substantiveDelay(in language: Language) -> String? {
        delays["substantiveAnswer"]?.phrase(in: language)
    }

    private var delays: [String: Delay] {
        let promised = mailbox.delays
        var delays: [String: Delay] = [
            "formalAcknowledgement": promised.formalAcknowledgement,
            "substantiveAnswer":
                dossier.isUrgent ? promised.urgentAnswer : promised.substantiveAnswer,
        ]
        delays["firstAnswer"] = terms?.firstAnswer
        delays["handling"] =
            dossier.criticality.flatMap { promised.handling[$0] } ?? terms?.firstAnswer
        for (name, row) in Self.rows {
            delays[name] = delay(of: row)
        }
        // Hours of a service that never closes are hours.
        if hasDuty { delays = delays.mapValues(\.withoutClosing) }
        return delays
    }

    /// The delays that the rows of the table of promises state themselves.
    private static let rows: KeyValuePairs<String, String> = [
        "closing": "closing", "tacitClosing": "tacit-closing", "escalation1": "escalation-1",
        "escalation2": "escalation-2", "callBack": "call-back",
    ]

    // A mailbox that lacks the row, or has it in a procedure's other form, says the standard.
    private func delay(of row: String) -> Delay? {
        func delay(in table: [PromiseRule]) -> Delay? {
            guard let rule = table.first(where: { $0.name.text == row }),
                case .delay(let delay) = rule.within
            else { return nil }
            return delay
        }
        return delay(in: mailbox.promises)
            ?? Procedure.allCases.lazy.compactMap { delay(in: PromiseRule.standard(for: $0)) }.first
    }
}

extension Delay {
    fileprivate var withoutClosing: Delay {
        unit == .businessHours ? Delay(amount, .hours) ?? self : self
    }
}
