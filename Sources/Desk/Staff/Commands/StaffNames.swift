// Whom a word of a command means: a first name, a name, the beginning of one, or an address.
//
// Accents and case do not matter. A whole name comes before the beginning of one; where several
// people fit, nobody is chosen and all are named.

/// The staff, to be named.
package struct StaffNames: Sendable {
    private let staff: [StaffMember]

    /// The people who work here on a day.
    package init(_ staff: [StaffMember], on day: CivilDay) {
        self.staff = staff.filter { $0.works(on: day) }
    }

    /// What a word turns out to be.
    package enum Finding: Hashable, Sendable {
        /// One person.
        case one(StaffMember)
        /// Several, who all fit.
        case several([StaffMember])
        /// Nobody; a name that is near, if there is one.
        case nobody(near: String?)
    }

    /// Finds whom some text means.
    package func find(_ text: String) -> Finding {
        let wanted = Folding.text(of: text).trimmedMarks
        guard !wanted.isEmpty, wanted.utf8.count <= EmailAddress.lengthMaximum else {
            return .nobody(near: nil)
        }
        if let person = staff.first(where: { $0.address.key == wanted }) { return .one(person) }
        let words = wanted.split { " .-".contains($0) }.map(String.init)
        let levels: [(StaffMember) -> Bool] = [
            { person in self.names(of: person).contains(wanted) },
            { person in self.names(of: person).contains { $0.hasPrefix(wanted) } },
            { person in self.bears(words, person) { $0 == $1 } },
            { person in self.bears(words, person) { $0.hasPrefix($1) } },
        ]
        for fits in levels {
            let people = staff.filter(fits)
            if let only = people.first, people.count == 1 { return .one(only) }
            if people.count > 1 { return .several(people) }
        }
        let known = staff.flatMap { $0.name.split(separator: " ").map(String.init) }
        let near = NearMiss.of(wanted, among: known.map { Folding.text(of: $0) })
        return .nobody(near: near.flatMap { word in known.first { Folding.text(of: $0) == word } })
    }

    // Every word must be one of the person's: "martin léa", "l. martin".
    private func bears(
        _ words: [String],
        _ person: StaffMember,
        _ fits: (String, String) -> Bool
    ) -> Bool {
        let known = names(of: person).flatMap { $0.split { " .-".contains($0) } }.map(String.init)
        return words.count > 1
            && words.allSatisfy { word in known.contains { fits($0, word) } }
    }

    /// The people one of whose names stands among some folded words.
    func near(_ words: [String]) -> [StaffMember] {
        staff.filter { person in words.contains { names(of: person).contains($0) } }
    }

    private func names(of person: StaffMember) -> [String] {
        let whole = Folding.text(of: person.name)
        return [whole, person.address.localPart] + whole.split(separator: " ").map(String.init)
    }
}
