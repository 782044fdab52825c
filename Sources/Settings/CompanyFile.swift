// Reads company.yaml: who the company is, when it is open, who works there, what contracts promise.
//
// What it gives is a draft: each part is there if it could be read, so that the agreement between
// parts and files can be checked even while something else is wrong. The defaults are those of the
// procedures named in Mailboxes/README.md, where a test compares them.

import Desk
import Foundation

/// One person, as far as the entry could be read.
struct StaffDraft {
    let name: String?
    let address: Located<EmailAddress>?
    let roles: [Located<StaffRole>]?
    let deputy: Located<EmailAddress>?

    /// The person, if the entry is complete.
    var member: StaffMember? {
        guard let name, let address, let roles else { return nil }
        return StaffMember(
            name: name,
            address: address.value,
            roles: Set(roles.map(\.value)),
            deputy: deputy?.value
        )
    }
}

/// company.yaml, as far as it could be read.
struct CompanyFile {
    let name: String?
    let domain: String?
    let otherDomains: [String]?
    let phone: String?
    let key: SecretReference?
    let timeZone: TimeZone?
    let hours: OpeningHours?
    let staff: [StaffDraft]?
    let contracts: [ContractLevel: ContractTerms]
    /// How many automatic letters there may be in an hour, in all.
    let lettersPerHour: Int
    /// Where the staff is listed.
    let staffPosition: YAMLPosition

    /// Asks the top of the file for everything that it may hold.
    init(_ fields: inout MapReader, in places: SettingsPlaces) {
        (name, domain, otherDomains, phone, key) = fields.map("company", isMandatory: true) {
            fields in
            (
                fields.required("name", .text)?.value,
                fields.required("domain", .domain)?.value,
                fields.distinctList("other-domains", of: .domain)?.map(\.value),
                fields.required("phone", .phone)?.value,
                fields.secret("key", in: places, otherwise: "a file in the state folder")
            )
        }
        timeZone = fields.value("timezone", .timeZone, default: "Europe/Paris")
        hours = fields.map("hours", isMandatory: true) { $0.openingHours() }
        staffPosition = fields.place(of: "staff")
        staff = fields.maps("staff") { fields in
            StaffDraft(
                name: fields.required("name", .text)?.value,
                address: fields.required("address", .address),
                roles: fields.distinctList("roles", of: .word(), fallback: "mandatory"),
                deputy: fields.optional("deputy", .address)
            )
        }
        contracts = fields.map("contracts") { $0.contracts() }
        lettersPerHour = fields.map("limits") { fields in
            fields.value("letters-per-hour", .number("number", 1...100_000), default: "20000")
        }
    }

    /// The company, if everything that is mandatory could be read.
    var settings: CompanySettings? {
        guard let name, let domain, let otherDomains, let phone, let timeZone, let hours, let staff
        else { return nil }
        let members = staff.compactMap(\.member)
        guard members.count == staff.count else { return nil }
        var company = CompanySettings(
            name: name,
            domain: domain,
            otherDomains: otherDomains,
            phone: phone,
            timeZone: timeZone,
            hours: hours,
            staff: members,
            contracts: contracts,
            key: key
        )
        company.letterBounds = LetterBounds(perHour: lettersPerHour)
        return company
    }
}

// MARK: - The week and the contracts

extension Weekday {
    /// The day's key in company.yaml.
    fileprivate var key: String {
        switch self {
        case .monday: "monday"
        case .tuesday: "tuesday"
        case .wednesday: "wednesday"
        case .thursday: "thursday"
        case .friday: "friday"
        case .saturday: "saturday"
        case .sunday: "sunday"
        }
    }
}

extension MapReader {
    fileprivate mutating func openingHours() -> OpeningHours? {
        let errorsBefore = file.errors.count
        var week: [Weekday: [OpeningRange]] = [:]
        for day in Weekday.allCases {
            let written = list(day.key, of: .range, fallback: "closed") ?? []
            let ranges = written.sorted { $0.value.from < $1.value.from }
            for (earlier, later) in zip(ranges, ranges.dropFirst())
            where later.value.from < earlier.value.until {
                file.complain(
                    .conflict,
                    at: max(earlier.position, later.position),
                    "\(shown(full(day.key))): \(earlier.value.text) and \(later.value.text) "
                        + "overlap; allowed: ranges that follow one another"
                )
            }
            if !ranges.isEmpty { week[day] = ranges.map(\.value) }
        }
        guard file.errors.count == errorsBefore, !isSilent, !hasUnknownKeys else { return nil }
        guard !week.isEmpty else {
            file.complain(
                .conflict,
                at: position,
                "\(shown(path)): no day has opening hours, so business hours would never pass; "
                    + "allowed: at least one range in the week"
            )
            return nil
        }
        return OpeningHours(ranges: week)
    }

    fileprivate mutating func contracts() -> [ContractLevel: ContractTerms] {
        var terms: [ContractLevel: ContractTerms] = [:]
        for level in ContractLevel.allCases {
            let isPremium = level == .premium
            terms[level] = map(level.rawValue) { fields in
                ContractTerms(
                    firstAnswer: fields.value(
                        "first-answer",
                        .delay,
                        default: isPremium ? "1 bh" : "4 bh"
                    ),
                    hasDuty: fields.value("duty", .flag, default: isPremium ? "true" : "false")
                )
            }
        }
        return terms
    }
}

extension OpeningRange {
    /// As it is written in the settings: `08:30-12:30`.
    fileprivate var text: String { "\(from.text)-\(until.text)" }
}
