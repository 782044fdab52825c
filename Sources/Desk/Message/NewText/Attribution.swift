// The line that says who wrote what is quoted below it: "Le 12 mars 2026 à 09:12, X a écrit :".
//
// Programs break it wherever they like, so up to four lines are read as one. It ends with a colon;
// it says "wrote" in some language, or is nothing but a moment and an address; and it names a
// moment or an address: a person's own "Votre technicien a écrit :" names neither.

/// Recognises attributions.
enum Attribution {
    private static let linesMaximum = 4
    private static let bytesMaximum = 320

    private static let verbs = PhraseIndex([
        [
            "a ecrit", "ecrivait", "ecrivit", "a ecris", "wrote", "writes", "said", "schrieb",
            "schreibt", "geschrieben", "escribio", "escribia", "ha scritto", "scrive", "schreef",
            "geschreven",
            "escreveu", "skrev", "skriver", "napisal", "napisala", "napisano", "pisze",
            "kirjoitti", "napsal", "napsala", "a scris", "irta", "yazdi", "napisao", "napisala je",
            "a wrote", "va escriure", "написав", "написала", "написал", "пишет", "пише",
            "έγραψε", "写道", "写到",
        ]
    ])

    private static let openings = PhraseIndex([
        [
            "le ", "on ", "am ", "el ", "il ", "op ", "em ", "den ", "dnia ", "w dniu ", "dne ",
            "na ", "in data ", "in ", "- le ", "- on ", "at ", "a las ", "il giorno ", "pe ",
            "Στις ", "από ",
        ]
    ])

    private static let weekdays = PhraseIndex([
        [
            "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "lundi", "mardi", "mercredi", "jeudi",
            "vendredi", "samedi", "dimanche", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
            "pon", "wt", "sr", "czw", "pt", "sob", "niedz", "man", "tir", "tirs", "ons", "tor",
            "tors", "fre", "lor", "son", "ma", "ti", "ke", "to", "pe", "la", "su", "po", "ut", "st",
            "ct", "pa", "so", "ne", "sre", "cet", "ned", "uto", "sub", "пн", "вт", "ср", "чт",
            "пт", "сб", "вс", "нд",
        ]
    ])

    private static let quoting = [
        "quoting ", "selon ", "zitat von ", "citando ", "citat ", "citazione ", "citeren ",
        "mensaje citado por ", "citerar ", "citerer ", "citation de ",
    ]

    // Told to the person himself: no program writes so.
    private static let toUs = [
        "nous a ecrit", "m'a ecrit", "nous ecrivait", "m'ecrivait", "nous a ecris", "wrote us",
        "wrote me", "wrote to us", "wrote to me",
    ]

    // Words of a person who tells what somebody wrote.
    private static let telling = PhraseIndex([
        [
            "votre", "vos", "notre", "nos", "mon", "ma", "mes", "son", "sa", "ses", "il", "elle",
            "qui", "que", "technicien", "your", "our", "my", "his", "her", "they", "which",
            "technician", "rapport", "report",
        ]
    ])

    // How the first line of an attribution begins.
    private enum Start {
        // With "Le", "On", "Am".
        case word
        // With a weekday or a number.
        case moment
        // With whoever wrote, an address on the line.
        case source
        // With a name only; everything stands on this line.
        case name
    }

    /// The last line of the attribution that begins on a line; nil where none does.
    static func end(from index: Int, in lines: TextLines) -> Int? {
        guard let start = start(of: lines.folded(index), isWhole: true) else { return nil }
        if start == .word, isFollowedByQuote(lines.folded(index)) { return index }
        if start == .moment, isBareMoment(lines.folded(index)), isQuoteNext(index + 1, in: lines) {
            return index
        }
        var joined = Array(lines.folded(index).bytes)
        var place = index
        while true {
            guard joined.count <= bytesMaximum else { return nil }
            if joined.last == UInt8(ascii: ":") {
                let isOne = isAttribution(
                    FoldedLine(bytes: joined[...]),
                    start: start,
                    next: place + 1,
                    in: lines
                )
                guard isOne, !beginsLater(from: index, to: place, start: start, in: lines) else {
                    return nil
                }
                return place
            }
            guard start != .name, mayGoOn(joined) else { return nil }
            place += 1
            guard place < lines.count, place - index < linesMaximum,
                let next = continuation(place, of: joined, in: lines)
            else { return nil }
            joined.append(UInt8(ascii: " "))
            joined += next
        }
    }

    /// Whether a line says "wrote" in some language.
    static func saysWrote(_ line: FoldedLine) -> Bool { verbs.first(in: line.bytes) != nil }

    // Yahoo's telephones go on with the quote on the same line: "On …, X <x@y> wrote: Hello,".
    private static func isFollowedByQuote(_ line: FoldedLine) -> Bool {
        guard let close = line.bytes.firstIndex(of: UInt8(ascii: ">")),
            let colon = line.bytes[close...].prefix(16).firstIndex(of: UInt8(ascii: ":")),
            colon + 1 < line.bytes.endIndex
        else { return false }
        let whole = FoldedLine(bytes: line.bytes[...colon])
        return whole.digits >= 6 && whole.contains("@") && hasTime(whole.bytes)
            && verbs.first(in: line.bytes[close...colon]) != nil
    }

    // Gmail of old ended without a colon: "2026/10/6 SAV Mileo <sav@mileo.example>".
    private static func isBareMoment(_ line: FoldedLine) -> Bool {
        line.bytes.last == UInt8(ascii: ">") && line.contains("@") && line.digits >= 6
            && line.words.count <= 14
    }

    // MARK: - Lines

    private static func start(of line: FoldedLine, isWhole: Bool) -> Start? {
        let bytes = line.bytes
        guard let first = bytes.first, bytes.count <= bytesMaximum else { return nil }
        if openings.prefix(of: bytes) != nil, line.digits > 0 || bytes.count < 40 { return .word }
        if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first), line.digits >= 3 {
            return .moment
        }
        if line.digits > 0, weekdays.prefix(of: bytes) != nil { return .moment }
        guard isWhole else { return nil }
        if bytes.contains(UInt8(ascii: "@")) || bytes.contains(UInt8(ascii: "<")) {
            return .source
        }
        return bytes.last == UInt8(ascii: ":") ? .name : nil
    }

    // Only the beginning of an attribution may end without its colon, and no sentence ends in it.
    private static func mayGoOn(_ joined: [UInt8]) -> Bool {
        switch joined.last {
        case UInt8(ascii: "?"), UInt8(ascii: "!"): return false
        case UInt8(ascii: "."):
            return lastWord(of: joined.dropLast()).count <= 5
        default: return true
        }
    }

    // An address that is broken behind its "<" may leave its ">" at the head of the next line.
    private static func continuation(
        _ place: Int,
        of joined: [UInt8],
        in lines: TextLines
    ) -> [UInt8]? {
        let line = lines.lines[place]
        guard !line.isBlank, line.range.count <= 200 else { return nil }
        if line.depth == 0 { return Array(lines.folded(place).bytes) }
        guard let open = joined.lastIndex(of: UInt8(ascii: "<")),
            !joined[open...].contains(UInt8(ascii: ">"))
        else { return nil }
        var folded: [UInt8] = []
        Folding.fold(lines.raw(place), into: &folded)
        return folded
    }

    // A person's last words, directly above the attribution, are not its beginning.
    private static func beginsLater(
        from index: Int,
        to end: Int,
        start: Start,
        in lines: TextLines
    ) -> Bool {
        guard end > index else { return false }
        return ((index + 1)...end).contains { place in
            switch Self.start(of: lines.folded(place), isWhole: false) {
            // "at 10:18," goes on with what the line above began.
            case .word: !lines.folded(place).hasPrefix("at ")
            case .moment: start != .word && start != .moment
            case .source, .name, nil: false
            }
        }
    }

    // MARK: - Proof

    private static func isAttribution(
        _ line: FoldedLine,
        start: Start,
        next: Int,
        in lines: TextLines
    ) -> Bool {
        let bytes = line.bytes
        let digits = line.digits
        let hasAddress = bytes.contains(UInt8(ascii: "@")) || bytes.contains(UInt8(ascii: "<"))
        let hasVerb = verbs.first(in: bytes) != nil
        let isQuoteNext = isQuoteNext(next, in: lines)
        switch start {
        case .word, .moment:
            guard hasVerb else {
                return hasAddress && digits >= 6 && hasTime(bytes) && endsWithAddress(bytes)
            }
            if digits >= 2, hasAddress || isQuoteNext { return true }
            // "On Monday, Joe wrote:" directly above what Joe wrote.
            if isQuoteNext, line.words.count <= 8, telling.first(in: bytes) == nil { return true }
            guard digits >= 5, !line.contains(anyOf: toUs) else { return false }
            let words = line.words.count
            return hasTime(bytes) && words <= 24
                || words <= 16 && telling.first(in: bytes) == nil && hasYear(bytes)
        case .source:
            if hasVerb { return digits >= 2 || isQuoteNext }
            guard isQuoteNext else { return false }
            return digits >= 6 && line.words.count <= 16
                || endsWithAddress(bytes) && quoting.contains(where: line.hasPrefix)
        case .name:
            let names = line.words.count { word in !word.allSatisfy(isDigit) }
            return hasVerb && isQuoteNext && names <= 8
        }
    }

    private static func isQuoteNext(_ next: Int, in lines: TextLines) -> Bool {
        var place = next
        while place < lines.count, lines.lines[place].isBlank { place += 1 }
        return place < lines.count && lines.lines[place].depth > 0
    }

    // "2026", "05/10/26", "5.10.26": a telephone number has neither.
    private static func hasYear(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.split { !isDigit($0) && !"/.-".utf8.contains($0) }
            .contains { run in
                let numbers = run.split { !isDigit($0) }
                return numbers.count == 3 && numbers.allSatisfy { $0.count <= 4 }
                    || numbers.contains { number in
                        number.count == 4
                            && (number.starts(with: "19".utf8) || number.starts(with: "20".utf8))
                    }
            }
    }

    // "9:00", "9h00".
    private static func hasTime(_ bytes: ArraySlice<UInt8>) -> Bool {
        for index in bytes.indices.dropFirst().dropLast()
        where bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: "h") {
            if isDigit(bytes[index - 1]), isDigit(bytes[index + 1]) { return true }
        }
        return false
    }

    private static func endsWithAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
        var core = bytes.dropLast()
        while core.last == UInt8(ascii: " ") { core.removeLast() }
        let end = lastWord(of: core)
        return end.last == UInt8(ascii: ">") || end.last == UInt8(ascii: ")")
            || end.contains(UInt8(ascii: "@"))
    }

    private static func lastWord(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let space = bytes.lastIndex(of: UInt8(ascii: " ")) else { return bytes }
        return bytes[(space + 1)...]
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
