// The names of the fields in a copied header, in the languages of mail programs.
//
// "De : …", "*From:* …", "| Von: …", "Message du 05/10/26": the name stands at the head of a line,
// perhaps between marks of bold type, and ends with a colon. What the field says is read elsewhere.

/// What a field of a copied header says.
enum HeaderLabel: UInt8 {
    /// Who wrote.
    case author
    /// When.
    case moment
    /// To whom.
    case recipient
    /// About what.
    case subject
    /// Anything else: copies, importance, attached files.
    case other

    // The longest name, in folded bytes.
    private static let bytesMaximum = 28

    private static let names: [(HeaderLabel, String)] = [
        (
            .author,
            """
            de|from|von|da|van|fra|fran|od|de la|expediteur|exp|mittente|nadawca|lahettaja|remitente|\
            remetente|expeditor|felado|kimden|gonderen|avsender|afsender|absender|odesilatel|auteur|\
            salje|posiljatelj|От|от|От кого|Від|від|Από|发件人|寄件者|差出人|보낸 사람
            """
        ),
        (
            .moment,
            """
            envoye|envoye le|date|date d'envoi|sent|sent on|gesendet|gesendet am|datum|enviado|\
            enviado el|enviada|enviada em|enviado em|fecha|fecha de envio|inviato|inviato il|data|\
            verzonden|skickat|sendt|dato|wyslano|wyslane|data wyslania|lahetetty|paivays|paivamaara|\
            odeslano|odoslane|poslano|trimis|trimis la|elkuldve|datum odeslani|le|message du|received|\
            gonderildi|gonderilme|gonderilme tarihi|tarih|gonderme tarihi|enviat|enviat el|Изпратено|Ημερομηνία|Отправлено|отправлено|Дата|дата|Надіслано|Στάλθηκε|\
            发送时间|发件时间|日期|寄件日期|送信日時|日付|보낸 날짜
            """
        ),
        (
            .recipient,
            """
            a|to|an|para|aan|til|till|do|pour|destinataire|destinataires|destinatario|destinatari|\
            destinatar|per|adresat|komu|catre|vastaanottaja|cimzett|kime|prima|empfanger|mottagare|\
            pre|za|per a|Кому|кому|До|Προς|收件人|收件者|宛先|받는 사람
            """
        ),
        (
            .subject,
            """
            objet|subject|betreff|asunto|oggetto|onderwerp|assunto|emne|amne|temat|sujet|aihe|\
            predmet|subiect|targy|konu|re|naslov|zadeva|assumpte|Относно|Тема|тема|Θέμα|主题|主旨|件名|제목
            """
        ),
        (
            .other,
            """
            cc|copie|copie a|cci|bcc|kopie|kopia|kopi|copia|kopie (cc)|reply-to|repondre a|reply to|\
            antwort an|responder a|rispondi a|odpowiedz do|antwoord aan|importance|wichtigkeit|\
            priorite|priority|prioridad|pieces jointes|piece jointe|attachments|attachment|anlagen|\
            anhange|allegati|datos adjuntos|bijlagen|prilohy|organisation|organization|\
            message-id|mailed-by|signed-by|resent-from|resent-date|resent-to|cc:|kopiya|Копия|抄送
            """
        ),
    ]

    private struct Entry {
        let bytes: [UInt8]
        let label: HeaderLabel
    }

    private static let entries: [UInt64: Entry] = {
        var entries: [UInt64: Entry] = [:]
        for (label, list) in names {
            for name in list.split(separator: "|") {
                let bytes = Array(name.utf8)
                entries[hash(of: bytes[...])] = Entry(bytes: bytes, label: label)
            }
        }
        return entries
    }()

    /// The label that a folded line begins with; nil where there is none.
    static func read(_ line: FoldedLine) -> HeaderLabel? {
        let core = line.bytes.drop(while: isDecoration)
        guard let end = nameEnd(of: core) else { return isOrange(core) ? .moment : nil }
        return label(named: core[..<end]) ?? (isOrange(core) ? .moment : nil)
    }

    /// The label that is all there is on a folded line, without a colon: Lotus writes tables so.
    static func alone(_ line: FoldedLine) -> HeaderLabel? {
        guard line.bytes.count <= bytesMaximum else { return nil }
        return label(named: line.bytes)
    }

    /// The label that a folded line begins with, its value behind a space and not behind a colon.
    static func withoutColon(_ line: FoldedLine) -> HeaderLabel? {
        guard let space = line.bytes.firstIndex(of: UInt8(ascii: " ")) else { return nil }
        return label(named: line.bytes[..<space])
    }

    /// Where the value begins in a raw line that has a label, folded beside it.
    static func valueStart(in raw: ArraySlice<UInt8>, folded: FoldedLine) -> Int {
        let core = folded.bytes.drop(while: isDecoration)
        let hasColon = nameEnd(of: core).flatMap { label(named: core[..<$0]) } != nil
        var spaces = isOrange(core) ? 2 : 1
        for index in raw.indices {
            if hasColon {
                if raw[index] == UInt8(ascii: ":") { return index + 1 }
                if isWideColon(at: index, in: raw) { return index + 3 }
            } else if raw[index] == UInt8(ascii: " ") {
                spaces -= 1
                if spaces == 0 { return index + 1 }
            }
        }
        return raw.endIndex
    }

    // Orange's first field has no colon: "Message du 05/10/26 09:00".
    private static func isOrange(_ core: ArraySlice<UInt8>) -> Bool {
        core.starts(with: "message du ".utf8)
            && core.dropFirst(11).first.map { (0x30...0x39).contains($0) } == true
    }

    /// The labels with their colons anywhere on a folded line, and how many are different.
    static func count(in line: FoldedLine) -> Int {
        var found: Set<HeaderLabel> = []
        var wordStarts: [Int] = [line.bytes.startIndex]
        for index in line.bytes.indices {
            if line.bytes[index] == UInt8(ascii: " ") {
                wordStarts.append(index + 1)
            } else if line.bytes[index] == UInt8(ascii: ":") {
                for start in wordStarts.suffix(4) where start < index {
                    if let label = label(named: line.bytes[start..<index]) {
                        found.insert(label)
                    }
                }
            }
        }
        found.remove(.other)
        return found.contains(.author) ? found.count : 0
    }

    private static func label(named name: ArraySlice<UInt8>) -> HeaderLabel? {
        var name = name
        while let last = name.last, isDecoration(last) { name.removeLast() }
        guard !name.isEmpty, let entry = entries[hash(of: name)],
            name.elementsEqual(entry.bytes)
        else { return nil }
        return entry.label
    }

    private static func nameEnd(of core: ArraySlice<UInt8>) -> Int? {
        for index in core.indices.prefix(bytesMaximum)
        where core[index] == UInt8(ascii: ":") || isWideColon(at: index, in: core) {
            return index
        }
        return nil
    }

    // U+FF1A, the colon of Chinese and Japanese programs.
    private static func isWideColon(at index: Int, in bytes: ArraySlice<UInt8>) -> Bool {
        bytes[index] == 0xEF && index + 2 < bytes.endIndex && bytes[index + 1] == 0xBC
            && bytes[index + 2] == 0x9A
    }

    private static func isDecoration(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-")
    }

    private static func hash(of bytes: ArraySlice<UInt8>) -> UInt64 {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { key = (key ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return key
    }
}
