// What company.yaml says: the facts that every mailbox shares.

package import Foundation

/// The company, as its settings describe it.
package struct CompanySettings: Hashable, Sendable {
    /// The name that letters are signed with.
    package var name: String
    /// The domain of the Message-IDs that Guichet writes, and of the company's own addresses.
    package var domain: String
    /// Further domains that are the company's own.
    package var otherDomains: [String]
    /// The telephone number that letters give.
    package var phone: String
    /// When the company works.
    package var calendar: CompanyCalendar
    /// The staff, in the order of the file.
    package var staff: [StaffMember]
    /// The terms of every contract level.
    package var contracts: [ContractLevel: ContractTerms]
    /// Where the key of our Message-IDs lies; nil: a file in the state folder, made at first use.
    package var key: SecretReference?
    /// How many automatic letters there may be (invariant 7).
    package var letterBounds = LetterBounds.standard
    /// How staff work by mail.
    package var staffMail = StaffMailSettings.standard
    /// How threading decides where both answers are defensible.
    package var threading = ThreadingPolicy()
    /// Senders that are banned, and senders whom the spam rules leave alone.
    package var senders = SenderLists()

    /// Describes a company.
    package init(
        name: String,
        domain: String,
        otherDomains: [String] = [],
        phone: String,
        timeZone: TimeZone,
        hours: OpeningHours,
        exceptions: CalendarExceptions = CalendarExceptions(),
        staff: [StaffMember],
        contracts: [ContractLevel: ContractTerms],
        key: SecretReference? = nil
    ) {
        self.name = name
        self.domain = domain
        self.otherDomains = otherDomains
        self.phone = phone
        calendar = CompanyCalendar(timeZone: timeZone, hours: hours, exceptions: exceptions)
        self.staff = staff
        self.contracts = contracts
        self.key = key
    }

    /// The time zone of a company that names none.
    package static let usualTimeZoneName = "Europe/Paris"

    /// The same; a machine without zones knows only one.
    package static var usualTimeZone: TimeZone { TimeZone(identifier: usualTimeZoneName) ?? .gmt }

    /// The time zone of the opening hours.
    package var timeZone: TimeZone { calendar.timeZone }

    /// The regular week.
    package var hours: OpeningHours { calendar.hours }

    /// Whether a domain (lower case) is the company's own.
    package func owns(domain other: String) -> Bool {
        other == domain || otherDomains.contains(other)
    }

    /// The people who handle a procedure's tickets, in the order of the file.
    package func handlers(of procedure: Procedure) -> [StaffMember] {
        staff.filter { $0.roles.contains(procedure.handlingRole) }
    }
}

extension Procedure {
    /// The role of those who handle its tickets.
    package var handlingRole: StaffRole {
        switch self {
        case .sav: .technician
        case .complaint: .complaintHandler
        }
    }
}
