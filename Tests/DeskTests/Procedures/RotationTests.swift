// Whose turn it is, in every situation that we know.

import Foundation
import Testing

@testable import Desk

@Suite("Rotation")
struct RotationTests {
    private static let day = CivilDay(number: 20_000)

    @Test("gives to the one with the fewest tickets, then to who has waited longest")
    func fair() throws {
        let rotation = Rotation(try ScenarioHouse.house().company.staff)
        let (karim, ines) = (try ScenarioHouse.address("karim"), try ScenarioHouse.address("ines"))
        let choice = { (loads: [EmailAddress: StaffLoad]) in
            rotation.next(for: .technician, on: Self.day, loads: loads)?.person.address
        }
        #expect(choice([:]) == karim, "the first in the settings")
        #expect(choice([karim: StaffLoad(openTickets: 2)]) == ines)
        let early = DeskWorld.monday
        #expect(
            choice([
                karim: StaffLoad(openTickets: 1, assignedAt: early + 60),
                ines: StaffLoad(openTickets: 1, assignedAt: early),
            ]) == ines
        )
    }

    @Test("shares a hundred tickets evenly")
    func even() throws {
        let rotation = Rotation(try ScenarioHouse.house().company.staff)
        var loads: [EmailAddress: StaffLoad] = [:]
        for number in 0..<100 {
            let choice = try #require(
                rotation.next(for: .technician, on: Self.day, loads: loads)
            )
            let tickets = loads[choice.person.address]?.openTickets ?? 0
            loads[choice.person.address] = StaffLoad(
                openTickets: tickets + 1,
                assignedAt: DeskWorld.monday + Double(number)
            )
        }
        #expect(loads.values.map(\.openTickets) == [50, 50])
    }

    @Test("passes over who is away before the work is due, as far as there is another")
    func awaySoon() throws {
        let (today, tomorrow) = (Self.day, Self.day.advanced(by: 1))
        let (later, last) = (Self.day.advanced(by: 5), Self.day.advanced(by: 7))
        let choice = { (absences: [String: [ClosedRange<CivilDay>]]) in
            try Rotation(ScenarioHouse.house(absences: absences).company.staff)
                .next(for: .complaintHandler, on: today, until: [tomorrow, last])?.person.name
        }
        #expect(try choice([:]) == "lea")
        #expect(try choice(["lea": [tomorrow...later]]) == "hugo")
        #expect(try choice(["lea": [later...last]]) == "hugo")
        #expect(try choice(["lea": [tomorrow...later], "hugo": [later...last]]) == "hugo")
        #expect(try choice(["lea": [tomorrow...last], "hugo": [tomorrow...last]]) == "lea")
    }

    @Test("tells who gets the mail on which days, where deputies are away in turn")
    func standsInInTurn() throws {
        let days = (0..<3).map { Self.day.advanced(by: $0) }
        let standIns = { (others: [String: [ClosedRange<CivilDay>]]) in
            let absences = others.merging(["lea": [days[0]...days[2]]]) { one, _ in one }
            let staff = try ScenarioHouse.house(absences: absences).company.staff
            let rotation = Rotation(staff)
            let found = try rotation.standIns(for: ScenarioHouse.address("lea"), on: days)
            for standIn in found {
                for day in days where day >= standIn.from && day <= standIn.until {
                    let reader = try rotation.standIn(for: ScenarioHouse.address("lea"), on: day)
                    #expect(reader?.person.address == standIn.person, "it is who gets the mail")
                }
            }
            return found.map { standIn in
                let name = standIn.person.localPart
                return "\(name) \(standIn.from.number - days[0].number)"
                    + "–\(standIn.until.number - days[0].number)"
            }
        }
        #expect(try standIns([:]) == ["hugo 0–2"])
        #expect(
            try standIns(["hugo": [days[1]...days[1]]]) == ["hugo 0–0", "paul 1–1", "hugo 2–2"]
        )
        #expect(
            try standIns(["hugo": [days[1]...days[2]], "paul": [days[2]...days[2]]])
                == ["hugo 0–0", "paul 1–1", "claire 2–2"]
        )
        let all = days[1]...days[1]
        #expect(
            try standIns(["hugo": [all], "paul": [all], "claire": [all]])
                == ["hugo 0–0", "hugo 2–2"],
            "nobody is there in between"
        )
    }

    @Test("passes over who is away or has left, and finds a deputy where all are")
    func absences() throws {
        let today = Self.day...Self.day
        let away = try Rotation(ScenarioHouse.house(absences: ["karim": [today]]).company.staff)
        #expect(away.next(for: .technician, on: Self.day)?.person.name == "ines")
        let left = try Rotation(ScenarioHouse.house(left: ["karim": Self.day]).company.staff)
        #expect(left.next(for: .technician, on: Self.day)?.person.name == "ines")
        let alone = try Rotation(
            ScenarioHouse.house(absences: ["paul": [today]]).company.staff
        )
        let deputy = try #require(alone.next(for: .operationsManager, on: Self.day))
        #expect(deputy.person.name == "claire")
        #expect(deputy.absent?.name == "paul")
    }

    @Test("goes to the management where a whole team is away with its deputies")
    func wholeTeam() throws {
        let today = Self.day...Self.day
        let away = ["lea": [today], "hugo": [today], "karim": [today], "ines": [today]]
        let rotation = Rotation(try ScenarioHouse.house(absences: away).company.staff)
        let choice = try #require(rotation.next(for: .complaintHandler, on: Self.day))
        #expect(choice.person.name == "paul" && choice.absent != nil)
        let karim = try ScenarioHouse.address("karim")
        #expect(rotation.standIn(for: karim, on: Self.day)?.person.name == "paul")
        // Who has left is not stood in for: somebody else of the team takes over.
        let gone = Rotation(try ScenarioHouse.house(left: ["karim": Self.day]).company.staff)
        #expect(gone.standIn(for: karim, on: Self.day)?.person.name != "paul")
    }

    @Test("ends where deputies point at each other and all are away")
    func circles() throws {
        let today = Self.day...Self.day
        let house = try ScenarioHouse.house(absences: ["paul": [today], "claire": [today]])
        let rotation = Rotation(house.company.staff)
        #expect(rotation.next(for: .operationsManager, on: Self.day) == nil)
        #expect(rotation.standIn(for: try ScenarioHouse.address("paul"), on: Self.day) == nil)
        #expect(rotation.standIn(for: try DeskWorld.address("x@y.example"), on: Self.day) == nil)
    }
}
