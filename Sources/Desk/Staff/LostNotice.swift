// A notification that did not arrive goes to the deputy: once, by the clock, and never further. The
// letter to the deputy has another cause, by which it is known as one that is not passed on again.

import Foundation

/// A notification that did not arrive, and that nobody was told of instead.
package struct LostNotice: Hashable, Sendable {
    /// The letter.
    package let letter: MessageID
    /// Whom it was for.
    package let person: StaffMember
    /// The mail that it told of.
    package let mail: MailID

    /// How many of the last exchanges are asked for, to find the mail's own text among them.
    package static let exchangesMaximum = 10
    // As many of a ticket's mails are tried as the one that a lost letter told of.
    private static let mailsMaximum = 200

    /// All of a ticket's that were not passed on yet.
    package static func all(
        on events: [TicketEvent],
        in house: HouseSettings,
        key: KeyedHash
    ) -> [LostNotice] {
        var lost: [MessageID] = []
        var queued: Set<MessageID> = []
        for event in events {
            switch event.fact {
            case .letterQueued(.notification, let id): queued.insert(id)
            case .letterFailed(let id, _), .letterUndelivered(let id, _, _, _):
                if queued.contains(id), !lost.contains(id) { lost.append(id) }
            case .staff(.noticeRedirected(let id, _)): lost.removeAll { $0 == id }
            default: continue
            }
        }
        guard !lost.isEmpty else { return [] }
        let passedOn = Set(
            events.compactMap { event in
                if case .staff(.noticeRedirected(let id, _)) = event.fact { id } else { nil }
            }
        )
        let mails = events.compactMap(\.fact.mail).suffix(mailsMaximum)
        return lost.filter { !passedOn.contains($0) }.compactMap { id in
            LostNotice(id, told: Array(mails), house, key)
        }
    }

    // A letter's id holds a keyed hash of its cause and its recipient: of a few mails and people,
    // one pair fits. None fits a letter that was passed on already.
    private init?(
        _ id: MessageID,
        told mails: [MailID],
        _ house: HouseSettings,
        _ key: KeyedHash
    ) {
        guard
            case .ours(let name) = KeyedMessageID.read(id, domain: house.company.domain, key: key)
        else { return nil }
        for person in house.company.staff {
            for mail in mails.reversed() {
                let hash = KeyedMessageID.causeHash(
                    StaffNotification.cause(of: mail),
                    for: person.address,
                    key: key
                )
                if hash == name.cause {
                    (letter, self.person, self.mail) = (id, person, mail)
                    return
                }
            }
        }
        return nil
    }

    /// The letter to the deputy, with the fact that it was written.
    package func redirected(
        on file: ProcedureCase,
        _ client: Client?,
        _ exchanges: [StaffNotification.Exchange],
        files: [Attachment],
        from house: LetterHouse
    ) -> RedirectedNotice {
        let told = exchanges.first { $0.mail == mail }
        let deputy = StaffNotification.replacement(for: person.address, on: file, at: house.now)
        guard let deputy, let author = told?.author ?? file.ticket.opening.requester else {
            return RedirectedNotice(letter: nil, events: [event(nil, at: house.now)])
        }
        let isFirst = mail == file.ticket.opening.mail
        var notification = StaffNotification(
            isFirst ? .opened : .wrote,
            text: told?.text ?? "",
            author: author
        )
        notification.client = client
        notification.exchanges = exchanges.filter { $0.mail < mail }
        notification.attach(files, of: mail, in: house.company)
        notification.unreached = person
        let letter = notification.letter(
            to: deputy,
            about: file,
            cause: "redirected.\(letter.text)",
            from: house
        )
        let queued = letter.map {
            TicketEvent(at: house.now, .letterQueued($0.kind, $0.id))
        }
        return RedirectedNotice(
            letter: letter,
            events: [event(deputy.address, at: house.now)] + [queued].compactMap(\.self)
        )
    }

    private func event(_ deputy: EmailAddress?, at now: Date) -> TicketEvent {
        TicketEvent(at: now, .staff(.noticeRedirected(letter, to: deputy)))
    }
}

/// What becomes of a notification that did not arrive.
package struct RedirectedNotice: Hashable, Sendable {
    /// The letter to the deputy; nil where nobody is left.
    package let letter: Letter?
    /// The facts.
    package let events: [TicketEvent]
}

extension TicketFact {
    /// The client's mail that it is about, where it brought one.
    fileprivate var mail: MailID? {
        switch self {
        case .opened(let opening): opening.mail
        case .joined(let mail, _), .heard(let mail, _): mail
        case .classified, .assigned, .noted, .letterQueued, .letterNotDue, .letterSent,
            .letterFailed, .letterWithheld, .letterUndelivered, .moved, .answer, .closing, .right,
            .promise, .staff, .linked, .recognised, .merged, .absorbed, .splitOff:
            nil
        }
    }
}
