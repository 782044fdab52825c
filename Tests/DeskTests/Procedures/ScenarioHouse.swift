// The house in which scenarios play: the standard promises, a week from Monday to Friday, and a
// small staff whose members are called by their first names.

import Foundation
import Testing

@testable import Desk

enum ScenarioHouse {
    /// First names, roles, deputies.
    private static let people: [(name: String, roles: Set<StaffRole>, deputy: String?)] = [
        ("karim", [.technician], "ines"), ("ines", [.technician, .administrator], "karim"),
        ("lea", [.complaintHandler], "hugo"), ("hugo", [.complaintHandler], "lea"),
        ("nora", [.accountManager], "paul"), ("paul", [.operationsManager], "claire"),
        ("claire", [.generalManagement], "paul"),
    ]

    static func address(_ name: String) throws -> EmailAddress {
        try DeskWorld.address("\(name)@mileo.example")
    }

    static func house(
        absences: [String: [ClosedRange<CivilDay>]] = [:],
        left: [String: CivilDay] = [:],
        exceptions: CalendarExceptions = CalendarExceptions(),
        acknowledge: AcknowledgementPolicy = .atOnce
    ) throws -> HouseSettings {
        var house = try DeskWorld.house()
        house.company.calendar.exceptions = exceptions
        house.company.staff = try people.map { person in
            StaffMember(
                name: person.name,
                address: try address(person.name),
                roles: person.roles,
                deputy: try person.deputy.map(address),
                absences: absences[person.name] ?? [],
                left: left[person.name]
            )
        }
        let four = try #require(Delay(4, .businessHours))
        house.company.contracts = [
            .premium: ContractTerms(
                firstAnswer: try #require(Delay(1, .businessHours)),
                hasDuty: true,
                onSite: Delay(4, .hours)
            ),
            .comfort: ContractTerms(firstAnswer: four, hasDuty: false),
            .essential: ContractTerms(firstAnswer: four, hasDuty: false),
        ]
        for index in house.mailboxes.indices { house.mailboxes[index].acknowledge = acknowledge }
        return house
    }
}
