// What happens to the house and not to one dossier: absences that are noted by command, and who has
// asked for what is kept about a person. Events are only ever added; who is away is what they add
// up to.

package import Foundation

/// One thing that happened to the house: when, by whom, by which proof.
package struct HouseEvent: Hashable, Sendable {
    /// The moment.
    package var at: Date
    /// Who did it.
    package var by: EmailAddress
    /// By which proof.
    package var proof: StaffProof
    /// What happened.
    package var fact: HouseFact

    /// Records a fact.
    package init(at: Date, by: EmailAddress, proof: StaffProof, _ fact: HouseFact) {
        self.at = at
        self.by = by
        self.proof = proof
        self.fact = fact
    }
}

/// What can happen to the house.
package enum HouseFact: Hashable, Sendable {
    /// Somebody is away.
    case absence(StaffAbsence)
    /// Somebody is not away on these days after all.
    case presence(EmailAddress, days: ClosedRange<CivilDay>)
    /// Somebody was told of something that only the administration is told of.
    case told(String)
}

/// An absence that was noted by command.
package struct StaffAbsence: Hashable, Sendable {
    /// Who is away.
    package var person: EmailAddress
    /// The first and the last day.
    package var days: ClosedRange<CivilDay>
    /// Who stands in; nil: the deputy of the settings.
    package var deputy: EmailAddress?

    /// Notes an absence.
    package init(person: EmailAddress, days: ClosedRange<CivilDay>, deputy: EmailAddress?) {
        self.person = person
        self.days = days
        self.deputy = deputy
    }

    /// Who is away by a list of events, which are in order.
    package static func all(in events: [HouseEvent]) -> [StaffAbsence] {
        var absences: [StaffAbsence] = []
        for event in events {
            switch event.fact {
            case .absence(let absence):
                absences.removeAll { $0.person == absence.person && $0.days == absence.days }
                absences.append(absence)
            case .presence(let person, let days):
                absences = absences.flatMap { absence in
                    absence.person == person ? absence.without(days) : [absence]
                }
            case .told: break
            }
        }
        return absences
    }

    // What is left of it when somebody is there on some of its days.
    private func without(_ present: ClosedRange<CivilDay>) -> [StaffAbsence] {
        guard days.overlaps(present) else { return [self] }
        var left: [StaffAbsence] = []
        if days.lowerBound < present.lowerBound {
            let last = present.lowerBound.advanced(by: -1)
            left.append(StaffAbsence(person: person, days: days.lowerBound...last, deputy: deputy))
        }
        if present.upperBound < days.upperBound {
            let first = present.upperBound.advanced(by: 1)
            left.append(StaffAbsence(person: person, days: first...days.upperBound, deputy: deputy))
        }
        return left
    }
}

extension HouseSettings {
    /// The house with the absences that were noted beside the settings; the latest deputy counts.
    package func noting(_ absences: [StaffAbsence]) -> HouseSettings {
        guard !absences.isEmpty else { return self }
        var house = self
        for absence in absences {
            guard
                let index = house.company.staff.firstIndex(where: {
                    $0.address == absence.person
                })
            else { continue }
            house.company.staff[index].absences.append(absence.days)
            if absence.deputy != nil { house.company.staff[index].noted.append(absence) }
        }
        return house
    }
}

// MARK: - As it is stored

extension HouseFact {
    /// The form in which it is stored; the words are for ever.
    package var record: FactRecord {
        switch self {
        case .absence(let absence):
            FactRecord(
                kind: "absence",
                values: [
                    absence.person.text, absence.days.lowerBound.text, absence.days.upperBound.text,
                    absence.deputy?.text ?? "",
                ]
            )
        case .presence(let person, let days):
            FactRecord(
                kind: "presence",
                values: [person.text, days.lowerBound.text, days.upperBound.text]
            )
        case .told(let what): FactRecord(kind: "told", values: [what])
        }
    }

    /// Reads it back; nil for a word that this program does not know.
    package init?(_ record: FactRecord) {
        let values = record.values
        switch (record.kind, values.count) {
        case ("absence", 4), ("presence", 3):
            guard let person = EmailAddress(values[0]), let first = CivilDay(values[1]),
                let last = CivilDay(values[2]), first <= last
            else { return nil }
            if record.kind == "presence" {
                self = .presence(person, days: first...last)
            } else {
                let deputy = EmailAddress(values[3])
                self = .absence(StaffAbsence(person: person, days: first...last, deputy: deputy))
            }
        case ("told", 1): self = .told(values[0])
        default: return nil
        }
    }
}
