// What a line at the end of a letter is: a name, a line of a visiting card, or somebody speaking.

/// Reads single lines of a possible signature.
enum Signatory {
    /// What a line of a signature says.
    enum Kind {
        /// Who signs.
        case name
        /// Function, company, address, number.
        case card
    }

    private static let civilities: Set<String> = [
        "m", "mr", "mme", "mlle", "mrs", "ms", "dr", "docteur", "me", "maitre", "pere", "soeur",
        "monsieur", "madame", "pr", "professeur", "colonel", "capitaine", "brigadier", "abbe",
    ]

    private static let particles: Set<String> = [
        "de", "du", "des", "d", "la", "le", "l", "van", "von", "et", "and", "ben", "el", "di", "da",
        "chef",
    ]

    // Departments and functions that sign without a name of their own.
    private static let offices: Set<String> = [
        "secretariat", "direction", "service", "services", "equipe", "accueil", "comptabilite",
        "compta", "gardien", "gardienne", "gerant", "gerante", "gerance", "syndic", "conseil",
        "intendance", "bureau", "team", "reception", "office", "staff", "responsable", "directeur",
        "directrice", "president", "presidente", "regisseur", "concierge", "proprietaire",
    ]

    // Words of sentences: a line that holds one is text, not a name.
    private static let sentenceWords: Set<String> = Set(
        """
        je tu il elle on nous vous ils elles me te se ce cela ca est sont ai as ont avons \
        avez suis etes etait ete sera ne pas plus rien aucun aucune tout tous toute toutes mon \
        ma mes ton votre vos notre nos son sa ses leur que qui quoi quand comment pourquoi ou si \
        mais donc car avec sans pour par dans sur sous depuis avant apres encore toujours jamais \
        merci bonjour bonsoir oui non ok svp urgent urgence voir voila attention fait faire peut \
        pouvez marche fonctionne alarme camera cameras porte portes portail badge badges lecteur \
        detecteur clavier ecran image images photo photos panne hs ko ouverte ouvert fermee sirene \
        centrale acces video systeme resolu regle regl parfait nickel super bien tres bon bonne \
        we am you he she they it is are was were be been have has had do does did not no yes my \
        your our the this that these those what when where how why and but or so with without \
        please thanks thank hello hi dear can could will would should the door camera alarm
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )

    private static let speakers: Set<String> = [
        "je", "j", "nous", "on", "moi", "i", "we", "me",
    ]

    /// Whether a person speaks of himself on a line.
    static func speaks(_ line: FoldedLine) -> Bool {
        line.words.contains { word in
            let text = String(decoding: word, as: UTF8.self)
            guard speakers.contains(text) else { return false }
            let before =
                word.startIndex > line.bytes.startIndex ? line.bytes[word.startIndex - 1] : 0
            let behind = word.endIndex < line.bytes.endIndex ? line.bytes[word.endIndex] : 0
            // "j.morel@copro.example": an initial is nobody's "je".
            if text == "j" { return behind == UInt8(ascii: "'") }
            if "@./".utf8.contains(before) || behind == UInt8(ascii: "@") { return false }
            if text == "i", behind == UInt8(ascii: ".") { return false }
            // "Suivez-nous", "Retrouvez-nous": a firm advertises.
            return !(before == UInt8(ascii: "-") && text == "nous")
        }
    }

    /// Whether a line is nothing but thanks.
    static func isThanks(_ line: FoldedLine) -> Bool {
        (line.hasPrefix("merci") || line.hasPrefix("thank") || line.hasPrefix("many thanks"))
            && line.words.count <= 4
    }

    /// What a line of a signature says; nil where it is none.
    static func kind(of line: ArraySlice<UInt8>, folded: FoldedLine) -> Kind? {
        // "-Abhishek", "*Joe*": marks around a name.
        var raw = line.drop { "-*_/~ ".utf8.contains($0) }
        while let last = raw.last, "*_ ".utf8.contains(last) { raw.removeLast() }
        guard let first = raw.first, let last = raw.last, raw.count <= 90 else { return nil }
        let words = folded.words.map { String(decoding: $0, as: UTF8.self) }
        // The pieces of telephone numbers are many.
        let letters = words.count { word in !word.utf8.allSatisfy(isDigit) }
        guard !words.isEmpty, letters <= 10, words.count <= 24 else { return nil }
        let isContact = self.isContact(folded)
        if "?!".utf8.contains(last) { return nil }
        if last == UInt8(ascii: "."), !isContact, !isInitialled(words) { return nil }
        // "Me Lagoutte": the lawyer's title, not the pronoun; "Pour le maire, l'adjointe".
        if words[0] == "me", words.count <= 3, raw.starts(with: "Me ".utf8),
            isName(raw, words: words)
        {
            return .name
        }
        if words.count <= 8, signedFor.contains(where: folded.hasPrefix) { return .name }
        let spoken = words.count(where: sentenceWords.contains)
        if spoken == 0 && isName(raw, words: words) || isOffice(words) { return .name }
        if spoken == 0, isNameWithFunction(raw) { return .name }
        // "Plateforme Est" holds one word of sentences, "Porte ouverte" begins with one.
        guard spoken <= 1, !sentenceWords.contains(words[0]), !speaks(folded) else { return nil }
        if isContact { return .card }
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) || first >= 0xC3
        let isNumber = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
        return isCapital || isNumber || "(|+".utf8.contains(first) ? .card : nil
    }

    // On behalf of whom an office signs.
    private static let signedFor = [
        "pour le maire", "pour la maire", "pour la mairie", "pour le directeur",
        "pour la directrice",
        "pour la direction,", "pour le president", "pour la presidente", "pour le gerant",
        "pour la gerante", "for and on behalf of",
    ]

    /// Whether a name is told with an initial.
    ///
    /// "Sylvain K" with its dot, "A. Belkacem": it needs no boundary, for no sentence goes on like
    /// that on a line of its own.
    static func isInitialled(_ raw: ArraySlice<UInt8>, folded: FoldedLine) -> Bool {
        let words = folded.words.map { String(decoding: $0, as: UTF8.self) }
        guard let first = words.first, raw.contains(UInt8(ascii: ".")) else { return false }
        return isInitialled(words)
            || words.count > 1 && first.utf8.count == 1 && !first.contains("j")
    }

    // "Sylvain K.": a first name and one letter.
    private static func isInitialled(_ words: [String]) -> Bool {
        words.count == 2 && words[1].utf8.count == 1 && words[0].utf8.count > 2
            && !sentenceWords.contains(words[0])
    }

    // A telephone number, an address, a site: what only a card shows.
    private static func isContact(_ line: FoldedLine) -> Bool {
        line.digits >= 8 || line.bytes.contains(UInt8(ascii: "@")) || line.contains("www.")
            || line.contains("http")
            || ["tel", "mob", "port.", "fax", "m. 0", "t. 0", "p. 0"].contains(
                where: line.hasPrefix
            )
    }

    // "Le secrétariat", "L'équipe du soir", "Service logistique".
    private static func isOffice(_ words: [String]) -> Bool {
        guard words.count <= 6 else { return false }
        let first = particles.contains(words[0]) || words[0] == "l" ? words.dropFirst() : words[...]
        guard let head = first.first else { return false }
        return offices.contains(head)
    }

    // "Joe Smith | Director": a name in front of a drawn separation.
    private static func isNameWithFunction(_ raw: ArraySlice<UInt8>) -> Bool {
        for index in raw.indices.dropFirst(3).dropLast(2) where raw[index] == UInt8(ascii: " ") {
            let next = raw[index + 1]
            guard next == UInt8(ascii: "|") || next == UInt8(ascii: "-") || next == 0xE2 else {
                continue
            }
            let name = raw[..<index]
            let words = name.split(separator: UInt8(ascii: " "))
            return (2...4).contains(words.count)
                && isName(name, words: words.map { String(decoding: $0, as: UTF8.self) })
        }
        return false
    }

    // One to five capitalised words, particles between them.
    private static func isName(_ raw: ArraySlice<UInt8>, words: [String]) -> Bool {
        guard words.count <= 6, !raw.contains(where: isDigit) else { return false }
        if civilities.contains(words[0]) && words.count >= 2 { return true }
        guard !raw.contains(UInt8(ascii: ":")), words.count <= 5 else { return false }
        let pieces = raw.split {
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'")
        }
        var hasCapital = false
        for (place, piece) in pieces.enumerated() {
            guard let first = piece.first else { continue }
            let isCapital =
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
                || (first == 0xC3 && piece.dropFirst().first.map { $0 < 0x9F } == true)
            if isCapital {
                hasCapital = true
            } else if place == 0
                || !particles.contains(Folding.text(of: String(decoding: piece, as: UTF8.self)))
            {
                // A comma and a function may follow the name: "Blandine Roy, trésorière".
                guard place > 0, pieces[place - 1].last == UInt8(ascii: ",") else { return false }
                return hasCapital
            }
        }
        return hasCapital
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
