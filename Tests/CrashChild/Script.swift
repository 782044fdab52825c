// The fixed script: what a gateway does, in small. Written so that it can be begun again after
// any death: it finishes what is left, takes in what waits, and sends what is due, looking
// letters up in the evidence before it sends them again. The evidence is a file with one line for
// each letter delivered.

import Desk
import Foundation
import Store

/// One run of the script.
struct Script {
    let store: Store
    let delivered: String

    static let now = Date(timeIntervalSince1970: 1_790_000_000)

    /// Plays it: four mails (one a copy, one an answer), two tickets, three letters.
    func play() throws {
        try file(store.takeUnfiled(limit: 50))
        try takeIn([
            Self.mail("sav", 1, bytesCount: 900),
            Self.mail("reclamations", 1, like: 1, bytesCount: 900),
        ])
        try takeIn([
            Self.mail("sav", 2, bytesCount: 1_200),
            Self.mail("sav", 3, bytesCount: 2_500),
        ])
        try settle()
        try send()
    }

    /// Files mails in one transaction; the second mail of the mailbox `sav` answers the first.
    func file(_ kept: [KeptMail]) throws {
        guard !kept.isEmpty else { return }
        try store.filing { transaction in
            for mail in kept where mail.disposition == nil { try file(mail, in: transaction) }
        }
    }

    // MARK: - Mails

    /// A mail whose text tells its mailbox and UID; `like` gives it the content of another.
    static func mail(
        _ mailbox: String,
        _ uid: UInt32,
        like twin: UInt32? = nil,
        bytesCount: Int
    ) -> (mail: RawMessage, digest: ContentDigest) {
        let name = twin.map { "sav \($0)" } ?? "\(mailbox) \(uid)"
        var bytes = Array("Subject: \(name)\r\n\r\n".utf8)
        bytes += Array(repeating: UInt8(ascii: "x"), count: max(0, bytesCount - bytes.count))
        var digest = Array("\(name) ".utf8)
        digest += Array(repeating: 0, count: 32 - digest.count)
        guard let mailbox = MailboxName(mailbox), let digest = ContentDigest(digest) else {
            preconditionFailure("the script's own names are well-formed")
        }
        let origin = MailOrigin(mailbox: mailbox, validity: 1, uid: .number(uid))
        return (RawMessage(origin: origin, receivedAt: now, bytes: bytes), digest)
    }

    private func takeIn(_ mails: [(mail: RawMessage, digest: ContentDigest)]) throws {
        try file(store.keep(mails))
    }

    private func file(_ mail: KeptMail, in transaction: any FilingTransaction) throws {
        guard let client = EmailAddress("a.martin@client.example"),
            let id = MessageID("\(mail.origin.mailbox)-\(mail.id.row)@client.example"),
            let first = MessageID("sav-1@client.example")
        else { preconditionFailure("the script's own names are well-formed") }
        let question = ThreadQuestion(
            digest: mail.digest,
            sender: client,
            correspondent: client,
            sealed: [],
            parents: mail.digest.bytes.starts(with: Array("sav 2 ".utf8)) ? [first] : [],
            mentioned: []
        )
        let answer = try transaction.answer(question, for: mail.id, at: Self.now)
        let number = try transaction.nextNumber(prefix: "SAV", year: 2026)
        var plan = plan(for: mail, client: client, id: id)
        if let original = answer.original {
            plan.disposition = .fileQuiet
            plan.ticket = original.ticket
            plan.events = [TicketEvent(at: Self.now, .noted(mail.id, reason: "a copy"))]
            _ = try transaction.file(plan, letters: [], at: Self.now)
            return
        }
        let letter: ComposedLetter
        if let parent = answer.parents.first {
            plan.disposition = .append
            plan.ticket = parent.ticket.number
            letter = Self.letter(.followUpReceipt, parent.ticket.number, mail, to: client)
            plan.events = [TicketEvent(at: Self.now, .joined(mail.id, from: client))]
        } else {
            plan.ticket = number
            letter = Self.letter(.savAcknowledgement, number, mail, to: client)
            plan.events = [TicketEvent(at: Self.now, .opened(opening(number, mail, client)))]
        }
        plan.events.append(TicketEvent(at: Self.now, .letterQueued(letter.kind, letter.id)))
        _ = try transaction.file(plan, letters: [letter], at: Self.now)
    }

    private func plan(for mail: KeptMail, client: EmailAddress, id: MessageID) -> FilingPlan {
        FilingPlan(
            mail: mail.id,
            disposition: .file,
            reason: "the script says so",
            acknowledgement: .notDue(reason: ""),
            ticket: nil,
            events: [],
            letters: [],
            lettersNotBefore: Self.now,
            undelivered: nil,
            record: MailRecord(
                messageID: id,
                sender: NamedAddress(client),
                senderText: client.text,
                subject: "Panne",
                text: "La climatisation ne démarre plus.",
                date: Self.now,
                nature: .request,
                defects: []
            ),
            findings: []
        )
    }

    private func opening(
        _ number: TicketNumber,
        _ mail: KeptMail,
        _ client: EmailAddress
    ) -> TicketOpening {
        TicketOpening(
            number: number,
            procedure: .sav,
            mailbox: mail.origin.mailbox,
            mail: mail.id,
            requester: NamedAddress(client),
            subject: "Panne",
            language: .french,
            isQuiet: false
        )
    }

    // MARK: - Letters

    private static func letter(
        _ kind: LetterKind,
        _ ticket: TicketNumber,
        _ mail: KeptMail,
        to client: EmailAddress
    ) -> ComposedLetter {
        guard let id = MessageID("\(kind.rawValue).\(mail.id.row)@mileo.example") else {
            preconditionFailure("the script's own names are well-formed")
        }
        return ComposedLetter(
            kind: kind,
            id: id,
            ticket: ticket,
            mailbox: mail.origin.mailbox,
            sender: .null,
            recipient: client,
            subject: "Votre demande",
            queuedAt: now,
            notBefore: now,
            bytes: Array(repeating: UInt8(ascii: "y"), count: 6_000)
        )
    }

    private func settle() throws {
        let evidence = (try? String(contentsOfFile: delivered, encoding: .utf8)) ?? ""
        let known = Set(evidence.split(separator: "\n").map(String.init))
        let outcomes = try store.interruptedLetters().map { entry in
            known.contains(entry.letter.id.text)
                ? (letter: entry.row, outcome: SendOutcome.done(note: "found"))
                : (letter: entry.row, outcome: SendOutcome.later(Self.now, note: "no trace"))
        }
        try store.record(outcomes, at: Self.now)
    }

    private func send() throws {
        while true {
            let due = try store.dueLetters(at: Self.now, limit: 2)
            guard !due.isEmpty else { return }
            try store.beginSending(due.map(\.row), at: Self.now)
            for entry in due { try deliver(entry.letter.id) }
            try store.record(
                due.map { (letter: $0.row, outcome: .done(note: "accepted")) },
                at: Self.now
            )
        }
    }

    private func deliver(_ id: MessageID) throws {
        let manager = FileManager.default
        if !manager.fileExists(atPath: delivered) {
            _ = manager.createFile(atPath: delivered, contents: nil)
        }
        let file = try FileHandle(forWritingTo: URL(filePath: delivered))
        try file.seekToEnd()
        try file.write(contentsOf: Data("\(id.text)\n".utf8))
        try file.close()
    }
}
