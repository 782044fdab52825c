// The form in which facts are stored: a word and a list of texts.
//
// The words are for ever: a database of last year is read by the program of next year. A fact that
// is unknown to an older program reads as nil and is shown, not folded.

/// A fact as a kind and its values, ready for a table.
package struct FactRecord: Hashable, Sendable {
    /// The stable word.
    package let kind: String
    /// The values, in a fixed order for each kind.
    package let values: [String]

    /// Takes what a table holds.
    package init(kind: String, values: [String]) {
        self.kind = kind
        self.values = values
    }

    /// The form of a fact.
    package init(_ fact: TicketFact) {
        switch fact {
        case .opened(let opening):
            self.init(kind: "opened", values: Self.values(of: opening))
        case .classified(let criticality, let urgent, let reason):
            self.init(
                kind: "classified",
                values: [criticality?.rawValue ?? "", urgent ? "urgent" : "", reason]
            )
        case .assigned(let person, let reason):
            self.init(kind: "assigned", values: [person.text, reason])
        case .joined(let mail, let author):
            self.init(kind: "joined", values: [String(mail.row), author.text])
        case .noted(let mail, let reason):
            self.init(kind: "noted", values: [String(mail.row), reason])
        case .letterQueued(let kind, let id):
            self.init(kind: "letter-queued", values: [kind.rawValue, id.text])
        case .letterNotDue(let mail, let reason):
            self.init(kind: "letter-not-due", values: [String(mail.row), reason])
        case .letterSent(let id):
            self.init(kind: "letter-sent", values: [id.text])
        case .letterFailed(let id, let reason):
            self.init(kind: "letter-failed", values: [id.text, reason])
        case .letterWithheld(let mail, let bound, let reason):
            self.init(
                kind: "letter-withheld",
                values: [String(mail.row), bound.rawValue, reason]
            )
        case .letterUndelivered(let id, let recipient, let status, let reason):
            self.init(
                kind: "letter-undelivered",
                values: [id.text, recipient?.text ?? "", status ?? "", reason]
            )
        case .moved(let state, let reason):
            self.init(kind: "moved", values: [state.rawValue, reason])
        case .answer(let fact):
            self.init(kind: fact.record.kind, values: fact.record.values)
        case .closing(let fact):
            self.init(kind: fact.record.kind, values: fact.record.values)
        case .right(let fact):
            self.init(kind: fact.record.kind, values: fact.record.values)
        case .promise(let fact):
            self.init(kind: fact.record.kind, values: fact.record.values)
        case .staff(let fact):
            self.init(kind: fact.record.kind, values: fact.record.values)
        case .heard(let mail, let author):
            self.init(kind: "heard", values: [String(mail.row), author.text])
        case .linked(let link):
            self.init(kind: "linked", values: [link.ticket.text, link.relation.rawValue])
        case .recognised(let client, let contract):
            self.init(kind: "recognised", values: [client.text, contract?.rawValue ?? ""])
        case .merged(let survivor):
            self.init(kind: "merged", values: [survivor.text])
        case .absorbed(let number, let people):
            let addresses = people.map(\.text).joined(separator: " ")
            self.init(kind: "absorbed", values: [number.text, addresses])
        case .splitOff(let mail, let number):
            self.init(kind: "split-off", values: [String(mail.row), number.text])
        }
    }

    private static func values(of opening: TicketOpening) -> [String] {
        [
            opening.number.text, opening.procedure.rawValue, opening.mailbox.text,
            String(opening.mail.row), opening.requester?.address.text ?? "",
            opening.requester?.name ?? "", opening.subject, opening.language.rawValue,
            opening.isQuiet ? "quiet" : "",
        ]
    }

    /// The fact; nil where this program does not know the kind or the values do not fit it.
    package var fact: TicketFact? {
        switch (kind, values.count) {
        case ("opened", 9):
            opening.map(TicketFact.opened)
        case ("classified", 3):
            .classified(
                criticality: Criticality(rawValue: values[0]),
                urgent: values[1] == "urgent",
                reason: values[2]
            )
        case ("assigned", 2):
            EmailAddress(values[0]).map { .assigned($0, reason: values[1]) }
        case ("joined", 2):
            Self.mail(values[0]).flatMap { mail in
                EmailAddress(values[1]).map { .joined(mail, from: $0) }
            }
        case ("noted", 2):
            Self.mail(values[0]).map { .noted($0, reason: values[1]) }
        case ("letter-queued", 2):
            LetterKind(rawValue: values[0]).flatMap { kind in
                MessageID(values[1]).map { .letterQueued(kind, $0) }
            }
        case ("letter-not-due", 2):
            Self.mail(values[0]).map { .letterNotDue($0, reason: values[1]) }
        case ("letter-sent", 1):
            MessageID(values[0]).map { .letterSent($0) }
        case ("letter-failed", 2):
            MessageID(values[0]).map { .letterFailed($0, reason: values[1]) }
        case ("letter-withheld", 3):
            Self.mail(values[0]).flatMap { mail in
                LetterBound(rawValue: values[1]).map {
                    .letterWithheld(mail, $0, reason: values[2])
                }
            }
        case ("letter-undelivered", 4):
            MessageID(values[0]).map {
                .letterUndelivered(
                    $0,
                    recipient: EmailAddress(values[1]),
                    status: values[2].isEmpty ? nil : values[2],
                    reason: values[3]
                )
            }
        case ("moved", 2):
            TicketState(rawValue: values[0]).map { .moved($0, reason: values[1]) }
        default:
            familyFact ?? factBetweenTickets
        }
    }

    private var factBetweenTickets: TicketFact? {
        switch (kind, values.count) {
        case ("heard", 2):
            Self.mail(values[0]).flatMap { mail in
                EmailAddress(values[1]).map { .heard(mail, from: $0) }
            }
        case ("linked", 2):
            TicketNumber(values[0]).flatMap { number in
                TicketRelation(rawValue: values[1]).map { .linked(TicketLink(number, $0)) }
            }
        case ("recognised", 2):
            ClientName(values[0]).map {
                .recognised($0, contract: ContractLevel(rawValue: values[1]))
            }
        case ("merged", 1):
            TicketNumber(values[0]).map { .merged(into: $0) }
        case ("absorbed", 2):
            TicketNumber(values[0]).map {
                let people = values[1].split(separator: " ").compactMap { EmailAddress(String($0)) }
                return .absorbed($0, participants: people)
            }
        case ("split-off", 2):
            Self.mail(values[0]).flatMap { mail in
                TicketNumber(values[1]).map { .splitOff(mail, to: $0) }
            }
        default:
            nil
        }
    }

    // The families have words of their own, each in its file.
    private var familyFact: TicketFact? {
        AnswerFact(kind: kind, values: values).map { .answer($0) }
            ?? ClosingFact(kind: kind, values: values).map { .closing($0) }
            ?? RightFact(kind: kind, values: values).map { .right($0) }
            ?? PromiseFact(kind: kind, values: values).map { .promise($0) }
            ?? StaffFact(kind: kind, values: values).map { .staff($0) }
    }

    private var opening: TicketOpening? {
        guard let number = TicketNumber(values[0]), let procedure = Procedure(rawValue: values[1]),
            let mailbox = MailboxName(values[2]), let mail = Self.mail(values[3]),
            let language = Language(rawValue: values[7])
        else { return nil }
        return TicketOpening(
            number: number,
            procedure: procedure,
            mailbox: mailbox,
            mail: mail,
            requester: EmailAddress(values[4]).map { NamedAddress($0, name: values[5]) },
            subject: values[6],
            language: language,
            isQuiet: values[8] == "quiet"
        )
    }

    private static func mail(_ text: String) -> MailID? {
        Int64(text).map { MailID($0) }
    }
}
