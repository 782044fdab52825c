// A person who works for the company.

/// What a person is there for; the raw value is the word in company.yaml.
package enum StaffRole: String, Hashable, Sendable, Codable, CaseIterable {
    /// Handles SAV requests.
    case technician
    /// Handles complaints and is named in their acknowledgement.
    case complaintHandler = "complaint-handler"
    /// Looks after a portfolio of clients.
    case accountManager = "account-manager"
    /// Receives level-1 escalations.
    case operationsManager = "operations-manager"
    /// Receives level-2 escalations.
    case generalManagement = "general-management"
    /// Runs Guichet.
    case administrator
}

/// One person on the staff.
package struct StaffMember: Hashable, Sendable {
    /// First and last name, as clients see it.
    package var name: String
    /// The person's own address; never shown to a client.
    package var address: EmailAddress
    /// What the person is there for.
    package var roles: Set<StaffRole>
    /// Who stands in during an absence: another person's address.
    package var deputy: EmailAddress?
    /// The days on which the person is away, first and last included.
    package var absences: [ClosedRange<CivilDay>]
    /// The absences that were noted by command and name their own deputy.
    package var noted: [StaffAbsence] = []
    /// The language in which the person is told of mails, promises and lists.
    package var language = Language.french
    /// The first day on which the person no longer works here: stays listed for old tickets.
    package var left: CivilDay?

    /// Puts a person on the staff.
    package init(
        name: String,
        address: EmailAddress,
        roles: Set<StaffRole>,
        deputy: EmailAddress? = nil,
        absences: [ClosedRange<CivilDay>] = [],
        left: CivilDay? = nil
    ) {
        self.name = name
        self.address = address
        self.roles = roles
        self.deputy = deputy
        self.absences = absences
        self.left = left
    }

    /// Whether the person still works here on a day.
    package func works(on day: CivilDay) -> Bool { left.map { day < $0 } ?? true }

    /// Whether the person is at work on a day.
    package func isPresent(on day: CivilDay) -> Bool {
        works(on: day) && !absences.contains { $0.contains(day) }
    }

    /// Whether the person is at work on a day and not away before the end of a later one.
    package func isPresent(from day: CivilDay, through last: CivilDay) -> Bool {
        isPresent(on: day) && works(on: last)
            && !absences.contains { $0.lowerBound <= last && $0.upperBound >= day }
    }

    /// Who stands in on a day: whom the absence names, else the deputy of the settings.
    package func deputy(on day: CivilDay) -> EmailAddress? {
        noted.last { $0.days.contains(day) }?.deputy ?? deputy
    }
}
