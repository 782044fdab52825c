// #absence: who is away, from when to when, who stands in; and that it is taken back.
//
// People write it as they would say it, so marks and the word "annulée" may stand anywhere.

import Foundation

extension CommandArguments {
    // "Léa du 2/11 au 6/11 remplacée par Hugo", or "annulée" wherever it stands: of these days, or
    // without days all that is to come. Without a last day, one day.
    mutating func absence() throws(Cause) -> StaffCommand {
        let person = try absent()
        let today = parser.calendar.day(of: parser.now)
        let isTakenBack = left.contains(where: Self.takesBack)
        if isTakenBack, !folded.contains(where: { $0.contains(where: \.isNumber) }),
            !namesDay
        {
            return .presence(person.address, days: today...today.advanced(by: 800))
        }
        var first = try day(after: Self.absenceMarks)
        var last = first
        let until: Set = ["au", "jusqu'au", "to", "until", "-"]
        if used < words.count, until.contains(folded[0].trimmedMarks) {
            last = try day(after: until, from: first)
        }
        guard first <= last else { throw Cause("L’absence finit avant de commencer.") }
        guard last >= today else { throw Cause(last.isOverSentence) }
        // One that has begun counts from today on.
        first = max(first, today)
        guard last.number - first.number <= 400 else {
            throw Cause("Une absence de plus de 400 jours se note dans les réglages.")
        }
        if isTakenBack { return .presence(person.address, days: first...last) }
        guard used < words.count else {
            return .absence(person.address, days: first...last, deputy: nil)
        }
        let stops: Set = ["remplacee", "remplace", "replaced", "remplacant", "par", "by", ":"]
        while used < words.count, stops.contains(folded[0].trimmedMarks) { used += 1 }
        let deputy = try self.person()
        guard deputy.address != person.address else {
            throw Cause("\(person.name) ne peut pas se remplacer.")
        }
        return .absence(person.address, days: first...last, deputy: deputy.address)
    }

    // Who names nobody is away himself: "#absence du 25/12 au 30/12".
    private mutating func absent() throws(Cause) -> StaffMember {
        let selves: Set = ["moi", "me", "myself", "moi-meme"]
        if let author = parser.author, let word = left.first {
            if selves.contains(word) {
                used += 1
                return author
            }
            if Self.absenceMarks.contains(word) || Self.takesBack(word) || namesDay {
                return author
            }
        }
        return try person()
    }

    // Whether a day is named, be it one that cannot be: "demain", "lundi", "lundi 31".
    private var namesDay: Bool {
        var other = self
        do throws(Cause) {
            return try other.dayIfNamed(after: Self.absenceMarks) != nil
        } catch {
            return true
        }
    }

    private static let absenceMarks: Set = [
        "du", "le", "from", "des", "", ":", "annulee", "annule", "annuler", "cancelled", "a",
        "partir", "compter", "de",
    ]

    private static func takesBack(_ word: String) -> Bool {
        ["annulee", "annule", "annuler", "annulees", "cancelled", "canceled"].contains(word)
    }

    private mutating func day(
        after marks: Set<String>,
        from first: CivilDay? = nil
    ) throws(Cause) -> CivilDay {
        guard let day = try dayIfNamed(after: marks, from: first) else { throw missing("une date") }
        return day
    }

    // A day that is over is given back too: an absence may have begun. The last one is counted
    // from the first. A day of the week that is not the date's is refused.
    private mutating func dayIfNamed(
        after marks: Set<String>,
        from first: CivilDay? = nil
    ) throws(Cause) -> CivilDay? {
        while used < words.count, marks.contains(folded[0].trimmedMarks) { used += 1 }
        // "du 2 au 6 novembre", "du lundi 2 au vendredi 6 novembre": the first day is one of the
        // last one's month.
        let weekday = folded.first.flatMap(SpokenMomentReader.weekday)
        let ahead = weekday == nil ? 0 : 1
        if folded.count >= ahead + 4, let number = Int(folded[ahead]), (1...31).contains(number),
            ["au", "to", "-"].contains(folded[ahead + 1])
        {
            let rest = Array(folded.dropFirst(ahead + 2))
            if let (last, _) = try spokenDay(in: rest, from: first), number <= last.date.day,
                let first = CivilDay(year: last.date.year, month: last.date.month, day: number)
            {
                // What is over is refused for that.
                let isOver = last < parser.calendar.day(of: parser.now)
                if let weekday, first.weekday != weekday, !isOver {
                    let shown = folded[...ahead].joined(separator: " ")
                    throw refusal(.contradiction(shown, first))
                }
                used += ahead + 1
                return first
            }
        }
        guard let (day, count) = try spokenDay(in: folded, from: first) else { return nil }
        used += count
        return day
    }

    private func spokenDay(
        in words: [String],
        from first: CivilDay?
    ) throws(Cause) -> (day: CivilDay, used: Int)? {
        // "demain" is always counted from today.
        let near: Set = ["aujourd'hui", "demain", "apres-demain", "today", "tomorrow"]
        let isNear = words.first.map { near.contains($0.trimmedMarks) } ?? false
        let day = isNear ? nil : first
        let start = day.map { parser.calendar.moment(on: $0, minutes: 720) } ?? parser.now
        var reader = SpokenMomentReader(
            words,
            calendar: parser.calendar,
            at: max(start, parser.now)
        )
        do throws(SpokenMomentReader.Failure) {
            let day = try reader.read().day
            return (day, reader.used)
        } catch .past(let day) {
            return (day, reader.used)
        } catch .none {
            return nil
        } catch {
            throw refusal(error)
        }
    }

    private func refusal(_ failure: SpokenMomentReader.Failure) -> Cause {
        Cause(failure, at: parser.calendar.timeOfDay(of: parser.now)) ?? missing("une date")
    }
}
