// The words of a cell and what they mean: contract levels, delays, languages, lists.

/// Readers of single cells; nil means that the words are not understood.
enum ClientCells {
    /// A contract level, in English or French.
    static func contract(_ text: String) -> ContractLevel? {
        switch Folding.text(of: text) {
        case "premium": .premium
        case "comfort", "confort": .comfort
        case "essential", "essentiel", "essentielle": .essential
        default: nil
        }
    }

    /// A language.
    static func language(_ text: String) -> Language? {
        switch Folding.text(of: text) {
        case "fr", "fra", "fre", "francais", "francaise", "french", "fr-fr", "fr-be", "fr-ch",
            "fr-ca":
            .french
        case "en", "eng", "anglais", "anglaise", "english", "en-gb", "en-us": .english
        default: nil
        }
    }

    /// A delay such as `4H`, `GTI 4 h`, `8 heures ouvrées`, `J+1`, `2 bd`.
    static func gti(_ text: String) -> Delay? {
        var folded = Folding.text(of: text)
        if folded.hasPrefix("gti") { folded.removeFirst(3) }
        folded = String(folded.drop { $0 == " " || $0 == ":" || $0 == "-" })
        if folded.hasPrefix("j+") {
            return Int(folded.dropFirst(2)).flatMap { Delay($0, .businessDays) }
        }
        let digits = folded.prefix { $0.isASCII && $0.isNumber }
        guard let amount = Int(digits), amount > 0 else { return nil }
        let unit: Delay.Unit? =
            switch folded.dropFirst(digits.count).split(separator: " ").joined(separator: " ") {
            case "h", "heure", "heures", "hour", "hours": .hours
            case "bh", "ho", "h ouvrees", "heures ouvrees", "heure ouvree", "business hours":
                .businessHours
            case "bd", "jo", "j ouvres", "jours ouvres", "jour ouvre", "business days":
                .businessDays
            case "j", "d", "jour", "jours", "day", "days": .days
            case "min", "minutes": .minutes
            default: nil
            }
        return unit.flatMap { Delay(amount, $0) }
    }

    /// A domain in lower case, perhaps behind an `@`.
    static func domain(_ text: String) -> String? {
        let name = text.hasPrefix("@") ? String(text.dropFirst()) : text
        guard name.utf8.contains(UInt8(ascii: ".")), name.utf8.allSatisfy({ $0 < 0x80 }) else {
            return nil
        }
        return EmailAddress("x@\(name)")?.domain
    }

    /// `Anne Martin <a.martin@client.example>`, or an address alone.
    static func person(_ text: String) -> NamedAddress? {
        guard let open = text.lastIndex(of: "<"), text.hasSuffix(">") else {
            return EmailAddress(text).map { NamedAddress($0) }
        }
        let name = text[..<open].trimmed.trimmingQuotes
        let address = EmailAddress(text[text.index(after: open)...].dropLast().trimmed)
        return address.map { NamedAddress($0, name: HeaderValue(flattening: name).text) }
    }

    /// The entries of a list: apart by `|`, `;` or line ends, and by the given marks.
    static func list(_ text: String, also marks: Set<Character> = []) -> [String] {
        text.split { $0 == "|" || $0 == ";" || $0 == "\n" || marks.contains($0) }
            .map(\.trimmed).filter { !$0.isEmpty }
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        let rest = drop { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }
        guard let last = rest.lastIndex(where: { $0 != " " && $0 != "\u{A0}" && $0 != "\t" })
        else { return "" }
        return String(rest[...last])
    }

    fileprivate var trimmingQuotes: String {
        count >= 2 && hasPrefix("\"") && hasSuffix("\"")
            ? String(dropFirst().dropLast()) : String(self)
    }
}
