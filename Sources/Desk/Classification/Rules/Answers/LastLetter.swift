// Our own letter, as a client's answer quotes it: what was asked decides what the answer means.

/// The last letter of a quoted conversation.
struct LastLetter: Sendable {
    /// Its text, folded.
    private let text: FoldedLine

    /// Finds it at the head of a quotation.
    init(quoted: String) {
        let whole = TextLines(quoted)
        // One level of ">" less; older letters keep the rest of theirs, or their copied headers.
        var body = ""
        var isHead = true
        for index in 0..<whole.count {
            let line = String(decoding: whole.raw(index), as: UTF8.self)
            let inner = whole.lines[index].depth > 0 ? String(line.dropFirst()) : line
            let folded = FoldedLine(bytes: Folding.bytes(of: String(inner.prefix(200)))[...])
            if isHead, Self.isHeading(folded) { continue }
            if !folded.bytes.isEmpty { isHead = false }
            body += inner
            body += "\n"
        }
        text = FoldedLine(bytes: Folding.bytes(of: NewText(of: body).new)[...])
    }

    // Attributions, copied headers and drawn lines above the letter.
    private static func isHeading(_ line: FoldedLine) -> Bool {
        let bytes = line.bytes
        if bytes.isEmpty { return true }
        if QuoteMarker.isRule(bytes) || QuoteMarker.kind(of: line) != nil { return true }
        if ReplyMarker.isOn(line) || HeaderLabel.read(line) != nil { return true }
        return bytes.last == UInt8(ascii: ":") && Attribution.saysWrote(line)
    }

    /// Whether it asks for a note.
    var asksForNote: Bool {
        givesScale || namesCriteria
            || contains(anyOf: [
                "note de 1", "notes de 1", "de 1 a 5", "entre 1 et 5", "de 1 (", "sur 5",
                "sur une echelle",
                "from 1 to 5", "between 1 and 5", "1 to 5", "out of 5", "on a scale", "from 1 (",
                "comment jugez",
                "how would you rate", "please rate", "evaluer notre", "enquete de satisfaction",
                "votre note",
                "satisfaction survey", "how did we do", "votre avis sur notre service",
                "donnez-nous votre avis", "tell us how we did",
            ])
    }

    // "from 1 (poor) to 5 (excellent)", "de 1, mauvais, à 5".
    private var givesScale: Bool {
        guard text.bytes.contains(UInt8(ascii: "5")) else { return false }
        let words = text.words
        var low: Int?
        for (place, word) in words.enumerated() {
            if word.elementsEqual("1".utf8) { low = place }
            guard word.elementsEqual("5".utf8), let low, place - low <= 5, place > low + 1
            else { continue }
            if ["a", "to", "et", "and"].contains(where: { words[place - 1].elementsEqual($0.utf8) })
            {
                return true
            }
        }
        return false
    }

    // Our own form, cut off by the answers between its lines.
    private var namesCriteria: Bool {
        contains(anyOf: ["reactivite", "responsiveness"]) && contains(anyOf: ["communication"])
            || contains(anyOf: ["- la reactivite", "- responsiveness", "- la communication"])
    }

    /// Whether it asks if the case may be closed, or a solution accepted.
    var asksToClose: Bool {
        guard !asksForNote else { return false }
        // "Quelles dates vous arrangent ?" asks, but not for a closing.
        let speaksOfClosing = contains(anyOf: [
            "resolu", "resolution", "clotur", "clore", "clorons", "sera clos", "en ordre",
            "a nouveau",
            "de nouveau", "fermer", "ferme", "retabli", "disparu", "convient", "d'accord pour",
            "acceptez",
            "accord", "satisfait", "tout fonctionne", "fonctionne-t-il", "fonctionne-t-elle",
            "solved",
            "resolved", "close", "again", "suit you", "satisfied", "agree", "fixed", "in order",
        ])
        return speaksOfClosing
            && contains(anyOf: [
                "?", "confirm", "sans reponse", "sans retour", "sans nouvelle",
                "a defaut de reponse",
                "sans reaction", "repondez oui", "si cela vous", "si tel est le cas",
                "si vous etes d'accord",
                "merci de nous dire", "merci de nous indiquer", "dites-nous", "dites-le",
                "votre accord", "d'un simple mot", "without an answer", "your agreement",
                "your consent", "say so", "tell us if", "tell us whether", "tell us that",
                "without a reply", "unless we hear", "if you agree", "if this suits", "let us know",
            ])
    }

    private func contains(anyOf texts: [String]) -> Bool {
        text.contains(anyOf: texts)
    }
}
