// Where a dossier stands, in a few lines, for transcripts.

import Foundation

/// Tells where a dossier stands.
struct StandingText {
    let file: ProcedureCase
    let now: Date

    private var ticket: Ticket { file.ticket }

    var text: String {
        let calendar = file.company.calendar
        let handler = ticket.handler.map { address in
            file.company.staff.first { $0.address == address }?.name ?? address.text
        }
        var lines = [
            "\(ticket.number.text) — \(ticket.state.inFrench)\(level), "
                + (handler.map { "confié à \($0)" } ?? "confié à personne") + "."
        ]
        guard ticket.state != .closed else { return lines.joined(separator: "\n") }
        let open = file.states(at: now).filter { $0.isOpen && $0.rule.step == nil }
        for state in open.prefix(6) {
            guard let due = state.due else { continue }
            let late = due < now ? " (en retard)" : ""
            let promise = state.rule.words(in: .french)
            lines.append("- \(promise) : \(calendar.words(due, in: .french))\(late)")
        }
        for call in file.line.calls.prefix(3) {
            let note = call.note.isEmpty ? "" : " (\(call.note.cut(toBytes: 80)))"
            lines.append(
                "- rappel du client prévu : \(calendar.words(call.at, in: .french))\(note)"
            )
        }
        return lines.joined(separator: "\n")
    }

    private var level: String {
        let urgency = ticket.isUrgent ? ", urgent" : ""
        let level = ticket.criticality.map { ", \($0.word(in: .french).lowercased())" } ?? ""
        return urgency + level
    }
}

extension TicketState {
    /// The state in a transcript.
    var inFrench: String {
        switch self {
        case .new: "nouveau"
        case .open: "en cours"
        case .waitingClient: "en attente du client"
        case .resolved: "résolu, à confirmer par le client"
        case .closed: "clos"
        }
    }
}
