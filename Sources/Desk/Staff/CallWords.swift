// What a colleague is told when it is time to call a client, as #rappel has noted it.

import Foundation

/// Words about a planned call.
enum CallWords {
    /// For whoever is to call.
    static func text(
        of call: TicketTimeline.PlannedCall,
        on file: ProcedureCase,
        for reader: EmailAddress
    ) -> String {
        let client = file.ticket.opening.requester
        let name = client.map { $0.name.isEmpty ? $0.address.text : $0.name } ?? "le client"
        let address = client.map { " (\($0.address.text))" } ?? ""
        let planner = file.company.staff.first { $0.address == call.by }?.name ?? call.by.text
        let by = reader == call.by ? "" : ", noté par \(planner)"
        let note = call.note.isEmpty ? "" : "\nNote : \(call.note)"
        return """
            C’est l’heure de rappeler \(name)\(address) : \
            rappel prévu \(file.calendar.words(call.at, in: .french))\(by).\(note)
            Après l’appel, « #note appelé : … » garde ce qui s’est dit ; un texte seul part au client.
            """
    }
}
