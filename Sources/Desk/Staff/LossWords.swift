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
        let name = file.company.staff.first { $0.address == loss.author }?.name
        let author = reader == loss.author ? nil : name ?? loss.author.text
        let message = words(for: loss, day, author)
        let client = file.ticket.opening.requester.map { " (\($0.address.text))" } ?? ""
        let reason = loss.reason.split { $0.isWhitespace }.joined(separator: " ")
        guard loss.matter == .message else {
            return """
                \(message) n’est pas arrivée chez le client\(client).
                Réponse du serveur : « \(reason.cut(toBytes: reasonBytesMaximum)) ».
                Le dossier ne se clôt donc pas tout seul : vérifiez l’adresse et écrivez de \
                nouveau (« #résolu »), ou appelez le client puis « #clore » avec son accord.
                """
        }
        return """
            \(message) n’est pas arrivé chez le client\(client).
            Réponse du serveur : « \(reason.cut(toBytes: reasonBytesMaximum)) ».
            Les engagements que ce message tenait courent de nouveau : vérifiez l’adresse et \
            écrivez de nouveau, ou appelez le client.
            """
    }

    // Whose it was is said where the reader is another.
    private static func words(
        for loss: TicketTimeline.Loss,
        _ day: String,
        _ author: String?
    ) -> String {
        switch (loss.matter, author) {
        case (.message, nil): "Votre message du \(day)"
        case (.message, let author?): "Le message de \(author) du \(day)"
        case (.closingAsked, nil): "Votre demande de clôture du \(day)"
        case (.closingAsked, let author?): "La demande de clôture de \(author) du \(day)"
        case (.closingReminder, _): "Notre relance de clôture du \(day)"
        }
    }
}
