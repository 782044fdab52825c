// All that is kept about one address, for the person whom it belongs to (right of access): lists
// here, the texts and the mails themselves by reference, as many as one letter takes.
//
// It goes to the colleague who asked, who reads it first: what others wrote is theirs.

package import Foundation

/// What is kept about an address.
package struct AddressRecords: Hashable, Sendable {
    /// A mail that the address wrote.
    package struct Mail: Hashable, Sendable {
        /// When it was received.
        package var at: Date
        /// Its subject.
        package var subject: String
        /// The dossier that it is on.
        package var ticket: TicketNumber?
        /// Its name in the store.
        package var id: MailID
        /// How many bytes it has.
        package var size: Int

        /// Describes a mail.
        package init(at: Date, subject: String, ticket: TicketNumber?, id: MailID, size: Int) {
            self.at = at
            self.subject = subject
            self.ticket = ticket
            self.id = id
            self.size = size
        }
    }

    /// A letter to the address.
    package struct Letter: Hashable, Sendable {
        /// When it was written.
        package var at: Date
        /// Its subject.
        package var subject: String
        /// The dossier that it is about.
        package var ticket: TicketNumber
        /// Its name in the store.
        package var id: OutboxID

        /// Describes a letter.
        package init(at: Date, subject: String, ticket: TicketNumber, id: OutboxID) {
            self.at = at
            self.subject = subject
            self.ticket = ticket
            self.id = id
        }
    }

    /// What a colleague noted on a dossier that the address has opened.
    package struct Note: Hashable, Sendable {
        /// When.
        package var at: Date
        /// Who.
        package var author: EmailAddress
        /// What.
        package var text: String
        /// The dossier.
        package var ticket: TicketNumber

        /// Describes a note.
        package init(at: Date, author: EmailAddress, text: String, ticket: TicketNumber) {
            self.at = at
            self.author = author
            self.text = text
            self.ticket = ticket
        }
    }

    /// The client to whom the address belongs.
    package var client: Client?
    /// The dossiers that it has opened, or takes part in.
    package var tickets: [Ticket] = []
    /// The mails that it wrote.
    package var mails: [Mail] = []
    /// The letters to it.
    package var letters: [Letter] = []
    /// The internal notes on its dossiers.
    package var notes: [Note] = []

    /// Keeps nothing.
    package init() {}

    /// How many rows of each kind are listed at most.
    package static let rowsMaximum = 1_000

    func text(about address: EmailAddress, calendar: CompanyCalendar) -> String {
        guard client != nil || !tickets.isEmpty || !mails.isEmpty || !letters.isEmpty else {
            return "Rien n’est conservé sur \(address.text)."
        }
        var lines = ["Données conservées sur \(address.text) :"]
        if let client {
            let person = client.people.first { $0.address == address }?.name ?? ""
            let named = person.isEmpty ? "" : ", au nom de \(person)"
            lines.append("- fichier des clients : \(client.name.text)\(named)")
        } else {
            lines.append("- fichier des clients : inconnue")
        }
        lines += section("dossiers", tickets) { ticket in
            let role =
                ticket.opening.requester?.address == address ? "ouvert par elle" : "participe"
            return "\(ticket.number.text) « \(ticket.opening.subject.cut(toBytes: 120)) », "
                + "\(calendar.words(ticket.openedAt, in: .french)), "
                + "\(StaffLists.word(for: ticket.state)), \(role)"
        }
        lines += section("mails reçus d’elle", mails) { mail in
            "\(calendar.words(mail.at, in: .french)) « \(mail.subject.cut(toBytes: 120)) »"
                + (mail.ticket.map { " (\($0.text))" } ?? "")
        }
        lines += section("lettres à elle", letters) { letter in
            "\(calendar.words(letter.at, in: .french)) « \(letter.subject.cut(toBytes: 120)) » "
                + "(\(letter.ticket.text))"
        }
        lines += section("notes internes sur ses dossiers", notes) { note in
            "\(calendar.words(note.at, in: .french)), \(note.author.text) (\(note.ticket.text)) : "
                + note.text.split(whereSeparator: \.isNewline).joined(separator: " / ")
        }
        return lines.joined(separator: "\n")
    }

    private func section<Row>(
        _ name: String,
        _ rows: [Row],
        _ words: (Row) -> String
    ) -> [String] {
        let limit = rows.count >= Self.rowsMaximum ? " (les plus récents)" : ""
        return ["- \(name) : \(rows.count)\(limit)"] + rows.map { "  - \(words($0))" }
    }
}
