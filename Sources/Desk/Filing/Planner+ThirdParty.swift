// A colleague answers a notification about the mail of somebody who takes no part in the dossier,
// or whose sender is uncertain: the answer would go to the client, who has never seen that mail.
// It is asked about first; a note and other commands without a text never are.

import Foundation

extension StaffMailDesk {
    /// What the colleague is asked then; nil where the mail was the client's.
    var thirdPartyDoubt: String? {
        guard let author = answeredAuthor else { return nil }
        let client = ticket.opening.requester.map { " (\($0.address.text))" } ?? ""
        switch author {
        case .certain(let address):
            guard !ticket.participants.contains(address), !house.isStaff(address),
                !house.isOurs(address)
            else { return nil }
            return "Le mail auquel vous répondez est de \(address.text), qui n’est pas le client : "
                + "votre texte partirait au client\(client), et non à son auteur. À qui est-il "
                + "destiné ? Pour répondre à son auteur, écrivez-lui directement."
        case .uncertain:
            return "L’expéditeur du mail auquel vous répondez n’est pas certain : votre texte "
                + "partirait au client\(client)."
        }
    }

    private enum Author {
        case certain(EmailAddress)
        case uncertain
    }

    // Who wrote the mail of which the answered notification tells: its letter stands behind it.
    private var answeredAuthor: Author? {
        let answered = answeredLetters
        var author: Author?
        for event in events {
            switch event.fact {
            case .opened(let opening): author = opening.requester.map { .certain($0.address) }
            case .joined(_, let address), .heard(_, let address): author = .certain(address)
            case .noted(_, let reason):
                author = reason == Planner.uncertainSender ? .uncertain : nil
            case .letterQueued(.notification, let id) where answered.contains(id):
                return author
            default: continue
            }
        }
        return nil
    }
}
