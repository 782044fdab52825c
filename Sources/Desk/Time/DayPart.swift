// A part of a day, for whoever names no hour: the client is told the part, and what is promised is
// due at its end. No hour is ever made up.

import Foundation

/// A part of a day.
package enum DayPart: Hashable, Sendable {
    /// All of it.
    case day
    /// Until noon.
    case morning
    /// From noon on.
    case afternoon
    /// After the office has closed.
    case evening

    /// As it follows a day: `lundi 23 novembre 2026, dans la matinée`.
    func words(in language: Language) -> String {
        switch (self, language) {
        case (.day, .french): "dans la journée"
        case (.day, .english): "during the day"
        case (.morning, .french): "dans la matinée"
        case (.morning, .english): "in the morning"
        case (.afternoon, .french): "dans l’après-midi"
        case (.afternoon, .english): "in the afternoon"
        case (.evening, .french): "en soirée"
        case (.evening, .english): "in the evening"
        }
    }

    /// When it ends on a day, in minutes; the office's closing ends the day and its afternoon.
    func end(on day: CivilDay, in calendar: CompanyCalendar) -> Int {
        let closing = calendar.officeHours(on: day).ranges.last?.until.minutes ?? 1080
        switch self {
        case .morning: return 720
        case .day: return closing
        case .afternoon: return max(closing, 1020)
        case .evening: return max(closing, 1260)
        }
    }
}

extension CompanyCalendar {
    /// A moment in words, or the day and its part where that is all that was said.
    func words(_ moment: Date, _ part: DayPart?, in language: Language) -> String {
        guard let part else { return words(moment, in: language) }
        return "\(day(of: moment).words(in: language)), \(part.words(in: language))"
    }
}
