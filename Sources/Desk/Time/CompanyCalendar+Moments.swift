// The calendar against moments of the world: which moments a day has, when the company is open.

package import Foundation

/// A stretch of time, from before until.
package struct Stretch: Hashable, Sendable {
    /// Its first moment.
    package let from: Date
    /// The moment at which it is over.
    package let until: Date

    /// How long it is.
    package var seconds: Double { until.timeIntervalSince(from) }

    /// A stretch; one that would end before it begins is empty.
    package init(from: Date, until: Date) {
        self.from = from
        self.until = max(from, until)
    }

    /// What is left of it after a moment.
    func after(_ moment: Date) -> Stretch? {
        moment < until ? Stretch(from: max(from, moment), until: until) : nil
    }

    /// What is left of it outside other stretches, which are in order.
    func without(_ others: [Stretch]) -> [Stretch] {
        var pieces: [Stretch] = []
        var start = from
        for other in others where other.until > start && other.from < until {
            if other.from > start { pieces.append(Stretch(from: start, until: other.from)) }
            start = max(start, other.until)
        }
        if start < until { pieces.append(Stretch(from: start, until: until)) }
        return pieces
    }
}

extension CompanyCalendar {
    /// How many closed days in a row are looked through; a company closed for longer never opens.
    package static let closedDaysMaximum = 370

    /// The day that the company's wall calendar shows.
    package func day(of moment: Date) -> CivilDay {
        let wall = moment.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: moment))
        return CivilDay(number: Int((wall / 86_400).rounded(.down)))
    }

    /// The time that the company's clock shows: minutes from midnight.
    package func timeOfDay(of moment: Date) -> TimeOfDay {
        let wall = moment.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: moment))
        let minutes = Int((wall / 60).rounded(.down)) - day(of: moment).number * 1440
        guard let time = TimeOfDay(minutes: minutes) else {
            preconditionFailure("a moment lies within its day")
        }
        return time
    }

    /// The first moment of a day.
    package func start(of day: CivilDay) -> Date {
        segments(of: day).first?.from ?? moment(Double(day.number * 86_400))
    }

    /// The stretches in which a service works on a day.
    package func stretches(
        on day: CivilDay,
        _ service: CalendarService = .office
    ) -> [Stretch] {
        let ranges = ranges(on: day, service)
        guard !ranges.isEmpty else { return [] }
        var found: [Stretch] = []
        found.reserveCapacity(ranges.count)
        func add(_ range: OpeningRange, within segment: Segment) {
            let from = day.number * 86_400 + range.from.minutes * 60 - segment.offset
            let until = day.number * 86_400 + range.until.minutes * 60 - segment.offset
            let stretch = Stretch(
                from: max(segment.from, moment(Double(from))),
                until: min(segment.until, moment(Double(until)))
            )
            guard stretch.seconds > 0 else { return }
            if let last = found.last, last.until == stretch.from {
                found[found.count - 1] = Stretch(from: last.from, until: stretch.until)
            } else {
                found.append(stretch)
            }
        }
        // Nearly every day keeps its distance from Greenwich.
        if let segment = wholeSegment(of: day) {
            for range in ranges { add(range, within: segment) }
        } else {
            for segment in segments(of: day) {
                for range in ranges { add(range, within: segment) }
            }
        }
        return found
    }

    /// Whether a service works at a moment.
    package func isOpen(at moment: Date, _ service: CalendarService = .office) -> Bool {
        let time = timeOfDay(of: moment)
        return ranges(on: day(of: moment), service).contains { $0.from <= time && time < $0.until }
    }

    /// The moment itself where a service works, else its next opening; nil if there is none.
    package func nextOpening(from moment: Date, _ service: CalendarService = .office) -> Date? {
        let first = day(of: moment)
        for days in 0..<Self.closedDaysMaximum {
            for stretch in stretches(on: first.advanced(by: days), service) {
                if let rest = stretch.after(moment) { return rest.from }
            }
        }
        return nil
    }

    /// The moment itself on a day on which the office opens, else the closing time of the next such
    /// day: nothing can be promised for a Sunday.
    package func onBusinessDay(_ moment: Date) -> Date {
        guard stretches(on: day(of: moment)).isEmpty, let opening = nextOpening(from: moment) else {
            return moment
        }
        return stretches(on: day(of: opening)).last?.until ?? opening
    }

    /// The last stretch of a service that begins before a moment, cut off there; nil if there is
    /// none.
    package func lastStretch(before moment: Date, _ service: CalendarService = .office) -> Stretch?
    {
        let last = day(of: moment)
        for days in 0..<Self.closedDaysMaximum {
            let stretches = stretches(on: last.advanced(by: -days), service)
            if let stretch = stretches.last(where: { $0.from < moment }) {
                return Stretch(from: stretch.from, until: min(stretch.until, moment))
            }
        }
        return nil
    }

    /// For how many seconds a service works between two moments.
    package func openSeconds(
        from: Date,
        to: Date,
        _ service: CalendarService = .office,
        without pauses: [Stretch] = []
    ) -> Double {
        guard from < to else { return 0 }
        var sum = 0.0
        for number in day(of: from).number...day(of: to).number {
            for stretch in stretches(on: CivilDay(number: number), service) {
                let part = Stretch(from: max(stretch.from, from), until: min(stretch.until, to))
                sum += part.without(pauses).reduce(0) { $0 + $1.seconds }
            }
        }
        return sum
    }

    // MARK: - The moments of a day

    // A part of a day in which the zone keeps its distance from Greenwich.
    private struct Segment {
        let from: Date
        let until: Date
        let offset: Int
    }

    // No zone is a whole day from Greenwich: the local day lies between these two moments.
    private func bounds(of day: CivilDay) -> (before: Double, after: Double) {
        let midnight = Double(day.number * 86_400)
        return (midnight - 86_400, midnight + 172_800)
    }

    // The whole day, where the zone keeps its distance.
    private func wholeSegment(of day: CivilDay) -> Segment? {
        let (before, after) = bounds(of: day)
        let offset = timeZone.secondsFromGMT(for: moment(before))
        guard offset == timeZone.secondsFromGMT(for: moment(after)) else { return nil }
        let midnight = Double(day.number * 86_400 - offset)
        return Segment(from: moment(midnight), until: moment(midnight + 86_400), offset: offset)
    }

    private func segments(of day: CivilDay) -> [Segment] {
        if let whole = wholeSegment(of: day) { return [whole] }
        let midnight = Double(day.number * 86_400)
        let end = midnight + 86_400
        let (before, after) = bounds(of: day)
        let offset = timeZone.secondsFromGMT(for: moment(before))
        let last = timeZone.secondsFromGMT(for: moment(after))
        let change = changeOfOffset(after: before, before: after, from: offset)
        // What each side of the change shows of this day.
        let sides = [
            (midnight - Double(offset), min(end - Double(offset), change), offset),
            (max(midnight - Double(last), change), end - Double(last), last),
        ]
        return sides.filter { $0.0 < $0.1 }.map { side in
            Segment(from: moment(side.0), until: moment(side.1), offset: side.2)
        }
    }

    // The first second at which the zone has left an offset; zones change theirs at most once in
    // three days.
    private func changeOfOffset(after: Double, before: Double, from offset: Int) -> Double {
        var low = after
        var high = before
        while high - low > 1 {
            let middle = ((low + high) / 2).rounded(.down)
            if timeZone.secondsFromGMT(for: moment(middle)) == offset {
                low = middle
            } else {
                high = middle
            }
        }
        return high
    }

    private func moment(_ seconds: Double) -> Date { Date(timeIntervalSince1970: seconds) }
}
