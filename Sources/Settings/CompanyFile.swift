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
    let absences: [Located<ClosedRange<CivilDay>>]?
    let left: Located<CivilDay>?
    let language: Language
    /// Where the entry begins.
    let position: YAMLPosition

    /// The person, if the entry is complete.
    var member: StaffMember? {
        guard let name, let address, let roles, let absences else { return nil }
        var member = StaffMember(
            name: name,
            address: address.value,
            roles: Set(roles.map(\.value)),
            deputy: deputy?.value,
            absences: absences.map(\.value),
            left: left?.value
        )
        member.language = language
        return member
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
    let calendar: CalendarDraft
    let staff: [StaffDraft]?
    let contracts: [ContractLevel: ContractTerms]
    /// How many automatic letters there may be in an hour, in all.
    let lettersPerHour: Int
    let threading: ThreadingPolicy
    /// How staff work by mail.
    let staffMail: StaffMailSettings
    /// Banned senders, where they are listed.
    let banned: [Located<SenderPattern>]?
    /// Allowed senders.
    let allowed: [Located<SenderPattern>]?
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
        timeZone = fields.value("timezone", .timeZone, default: CompanySettings.usualTimeZoneName)
        hours = fields.map("hours", isMandatory: true) { $0.openingHours() }
        calendar = CalendarDraft(&fields)
        staffPosition = fields.place(of: "staff")
        staff = fields.maps("staff") { fields in
            StaffDraft(
                name: fields.required("name", .text)?.value,
                address: fields.required("address", .address),
                roles: fields.distinctList("roles", of: .word(), fallback: "mandatory"),
                deputy: fields.optional("deputy", .address),
                absences: fields.optionalMaps("absences") { $0.dayRange() },
                left: fields.optional("left", .day),
                language: fields.value("language", .word(), default: "fr"),
                position: fields.position
            )
        }
        contracts = fields.map("contracts") { $0.contracts() }
        lettersPerHour = fields.map("limits") { fields in
            fields.value("letters-per-hour", .number("number", 1...100_000), default: "20000")
        }
        staffMail = fields.map("staff-mail") { $0.staffMail() }
        threading = fields.map("threading") { $0.threading() }
        (banned, allowed) = fields.map("senders") { fields in
            (fields.distinctList("ban", of: .sender), fields.distinctList("allow", of: .sender))
        }
    }

    /// The company, if everything that is mandatory could be read.
    var settings: CompanySettings? {
        guard let name, let domain, let otherDomains, let phone, let timeZone, let hours, let staff,
            let exceptions = calendar.exceptions
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
            exceptions: exceptions,
            staff: members,
            contracts: contracts,
            key: key
        )
        company.letterBounds = LetterBounds(perHour: lettersPerHour)
        company.staffMail = staffMail
        company.threading = threading
        company.senders = SenderLists(
            ban: Set((banned ?? []).map(\.value)),
            allow: Set((allowed ?? []).map(\.value))
        )
        return company
    }
}

// MARK: - The contracts

extension MapReader {
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
                    hasDuty: fields.value("duty", .flag, default: isPremium ? "true" : "false"),
                    onSite: fields.optional("on-site", .delay)?.value
                )
            }
        }
        return terms
    }
}
