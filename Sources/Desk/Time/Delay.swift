// How long a promise lasts, in the unit in which it was promised.

/// A promised delay, such as "4 business hours".
package struct Delay: Hashable, Sendable, Codable {
    /// What is counted: business units follow the company calendar, the others never stop.
    package enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
        /// Elapsed minutes.
        case minutes = "min"
        /// Elapsed hours.
        case hours = "h"
        /// Elapsed days of 24 hours.
        case days = "d"
        /// Hours within the company's opening hours.
        case businessHours = "bh"
        /// Days on which the company is open.
        case businessDays = "bd"
    }

    /// How many.
    package let amount: Int
    /// Of what.
    package let unit: Unit

    /// The largest amount of any unit.
    package static let amountMaximum = 10_000

    /// Refuses an amount below 0 or above the maximum.
    package init?(_ amount: Int, _ unit: Unit) {
        guard (0...Self.amountMaximum).contains(amount) else { return nil }
        self.amount = amount
        self.unit = unit
    }

    /// Reads `4 bh`, `4bh`, `48 h`, `5 bd`, `30 min`, `5 d`.
    package init?(_ text: String) {
        let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...5).contains(digits.count), let amount = Int(Substring(digits)) else {
            return nil
        }
        let rest = text.utf8.dropFirst(digits.count).drop { $0 == UInt8(ascii: " ") }
        guard let unit = Unit(rawValue: String(Substring(rest))) else { return nil }
        self.init(amount, unit)
    }

    /// The delay in words, as a letter says it: `4 heures ouvrées`.
    package func phrase(in language: Language) -> String {
        let isOne = amount == 1 || (amount == 0 && language == .french)
        let words: (one: String, many: String) =
            switch (unit, language) {
            case (.minutes, .french): ("minute", "minutes")
            case (.hours, .french): ("heure", "heures")
            case (.days, .french): ("jour", "jours")
            case (.businessHours, .french): ("heure ouvrée", "heures ouvrées")
            case (.businessDays, .french): ("jour ouvré", "jours ouvrés")
            case (.minutes, .english): ("minute", "minutes")
            case (.hours, .english): ("hour", "hours")
            case (.days, .english): ("day", "days")
            case (.businessHours, .english): ("business hour", "business hours")
            case (.businessDays, .english): ("business day", "business days")
            }
        return "\(amount) \(isOne ? words.one : words.many)"
    }
}

extension Delay {
    /// The delay as a term, as a letter says it: `dans un délai d’une heure ouvrée`.
    package func term(in language: Language) -> String {
        let phrase = phrase(in: language)
        guard language == .french else { return "within \(phrase)" }
        guard amount == 1 else { return "dans un délai de \(phrase)" }
        let isMasculine = unit == .days || unit == .businessDays
        return "dans un délai d’\(isMasculine ? "un" : "une")\(phrase.dropFirst())"
    }
}

extension Delay: CustomStringConvertible {
    package var description: String { "\(amount) \(unit.rawValue)" }
}
