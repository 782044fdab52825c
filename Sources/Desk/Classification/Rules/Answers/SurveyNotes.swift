// Notes in a text, told from figures that count something else.

/// The notes in a text.
struct SurveyNotes {
    /// A note and where it stands.
    struct Note {
        let value: Int
        let place: Int
    }

    /// Those of the surest kind, in the order of the text.
    let all: [Note]
    /// Whether they can be nothing else, even in a mail that does not quote our question.
    let isSure: Bool
    /// Whether they were given out of ten, and are counted out of five.
    let isOutOfTen: Bool

    /// The lowest of them.
    var lowest: Note? { all.min { $0.value < $1.value } }

    /// Looks for stars that are drawn, for three figures at the very beginning, as the survey asks
    /// for them, then for "4/5" and "deux sur cinq", then for a figure that is called a note or
    /// stands behind a colon or alone, then for any small figure that counts nothing.
    init(_ words: Words) {
        let text = words.textStart..<words.words.count
        if let three = Self.three(words, in: text) {
            (all, isOutOfTen, isSure) = (three.notes, three.isOutOfTen, true)
            return
        }
        if let stars = Self.stars(words, in: text) {
            (all, isOutOfTen, isSure) = ([stars], false, true)
            return
        }
        isOutOfTen = false
        let scaled = text.compactMap { Self.scaled($0, words) }
        let named = text.compactMap { Self.named($0, words, in: text) }
        let bare = text.compactMap { Self.bare($0, words) }
        isSure = !scaled.isEmpty || !named.isEmpty
        if !scaled.isEmpty {
            all = Self.everywhere(scaled, words, in: text)
        } else if !named.isEmpty {
            all = Self.everywhere(named, words, in: text)
        } else {
            // "Entre 2 et 3, allez 2": in a short answer even several figures can only be notes.
            all = bare.count == 1 || text.count <= 12 ? bare : []
        }
    }

    // "5/5 partout": one note for each of the three.
    private static func everywhere(
        _ notes: [Note],
        _ words: Words,
        in text: Range<Int>
    ) -> [Note] {
        guard notes.count == 1,
            text.contains(where: { place in
                ["partout", "everywhere"].contains(words.text(of: place..<(place + 1)))
            })
        else { return notes }
        guard let other = exception(behind: notes[0].place, words, in: text) else {
            return [notes[0], notes[0], notes[0]]
        }
        return [notes[0], notes[0], other]
    }

    // "5 partout, sauf la communication qui ne vaut pas plus de 2".
    private static func exception(
        behind place: Int,
        _ words: Words,
        in text: Range<Int>
    ) -> Note? {
        let exceptions = ["sauf", "hormis", "excepte", "except", "but", "mais"]
        guard
            let sauf = (place..<text.upperBound).first(where: {
                exceptions.contains(words.text(of: $0..<($0 + 1)))
            })
        else { return nil }
        let end = text[(sauf + 1)...].first { words.words[$0].gap == .sentence }
        return (sauf + 1..<(end ?? text.upperBound)).lazy.compactMap { place -> Note? in
            guard let value = value(place, words), (1...5).contains(value),
                words.words[place].number >= 0, !counts(place, words)
            else { return nil }
            return Note(value: value, place: place)
        }.first
    }

    // "★★★★☆": as many as are filled.
    private static func stars(_ words: Words, in text: Range<Int>) -> Note? {
        let filled: [[UInt8]] = [Array("★".utf8), Array("⭐".utf8)]
        let empty = Array("☆".utf8)
        for place in text.prefix(40) {
            let word = words.bytes[Int(words.words[place].start)..<Int(words.words[place].end)]
            guard word.count % 3 == 0, word.count <= 45 else { continue }
            let signs = stride(from: word.startIndex, to: word.endIndex, by: 3).map {
                Array(word[$0..<$0 + 3])
            }
            let count = signs.count(where: filled.contains)
            guard (1...5).contains(count), signs.allSatisfy({ filled.contains($0) || $0 == empty })
            else { continue }
            return Note(value: count, place: place)
        }
        return nil
    }

    // "4 5 4", "4/5/4", "un, deux, cinq", behind a greeting too: three figures in a row, all parted
    // in the same way, and no fourth. "4/5, 3 personnes" is none. Where one is above 5 they are
    // notes out of ten; none is lower than 1, whatever the client writes.
    private static func three(
        _ words: Words,
        in text: Range<Int>
    ) -> (notes: [Note], isOutOfTen: Bool)? {
        guard let first = text.prefix(4).first(where: { value($0, words) != nil }) else {
            return nil
        }
        let run = (first..<text.upperBound).prefix { value($0, words) != nil }
        guard run.count == 3 else { return nil }
        let slashes = run.dropLast().map { place in
            words.bytes[Int(words.words[place].end)..<Int(words.words[place + 1].start)]
                .contains(UInt8(ascii: "/"))
        }
        let values = run.compactMap { value($0, words) }
        guard slashes[0] == slashes[1], let highest = values.max(), highest <= 10 else {
            return nil
        }
        let isOutOfTen = highest > 5
        let notes = zip(run, values).map { place, value in
            Note(value: max(1, isOutOfTen ? value / 2 : value), place: place)
        }
        return (notes, isOutOfTen)
    }

    private static let spelled: [String: Int] = [
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "one": 1, "two": 2,
        "three": 3, "four": 4, "five": 5, "zero": 0, "dix": 10, "ten": 10, "six": 6, "sept": 7,
        "huit": 8, "neuf": 9, "seven": 7, "eight": 8, "nine": 9,
    ]

    private static func value(_ place: Int, _ words: Words) -> Int? {
        guard words.words.indices.contains(place) else { return nil }
        let word = words.words[place]
        if word.number >= 0 { return Int(word.number) }
        return spelled[words.text(of: place..<(place + 1))]
    }

    // "4/5", "4 sur 5", "deux sur cinq", "3 out of 5", "8/10".
    private static func scaled(_ place: Int, _ words: Words) -> Note? {
        guard let value = value(place, words) else { return nil }
        let next = place + 1
        guard next < words.words.count else { return nil }
        var scale: Int?
        let between = words.bytes[Int(words.words[place].end)..<Int(words.words[next].start)]
        if words.words[next].number >= 0, between.contains(UInt8(ascii: "/")), between.count <= 3 {
            scale = Int(words.words[next].number)
        } else if ["sur", "on"].contains(words.text(of: next..<(next + 1))) {
            scale = self.value(next + 1, words)
        } else if words.text(of: next..<min(next + 2, words.words.count)) == "out of" {
            scale = self.value(next + 2, words)
        }
        switch scale {
        case 5?: return (0...5).contains(value) ? Note(value: max(1, value), place: place) : nil
        case 10?:
            return (0...10).contains(value)
                ? Note(value: max(1, value / 2), place: place) : nil
        default: return nil
        }
    }

    // "je mets 4", "note : 3", "Réactivité : 4", a figure alone on its line, one at the very
    // beginning.
    private static func named(_ place: Int, _ words: Words, in text: Range<Int>) -> Note? {
        guard let value = value(place, words), (1...5).contains(value), !counts(place, words) else {
            return nil
        }
        let word = words.words[place]
        let isFigure = word.number >= 0
        let endsSentence = place + 1 == text.upperBound || words.words[place + 1].gap >= .comma
        if place == text.lowerBound || word.gap >= .comma, value > 1, place + 1 < text.upperBound,
            ["pour", "partout", "for"].contains(words.text(of: (place + 1)..<(place + 2)))
        {
            return Note(value: value, place: place)
        }
        if isFigure, place == text.lowerBound { return Note(value: value, place: place) }
        if isFigure, word.gap == .sentence, endsSentence { return Note(value: value, place: place) }
        if word.gap == .colon, isFigure || endsSentence { return Note(value: value, place: place) }
        if endsWithStars(place, words) { return Note(value: value, place: place) }
        let before = max(text.lowerBound, place - 3)..<place
        guard words.firstPlace(of: Senses(.note), in: before) != nil else { return nil }
        // "un" is mostly an article.
        if !isFigure, value == 1, !endsSentence { return nil }
        return Note(value: value, place: place)
    }

    // "Cinq étoiles !"
    private static func endsWithStars(_ place: Int, _ words: Words) -> Bool {
        guard place + 1 < words.words.count else { return false }
        return ["etoiles", "etoile", "stars", "star"]
            .contains(words.text(of: (place + 1)..<(place + 2)))
    }

    private static func bare(_ place: Int, _ words: Words) -> Note? {
        let word = words.words[place]
        guard (1...5).contains(word.number), !counts(place, words) else { return nil }
        return Note(value: Int(word.number), place: place)
    }

    // "3 voisins", "5 heures" count something; "4 !" or "4 car" do not.
    private static func counts(_ place: Int, _ words: Words) -> Bool {
        let next = place + 1
        guard next < words.words.count else { return false }
        // "3:15" is an hour.
        if words.words[next].gap == .colon, words.words[next].number >= 0,
            words.words[next].start - words.words[place].end == 1
        {
            return true
        }
        guard words.words[next].gap <= .space else { return false }
        // "1 / 2 / 2": one note beside the other.
        if words.words[next].number >= 0 { return false }
        let text = words.text(of: next..<(next + 1))
        // "5 a 6 personnes" counts; "5 à tous les étages" does not.
        if text == "a", next + 1 < words.words.count, words.words[next + 1].number >= 0 {
            return true
        }
        return ![
            "car", "parce", "pour", "mais", "et", "sur", "merci", "because", "for", "but", "and",
            "points",
            "etoiles", "etoile", "stars", "star", "out", "seulement", "maximum", "max", "point",
            "au", "en", "a",
            "vu", "sans", "avec", "partout", "everywhere", "everything",
        ].contains(text)
    }
}
