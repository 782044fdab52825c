// Opening hours as a letter says them: days with the same hours on one line.

extension OpeningHours {
    /// One line of a letter's opening hours.
    package struct Line: Hashable, Sendable {
        /// The days, such as `lundi au vendredi`.
        package let days: String
        /// The hours, such as `8 h 30 – 12 h 30 et 13 h 30 – 18 h`.
        package let hours: String
    }

    /// The week in lines, Monday first; closed days are left out.
    package func lines(in language: Language) -> [Line] {
        var runs: [(first: Weekday, last: Weekday, ranges: [OpeningRange])] = []
        for day in Weekday.allCases {
            guard let ranges = ranges[day], !ranges.isEmpty else { continue }
            if let last = runs.last, last.ranges == ranges, last.last.rawValue + 1 == day.rawValue {
                runs[runs.count - 1].last = day
            } else {
                runs.append((day, day, ranges))
            }
        }
        return runs.map { run in
            Line(
                days: Self.words(from: run.first, to: run.last, in: language),
                hours: run.ranges.map { Self.words($0, in: language) }
                    .joined(separator: language == .french ? " et " : " and ")
            )
        }
    }

    private static func words(from: Weekday, to: Weekday, in language: Language) -> String {
        let first = from.word(in: language)
        guard from != to else { return first }
        let last = to.word(in: language)
        return language == .french ? "du \(first) au \(last)" : "\(first) to \(last)"
    }

    private static func words(_ range: OpeningRange, in language: Language) -> String {
        "\(range.from.words(in: language)) – \(range.until.words(in: language))"
    }
}

extension TimeOfDay {
    /// The time as a letter says it: `8 h 30`.
    package func words(in language: Language) -> String {
        guard language == .french else { return text }
        // A no-break space keeps "8 h 30" on one line.
        let hour = "\(minutes / 60)\u{A0}h"
        let minute = minutes % 60
        guard minute > 0 else { return hour }
        return "\(hour)\u{A0}\(minute < 10 ? "0" : "")\(minute)"
    }
}

extension Weekday {
    /// The day's name within a sentence.
    package func word(in language: Language) -> String {
        switch (self, language) {
        case (.monday, .french): "lundi"
        case (.tuesday, .french): "mardi"
        case (.wednesday, .french): "mercredi"
        case (.thursday, .french): "jeudi"
        case (.friday, .french): "vendredi"
        case (.saturday, .french): "samedi"
        case (.sunday, .french): "dimanche"
        case (.monday, .english): "Monday"
        case (.tuesday, .english): "Tuesday"
        case (.wednesday, .english): "Wednesday"
        case (.thursday, .english): "Thursday"
        case (.friday, .english): "Friday"
        case (.saturday, .english): "Saturday"
        case (.sunday, .english): "Sunday"
        }
    }
}
