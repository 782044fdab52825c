// What is said to whoever wrote a date that cannot be taken: what is wrong, and what would be
// right. It decides nothing.

import Foundation

extension CommandProblem.Cause {
    /// Tells what is wrong with a date; nil where there is none at all.
    init?(_ failure: SpokenMomentReader.Failure, at now: TimeOfDay) {
        switch failure {
        case .none: return nil
        case .noSuchDay(let shown):
            self.init("« \(shown.cut(toBytes: 40)) » : ce jour n’existe pas.")
        case .past(let day): self.init(day.isOverSentence)
        case .noSuchTime(let shown):
            self.init("« \(shown.cut(toBytes: 40)) » : cette heure n’existe pas.")
        case .contradiction(let shown, let day):
            let words = day.words(in: .french)
            let weekday = words.prefix { $0 != " " }
            let date = words.dropFirst(weekday.count + 1)
            self.init(
                "« \(shown.cut(toBytes: 60)) » se contredit : le \(date) est un \(weekday). "
                    + "Écrivez la date qui convient."
            )
        case .over(let shown):
            self.init(
                "« \(shown.cut(toBytes: 40)) » est passé : il est déjà \(now.words). Dites aussi "
                    + "le jour, comme « demain \(shown.cut(toBytes: 40)) »."
            )
        }
    }

    /// A date with more behind it than one day and one hour.
    static func unclear(_ word: String, behind date: String) -> Self {
        let shown = date.cut(toBytes: 60)
        return Self(
            "Quelle date retenir ? « \(word.cut(toBytes: 40)) » n’est pas compris"
                + (shown.isEmpty ? "" : " derrière « \(shown) »")
                + " : donnez un jour et une seule heure, comme « demain 14h »."
        )
    }
}

extension TimeOfDay {
    /// As it is read out: `14 h`, `9 h 05`.
    fileprivate var words: String {
        let rest = minutes % 60
        return "\(minutes / 60) h" + (rest == 0 ? "" : rest < 10 ? " 0\(rest)" : " \(rest)")
    }
}

extension CivilDay {
    /// That it is over, and how to say another year's.
    var isOverSentence: String {
        // Without the day of the week: "12 juin 2026".
        let shown = words(in: .french).split(separator: " ").dropFirst().dropLast()
        return "Le \(shown.joined(separator: " ")) est passé ; écrivez l’année si vous voulez dire "
            + "\(date.year + 1)."
    }
}

extension String {
    /// A word without the marks that a sentence puts around it.
    var trimmedMarks: String {
        var word = Substring(self)
        while let last = word.last, ",;.!?)\"…»”".contains(last) { word.removeLast() }
        while let first = word.first, "(\"«“".contains(first) { word.removeFirst() }
        return String(word)
    }
}
