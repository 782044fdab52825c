// A mail of a dossier as plain text, for the file of exchanges that goes with a manager's letter:
// who wrote when to whom, what, and the names of the files. Nothing in it can be opened or run.

import Foundation

/// Writes mails out as plain text.
package enum ExchangeText {
    private static let textBytesMaximum = 20_000

    /// One mail: its header lines, an empty line, its text, the names of its files.
    package static func text(
        of message: InboundMessage,
        in calendar: CompanyCalendar
    ) -> String {
        var lines = ["De : \(message.fromText.cut(toBytes: 400))"]
        let to = message.to.map(\.address.text).joined(separator: ", ")
        if !to.isEmpty { lines.append("À : \(to.cut(toBytes: 1_000))") }
        if let date = message.date {
            lines.append("Date : \(calendar.words(date, in: .french))")
        }
        lines += ["Objet : \(message.subject.cut(toBytes: 1_000))", ""]
        // A colleague quotes the letter that told him of a mail which stands in the file already.
        let isOfHouse = message.to.contains { $0.address.domain == message.from?.address.domain }
        let text =
            isOfHouse ? NewText(of: message.text, from: message.from).new : message.text
        lines.append(text.cut(toBytes: textBytesMaximum))
        if text.utf8.count > textBytesMaximum { lines.append("[…]") }
        let names = message.attachments.prefix(30).map { $0.name.cut(toBytes: 200) }
        if !names.isEmpty { lines += ["", "Fichiers : \(names.joined(separator: ", "))"] }
        return lines.joined(separator: "\n") + "\n"
    }
}
