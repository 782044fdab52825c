// The line that says who wrote what is quoted below it: "Le 12 mars 2026 à 09:12, X a écrit :".
//
// Programs break it wherever they like, so up to four lines are read as one. It must hold the verb,
// end with a colon, and name a moment or an address: a person's own "Le technicien a écrit :" names
// neither.

/// Recognises attributions.
enum Attribution {
    private static let linesMaximum = 4
    private static let bytesMaximum = 320

    private static let verbs = PhraseIndex([
        [
            "a ecrit", "wrote", "schrieb", "escribio", "ha scritto", "schreef", "escreveu", "skrev",
            "napisal", "kirjoitti", "napsal", "irta", "a wrote", "написав", "написал", "пишет",
        ]
    ])

    private static let openings = PhraseIndex([
        [
            "le ", "on ", "am ", "el ", "il ", "op ", "em ", "den ", "dnia ", "w dniu ", "na ",
            "- le ",
            "- on ", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mon", "tue", "wed", "thu",
            "tir",
            "fri", "sat", "sun", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
            "dimanche",
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        ]
    ])

    /// The last line of the attribution that begins on a line; nil where none does.
    static func end(from index: Int, in lines: TextLines) -> Int? {
        let first = lines.folded(index)
        guard
            first.bytes.last == UInt8(ascii: ":") || first.bytes.contains(UInt8(ascii: "<"))
                || first.bytes.contains(UInt8(ascii: "@")) || first.digits >= 2
                || openings.prefix(of: first.bytes) != nil
        else { return nil }
        var joined: [UInt8] = []
        for place in index..<min(index + linesMaximum, lines.count) {
            let line = lines.lines[place]
            guard !line.isBlank, line.depth == 0 else { return nil }
            if place > index, line.range.count > 160 { return nil }
            if !joined.isEmpty { joined.append(UInt8(ascii: " ")) }
            joined.append(contentsOf: lines.folded(place).bytes)
            guard joined.count <= bytesMaximum else { return nil }
            if joined.last == UInt8(ascii: ":") {
                let whole = FoldedLine(bytes: joined[...])
                guard verbs.first(in: whole.bytes) != nil else { return nil }
                return namesSource(whole, next: place + 1, in: lines) ? place : nil
            }
            // Only the beginning of an attribution may end without its colon.
            if let last = joined.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "?") {
                return nil
            }
        }
        return nil
    }

    // A moment to the minute or an address is proof by itself; any date is where ">" follows.
    private static func namesSource(_ line: FoldedLine, next: Int, in lines: TextLines) -> Bool {
        if line.bytes.contains(UInt8(ascii: "@")) || line.bytes.contains(UInt8(ascii: "<")) {
            return true
        }
        guard line.digits >= 2 else { return false }
        if line.digits >= 5 { return true }
        var place = next
        while place < lines.count, lines.lines[place].isBlank { place += 1 }
        return place < lines.count && lines.lines[place].depth > 0
    }
}
