// Ticket numbers as people type them from a letter or a note: "sav 2026 001237",
// "SAV-2026 001237", "SAV2026001237".
//
// Such a text looks like many others (a date, an invoice), so in a mail only the prefixes of our
// own mailboxes are heard, and only a number whose check digit is right counts: what is not one is
// never called a mistyped number. Linear in the text.

extension TicketNumber.Mention {
    /// Reads what somebody typed where only a ticket number can stand; separators do not matter.
    package init?(typed text: String) {
        if let mention = Self(text) {
            self = mention
            return
        }
        let bytes = TypedNumber.plain(text.utf8)
        guard let found = TypedNumber.written(in: bytes, from: 0, prefixes: nil),
            found.end == bytes.count, let mention = Self(found.text)
        else { return nil }
        self = mention
    }
}

enum TypedNumber {
    /// The numbers of a line that has been made plain.
    static func all(in line: [UInt8], prefixes: Set<String>) -> [TicketNumber] {
        var numbers: [TicketNumber] = []
        var place = 0
        while place < line.count {
            let isStart = isLetter(line[place]) && (place == 0 || !isWord(line[place - 1]))
            if isStart, let found = written(in: line, from: place, prefixes: prefixes) {
                if let number = TicketNumber(found.text) { numbers.append(number) }
                place = found.end
            } else {
                place += 1
            }
        }
        return numbers
    }

    /// The text with plain hyphens and spaces in the place of typographic ones.
    static func plain(_ text: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(text)
        guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            let next = (rest.first, rest.dropFirst().first)
            switch (byte, next.0, next.1) {
            case (0xE2, 0x80?, (0x90...0x95)?), (0xE2, 0x88?, 0x92?):
                plain.append(UInt8(ascii: "-"))
                rest = rest.dropFirst(2)
            case (0xE2, 0x80?, (0x80...0x8A)?), (0xE2, 0x80?, 0xAF?):
                plain.append(UInt8(ascii: " "))
                rest = rest.dropFirst(2)
            case (0xC2, 0xA0?, _):
                plain.append(UInt8(ascii: " "))
                rest = rest.dropFirst()
            default:
                plain.append(byte)
            }
        }
        return plain
    }

    /// What stands at a place, written as a number should be, and where it ends; nil where it is
    /// none by its look.
    fileprivate static func written(
        in line: [UInt8],
        from start: Int,
        prefixes: Set<String>?
    ) -> (text: String, end: Int)? {
        var place = start
        let letters = run(in: line, from: &place, atMost: 5, of: isLetter)
        _ = run(in: line, from: &place, atMost: 3, of: isSeparator)
        let year = run(in: line, from: &place, atMost: 4, of: isDigit)
        // Nearly every word is done with here, before a text is made of it.
        guard letters.count >= 2, year.count == 4 else { return nil }
        let prefix = String(decoding: letters.map { $0 & 0xDF }, as: UTF8.self)
        guard prefixes?.contains(prefix) ?? true else { return nil }
        _ = run(in: line, from: &place, atMost: 3, of: isSeparator)
        let digits = run(in: line, from: &place, atMost: 9, of: isDigit)
        let isJoined = line[place...].first == UInt8(ascii: "-") && place + 1 < line.count
        let goesOn = isJoined ? isWord(line[place + 1]) : line[place...].first.map(isWord) ?? false
        guard (6...9).contains(digits.count), !goesOn else { return nil }
        let parts = [year, digits].map { String(decoding: $0, as: UTF8.self) }
        return ("\(prefix)-\(parts[0])-\(parts[1])", place)
    }

    private static func run(
        in line: [UInt8],
        from place: inout Int,
        atMost maximum: Int,
        of isMember: (UInt8) -> Bool
    ) -> ArraySlice<UInt8> {
        let start = place
        while place < line.count, place - start < maximum, isMember(line[place]) { place += 1 }
        return line[start..<place]
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte < 0x80 && (0x41...0x5A).contains(byte & 0xDF)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    // A byte of another script, or of an accented letter, belongs to a word.
    private static func isWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte >= 0x80
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "."), UInt8(ascii: "/"):
            true
        default:
            false
        }
    }
}
