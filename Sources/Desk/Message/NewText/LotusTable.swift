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

    /// Whether the labels of a table begin on a line: a recipient alone, a subject alone below it.
    static func begins(at index: Int, in lines: TextLines) -> Bool {
        guard HeaderLabel.alone(lines.folded(index)) == .recipient else { return false }
        var isCopy = false
        for place in (index + 1)..<(index + linesMaximum) where place < lines.count {
            guard lines.lines[place].depth == 0 else { return false }
            switch HeaderLabel.alone(lines.folded(place)) {
            case .other: isCopy = true
            case .subject: return isCopy || start(before: index, in: lines) < index
            case .author, .moment, .recipient: return false
            case nil: continue
            }
        }
        return false
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
                if isMoment || isSource { start = place }
                guard isMoment || isSource || texts < 2 else { break }
            }
            place -= 1
        }
        return start
    }

    /// The line below a table: two lines below the label of the subject.
    static func end(after index: Int, in lines: TextLines) -> Int {
        for place in index..<(index + linesMaximum) where place < lines.count {
            if HeaderLabel.alone(lines.folded(place)) == .subject {
                return min(place + 2, lines.count)
            }
        }
        return min(index + 1, lines.count)
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
