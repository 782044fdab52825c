// How long after an appointment its promise is not broken yet: whoever was there in time reports it
// afterwards, and the client must not be told of a breach meanwhile.

import Foundation

/// The time within which a visit is reported.
package enum PromiseGrace: Hashable, Sendable {
    /// Until the office closes on the day of the appointment, and for two hours of business at
    /// least.
    case sameDay
    /// For a time after the appointment.
    case delay(Delay)

    /// The word of the mailbox files for the first.
    package static let sameDayWord = "same-day"

    /// Reads the word, or a delay.
    package init?(_ text: String) {
        if text == Self.sameDayWord {
            self = .sameDay
        } else if let delay = Delay(text) {
            self = .delay(delay)
        } else {
            return nil
        }
    }

    /// When it is over.
    func end(
        after appointment: Date,
        in calendar: CompanyCalendar,
        _ service: CalendarService
    ) -> Date {
        switch self {
        case .sameDay:
            let hours = BusinessHours(seconds: 7_200)
            let least = calendar.deadline(of: hours, from: appointment, service)?.due
            let closing = calendar.stretches(on: calendar.day(of: appointment)).last?.until
            return max(appointment, least ?? appointment, closing ?? appointment)
        case .delay(let delay):
            return calendar.deadline(of: delay, from: appointment, service)?.due ?? appointment
        }
    }
}
