// Finds the header of a letter that was copied into a mail, and takes it apart.
//
// The new-text reader says where the first copied letter begins and by what it is introduced; this
// reads on from there. A quote that is marked by ">" (Apple, Orange) loses one level of marks
// first.

import Foundation

/// The copied letter of a mail that passes one on.
struct CopiedForward {
    /// Whether a separating line says that the letter is passed on; else only the subject does.
    private(set) var isAnnounced = false

    private var lines: TextLines
    private var place = Place.none

    // Where the author stands.
    private enum Place {
        case none
        case header(CopiedHeader)
        case line(Int)
        case table(Int)
        case attribution(first: Int, last: Int)
        case marker(Int)
    }

    // How much of a mail is searched below the beginning of the letter.
    private static let bytesMaximum = 400_000
    // How many lines above the letter's words tell the language of its header.
    private static let headerLinesMaximum = 16
    // How many separating lines may stand above the header.
    private static let markersMaximum = 4

    /// Looks at a copied letter; nil where the mail does not pass it on.
    init?(_ letter: CopiedLetter, of text: String, subject: SubjectLine) {
        let bytes = text.utf8.dropFirst(letter.offset).prefix(Self.bytesMaximum)
        if letter.introduction == .marks {
            lines = TextLines(Self.withoutMarks(bytes))
        } else {
            lines = TextLines(String(decoding: bytes, as: UTF8.self))
        }
        // A mail that answers one which passed a letter on passes nothing on itself.
        guard letter.introduction != .marks || !subject.beginsAsReply else { return nil }
        find()
        if !hasHeader, letter.introduction != .marks, lines.lines.contains(where: { $0.depth > 0 })
        {
            // The letter is marked, the line that announces it is not.
            lines = TextLines(Self.withoutMarks(bytes))
            find()
        }
        guard isAnnounced || subject.beginsAsForward || subject.mayBeginAsForward && isNordic
        else { return nil }
        if case .none = place { return nil }
    }

    /// What the letter says about itself; nil where nobody is named.
    func message(in timeZone: TimeZone, of mail: InboundMessage) -> ForwardedMessage? {
        var author = CopiedAuthor()
        var moment = ""
        var subject = ""
        var end = lines.count
        switch place {
        case .none:
            return nil
        case .header(let header):
            author = CopiedAuthor(header.value(.author, in: lines))
            moment = header.value(.moment, in: lines)
            subject = header.value(.subject, in: lines)
            end = header.end
        case .line(let index):
            let fields = OneLineHeader(String(decoding: lines.raw(index), as: UTF8.self))
            author = CopiedAuthor(fields.author)
            moment = fields.moment
            subject = fields.subject
            end = index + 1
        case .table(let labels):
            let start = LotusTable.start(before: labels, in: lines)
            author = CopiedAuthor(text(of: start))
            moment = (start..<labels).map(text).first { $0.contains { $0.isNumber } } ?? ""
            let line = LotusTable.subjectLine(after: labels, in: lines)
            let raw = lines.raw(line)
            let folded = lines.folded(line)
            let value =
                HeaderLabel.read(folded) == .subject
                ? raw[HeaderLabel.valueStart(in: raw, folded: folded)...] : raw
            subject = String(decoding: value, as: UTF8.self)
            end = line + 1
        case .attribution(let first, let last):
            let whole = (first...last).map(text).joined(separator: " ")
            author = CopiedAuthor(attribution: whole)
            moment = whole
            subject = SubjectLine.withoutPrefixes(mail.subject)
            end = last + 1
        case .marker(let index):
            author = CopiedAuthor(marker: text(of: index))
            end = index + 1
        }
        guard author.address != nil || !author.name.isEmpty else { return nil }
        return ForwardedMessage(
            address: author.address,
            name: author.name,
            date: CopiedMoment.date(
                in: moment,
                among: (0..<min(end, Self.headerLinesMaximum)).map(text).joined(separator: "\n"),
                timeZone: timeZone
            ),
            subject: CopiedAuthor.plain(subject),
            text: letterText(from: end)
        )
    }

    // Below the header; a letter that is marked throughout, as HTML leaves it, loses its marks. A
    // separating line that stands a second time is none of its words.
    private func letterText(from end: Int) -> String {
        var start = end
        while start < lines.count, lines.lines[start].isBlank { start += 1 }
        if start < lines.count, isAnnounced, QuoteMarker.kind(of: lines.folded(start)) == .forward,
            text(of: start) == text(of: 0)
        {
            start += 1
        }
        let text = lines.text(of: start..<lines.count)
        let isMarked = (start..<lines.count).allSatisfy { index in
            lines.lines[index].isBlank || lines.lines[index].depth > 0
        }
        guard isMarked else { return text }
        return TextLines(Self.withoutMarks(text.utf8[...])).whole
    }

    // MARK: - Search

    private var hasHeader: Bool {
        switch place {
        case .none, .marker: false
        case .header, .line, .table, .attribution: true
        }
    }

    private mutating func find() {
        var markers: [Int] = []
        var glued: Int?
        var index = 0
        while index < lines.count {
            if lines.lines[index].isBlank || QuoteMarker.isRule(lines.raw(index)) {
                index += 1
                continue
            }
            if markers.count < Self.markersMaximum,
                let kind = QuoteMarker.kind(of: lines.folded(index))
            {
                if kind == .forward { isAnnounced = true }
                glued = nil
                markers.append(index)
                if QuoteMarker.gluedHeader(in: lines.folded(index)) != nil { glued = index }
                index += 1
                continue
            }
            // The header may stand on the line of the mark, unless it stands below as well.
            place = glued.map(Place.line) ?? place(at: index, isBelowMarker: !markers.isEmpty)
            break
        }
        if case .none = place, isAnnounced, let marker = markers.first { place = .marker(marker) }
    }

    private func place(at index: Int, isBelowMarker: Bool) -> Place {
        if let header = CopiedHeader(at: index, in: lines, isBelowMarker: isBelowMarker) {
            // A header on one line looks like a header of one field.
            if header.entries.count > 1 || !CopiedHeader.isOnOneLine(lines.folded(index)) {
                return .header(header)
            }
        }
        if CopiedHeader.isOnOneLine(lines.folded(index)) { return .line(index) }
        if let end = Attribution.end(from: index, in: lines) {
            return .attribution(first: index, last: end)
        }
        for next in index..<min(index + 6, lines.count)
        where LotusTable.begins(at: next, in: lines) {
            return .table(next)
        }
        // The summary line of Lotus stands above the header.
        if LotusTable.isSummary(lines.folded(index)) {
            var next = index + 1
            while next < lines.count, lines.lines[next].isBlank { next += 1 }
            if let header = CopiedHeader(at: next, in: lines) { return .header(header) }
        }
        return .none
    }

    // "VS:" passes on in Danish and Norwegian, and answers in Finnish.
    private var isNordic: Bool {
        guard case .header(let header) = place, let author = header.entry(.author) else {
            return false
        }
        return lines.folded(author.lines.lowerBound).contains("fra")
    }

    private func text(of index: Int) -> String {
        String(decoding: lines.raw(index), as: UTF8.self)
    }

    // One ">" less on each line.
    private static func withoutMarks(_ bytes: Substring.UTF8View) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            var rest = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            if rest.first == UInt8(ascii: ">") {
                rest = rest.dropFirst()
                if rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
            }
            plain.append(contentsOf: rest)
            plain.append(UInt8(ascii: "\n"))
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

/// The fields of a header that stands on one line.
private struct OneLineHeader {
    private(set) var author = ""
    private(set) var moment = ""
    private(set) var subject = ""

    init(_ line: String) {
        var label: HeaderLabel?
        var words: [Substring] = []
        func value() -> String { words.joined(separator: " ") }
        for word in line.split(separator: " ").prefix(200) {
            // "Envoyé :" with its space, or "Envoyé:" without.
            var name = word
            if word == ":", let last = words.last {
                name = last + ":"
                words.removeLast()
            }
            guard name.last == ":", let (rest, next) = Self.label(endingIn: name) else {
                words.append(word)
                if name != word { words[words.count - 1] = name }
                continue
            }
            if !rest.isEmpty { words.append(rest) }
            keep(value(), of: label)
            words = []
            label = next
        }
        keep(value(), of: label)
    }

    // "Objet:", or what Yahoo glues to the value before it: "UTC+2Objet:", "<a@b.example>À:".
    private static func label(endingIn word: Substring) -> (rest: Substring, label: HeaderLabel)? {
        let read = { (name: Substring) in
            HeaderLabel.read(FoldedLine(bytes: Folding.bytes(of: String(name))[...]))
        }
        if let label = read(word) { return (word.prefix(0), label) }
        let name = word.suffix(30)
        for index in name.indices.dropFirst() where name[index].isUppercase {
            if let label = read(name[index...]) { return (word[..<index], label) }
        }
        return nil
    }

    private mutating func keep(_ value: String, of label: HeaderLabel?) {
        switch label {
        case .author: if author.isEmpty { author = value }
        case .moment: if moment.isEmpty { moment = value }
        case .subject: if subject.isEmpty { subject = value }
        case .recipient, .other, nil: break
        }
    }
}
