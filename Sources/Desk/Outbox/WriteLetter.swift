// From what a procedure orders to the letter itself: to whom, in which thread, with which values.

import Foundation

extension LetterHouse {
    /// The letter that an order asks for; nil where nobody can be written to.
    ///
    /// A client's letter goes to the client of its dossier, in his language and in his thread; a
    /// letter to the staff is in French, but for a draft that goes on to the client, and begins a
    /// thread of its own.
    package func letter(_ order: ProcedureLetter, about dossier: LetterDossier) -> Letter? {
        let name = letterNaming(about: dossier.number, domain: company.domain, key: key)
        guard let id = name(order.kind, order.cause),
            let recipient = order.to.map(person) ?? dossier.client
        else { return nil }
        let isForClient = order.kind.isForClient
        let language: Language =
            isForClient || order.kind == .formalAcknowledgement ? dossier.language : .french
        let values = LetterValues(
            company: company,
            mailbox: mailbox,
            dossier: dossier,
            language: language,
            now: now
        )
        return Letter(
            kind: order.kind,
            language: language,
            id: id,
            ticket: dossier.number,
            from: mailbox.address,
            to: recipient,
            date: now,
            inReplyTo: isForClient ? dossier.thread.last : nil,
            references: isForClient ? dossier.thread : [],
            autoSubmitted: .generated,
            values: values.all(of: order.kind, order.matter, recipient: recipient.name)
        )
    }

    private func person(_ address: EmailAddress) -> NamedAddress {
        let member = company.staff.first { $0.address == address }
        return NamedAddress(address, name: member?.name ?? "")
    }
}
