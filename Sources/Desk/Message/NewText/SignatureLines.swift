// Where a letter ends and its signature begins.
//
// A part of a letter is read from its end: footers of telephones and legal notices go first, then
// the block under "-- ", then the closing formula with all that stands under it, else a typed name
// with the lines of a visiting card. What stands above is never touched, and a part never loses all
// it has.

/// Takes signatures off.
enum SignatureLines {
    // A signature's block is not longer than this, or it is no signature.
    private static let blockLinesMaximum = 14
    // What stands below two dashes without a space behind them is a card, or else a text.
    private static let cardLinesMaximum = 8
    private static let cardBytesMaximum = 80
    // Nor is a legal notice longer than this.
    private static let noticeLinesMaximum = 40

    /// The lines of one unquoted part without its signature; a name without a formula above it is
    /// taken off the last part only, for elsewhere it may be an answer.
    ///
    /// What goes on to a client is cut with care: two dashes may be a person's own.
    static func withoutSignature(
        _ part: [Int],
        of lines: TextLines,
        isLast: Bool,
        isCareful: Bool = false,
        signer: SignerName = .unknown
    ) -> [Int] {
        var kept = trimmed(part[...], of: lines)
        if let seal = kept.firstIndex(where: { Notice.isSeal(lines.folded($0)) }) {
            kept = trimmed(kept[..<seal], of: lines)
        }
        kept = withoutNotices(kept, of: lines)
        kept = withoutDashedBlock(kept, of: lines, isCareful: isCareful)
        kept = withoutNotices(kept, of: lines)
        let formula = withoutFormula(kept, of: lines)
        if formula.count < kept.count {
            return trimmed(formula, of: lines)
                + postscript(in: kept, below: formula.endIndex, of: lines, isApart: isCareful)
        }
        guard isLast else { return Array(kept) }
        let card = withoutCard(kept, of: lines, signer)
        return Array(card.count < kept.count ? withoutNotices(card, of: lines) : card)
    }

    /// The first unquoted part without what a firm's server wrote above it.
    static func withoutBanner(_ part: [Int], of lines: TextLines) -> [Int] {
        var kept = part[...]
        while let first = kept.first {
            let isRule = kept.count < part.count && QuoteMarker.isRule(lines.raw(first))
            if lines.lines[first].isBlank || isRule {
                kept.removeFirst()
                continue
            }
            let paragraph = kept.prefix {
                !lines.lines[$0].isBlank && !QuoteMarker.isRule(lines.raw($0))
            }
            if Notice.isWholeBanner(lines.folded(first)), kept.count > 1 {
                kept.removeFirst()
                continue
            }
            guard paragraph.count <= 6, paragraph.endIndex < kept.endIndex,
                Notice.isBanner(lines.folded(first))
            else { break }
            kept = kept[paragraph.endIndex...]
        }
        return kept.contains { !lines.lines[$0].isBlank } ? Array(kept) : part
    }

    // MARK: - Footers and notices

    // Legal notices are whole paragraphs and footers whole lines at the very end.
    private static func withoutNotices(
        _ part: ArraySlice<Int>,
        of lines: TextLines
    ) -> ArraySlice<Int> {
        var kept = part
        while let last = kept.last {
            if Notice.isFooter(lines.folded(last)) || QuoteMarker.isRule(lines.raw(last)) {
                kept = trimmed(kept.dropLast(), of: lines)
                continue
            }
            let paragraph = lastParagraph(of: kept, in: lines)
            guard let first = paragraph.first, paragraph.count <= noticeLinesMaximum,
                Notice.isFooter(lines.folded(first)) || isNotice(paragraph, of: lines)
                    || isListFooter(paragraph, of: lines)
            else { return kept }
            kept = trimmed(kept.dropLast(paragraph.count), of: lines)
        }
        return kept
    }

    // A drawn line, then the name and the addresses of a mailing list.
    private static func isListFooter(_ paragraph: ArraySlice<Int>, of lines: TextLines) -> Bool {
        guard (2...6).contains(paragraph.count), let first = paragraph.first,
            QuoteMarker.isRule(lines.raw(first)), lines.lines[first].range.count >= 20
        else { return false }
        return paragraph.dropFirst().contains { index in
            lines.folded(index).contains("@") || lines.folded(index).contains("http")
        }
    }

    private static func isNotice(_ paragraph: ArraySlice<Int>, of lines: TextLines) -> Bool {
        let joined = paragraph.prefix(12).flatMap { lines.folded($0).bytes + [UInt8(ascii: " ")] }
        return Notice.isLegal(FoldedLine(bytes: joined[...]))
    }

    // MARK: - Formula and dashes

    // Some draw such lines within the letter as well: the signature is below the last of them.
    private static func signatureDashes(
        _ places: [Int],
        _ part: ArraySlice<Int>,
        _ lines: TextLines
    ) -> Int? {
        guard var dashes = places.first else { return nil }
        for next in places.dropFirst() {
            let between = part[(dashes + 1)..<next].filter { !lines.lines[$0].isBlank }
            let isCard = between.contains { index in
                Signatory.kind(of: lines.raw(index), folded: lines.folded(index)) == .name
                    || lines.folded(index).digits >= 8
                    || lines.folded(index).contains("@")
            }
            if between.isEmpty || isCard { break }
            dashes = next
        }
        return dashes
    }

    private static func withoutDashedBlock(
        _ part: ArraySlice<Int>,
        of lines: TextLines,
        isCareful: Bool
    ) -> ArraySlice<Int> {
        let places = part.indices.filter { isDashes(lines.raw(part[$0])) }
        guard let dashes = isCareful ? places.last : signatureDashes(places, part, lines)
        else { return part }
        if isCareful, !lines.isSignatureMark(part[dashes]) {
            let below = part[(dashes + 1)...].filter { !lines.lines[$0].isBlank }
            let isCard =
                below.count <= cardLinesMaximum
                && below.allSatisfy { lines.lines[$0].range.count <= cardBytesMaximum }
            guard places.count == 1, isCard else { return part }
        }
        let above = trimmed(part[..<dashes], of: lines)
        let block = part[(dashes + 1)...].count { !lines.lines[$0].isBlank }
        return block <= blockLinesMaximum + 6 ? above : part
    }

    private static func isDashes(_ raw: ArraySlice<UInt8>) -> Bool {
        raw.count <= 3
            && (raw.elementsEqual("--".utf8) || raw.elementsEqual("__".utf8)
                || raw.elementsEqual("—".utf8) || raw.elementsEqual("–".utf8))
    }

    // From the topmost formula of the block on; below it there may be a name, never a letter.
    private static func withoutFormula(
        _ part: ArraySlice<Int>,
        of lines: TextLines
    ) -> ArraySlice<Int> {
        var found: Int?
        var seen = 0
        for place in part.indices.reversed() where !lines.lines[part[place]].isBlank {
            seen += 1
            guard seen <= blockLinesMaximum else { break }
            let line = lines.folded(part[place])
            if ClosingFormula.isFormula(line) {
                found = place
            } else if ClosingFormula.isOnBehalf(line), seen <= 4, place + 1 < part.endIndex,
                lines.folded(part[place]).bytes.last == UInt8(ascii: ",") || seen == 2
            {
                found = place
            } else if seen == 1, isAlone(place, in: part, of: lines),
                ClosingFormula.isOnBehalf(line), line.bytes.contains(UInt8(ascii: ","))
            {
                // "Pour le maire, l'adjointe aux finances"
                found = place
            }
        }
        guard let found else { return part }
        return trimmed(part[..<found], of: lines)
    }

    private static func isAlone(
        _ place: Int,
        in part: ArraySlice<Int>,
        of lines: TextLines
    ) -> Bool {
        place > part.startIndex && lines.lines[part[place - 1]].isBlank
    }

    // What a person adds under his name speaks of himself, or says that it is a postscript.
    private static func postscript(
        in part: ArraySlice<Int>,
        below end: Int,
        of lines: TextLines,
        isApart: Bool
    ) -> [Int] {
        var kept: [Int] = []
        var blank: Int?
        var paragraph: [Int] = []
        var isFirst = true
        func close() {
            if !isFirst, let first = paragraph.first,
                ClosingFormula.isPostscript(lines.folded(first))
                    || paragraph.contains(where: { Signatory.speaks(lines.folded($0)) })
            {
                if isApart, let blank { kept.append(blank) }
                kept += paragraph
            }
            if !paragraph.isEmpty { isFirst = false }
            paragraph = []
        }
        for index in part[end...] {
            if lines.lines[index].isBlank {
                close()
                blank = index
            } else {
                paragraph.append(index)
            }
        }
        close()
        return kept
    }

    // MARK: - A typed name and its card

    private static func withoutCard(
        _ part: ArraySlice<Int>,
        of lines: TextLines,
        _ signer: SignerName
    ) -> ArraySlice<Int> {
        var start = part.endIndex
        var hasName = false
        var cardStart: Int?
        var seen = 0
        for place in part.indices.reversed() {
            let index = part[place]
            guard !lines.lines[index].isBlank else { continue }
            // A drawn line above a name belongs to the card.
            if QuoteMarker.isRule(lines.raw(index)) {
                guard hasName else { break }
                cardStart = place
                continue
            }
            seen += 1
            // The sender's own name needs no finished sentence above it.
            if seen <= 8, place > part.startIndex, signer.isSigned(lines.folded(index)) {
                (start, cardStart, hasName) = (place, place, true)
                continue
            }
            guard seen <= 8,
                let kind = Signatory.kind(of: lines.raw(index), folded: lines.folded(index))
            else { break }
            // Above the name and an empty line there is the letter, however short its last line.
            if hasName, kind == .card, place + 1 < start { break }
            start = place
            if kind == .name { hasName = true }
            if hasName, isBoundary(above: start, in: part, of: lines) { cardStart = start }
        }
        guard let cardStart else { return part }
        let above = trimmed(part[..<cardStart], of: lines)
        // What is announced by a colon is a list, however much its lines look like names.
        let isList = above.last.map { lines.raw($0).last == UInt8(ascii: ":") } ?? true
        return isList ? part : above
    }

    // A card stands below an empty line or a finished sentence.
    private static func isBoundary(
        above place: Int,
        in part: ArraySlice<Int>,
        of lines: TextLines
    ) -> Bool {
        guard place > part.startIndex else { return false }
        let before = lines.lines[part[place - 1]]
        if before.isBlank { return true }
        guard let last = lines.raw(part[place - 1]).last else { return true }
        let (name, above) = (part[place], lines.folded(part[place - 1]))
        if Signatory.isInitialled(lines.raw(name), folded: lines.folded(name)) { return true }
        // "… rappelez vite au 01 99 00 73 06", and the name below.
        if above.digits >= 8, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) { return true }
        return ".!?,)".utf8.contains(last) || Signatory.isThanks(lines.folded(part[place - 1]))
    }

    // MARK: - Slices

    private static func trimmed(_ part: ArraySlice<Int>, of lines: TextLines) -> ArraySlice<Int> {
        var kept = part
        while let last = kept.last, lines.lines[last].isBlank { kept.removeLast() }
        return kept
    }

    private static func lastParagraph(
        of part: ArraySlice<Int>,
        in lines: TextLines
    ) -> ArraySlice<Int> {
        var start = part.endIndex
        while start > part.startIndex, part.endIndex - start <= noticeLinesMaximum,
            !lines.lines[part[start - 1]].isBlank
        {
            start -= 1
        }
        return part[start...]
    }
}
