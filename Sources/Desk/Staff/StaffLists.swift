// The lists that commands answer with, in French: one's own dossiers, what is late, the letters as
// the client has them.

import Foundation

/// Writes the lists of a transcript.
struct StaffLists {
    let company: CompanySettings
    let now: Date

    private var calendar: CompanyCalendar { company.calendar }

    /// How many rows a list has at most.
    static let rowsMaximum = 60
    /// How soon a promise is due for the list of what is late or nearly.
    static let soonSeconds: TimeInterval = 24 * 3_600

    /// A person's open dossiers: the most pressing promise of each, those that are due first first.
    func own(of person: EmailAddress, among cases: [ProcedureCase]) -> String {
        let own = cases.filter { $0.ticket.handler == person }
            .map { (file: $0, next: $0.nextPromised(at: now)) }
            .sorted { one, other in
                (one.next?.due ?? .distantFuture, one.file.ticket.number.text)
                    < (other.next?.due ?? .distantFuture, other.file.ticket.number.text)
            }
        let count = own.count == 1 ? "1 dossier ouvert" : "\(own.count) dossiers ouverts"
        guard !own.isEmpty else { return "Aucun dossier ouvert ne vous est confié." }
        let rows = own.map { file, next in
            var row = "\(head(of: file.ticket)), \(Self.word(for: file.ticket.state))"
            if let next, let due = next.due {
                row += ", \(next.rule.words(in: .french)) : \(words(due))"
            }
            return row
        }
        return list("Vos dossiers (\(count)) :", rows)
    }

    /// The promises that are late, or due within a day.
    func late(among cases: [ProcedureCase]) -> String {
        let end = now.addingTimeInterval(Self.soonSeconds)
        let promises = DuePromise.all(in: cases, until: end, at: now)
        guard !promises.isEmpty else { return "Rien n’est en retard ni dû d’ici demain." }
        let late = promises.count { $0.due < now }
        let rows = promises.map { promise in
            let handler = promise.ticket.handler.map(name) ?? "personne"
            let promised = promise.state.rule.words(in: .french)
            return "\(head(of: promise.ticket)), \(promised) : \(words(promise.due))"
                + ", confié à \(handler)"
        }
        return list("Retards (\(late)) et échéances d’ici demain (\(rows.count - late)) :", rows)
    }

    /// The letters as the client has received them, the latest first.
    func copies(_ copies: [SentCopy]) -> String {
        guard !copies.isEmpty else { return "Le client n’a encore rien reçu sur ce dossier." }
        return copies.map { copy in
            let text = copy.text.cut(toBytes: 8_000)
                .split(separator: "\n", omittingEmptySubsequences: false)
                .map { "| \($0)" }
            let head =
                "\(Self.word(for: copy.state)) du \(calendar.words(copy.at, in: .french)) "
                + "à \(copy.recipient.text) : \(copy.subject)"
            return ([head] + text).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    // MARK: - Parts

    func list(_ head: String, _ rows: [String]) -> String {
        var lines = [head] + rows.prefix(Self.rowsMaximum).map { "- \($0)" }
        if rows.count > Self.rowsMaximum {
            lines.append("… et \(rows.count - Self.rowsMaximum) de plus.")
        }
        return lines.joined(separator: "\n")
    }

    private func head(of ticket: Ticket) -> String {
        let level =
            ticket.criticality.map { ", \($0.word(in: .french).lowercased())" }
            ?? (ticket.isUrgent ? ", urgent" : "")
        return "\(ticket.number.text) « \(ticket.opening.subject.cut(toBytes: 80)) »\(level)"
    }

    private func words(_ due: Date) -> String {
        calendar.words(due, in: .french) + (due < now ? " (en retard)" : "")
    }

    private func name(_ address: EmailAddress) -> String {
        company.staff.first { $0.address == address }?.name ?? address.text
    }

    /// A state in a word.
    static func word(for state: TicketState) -> String {
        state.words(isForClient: false, in: .french)
    }

    private static func word(for state: OutboxState) -> String {
        switch state {
        case .queued, .sending: "En attente de départ :"
        case .sent: "Envoi"
        case .failed: "Non parti :"
        case .uncertain: "Départ incertain :"
        }
    }
}
