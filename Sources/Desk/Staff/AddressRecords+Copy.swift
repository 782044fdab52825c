// The copy of what is kept about an address: one file with the words of all mails and letters, and
// the mails as they came with what was attached to them.

import Foundation

extension AddressRecords {
    /// The files that go with the list, and the mails for which there was no room.
    struct Copy: Hashable, Sendable {
        /// The words first, then the mails, the latest first.
        var files: [Enclosure] = []
        /// What does not fit.
        var leftOut: [Mail] = []
    }

    /// How many mails go with one letter as they came.
    static let wholeMaximum = 200

    /// What a letter about an address can hold.
    func copy(
        about address: EmailAddress,
        calendar: CompanyCalendar,
        bytesMaximum: Int
    ) -> Copy {
        let file = Self.fileName("donnees \(address.text).txt")
        var words = mails.map { ($0.at, Enclosure(wordsOf: $0.id, in: file)) }
        words += letters.map { ($0.at, Enclosure(wordsOf: $0.id, in: file)) }
        // What a colleague wrote down of a call, or passed on, opened a dossier as well.
        let own = Set(mails.map(\.id))
        words += tickets.filter {
            $0.opening.requester?.address == address && !own.contains($0.opening.mail)
        }.map { ($0.openedAt, Enclosure(wordsOf: $0.opening.mail, in: file)) }
        var copy = Copy()
        copy.files = words.sorted { $0.0 < $1.0 }.map(\.1)
        var room = bytesMaximum
        var count = 0
        for mail in mails {
            guard mail.size <= room, count < Self.wholeMaximum else {
                copy.leftOut.append(mail)
                continue
            }
            room -= mail.size
            count += 1
            let day = calendar.day(of: mail.at).text
            let number = mail.ticket.map { " \($0.text)" } ?? ""
            let subject = mail.subject.isEmpty ? "sans objet" : mail.subject.cut(toBytes: 80)
            copy.files.append(
                Enclosure(
                    whole: mail.id,
                    size: mail.size,
                    as: Self.fileName("\(day)\(number) \(subject) (\(mail.id.row)).eml")
                )
            )
        }
        return copy
    }

    /// What is said under the list about what goes with it, and what is left to do.
    func words(
        about copy: Copy,
        calendar: CompanyCalendar,
        isByMail: Bool
    ) -> String {
        guard !mails.isEmpty || !letters.isEmpty || !tickets.isEmpty else { return "" }
        var lines: [String] = []
        if isByMail {
            let texts = copy.files.count { $0.isWords }
            let whole = copy.files.count { $0.isWhole }
            lines.append(
                "Joints à ce message : un fichier avec le texte des échanges (\(texts)), et les "
                    + "mails d’origine avec leurs pièces jointes, au format .eml "
                    + "(\(whole) sur \(mails.count))."
            )
        } else {
            lines.append(
                "Les textes et les pièces jointes vont avec la réponse quand « #droit-accès » est "
                    + "demandé par mail."
            )
        }
        if isByMail, !copy.leftOut.isEmpty {
            lines.append("Sans place ici, à extraire de la boîte de réception :")
            lines += copy.leftOut.map { mail in
                "- \(calendar.words(mail.at, in: .french)) « \(mail.subject.cut(toBytes: 120)) »"
            }
        }
        lines.append(
            "À relire avant de les remettre : des échanges peuvent nommer d’autres personnes, ou "
                + "porter un secret de sécurité."
        )
        lines.append(
            "La réponse à la personne est due dans le mois (RGPD, articles 12 et 15) ; elle dit "
                + "aussi à quoi servent ces données, qui les reçoit, combien de temps elles sont "
                + "gardées, et ses droits : rectification, effacement, limitation, opposition, "
                + "réclamation à la CNIL."
        )
        return lines.joined(separator: "\n")
    }

    // A name that every system takes.
    private static func fileName(_ name: String) -> String {
        String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { scalar in
                    let isOdd = scalar.value < 32 || "/\\:*?\"<>|".unicodeScalars.contains(scalar)
                    return isOdd ? "-" : scalar
                }
            )
        )
    }
}
