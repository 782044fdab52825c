// What staff have done to a ticket without telling its client: notes, times, dates, the ticket
// given back, and the record of every set of commands with who, and by which proof.

package import Foundation

/// An act of the staff within the house.
package enum StaffFact: Hashable, Sendable {
    /// A mail, or a line of the shell, with commands was carried out: the facts that follow are its
    /// doing, so many of them; the code undoes it.
    case acted(by: EmailAddress, proof: StaffProof, commands: String, code: String, facts: Int)
    /// An internal note.
    case noted(by: EmailAddress, text: String)
    /// The handler gave it back to the team: nobody is responsible for it.
    case givenBack(by: EmailAddress, reason: String)
    /// Time was spent.
    case timeSpent(by: EmailAddress, minutes: Int)
    /// The client is to be called then.
    case callPlanned(by: EmailAddress, at: Date, note: String)
    /// A colleague was reminded of the call that was planned for then.
    case callReminded(to: EmailAddress, of: Date)
    /// A person found it to be spam.
    case foundSpam(by: EmailAddress)
    /// What bore this code was undone.
    case undone(by: EmailAddress, code: String)
    /// A colleague's mail waits for a "oui": its text, and the question that went out about it.
    case draftKept(MailID, claimedBy: EmailAddress, question: MessageID?, text: String)
    /// What goes with the text of such a draft: the files, and who gets a copy.
    case draftParts(MailID, files: [Enclosure], copies: [EmailAddress])
    /// What is asked about such a draft leaves no room for a text to the client: a yes or a no.
    case yesAwaited(MailID, from: EmailAddress)
    /// The colleague said that the mail was theirs, or that it was not.
    case draftDecided(MailID, by: EmailAddress, isTheirs: Bool)
    /// A colleague's mail program says that the colleague is away, until a day where it says so.
    case awayNoted(by: EmailAddress, until: CivilDay?)
    /// The dossier was offered to whoever stands in.
    case offered(to: EmailAddress, insteadOf: EmailAddress)
    /// A reply to the client was stopped before it left.
    case replyRecalled(MessageID, by: EmailAddress)
    /// A notification did not arrive, and another colleague was told instead; nil: nobody was left.
    case noticeRedirected(MessageID, to: EmailAddress?)
    /// The merger with another ticket was undone, whichever of the two went on; these people, who
    /// came with the other, leave this one.
    case mergeUndone(TicketNumber, by: EmailAddress, leaving: [EmailAddress])
    /// Somebody was told that a colleague's message did not reach the client.
    case lossTold(MessageID, to: EmailAddress)
}

// MARK: - As it is stored

extension StaffFact {
    /// The word and the values in which it is stored.
    var record: (kind: String, values: [String]) {
        switch self {
        case .acted(let person, let proof, let commands, let code, let facts):
            ("staff-acted", [person.text, proof.rawValue, commands, code, String(facts)])
        case .noted(let person, let text): ("staff-noted", [person.text, text])
        case .givenBack(let person, let reason): ("given-back", [person.text, reason])
        case .timeSpent(let person, let minutes): ("time-spent", [person.text, String(minutes)])
        case .callPlanned(let person, let date, let note):
            ("call-planned", [person.text, date.stored, note])
        case .callReminded(let person, let date): ("call-reminded", [person.text, date.stored])
        case .foundSpam(let person): ("found-spam", [person.text])
        case .undone(let person, let code): ("undone", [person.text, code])
        case .draftKept(let mail, let person, let question, let text):
            ("draft-kept", [String(mail.row), person.text, question?.text ?? "", text])
        case .draftParts(let mail, let files, let copies):
            (
                "draft-parts",
                [
                    String(mail.row), Enclosure.text(of: files),
                    copies.map(\.text).joined(separator: " "),
                ]
            )
        case .draftDecided(let mail, let person, let isTheirs):
            ("draft-decided", [String(mail.row), person.text, isTheirs ? "yes" : "no"])
        case .yesAwaited(let mail, let person):
            ("yes-awaited", [String(mail.row), person.text])
        case .awayNoted(let person, let day): ("away-noted", [person.text, day?.text ?? ""])
        case .offered(let person, let absent): ("offered", [person.text, absent.text])
        case .replyRecalled(let letter, let person):
            ("reply-recalled", [letter.text, person.text])
        case .noticeRedirected(let letter, let person):
            ("notice-redirected", [letter.text, person?.text ?? ""])
        case .mergeUndone(let number, let person, let people):
            (
                "merge-undone",
                [number.text, person.text, people.map(\.text).joined(separator: " ")]
            )
        case .lossTold(let letter, let person): ("loss-told", [letter.text, person.text])
        }
    }

    /// Reads it back; nil for a word of another family, or values that do not fit.
    init?(kind: String, values: [String]) {
        guard let first = values.first else { return nil }
        switch (kind, values.count) {
        case ("draft-kept", 4), ("draft-decided", 3):
            guard let row = Int64(first), let person = EmailAddress(values[1]) else { return nil }
            self =
                kind == "draft-decided"
                ? .draftDecided(MailID(row), by: person, isTheirs: values[2] == "yes")
                : .draftKept(
                    MailID(row),
                    claimedBy: person,
                    question: MessageID(values[2]),
                    text: values[3]
                )
        case ("yes-awaited", 2):
            guard let row = Int64(first), let person = EmailAddress(values[1]) else { return nil }
            self = .yesAwaited(MailID(row), from: person)
        case ("draft-parts", 3):
            guard let row = Int64(first) else { return nil }
            let copies = values[2].split(separator: " ").compactMap { EmailAddress(String($0)) }
            self = .draftParts(MailID(row), files: Enclosure.all(in: values[1]), copies: copies)
        case ("reply-recalled", 2), ("loss-told", 2):
            guard let letter = MessageID(first), let person = EmailAddress(values[1]) else {
                return nil
            }
            self =
                kind == "loss-told"
                ? .lossTold(letter, to: person) : .replyRecalled(letter, by: person)
        case ("notice-redirected", 2):
            guard let letter = MessageID(first) else { return nil }
            self = .noticeRedirected(letter, to: EmailAddress(values[1]))
        case ("merge-undone", 3):
            guard let number = TicketNumber(first), let person = EmailAddress(values[1]) else {
                return nil
            }
            let people = values[2].split(separator: " ").compactMap { EmailAddress(String($0)) }
            self = .mergeUndone(number, by: person, leaving: people)
        default:
            guard let person = EmailAddress(first) else { return nil }
            self.init(kind: kind, person: person, values: values)
        }
    }

    private init?(kind: String, person: EmailAddress, values: [String]) {
        switch (kind, values.count) {
        case ("staff-acted", 5):
            guard let proof = StaffProof(rawValue: values[1]), let facts = Int(values[4]),
                facts >= 0
            else { return nil }
            self = .acted(
                by: person,
                proof: proof,
                commands: values[2],
                code: values[3],
                facts: facts
            )
        case ("staff-noted", 2): self = .noted(by: person, text: values[1])
        case ("given-back", 2): self = .givenBack(by: person, reason: values[1])
        case ("time-spent", 2):
            guard let minutes = Int(values[1]) else { return nil }
            self = .timeSpent(by: person, minutes: minutes)
        case ("call-planned", 3):
            guard let date = Date(stored: values[1]) else { return nil }
            self = .callPlanned(by: person, at: date, note: values[2])
        case ("call-reminded", 2):
            guard let date = Date(stored: values[1]) else { return nil }
            self = .callReminded(to: person, of: date)
        case ("away-noted", 2): self = .awayNoted(by: person, until: CivilDay(values[1]))
        case ("offered", 2):
            guard let absent = EmailAddress(values[1]) else { return nil }
            self = .offered(to: person, insteadOf: absent)
        case ("found-spam", 1): self = .foundSpam(by: person)
        case ("undone", 2): self = .undone(by: person, code: values[1])
        default: return nil
        }
    }
}
