// Invented mails, plans and letters for the store's tests. The names here are well-formed, so a
// name that is not is this file's own mistake.

import Desk
import Foundation

enum Sample {
    /// A Monday morning in 2026, a whole second.
    static let now = Date(timeIntervalSince1970: 1_790_000_000)

    static let sav = mailbox("sav")
    static let complaints = mailbox("reclamations")
    static let client = address("a.martin@client.example")
    static let stranger = address("b.durand@autre.example")

    static func mailbox(_ name: String) -> MailboxName { made(MailboxName(name), name) }
    static func address(_ text: String) -> EmailAddress { made(EmailAddress(text), text) }
    static func id(_ text: String) -> MessageID { made(MessageID(text), text) }

    static func number(_ sequence: Int, prefix: String = "SAV") -> TicketNumber {
        made(TicketNumber(prefix: prefix, year: 2026, sequence: sequence), prefix)
    }

    private static func made<Value>(_ value: Value?, _ name: String) -> Value {
        guard let value else { preconditionFailure("\(name) is not well-formed") }
        return value
    }

    /// The digest of a mail whose content has this name.
    static func digest(_ content: String) -> ContentDigest {
        let bytes = Array(content.utf8.prefix(32))
        return made(ContentDigest(bytes + Array(repeating: 0, count: 32 - bytes.count)), content)
    }

    // MARK: - Mails

    /// A mail as a mailbox hands it over; its content is made of its name.
    static func mail(
        _ uid: UInt32,
        in mailbox: MailboxName = sav,
        validity: UInt32 = 1,
        content: String? = nil,
        bytesCount: Int = 200
    ) -> (mail: RawMessage, digest: ContentDigest) {
        mail(
            .number(uid),
            in: mailbox,
            validity: validity,
            content: content,
            bytesCount: bytesCount
        )
    }

    /// The same for any kind of UID.
    static func mail(
        _ uid: MailUID,
        in mailbox: MailboxName = sav,
        validity: UInt32 = 1,
        content: String? = nil,
        bytesCount: Int = 200
    ) -> (mail: RawMessage, digest: ContentDigest) {
        let content = content ?? "\(mailbox) \(validity) \(uid)"
        let text = Array("Subject: \(content)\r\n\r\n".utf8)
        let origin = MailOrigin(mailbox: mailbox, validity: validity, uid: uid)
        let filler = Array(repeating: UInt8(ascii: "x"), count: max(0, bytesCount - text.count))
        let raw = RawMessage(origin: origin, receivedAt: now, bytes: text + filler)
        return (raw, digest(content))
    }

    // MARK: - Plans

    /// What the store records of a mail.
    static func record(
        _ mail: MailID,
        subject: String = "Panne de climatisation",
        text: String = "L’appareil ne démarre plus.",
        from sender: EmailAddress = client,
        messageID: String? = nil
    ) -> MailRecord {
        MailRecord(
            messageID: id(messageID ?? "mail-\(mail.row)@client.example"),
            sender: NamedAddress(sender, name: "Anne Martin"),
            senderText: sender.text,
            subject: subject,
            text: text,
            date: now,
            nature: .request,
            defects: []
        )
    }

    /// A plan that ends a mail without a ticket.
    static func plan(_ mail: MailID, _ disposition: Disposition, reason: String = "") -> FilingPlan
    {
        FilingPlan(
            mail: mail,
            disposition: disposition,
            reason: reason,
            acknowledgement: .notDue(reason: reason),
            ticket: nil,
            events: [],
            letters: [],
            lettersNotBefore: now,
            undelivered: nil,
            record: record(mail),
            findings: []
        )
    }

    /// A plan that opens a ticket.
    static func opening(
        _ number: TicketNumber,
        with mail: MailID,
        subject: String = "Panne de climatisation",
        by client: EmailAddress = client
    ) -> FilingPlan {
        var plan = plan(mail, .file, reason: "a person wrote")
        plan.ticket = number
        plan.record = record(mail, subject: subject, from: client)
        plan.events = [
            event(
                .opened(
                    TicketOpening(
                        number: number,
                        procedure: .sav,
                        mailbox: sav,
                        mail: mail,
                        requester: NamedAddress(client, name: "Anne Martin"),
                        subject: subject,
                        language: .french,
                        isQuiet: false
                    )
                )
            )
        ]
        return plan
    }

    /// A plan that adds a mail to a ticket.
    static func joining(
        _ number: TicketNumber,
        with mail: MailID,
        by author: EmailAddress = client
    ) -> FilingPlan {
        var plan = plan(mail, .append, reason: "belongs to \(number)")
        plan.ticket = number
        plan.record = record(mail, from: author)
        plan.events = [event(.joined(mail, from: author))]
        return plan
    }

    static func event(_ fact: TicketFact) -> TicketEvent { TicketEvent(at: now, fact) }

    // MARK: - Letters

    /// A letter about a ticket.
    static func letter(
        _ name: String,
        about ticket: TicketNumber,
        kind: LetterKind = .savAcknowledgement,
        to recipient: EmailAddress = client,
        queuedAt: Date = now,
        notBefore: Date = now
    ) -> ComposedLetter {
        ComposedLetter(
            kind: kind,
            id: id("\(name)@mileo.example"),
            ticket: ticket,
            mailbox: sav,
            sender: .null,
            recipient: recipient,
            subject: "Votre demande \(ticket)",
            queuedAt: queuedAt,
            notBefore: notBefore,
            bytes: Array("Subject: Votre demande\r\n\r\nBonjour,\r\n".utf8)
        )
    }

    /// The question of a mail that refers to nothing.
    static func question(_ content: String, parents: [String] = []) -> ThreadQuestion {
        ThreadQuestion(
            digest: digest(content),
            sender: client,
            correspondent: client,
            sealed: [],
            parents: parents.map { id($0) },
            mentioned: []
        )
    }
}
