// The headers that Lotus Notes and Domino copy: a table, its labels on lines of their own.
//
//     SAV Mileo <sav@mileo.example>            SAV Mileo ---05/10/2026 09:00:12---Votre demande…
//     05/10/2026 09:00
//
//     A
//     Léa Martin <lea@client.example>
//     cc
//
//     Objet
//     visite

/// Recognises the copied headers of Lotus.
enum LotusTable {
    private static let linesMaximum = 16

    /// Whether the labels of a table begin on a line: a recipient, and a subject below it.
    ///
    /// Each stands alone on its line, or has its text beside it and who wrote and when above.
    static func begins(at index: Int, in lines: TextLines) -> Bool {
        let isAlone = HeaderLabel.alone(lines.folded(index)) == .recipient
        guard isAlone || HeaderLabel.read(lines.folded(index)) == .recipient else { return false }
        if !isAlone, !standsBelowMoment(index, in: lines) { return false }
        var isCopy = false
        for place in (index + 1)..<(index + linesMaximum) where place < lines.count {
            guard lines.lines[place].depth == 0 else { return false }
            let line = lines.folded(place)
            switch isAlone ? HeaderLabel.alone(line) : HeaderLabel.read(line) {
            case .other: isCopy = true
            case .subject:
                return !isAlone || isCopy || start(before: index, in: lines) < index
            case .author, .moment, .recipient: return false
            case nil: continue
            }
        }
        return false
    }

    private static func standsBelowMoment(_ index: Int, in lines: TextLines) -> Bool {
        var place = index - 1
        while place >= 0, index - place <= 3, lines.lines[place].isBlank { place -= 1 }
        guard place >= 0, lines.lines[place].depth == 0 else { return false }
        let line = lines.folded(place)
        return line.digits >= 8 && line.bytes.count <= 80 && line.contains(":")
    }

    /// Where a table begins: who wrote, and when, stand above its labels.
    static func start(before index: Int, in lines: TextLines) -> Int {
        var start = index
        var place = index - 1
        var texts = 0
        while place >= 0, texts < 3, index - place <= 8 {
            if !lines.lines[place].isBlank {
                texts += 1
                let line = lines.folded(place)
                let isMoment = line.digits >= 6 && line.bytes.count <= 40
                let isSource = line.contains("@") && line.bytes.count <= 120
                // Above the moment stands who wrote, be it a name alone.
                let isName = start < index && texts == 2 && line.words.count <= 6
                guard isMoment || isSource || isName else { break }
                start = place
            }
            place -= 1
        }
        return start
    }

    /// The line that holds the subject of a table; below it the letter begins.
    static func subjectLine(after index: Int, in lines: TextLines) -> Int {
        for place in index..<(index + linesMaximum) where place < lines.count {
            let line = lines.folded(place)
            if HeaderLabel.alone(line) == .subject { return min(place + 1, lines.count - 1) }
            if HeaderLabel.read(line) == .subject { return place }
        }
        return index
    }

    /// Whether a line is the summary above a header: who, when, and how the letter begins.
    static func isSummary(_ line: FoldedLine) -> Bool {
        guard line.digits >= 6, line.contains("---") else { return false }
        var runs = 0
        var dashes = 0
        for byte in line.bytes {
            dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
            if dashes == 3 { runs += 1 }
        }
        return runs >= 2
    }
}
