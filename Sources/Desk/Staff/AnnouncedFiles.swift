// Whether a colleague's text announces a file of his own, sentence by sentence: one that the client
// has sent is not announced. Linear in the text.

/// Words with which people announce files.
enum AnnouncedFiles {
    private static let announcing = PhraseIndex([
        [
            "ci-joint", "ci joint", "ci-jointe", "ci jointe", "ci-joints", "ci joints",
            "ci-jointes", "ci jointes", "ci-annexe", "ci-annexee", "ci-annexes", "ci-annexees",
            "ci annexe", "piece jointe", "pieces jointes", "en pj", "cf pj", "cf. pj", "voir pj",
            "la pj", "les pj", "pj :", "(pj)", "en annexe", "je vous joins", "je joins",
            "nous vous joignons", "nous joignons", "vous joindre", "en fichier joint",
            "fichier joint", "fichiers joints", "document joint", "documents joints",
            "devis joint", "rapport joint", "plan joint", "facture jointe", "photo jointe",
            "photos jointes", "avec ce mail", "avec ce message", "avec ce courriel", "attached",
            "attachment", "attachments", "attaching", "i attach", "we attach", "enclosed",
            "i enclose", "we enclose",
        ]
    ])
    private static let others = PhraseIndex([
        [
            "vous m'avez", "vous nous avez", "vous avez envoye", "vous avez transmis",
            "vous avez joint", "votre piece jointe", "vos pieces jointes", "votre fichier joint",
            "votre pj", "vos pj", "votre document", "de votre part", "a votre mail",
            "a votre message", "de votre mail", "de votre message", "you sent", "you have sent",
            "you attached", "your attachment", "your attachments", "your attached", "from you",
            "par telephone", "au telephone",
        ]
    ])
    private static let sentenceBytesMaximum = 1_000

    /// Whether a text announces a file.
    static func speak(in text: String) -> Bool {
        let folded = Folding.bytes(of: text)
        guard announcing.first(in: folded[...]) != nil else { return false }
        var start = 0
        while start < folded.count {
            var end = start
            while end < folded.count, end - start < sentenceBytesMaximum, !isEnd(folded, end) {
                end += 1
            }
            let sentence = folded[start..<min(end + 1, folded.count)]
            if announcing.first(in: sentence) != nil, others.first(in: sentence) == nil {
                return true
            }
            start = end + 1
        }
        return false
    }

    // "cf. PJ" is no end of a sentence.
    private static func isEnd(_ bytes: [UInt8], _ place: Int) -> Bool {
        switch bytes[place] {
        case UInt8(ascii: "\n"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): true
        case UInt8(ascii: "."):
            place + 1 == bytes.count || bytes[place + 1] == UInt8(ascii: "\n")
                || bytes[place + 1] == UInt8(ascii: " ")
                    && !bytes[..<place].suffix(3).elementsEqual(" cf".utf8)
                    && !(place == 2 && bytes[..<place].elementsEqual("cf".utf8))
        default: false
        }
    }
}

/// Numbers of other dossiers in a colleague's text, however they are typed.
enum OtherNumbers {
    /// How many are named.
    private static let maximum = 5

    /// The numbers of a text that are not a dossier's own; a number without its letters or its year
    /// counts where the check digit makes it one of the house's.
    static func all(
        in text: String,
        besides own: TicketNumber,
        prefixes: Set<String>
    ) -> [TicketNumber] {
        var found: [TicketNumber] = []
        func add(_ number: TicketNumber) {
            guard number != own, found.count < maximum, !found.contains(number) else { return }
            found.append(number)
        }
        for case .valid(let number) in ClientReply.mentions(in: text) { add(number) }
        for line in text.split(separator: "\n") {
            let plain = TypedNumber.plain(line.utf8)
            for number in TypedNumber.all(in: plain, prefixes: prefixes) { add(number) }
            for numbers in bare(in: plain, year: own.year, prefixes: prefixes)
            where !numbers.contains(own) && !numbers.contains(where: found.contains) {
                if let number = numbers.first { add(number) }
            }
        }
        return found
    }

    // "2026-000206", "n° 000206": what each may mean, by the prefixes of the house.
    private static func bare(
        in line: [UInt8],
        year: Int,
        prefixes: Set<String>
    ) -> [[TicketNumber]] {
        var found: [[TicketNumber]] = []
        var words = line.split { byte in !isDigit(byte) }[...]
        while let digits = words.popFirst() {
            let text = String(decoding: digits, as: UTF8.self)
            let before = line[..<digits.startIndex]
            var candidates: [String] = []
            if digits.count == 4, let next = words.first, (6...9).contains(next.count),
                next.startIndex == digits.endIndex + 1, !isWordEnd(before)
            {
                candidates = prefixes.map {
                    "\($0)-\(text)-\(String(decoding: next, as: UTF8.self))"
                }
                words = words.dropFirst()
            } else if (6...9).contains(digits.count), digits.first == UInt8(ascii: "0"),
                isIntroduced(before)
            {
                candidates = prefixes.map { "\($0)-\(year)-\(text)" }
            }
            let numbers = candidates.sorted().compactMap { TicketNumber($0) }
            if !numbers.isEmpty { found.append(numbers) }
        }
        return found
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    // A letter or a hyphen before the year belongs to a number that was read already.
    private static func isWordEnd(_ before: ArraySlice<UInt8>) -> Bool {
        guard let last = before.last else { return false }
        return (0x41...0x5A).contains(last & 0xDF) && last < 0x80 || last == UInt8(ascii: "-")
    }

    // "n° 000206", "dossier 000206", "ticket #000206".
    private static func isIntroduced(_ before: ArraySlice<UInt8>) -> Bool {
        let words = Folding.text(of: String(decoding: before.suffix(24), as: UTF8.self))
            .split { $0 == " " || $0 == ":" || $0 == "#" }
        let last = words.last.map(String.init) ?? ""
        return ["n°", "no", "nº", "n", "numero", "dossier", "ticket", "number", "case", "sav"]
            .contains(last)
    }
}
