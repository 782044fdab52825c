// Lines that stand between a person's words and somebody else's letter.

/// Recognises separating lines.
enum QuoteMarker {
    /// What a separating line announces.
    enum Kind {
        /// The letter that is answered, or one that is passed on: "Message d'origine".
        case original
        /// A letter that is passed on: "Message transféré".
        case forward
    }

    // With or without dashes around them, these words alone on a line begin a copied letter.
    private static let originals = PhraseIndex([
        [
            "message d'origine", "message original", "mail original", "mail d'origine",
            "e-mail d'origine", "courriel original", "courriel d'origine", "message initial",
            "message precedent", "original message", "original e-mail", "original email",
            "original mail", "original appointment", "reply message", "rendez-vous d'origine",
            "ursprungliche nachricht", "originalnachricht", "original-nachricht",
            "originalmeldung", "mensaje original", "messaggio originale", "messaggio d'origine",
            "oorspronkelijk bericht", "origineel bericht", "mensagem original",
            "oprindelig meddelelse", "original meddelelse", "ursprungligt meddelande",
            "originalmeddelande", "opprinnelig melding", "wiadomosc oryginalna",
            "oryginalna wiadomosc", "alkuperainen viesti", "puvodni zprava", "puvodni e-mail",
            "povodna sprava",
            "mesaj original", "mesajul original", "eredeti uzenet", "izvorna poruka",
            "ozgun ileti", "orijinal ileti", "Исходное сообщение", "Исходное письмо",
            "Вихідне повідомлення", "原始邮件", "元のメッセージ",
        ]
    ])

    private static let forwards = PhraseIndex([
        [
            "message transfere", "message reexpedie", "mail transfere", "courriel transfere",
            "e-mail transfere", "debut du message transfere", "debut du message reexpedie",
            "message achemine", "reachemine par", "transfere par", "reexpedie par",
            "forwarded message", "begin forwarded message", "forwarded by", "forwarded mail",
            "forwarded email", "forwarded e-mail", "forward message", "forwarded letter",
            "weitergeleitete nachricht", "weitergeleitete e-mail", "weitergeleitet von",
            "anfang der weitergeleiteten", "beginn der weitergeleiteten",
            "mensaje reenviado", "inicio del mensaje reenviado", "reenviado por",
            "messaggio inoltrato", "inizio messaggio inoltrato", "inizio del messaggio inoltrato",
            "inoltrato da", "doorgestuurd bericht", "begin doorgestuurd bericht",
            "begin van doorgestuurd bericht", "doorgestuurd door", "doorgestuurde e-mail",
            "mensagem encaminhada", "mensagem reencaminhada", "inicio da mensagem encaminhada",
            "inicio da mensagem reencaminhada", "vidarebefordrat meddelande",
            "vidarebefordrat brev", "vidarebefordrat mejl", "start pa vidarebefordrat",
            "borjan pa vidarebefordrat", "videresendt meddelelse", "videresendt besked",
            "videresendt mail", "start pa videresendt", "videresendt melding",
            "videresendt e-post", "begynnelse pa videresendt",
            "przekazana wiadomosc", "tresc przekazanej wiadomosci",
            "poczatek przekazywanej wiadomosci", "wiadomosc przekazana",
            "poczatek przekazanej wiadomosci",
            "valitetty viesti", "valitetty viesti alkaa", "edelleenlahetetty viesti",
            "edelleen lahetetty viesti", "preposlana zprava", "zacatek preposlane zpravy",
            "zacatek preposilane zpravy", "preposilana zprava", "przeslana wiadomosc",
            "predavana zprava", "preposlana sprava", "zaciatok preposlanej spravy",
            "mesaj redirec", "mesaj inaintat", "inceputul mesajului redirec",
            "mesaj transmis", "mesaj retransmis", "incepe mesajul redirec",
            "tovabbitott uzenet", "tovabbitott level", "a tovabbitott level kezdete",
            "proslijedena poruka", "pocetak proslijedene poruke", "zapocni proslijedenu poruku",
            "iletilmis ileti", "yonlendirilmis ileti", "iletilen mesaj", "iletilmis mesaj",
            "ileti baslangici", "message transmis",
            "Пересылаемое сообщение", "Пересланное сообщение", "Перенаправленное сообщение",
            "Начало переадресованного сообщения", "Переслане повідомлення",
            "Перенаправлене повідомлення", "Початок листа, що пересилається", "转发邮件", "转发的邮件",
            "転送メッセージ", "転送されたメッセージ",
        ]
    ])

    /// What a line announces; nil where it is no separating line.
    static func kind(of line: FoldedLine) -> Kind? {
        let core = line.bytes.drop(while: isDecoration)
        guard let end = core.lastIndex(where: { !isDecoration($0) }) else { return nil }
        let words = core[...end]
        guard words.count <= 110 || gluedHeader(in: line) != nil else { return nil }
        let dashes = core.startIndex - line.bytes.startIndex
        if let phrase = forwards.prefix(of: words), isAlone(phrase, in: words, dashes: dashes) {
            return .forward
        }
        if let phrase = originals.prefix(of: words), isAlone(phrase, in: words, dashes: dashes) {
            return .original
        }
        // "---- SAV Mileo a écrit ----": Orange's and Zoho's attribution.
        let isBetweenDashes = dashes >= 3 && line.bytes.endIndex - words.endIndex >= 3
        return isBetweenDashes && Attribution.saysWrote(FoldedLine(bytes: words)) ? .original : nil
    }

    /// Whether a line is the head of GroupWise's quotes.
    ///
    /// ">>> SAV Mileo <sav@…> 12.03.2026 10:30 >>>", or ">>> … wrote:", above a letter that bears
    /// no marks itself.
    static func isGroupWise(_ index: Int, in lines: TextLines) -> Bool {
        let marks = Array(repeating: UInt8(ascii: ">"), count: 3)
        let line = lines.raw(index)
        guard lines.lines[index].depth == 3, line.starts(with: marks),
            line.count <= gluedBytesMaximum, line.contains(UInt8(ascii: "@"))
        else { return false }
        let words = Folding.bytes(of: String(decoding: line.dropFirst(3), as: UTF8.self))
        guard
            line.reversed().starts(with: marks)
                || Attribution.saysWrote(FoldedLine(bytes: words[...]))
        else { return false }
        let next = lines.lines[(index + 1)...].first { !$0.isBlank }
        return next.map { $0.depth == 0 } ?? false
    }

    // How much of a line is looked at for the header that Yahoo puts on it.
    private static let gluedBytesMaximum = 1_000

    /// Where a header begins on the separating line itself, as Yahoo's text parts have it:
    /// "----- Mail transféré -----De : …À : …Envoyé : …Objet : …".
    static func gluedHeader(in line: FoldedLine) -> Int? {
        let core = line.bytes.drop(while: isDecoration)
        let dashes = [UInt8](repeating: UInt8(ascii: "-"), count: 3)
        guard core.startIndex - line.bytes.startIndex >= 3,
            core.count <= gluedBytesMaximum,
            let end = core.indices.prefix(60).first(where: { core[$0...].starts(with: dashes) })
        else { return nil }
        let rest = core[end...].drop(while: isDecoration)
        return HeaderLabel.read(FoldedLine(bytes: rest)) == nil ? nil : rest.startIndex
    }

    // A sentence may speak of an "original message": the words must be all there is, but for the
    // end of the last one, or stand between dashes.
    private static func isAlone(
        _ phrase: String,
        in words: ArraySlice<UInt8>,
        dashes: Int
    ) -> Bool {
        if dashes >= 2 { return true }
        let rest = words.dropFirst(phrase.utf8.count)
        return rest.count <= 20 && !rest.contains { ".,;!?".utf8.contains($0) }
            && rest.split(separator: UInt8(ascii: " ")).count <= 1
    }

    /// Whether a line is drawn rather than written: a run of dashes, underscores, equal signs.
    static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count >= 3 else { return false }
        var index = line.startIndex
        while index < line.endIndex {
            if "-_=*~# ".utf8.contains(line[index]) {
                index += 1
            } else if isLongDash(line[index...].prefix(3)) {
                index += 3
            } else {
                return false
            }
        }
        return true
    }

    // The dashes and bars U+2010 to U+2015, U+2022 to U+2027 and U+2500 to U+257F.
    private static func isLongDash(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 3, bytes.first == 0xE2, let last = bytes.last else { return false }
        switch bytes[bytes.startIndex + 1] {
        case 0x80: return (0x90...0x95).contains(last) || (0xA2...0xA7).contains(last)
        case 0x94, 0x95: return true
        default: return false
        }
    }

    /// Whether a line begins with its author's initials in brackets: `[TK] …`.
    static func isInitialed(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == UInt8(ascii: "["),
            let close = line.prefix(8).firstIndex(of: UInt8(ascii: "]")),
            close - line.startIndex >= 2, close + 1 < line.endIndex
        else { return false }
        return line[(line.startIndex + 1)..<close].allSatisfy { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: ".")
        }
    }

    private static func isDecoration(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "*"),
            UInt8(ascii: "~"), UInt8(ascii: "#"), UInt8(ascii: " "), UInt8(ascii: ":"),
            UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "\n"), UInt8(ascii: "\""):
            true
        default:
            false
        }
    }
}
