// The catalogue of what letters may name, by example.
//
// One letter's values, complete and invented: the plan fills the same names for a real ticket, a
// template that names anything else is refused, previews and tests are written with them. A value
// that is not here does not exist for templates.

import Foundation

/// How much of the catalogue a sample letter holds.
package enum LetterSample: Hashable, Sendable, CaseIterable {
    /// Everything is known and every condition holds.
    case full
    /// What may be missing is missing, and no condition holds that need not.
    case lean
}

extension LetterKind {
    /// The names at the top of a letter's values whose texts a client wrote; letters shorten and
    /// defuse them.
    package static let clientNames: Set<String> = ["client", "subject"]

    /// The values of a sample letter.
    package func sampleValues(
        in language: Language,
        _ sample: LetterSample = .full
    ) -> [String: LetterValue] {
        let isFull = sample == .full
        var values: [String: LetterValue] = [
            "ticket": .group(["number": .text(sampleTicket.text)]),
            "client": .group(["name": .text(isFull ? "Camille Roche" : "")]),
            "subject": .text(isFull ? sampleSubject(in: language) : ""),
            "hasSubject": .flag(isFull),
            "company": .group(["name": .text("Mileo Technology"), "phone": .text("01 99 00 10 00")]
            ),
            "mailbox": .group([
                "name": .text(sampleSender.name), "address": .text(sampleSender.address.text),
            ]),
            "hours": .list(sampleHours(in: language)),
            "outOfHours": .flag(isFull),
            "delay": .group(sampleDelays(in: language, sample)),
            "urgent": .flag(isFull),
        ]
        let criticality: Criticality? =
            switch (self, sample) {
            case (_, .full): .critical
            case (.savAcknowledgement, .lean): .informational
            case (.complaintAcknowledgement, .lean), (.followUpReceipt, .lean): nil
            }
        if let criticality {
            values["criticality"] = .group([
                "word": .text(criticality.word(in: language)),
                "isCritical": .flag(criticality == .critical),
                "isStandard": .flag(criticality == .standard),
                "isInformational": .flag(criticality == .informational),
            ])
        }
        if isFull { values["handler"] = .group(["name": .text("Nora Belkacem")]) }
        return values
    }

    /// A sample letter, for previews and tests.
    package func sampleLetter(in language: Language, _ sample: LetterSample = .full) -> Letter {
        let sender = sampleSender
        guard let client = EmailAddress("camille.roche@client.example"),
            let question = MessageID("question@client.example"),
            let id = MessageID("\(rawValue).\(language.rawValue)@mileo.example")
        else { preconditionFailure("the sample letter's addresses and ids are well-formed") }
        return Letter(
            kind: self,
            language: language,
            id: id,
            ticket: sampleTicket,
            from: sender,
            to: NamedAddress(client, name: sample == .full ? "Camille Roche" : ""),
            date: Date(timeIntervalSince1970: 1_773_300_600),
            inReplyTo: question,
            references: [question],
            values: sampleValues(in: language, sample)
        )
    }

    // MARK: - The parts

    private var sampleTicket: TicketNumber {
        let prefix =
            switch self {
            case .savAcknowledgement, .followUpReceipt: "SAV"
            case .complaintAcknowledgement: "REC"
            }
        guard let number = TicketNumber(prefix: prefix, year: 2026, sequence: 123) else {
            preconditionFailure("the sample ticket's number is well-formed")
        }
        return number
    }

    private var sampleSender: NamedAddress {
        let (address, name) =
            switch self {
            case .savAcknowledgement, .followUpReceipt:
                ("sav@mileo.example", "SAV Mileo")
            case .complaintAcknowledgement:
                ("reclamations@mileo.example", "Réclamations Mileo")
            }
        guard let address = EmailAddress(address) else {
            preconditionFailure("the sample mailbox's address is well-formed")
        }
        return NamedAddress(address, name: name)
    }

    private func sampleSubject(in language: Language) -> String {
        switch (self, language) {
        case (.savAcknowledgement, .french), (.followUpReceipt, .french):
            "Caméra du parking : plus d’image depuis ce matin"
        case (.savAcknowledgement, .english), (.followUpReceipt, .english):
            "Car park camera: no picture since this morning"
        case (.complaintAcknowledgement, .french):
            "Intervention reportée deux fois sans explication"
        case (.complaintAcknowledgement, .english):
            "Visit postponed twice without an explanation"
        }
    }

    private func sampleHours(in language: Language) -> [LetterValue] {
        let range = { (from: Int, until: Int) in
            TimeOfDay(minutes: from).flatMap { from in
                TimeOfDay(minutes: until).flatMap { OpeningRange(from: from, until: $0) }
            }
        }
        let day = [range(510, 750), range(840, 1080)].compactMap { $0 }
        let friday = [range(510, 750), range(840, 1020)].compactMap { $0 }
        let week = OpeningHours(ranges: [
            .monday: day, .tuesday: day, .wednesday: day, .thursday: day, .friday: friday,
        ])
        return week.lines(in: language).map { line in
            .group(["days": .text(line.days), "ranges": .text(line.hours)])
        }
    }

    private func sampleDelays(
        in language: Language,
        _ sample: LetterSample
    ) -> [String: LetterValue] {
        let delays: [String: Delay?] = [
            "handling": Delay(sample == .full ? 1 : 4, .businessHours),
            "formalAcknowledgement": Delay(4, .businessHours),
            "substantiveAnswer": sample == .full ? Delay(48, .hours) : Delay(5, .businessDays),
            "firstAnswer": Delay(4, .businessHours),
        ]
        return delays.compactMapValues { $0.map { .text($0.phrase(in: language)) } }
    }
}
