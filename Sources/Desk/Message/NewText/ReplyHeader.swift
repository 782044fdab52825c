// The copied header above a quoted or forwarded letter: Outlook and its many imitators.
//
//     De : SAV Mileo <sav@mileo.example>            From: …
//     Envoyé : mercredi 9 septembre 2026 09:00      Sent: …
//     À : Léa Martin <lea@client.example>           To: …
//     Objet : …                                     Subject: …
//
// Three different fields close together, one of them the author, make a header; the order, the
// language, blank lines between them and a field wrapped on the next line do not matter.

/// Recognises copied headers.
enum ReplyHeader {
    /// What a field says.
    private enum Field {
        case author
        case moment
        case recipient
        case subject
        case other
    }

    // How many lines a copied header spreads over at most, blank ones included.
    private static let linesMaximum = 14
    // The longest field name, in bytes.
    private static let nameBytesMaximum = 24

    private static let fields: [String: Field] = {
        let names: [(Field, String)] = [
            (.author, "de from von da van fra fran od expediteur lahettaja exp"),
            (
                .moment,
                """
                envoye|envoye le|date|sent|gesendet|datum|enviado|enviado el|enviada|enviada em|fecha|\
                inviato|data|verzonden|sendt|skickat|dato|wyslano|le|message du|received|lahetetty
                """
            ),
            (
                .recipient,
                "a|to|an|para|aan|til|till|do|destinataire|destinataires|per|vastaanottaja"
            ),
            (
                .subject,
                "objet|subject|betreff|asunto|oggetto|onderwerp|assunto|emne|amne|temat|sujet|aihe"
            ),
            (
                .other,
                """
                cc|copie|copie a|cci|bcc|reply-to|repondre a|importance|pieces jointes|attachments|\
                priorite|priority|kopie|kopia|copia
                """
            ),
        ]
        var fields: [String: Field] = [:]
        for (field, list) in names {
            let separator: Character = list.contains("|") ? "|" : " "
            for name in list.split(separator: separator) { fields[String(name)] = field }
        }
        return fields
    }()

    /// Whether a copied header begins on a line.
    static func begins(at index: Int, in lines: TextLines) -> Bool {
        guard let first = field(of: lines.folded(index)), first != .other else { return false }
        if isWholeHeader(lines.folded(index)) { return true }
        var found: Set<Field> = [first]
        var place = index + 1
        var strangers = 0
        while place < lines.count, place - index < linesMaximum, strangers <= 2 {
            defer { place += 1 }
            guard !lines.lines[place].isBlank, lines.lines[place].depth == 0 else { continue }
            if let next = field(of: lines.folded(place)) {
                // A second author begins another header.
                if next == .author, found.contains(.author) { break }
                found.insert(next)
                strangers = 0
            } else {
                strangers += 1
            }
        }
        found.remove(.other)
        return found.count >= 3 && found.contains(.author)
    }

    /// Whether a line by itself looks like a field of a copied header.
    static func isField(_ line: FoldedLine) -> Bool { field(of: line) != nil }

    // The field that a line begins with.
    private static func field(of line: FoldedLine) -> Field? {
        let core = line.bytes.drop { "*-_ |".utf8.contains($0) }
        if core.starts(with: "message du ".utf8) { return .moment }
        guard let colon = core.prefix(nameBytesMaximum).firstIndex(of: UInt8(ascii: ":")) else {
            return nil
        }
        var name = core[..<colon]
        while let last = name.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "*") {
            name.removeLast()
        }
        return fields[String(decoding: name, as: UTF8.self)]
    }

    // Poor HTML readers run the whole header together on one line.
    private static func isWholeHeader(_ line: FoldedLine) -> Bool {
        let hasMoment = line.contains(anyOf: [
            " envoye :", " envoye:", " sent:", " date :", " date:",
        ])
        let hasSubject = line.contains(anyOf: [" objet :", " objet:", " subject:"])
        return hasMoment && hasSubject
    }
}
