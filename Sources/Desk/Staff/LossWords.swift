// What a colleague is told whose message did not reach the client: it keeps no promise then, and
// only a person can mend the address.

import Foundation

/// Words about a message that did not arrive.
enum LossWords {
    private static let reasonBytesMaximum = 300

    /// For its author, or for whoever stands in.
    static func text(
        of loss: TicketTimeline.Loss,
        on file: ProcedureCase,
        for reader: EmailAddress
    ) -> String {
        let day = file.calendar.words(loss.at, in: .french)
        let author = file.company.staff.first { $0.address == loss.author }?.name
        let message =
            reader == loss.author
            ? "Votre message du \(day)" : "Le message de \(author ?? loss.author.text) du \(day)"
        let client = file.ticket.opening.requester.map { " (\($0.address.text))" } ?? ""
        let reason = loss.reason.split { $0.isWhitespace }.joined(separator: " ")
        return """
            \(message) n’est pas arrivé chez le client\(client).
            Réponse du serveur : « \(reason.cut(toBytes: reasonBytesMaximum)) ».
            Les engagements que ce message tenait courent de nouveau : vérifiez l’adresse et \
            écrivez de nouveau, ou appelez le client.
            """
    }
}
