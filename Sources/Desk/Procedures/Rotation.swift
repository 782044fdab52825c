// Whose turn it is: by role, then by load, and a deputy for whoever is away.
//
// Fair means: among those at work, the one with the fewest open tickets; among equals, the one who
// has waited longest; among those too, the first in the settings. The same arguments always give
// the same person.

package import Foundation

/// How busy a person is with the tickets of a role.
package struct StaffLoad: Hashable, Sendable {
    /// The open tickets.
    package var openTickets: Int
    /// When a ticket was last assigned; nil for never.
    package var assignedAt: Date?

    /// Weighs a person's desk.
    package init(openTickets: Int, assignedAt: Date? = nil) {
        self.openTickets = openTickets
        self.assignedAt = assignedAt
    }
}

/// A person chosen for a task.
package struct Assignment: Hashable, Sendable {
    /// Who.
    package var person: StaffMember
    /// For whom the person stands in.
    package var absent: StaffMember?

    /// Why, for the ticket's history.
    package var reason: String {
        absent.map { "stands in for \($0.address.text)" } ?? "next in turn by role and load"
    }
}

/// Some days on which a person stands in for another.
package struct StandIn: Hashable, Sendable {
    /// Who.
    package var person: EmailAddress
    /// The first day.
    package var from: CivilDay
    /// The last day.
    package var until: CivilDay
}

/// The staff, to choose from.
package struct Rotation: Sendable {
    private let staff: [StaffMember]

    /// The staff in the order of the settings.
    package init(_ staff: [StaffMember]) { self.staff = staff }

    /// The person of a role whose turn it is on a day; nil where nobody of the role, and no deputy,
    /// is at work.
    ///
    /// `ends` are the days by which what is promised must be kept: whoever is there until the last
    /// of them comes before those who are there until an earlier one.
    package func next(
        for role: StaffRole,
        on day: CivilDay,
        until ends: Set<CivilDay> = [],
        loads: [EmailAddress: StaffLoad] = [:]
    ) -> Assignment? {
        let people = staff.filter { $0.roles.contains(role) && $0.works(on: day) }
        let ranked = people.enumerated().sorted { one, other in
            let (first, second) = (loads[one.element.address], loads[other.element.address])
            let tickets = (first?.openTickets ?? 0, second?.openTickets ?? 0)
            if tickets.0 != tickets.1 { return tickets.0 < tickets.1 }
            let waited = (first?.assignedAt ?? .distantPast, second?.assignedAt ?? .distantPast)
            return waited.0 != waited.1 ? waited.0 < waited.1 : one.offset < other.offset
        }
        .map(\.element)
        for end in ends.filter({ $0 > day }).sorted(by: >) + [day] {
            if let person = ranked.first(where: { $0.isPresent(from: day, through: end) }) {
                return Assignment(person: person)
            }
        }
        for person in ranked {
            if let standIn = standIn(for: person.address, on: day), standIn.absent != nil {
                return standIn
            }
        }
        return nil
    }

    /// The person, or who stands in on a day: the deputy, or the deputy's deputy; where all of them
    /// are away the management, so that nothing lies unread; nil where nobody is at work.
    package func standIn(for address: EmailAddress, on day: CivilDay) -> Assignment? {
        guard let person = member(address) else { return nil }
        var candidate = person
        var seen: Set<EmailAddress> = []
        while !candidate.isPresent(on: day) {
            seen.insert(candidate.address)
            guard let deputy = candidate.deputy(on: day).flatMap(member),
                !seen.contains(deputy.address)
            else {
                guard person.works(on: day), let manager = manager(on: day) else { return nil }
                return Assignment(person: manager, absent: person)
            }
            candidate = deputy
        }
        return Assignment(
            person: candidate,
            absent: candidate.address == person.address ? nil : person
        )
    }

    /// Who stands in on the days of an absence, one after the other: the same who get the mail on
    /// each of them.
    func standIns(for address: EmailAddress, on days: [CivilDay]) -> [StandIn] {
        var found: [StandIn] = []
        var before: CivilDay?
        for day in days {
            defer { before = day }
            guard let person = standIn(for: address, on: day)?.person.address,
                person != address
            else { continue }
            if let last = found.last, last.person == person, last.until == before {
                found[found.count - 1].until = day
            } else {
                found.append(StandIn(person: person, from: day, until: day))
            }
        }
        return found
    }

    private func manager(on day: CivilDay) -> StaffMember? {
        [StaffRole.operationsManager, .generalManagement].lazy.compactMap { role in
            staff.first { $0.roles.contains(role) && $0.isPresent(on: day) }
        }
        .first
    }

    /// The person at an address, working here or not.
    package func member(_ address: EmailAddress) -> StaffMember? {
        staff.first { $0.address == address }
    }
}
