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

/// Writes the values of one letter.
struct LetterValues {
    let company: CompanySettings
    let mailbox: MailboxSettings
    let dossier: LetterDossier
    let language: Language
    let now: Date

    /// What every letter has.
    var common: [String: LetterValue] {
        let client = dossier.client
        var values: [String: LetterValue] = [
            "ticket": .group(["number": .text(dossier.number.text)]),
            "client": .group([
                "name": .text(client?.name ?? ""), "address": .text(client?.address.text ?? ""),
            ]),
            "subject": .text(dossier.subject),
            "hasSubject": .flag(!dossier.subject.isEmpty),
            "company": .group(["name": .text(company.name), "phone": .text(company.phone)]),
            "mailbox": .group([
                "name": .text(mailbox.address.shown),
                "address": .text(mailbox.address.address.text),
            ]),
            "hours": .list(
                company.hours.lines(in: language).map { line in
                    .group(["days": .text(line.days), "ranges": .text(line.hours)])
                }
            ),
            "outOfHours": .flag(!company.calendar.isOpen(at: now)),
            "duty": .flag(hasDuty),
            "urgent": .flag(dossier.isUrgent),
            "isSav": .flag(dossier.procedure == .sav),
            "isComplaint": .flag(dossier.procedure == .complaint),
            "delay": .group(delays.mapValues { .text($0.phrase(in: language)) }),
        ]
        if let criticality = dossier.criticality {
            values["criticality"] = .group([
                "word": .text(criticality.word(in: language)),
                "isCritical": .flag(criticality == .critical),
                "isStandard": .flag(criticality == .standard),
                "isInformational": .flag(criticality == .informational),
            ])
        }
        if let contract = dossier.contract {
            values["contract"] = .group(["word": .text(contract.rawValue.capitalized)])
        }
        if let name = name(of: dossier.handler) {
            values["handler"] = .group(["name": .text(name)])
        }
        return values
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
        let tables = [mailbox.promises] + Procedure.allCases.map { PromiseRule.standard(for: $0) }
        for table in tables {
            if let rule = table.first(where: { $0.name.text == row }),
                case .delay(let delay) = rule.within
            {
                return delay
            }
        }
        return nil
    }
}

extension Delay {
    fileprivate var withoutClosing: Delay {
        unit == .businessHours ? Delay(amount, .hours) ?? self : self
    }
}
