// Lines that stand between a person's words and somebody else's letter.

/// Recognises separating lines.
enum QuoteMarker {
    // With or without dashes around them, these words alone on a line begin a copied letter.
    private static let phrases = PhraseIndex([
        [
            "message d'origine", "message original", "mail original", "mail d'origine",
            "e-mail d'origine", "courriel original", "courriel d'origine", "message initial",
            "message transfere", "message reexpedie", "mail transfere", "courriel transfere",
            "debut du message transfere", "debut du message reexpedie", "message precedent",
            "original message", "forwarded message", "begin forwarded message",
            "original appointment",
            "forwarded by", "reply message", "rendez-vous d'origine",
            "ursprungliche nachricht", "weitergeleitete nachricht", "anfang der weitergeleiteten",
            "mensaje original", "mensaje reenviado", "inicio del mensaje reenviado",
            "messaggio originale", "messaggio inoltrato", "inizio messaggio inoltrato",
            "oorspronkelijk bericht", "doorgestuurd bericht", "begin doorgestuurd bericht",
            "mensagem original", "mensagem encaminhada", "oprindelig meddelelse",
            "ursprungligt meddelande", "vidarebefordrat meddelande", "opprinnelig melding",
            "wiadomosc oryginalna", "alkuperainen viesti", "puvodni zprava",
        ]
    ])

    // Whatever stands below these is our own letter.
    private static let replyAbove = PhraseIndex([
        [
            "repondre au-dessus de cette ligne", "repondre au dessus de cette ligne",
            "repondez au-dessus de cette ligne", "repondez au dessus de cette ligne",
            "repondre au-dessus de ce trait", "ecrivez au-dessus de cette ligne",
            "reply above this line", "type your reply above", "write above this line",
        ]
    ])

    /// Whether a line begins a copied letter.
    static func isMarker(_ line: FoldedLine) -> Bool {
        if replyAbove.first(in: line.bytes) != nil { return true }
        let core = line.bytes.drop(while: isDecoration)
        guard let end = core.lastIndex(where: { !isDecoration($0) }) else { return false }
        let words = core[...end]
        guard words.count <= 60, let phrase = phrases.prefix(of: words) else { return false }
        // A sentence may speak of an "original message": the words must be all there is, or stand
        // between dashes.
        let isDashed = core.startIndex - line.bytes.startIndex >= 2
        return isDashed || words.count == phrase.utf8.count
    }

    /// Whether a line is drawn rather than written: a run of dashes, underscores, equal signs.
    static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        line.count >= 3 && line.allSatisfy { "-_=*~# ".utf8.contains($0) || $0 >= 0xE2 }
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
        "-_=*~# :>|\n\"".utf8.contains(byte)
    }
}
