// The copied header above a quoted or forwarded letter: Outlook and its many imitators.
//
//     De : SAV Mileo <sav@mileo.example>            From: …
//     Envoyé : mercredi 9 septembre 2026 09:00      Sent: …
//     À : Léa Martin <lea@client.example>           To: …
//     Objet : …                                     Subject: …
//
// Labelled lines close together, the author among them, and something that only a letter has: a
// moment or an address. Order, language, blank lines between the fields and fields that go on in
// the next line do not matter. What a person lists ("De : l'entrée, À : la cour") is no header.

/// A copied header, field by field.
struct CopiedHeader {
    /// One field.
    struct Entry {
        /// What it says.
        let label: HeaderLabel
        /// Its lines: the labelled one and those on which it goes on.
        var lines: Range<Int>
    }

    /// The fields, in order.
    private(set) var entries: [Entry] = []
    /// The first line below the header.
    private(set) var end: Int

    // How many lines a copied header spreads over at most: a letter to many has many lines.
    private static let linesMaximum = 60
    // How many blank lines there may be between two fields.
    private static let blanksMaximum = 2
    // How far the next field may be from a line that seems to go on with the last one.
    private static let lookAheadMaximum = 3

    /// Reads the header that begins on a line; nil where none does.
    ///
    /// Below a dashed "Message d'origine" little proof is needed.
    init?(at index: Int, in lines: TextLines, isBelowMarker: Bool = false) {
        guard index < lines.count,
            let first = Self.label(of: index, in: lines, isBelowMarker: isBelowMarker),
            first != .other || isBelowMarker
        else { return nil }
        end = index
        read(from: index, in: lines, isBelowMarker: isBelowMarker)
        guard isProven(in: lines, isBelowMarker: isBelowMarker) else { return nil }
    }

    /// The entry of a kind.
    func entry(_ label: HeaderLabel) -> Entry? { entries.first { $0.label == label } }

    /// What an entry says, its lines joined by spaces.
    func value(_ label: HeaderLabel, in lines: TextLines) -> String {
        guard let entry = entry(label) else { return "" }
        var bytes: [UInt8] = []
        for place in entry.lines {
            let raw = lines.raw(place)
            if place > entry.lines.lowerBound { bytes.append(UInt8(ascii: " ")) }
            let start =
                place == entry.lines.lowerBound
                ? HeaderLabel.valueStart(in: raw, folded: lines.folded(place)) : raw.startIndex
            bytes += raw[start...]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a whole header stands on one line, as poor readers of HTML leave it.
    static func isOnOneLine(_ line: FoldedLine) -> Bool {
        guard let label = HeaderLabel.read(line), label != .other, line.bytes.count >= 40 else {
            return false
        }
        return HeaderLabel.count(in: line) >= 3
    }

    // MARK: - Reading

    private mutating func read(from index: Int, in lines: TextLines, isBelowMarker: Bool) {
        var found: UInt8 = 0
        var place = index
        var blanks = 0
        var hasGaps = false
        while place < lines.count, place - index < Self.linesMaximum {
            let line = lines.lines[place]
            guard line.depth == 0 else { break }
            if line.isBlank {
                blanks += 1
                guard blanks <= Self.blanksMaximum else { break }
            } else if let label = Self.label(of: place, in: lines, isBelowMarker: isBelowMarker) {
                // The same field again begins another header, or is the letter itself.
                let bit = UInt8(1) << label.rawValue
                if label != .other, found & bit != 0 { break }
                // So is a field below a blank line, unless all fields stand apart.
                if blanks > 0, entries.count >= 3, !hasGaps { break }
                if blanks > 0 { hasGaps = true }
                found |= bit
                entries.append(Entry(label: label, lines: place..<(place + 1)))
                blanks = 0
                end = place + 1
            } else {
                guard blanks == 0, let last = entries.last,
                    Self.goesOn(last, at: place, in: lines)
                else { break }
                entries[entries.count - 1].lines = last.lines.lowerBound..<(place + 1)
                end = place + 1
            }
            place += 1
        }
    }

    // A line without a label goes on with the field above it where another field follows soon, or
    // where it holds what only lists of people hold.
    private static func goesOn(_ entry: Entry, at place: Int, in lines: TextLines) -> Bool {
        for next in (place + 1)..<(place + 1 + lookAheadMaximum) where next < lines.count {
            guard !lines.lines[next].isBlank, lines.lines[next].depth == 0 else { break }
            if HeaderLabel.read(lines.folded(next)) != nil { return true }
        }
        let raw = lines.raw(place)
        switch entry.label {
        case .author, .recipient, .other:
            let before = lines.raw(place - 1).last
            return raw.first == UInt8(ascii: "<") || raw.last == UInt8(ascii: ">")
                || before == UInt8(ascii: ";") || before == UInt8(ascii: ",")
        case .moment, .subject:
            return false
        }
    }

    private static func label(
        of index: Int,
        in lines: TextLines,
        isBelowMarker: Bool
    ) -> HeaderLabel? {
        let line = lines.folded(index)
        if let label = HeaderLabel.read(line) { return label }
        return isBelowMarker ? HeaderLabel.withoutColon(line) : nil
    }

    // MARK: - Proof

    private func isProven(in lines: TextLines, isBelowMarker: Bool) -> Bool {
        guard entries.count >= 2 || isBelowMarker else { return false }
        let labels = Set(entries.map(\.label)).subtracting([.other])
        let momentDigits = entry(.moment).map { digits(of: $0, in: lines) } ?? 0
        if labels.contains(.author) {
            if isBelowMarker { return true }
            let hasAddress = entries.contains { holdsAddress($0, in: lines) }
            if labels.count >= 3 {
                return hasAddress || momentDigits >= 4 && !isAuthorNumber(in: lines)
            }
            let isFromAddress = entry(.author).map { holdsAddress($0, in: lines) } ?? false
            return labels.contains(.moment) && isFromAddress && momentDigits >= 4
        }
        return labels.count >= 3 && momentDigits >= 4
    }

    // "De : 9 h à 11 h" is nobody.
    private func isAuthorNumber(in lines: TextLines) -> Bool {
        let first = value(.author, in: lines).utf8.first { $0 != UInt8(ascii: " ") }
        return first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? true
    }

    private func digits(of entry: Entry, in lines: TextLines) -> Int {
        entry.lines.reduce(0) { $0 + lines.folded($1).digits }
    }

    private func holdsAddress(_ entry: Entry, in lines: TextLines) -> Bool {
        entry.lines.contains { lines.raw($0).contains(UInt8(ascii: "@")) }
    }
}
