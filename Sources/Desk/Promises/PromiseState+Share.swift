// How much of a promise's time is over: reckoned in the time that its clock counts, so that the
// warnings and what they say rest on the same count.

package import Foundation

extension PromiseState {
    /// How much of its time is over at a moment, in whole percent, where it is due then.
    package func percent(at moment: Date, before due: Date, in calendar: CompanyCalendar) -> Int {
        let whole = seconds(until: due, in: calendar)
        guard whole > 0 else { return 100 }
        let share = seconds(until: min(moment, due), in: calendar) / whole
        return Int((share * 100 + 0.01).rounded(.down))
    }

    /// The moment at which a share of its time, in percent, is over.
    func moment(ofPercent percent: Int, before due: Date, in calendar: CompanyCalendar) -> Date {
        derivation.map { calendar.moment(ofPercent: percent, of: $0, until: due) }
            ?? startedAt.addingTimeInterval(
                (due.timeIntervalSince(startedAt) * Double(percent) / 100).rounded()
            )
    }

    private func seconds(until end: Date, in calendar: CompanyCalendar) -> Double {
        derivation.map { calendar.seconds(of: $0, until: end) }
            ?? max(0, end.timeIntervalSince(startedAt))
    }
}
