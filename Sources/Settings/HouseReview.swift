// What does not stop Guichet and yet will let somebody down: found by `guichet check`, which knows
// the day.
//
// Apart from the errors, because a calendar that has run out must not keep the service from
// starting on New Year's Day.

package import Desk

extension SettingsLoader {
    /// Everything doubtful in a settings folder on a day; throws what is wrong.
    package static func review(
        folder: String,
        stateFolder: String,
        home: String,
        on today: CivilDay
    ) throws(SettingsErrors) -> [SettingsError] {
        let loader = try loaded(folder: folder, stateFolder: stateFolder, home: home)
        guard let company = loader.company else { return [] }
        let file = FileReading(.company, label: company.file.label)
        let review = HouseReview(
            company: company.draft,
            procedures: loader.mailboxes.compactMap { $0.draft.procedure?.value },
            today: today,
            file: file
        )
        review.check()
        return file.errors.sorted()
    }
}

/// One look at a house on a day.
struct HouseReview {
    let company: CompanyFile
    let procedures: [Procedure]
    let today: CivilDay
    let file: FileReading

    /// Notes everything doubtful.
    func check() {
        checkCalendar()
        checkDeputies()
        checkAbsences()
        checkRoles()
    }

    // Old closures explain old deadlines and may stay; a list in which nothing is left of this year
    // or a later one was forgotten.
    private func checkCalendar() {
        let closures = company.calendar.closures ?? []
        checkYears("closures", closures.map { ($0.value.days.upperBound, $0.position) })
        checkClosures(closures)
        let openings = company.calendar.openings ?? []
        checkYears("openings", openings.map { ($0.value.day, $0.position) })
    }

    /// The longest closure that is taken as meant, in days.
    private static let closureDaysMaximum = 60

    // While the house is closed no business hour passes, so no deadline ever comes.
    private func checkClosures(_ closures: [Located<Closure>]) {
        let ordered = closures.sorted { $0.value.days.lowerBound < $1.value.days.lowerBound }
        var before: Located<Closure>?
        for closure in ordered {
            let days = closure.value.days
            let count = days.upperBound.number - days.lowerBound.number + 1
            if count > Self.closureDaysMaximum {
                doubt(
                    at: closure.position,
                    "\"closures\": found \(count) days in a row, from \(days.lowerBound.text) to "
                        + "\(days.upperBound.text), in which no business hour passes and no "
                        + "deadline comes; are the days right?"
                )
            }
            if let before, days.lowerBound <= before.value.days.upperBound {
                doubt(
                    at: closure.position,
                    "\"closures\": the closure from \(days.lowerBound.text) overlaps the one at "
                        + "\(before.position.line):\(before.position.column), until "
                        + "\(before.value.days.upperBound.text); keep one, or correct the days"
                )
            }
            let last = before?.value.days.upperBound
            if last.map({ $0 < days.upperBound }) ?? true { before = closure }
        }
    }

    private func checkYears(_ key: String, _ days: [(day: CivilDay, position: YAMLPosition)]) {
        let year = today.date.year
        guard let last = days.max(by: { $0.day < $1.day }) else { return }
        if last.day.date.year < year {
            doubt(
                at: last.position,
                "\(shown(key)): the list ends on \(last.day.text) and says nothing of \(year); "
                    + "add the days of \(year), or correct the year"
            )
        }
        for entry in days where entry.day.date.year > year + 2 {
            doubt(
                at: entry.position,
                "\(shown(key)): found \(entry.day.text), more than two years ahead; is the year "
                    + "right?"
            )
        }
    }

    private func checkDeputies() {
        let people = company.staff ?? []
        for person in people where works(person) {
            guard let deputy = person.deputy else {
                doubt(
                    at: person.position,
                    "\(shown(person.name ?? "")) has no deputy, so nobody stands in during an "
                        + "absence; add \"deputy\": the address of another person on the staff"
                )
                continue
            }
            let isGone = people.contains { other in
                other.address?.value == deputy.value && !works(other)
            }
            if isGone {
                doubt(
                    at: deputy.position,
                    "\"deputy\": \(shown(deputy.value.text)) has left; name somebody who works here"
                )
            }
        }
    }

    // While a person and all who stand in are away, the management gets what is theirs.
    private func checkAbsences() {
        let people = company.staff ?? []
        let days = people.flatMap { ($0.absences ?? []).map(\.value.lowerBound) }
        for person in people where works(person) && person.deputy != nil {
            for absence in person.absences ?? [] where absence.value.upperBound >= today {
                let within = Set(days).filter(absence.value.contains).map { max($0, today) }
                guard let day = within.sorted().first(where: { awayTogether(person, on: $0) })
                else { continue }
                doubt(
                    at: absence.position,
                    "\"absences\": \(shown(person.name ?? "")) and whoever stands in are away "
                        + "together on \(day.text), so what is theirs goes to the management; "
                        + "change the days, or the \"deputy\""
                )
            }
        }
    }

    // Whether the chain of deputies ends without anybody who is there.
    private func awayTogether(_ person: StaffDraft, on day: CivilDay) -> Bool {
        var next = person.address?.value
        var seen: Set<EmailAddress> = []
        while let address = next, seen.insert(address).inserted {
            guard let somebody = company.staff?.first(where: { $0.address?.value == address })
            else { return false }
            let isAway = somebody.absences?.contains { $0.value.contains(day) } ?? false
            let isGone = somebody.left.map { day >= $0.value } ?? false
            guard isAway || isGone else { return false }
            next = somebody.deputy?.value
        }
        return true
    }

    private func checkRoles() {
        let people = company.staff ?? []
        var wanted: [StaffRole] = [.operationsManager, .generalManagement, .accountManager]
        wanted += Set(procedures).map(\.handlingRole).sorted { $0.rawValue < $1.rawValue }
        for role in wanted {
            let holders = people.filter { $0.roles?.contains { $0.value == role } ?? false }
            guard !holders.contains(where: works) else { continue }
            let gone = holders.compactMap { $0.address?.value.text }.joined(separator: ", ")
            doubt(
                at: holders.first?.position ?? company.staffPosition,
                "\"staff\": nobody has the role \(role.rawValue)"
                    + (gone.isEmpty ? "" : " since \(gone) left")
                    + ", so what is promised in that role reaches nobody; give it to somebody"
            )
        }
    }

    private func works(_ person: StaffDraft) -> Bool {
        person.left.map { today < $0.value } ?? true
    }

    private func doubt(at position: YAMLPosition, _ sentence: String) {
        file.complain(.doubtful, at: position, sentence)
    }
}
