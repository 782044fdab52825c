// The legal holidays of France (Code du travail, L3133-1), computed for any year.
//
// Computed, never subscribed to: a list that somebody else keeps brings days that are no holidays,
// and ends one year.

/// A legal holiday.
package enum Holiday: String, Hashable, Sendable, CaseIterable {
    case newYear = "new-year"
    /// In Alsace and Moselle only.
    case goodFriday = "good-friday"
    case easterMonday = "easter-monday"
    case labourDay = "labour-day"
    case victoryDay = "victory-day"
    case ascension
    case whitMonday = "whit-monday"
    case nationalDay = "national-day"
    case assumption
    case allSaints = "all-saints"
    case armistice
    case christmas
    /// In Alsace and Moselle only.
    case boxingDay = "boxing-day"

    /// The holiday's name within a sentence.
    package func word(in language: Language) -> String {
        switch language {
        case .french: frenchWord
        case .english: englishWord
        }
    }

    private var frenchWord: String {
        switch self {
        case .newYear: "jour de l’An"
        case .goodFriday: "Vendredi saint"
        case .easterMonday: "lundi de Pâques"
        case .labourDay: "fête du Travail"
        case .victoryDay: "Victoire 1945"
        case .ascension: "Ascension"
        case .whitMonday: "lundi de Pentecôte"
        case .nationalDay: "fête nationale"
        case .assumption: "Assomption"
        case .allSaints: "Toussaint"
        case .armistice: "Armistice 1918"
        case .christmas: "Noël"
        case .boxingDay: "lendemain de Noël"
        }
    }

    private var englishWord: String {
        switch self {
        case .newYear: "New Year’s Day"
        case .goodFriday: "Good Friday"
        case .easterMonday: "Easter Monday"
        case .labourDay: "Labour Day"
        case .victoryDay: "Victory Day"
        case .ascension: "Ascension Day"
        case .whitMonday: "Whit Monday"
        case .nationalDay: "Bastille Day"
        case .assumption: "Assumption Day"
        case .allSaints: "All Saints’ Day"
        case .armistice: "Armistice Day"
        case .christmas: "Christmas Day"
        case .boxingDay: "Saint Stephen’s Day"
        }
    }
}

/// Whose holidays are kept; the raw value is the word in company.yaml.
package enum HolidayRegion: String, Hashable, Sendable, CaseIterable {
    /// The eleven legal holidays.
    case france
    /// The same, with Good Friday and 26 December.
    case alsaceMoselle = "alsace-moselle"
    /// None.
    case none

    /// The holiday on a day, if it is one.
    package func holiday(on day: CivilDay) -> Holiday? {
        guard self != .none else { return nil }
        let (year, month, date) = day.date
        if let fixed = Self.fixed(month, date) {
            return fixed == .boxingDay && self != .alsaceMoselle ? nil : fixed
        }
        // Movable feasts fall between 20 March and 14 June.
        guard (3...6).contains(month), let easter = Self.easter(of: year) else { return nil }
        switch day.number - easter.number {
        case -2: return self == .alsaceMoselle ? .goodFriday : nil
        case 1: return .easterMonday
        case 39: return .ascension
        case 50: return .whitMonday
        case _: return nil
        }
    }

    private static func fixed(_ month: Int, _ day: Int) -> Holiday? {
        switch (month, day) {
        case (1, 1): .newYear
        case (5, 1): .labourDay
        case (5, 8): .victoryDay
        case (7, 14): .nationalDay
        case (8, 15): .assumption
        case (11, 1): .allSaints
        case (11, 11): .armistice
        case (12, 25): .christmas
        case (12, 26): .boxingDay
        case _: nil
        }
    }

    /// Easter Sunday by the Gregorian computus.
    package static func easter(of year: Int) -> CivilDay? {
        let golden = year % 19
        let century = year / 100
        let yearOfCentury = year % 100
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let shift =
            (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * shift) / 451
        let sum = epact + shift - 7 * late + 114
        return CivilDay(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}
