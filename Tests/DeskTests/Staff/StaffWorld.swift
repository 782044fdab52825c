// The house in which staff work: people with first names that are alike, and commands as words.

import Foundation
import Testing

@testable import Desk

enum StaffWorld {
    static func house() throws -> HouseSettings {
        var house = try DeskWorld.house()
        let people: [(String, Set<StaffRole>)] = [
            ("Léa Martin", [.complaintHandler, .accountManager]),
            ("Hugo Besnard", [.complaintHandler, .accountManager]),
            ("Karim Haddad", [.technician]), ("Inès Rolland", [.technician, .administrator]),
            ("Paul Delorme", [.operationsManager]), ("Paul Vernet", [.technician]),
            ("Claire Vasseur", [.generalManagement]),
        ]
        house.company.staff = try people.map { name, roles in
            StaffMember(name: name, address: try address(of: name), roles: roles)
        }
        return house
    }

    static func address(of name: String) throws -> EmailAddress {
        let words = Folding.text(of: name).replacing(" ", with: ".")
        return try DeskWorld.address("\(words)@mileo.example")
    }

    static func moment(_ date: Date) -> String {
        guard let calendar = try? house().company.calendar else { return "" }
        return "\(calendar.day(of: date).text) \(calendar.timeOfDay(of: date).text)"
    }

    /// A command in words, for tables.
    static func words(_ command: StaffCommand) -> String {
        switch command {
        case .classify(let criticality, let reason): "classify \(criticality.rawValue): \(reason)"
        case .assign(let person, let reason): "assign \(person.text): \(reason)"
        case .take: "take"
        case .giveBack(let reason): "giveBack \(reason)"
        case .note(let text): "note \(text)"
        case .wait(let reason): "wait \(reason)"
        case .visit(.needed): "visit needed"
        case .visit(.planned(let date, let part)):
            "visit planned \(moment(date))" + (part.map { ", \($0)" } ?? "")
        case .visit(.done): "visit done"
        case .askClosing(let reason): "askClosing \(reason)"
        case .close(let reason, let isAgreed):
            "close\(isAgreed ? ", agreed" : ""): \(reason)"
        case .reopen(let reason): "reopen \(reason)"
        case .extend(.until(let date), let reason): "extend \(moment(date)): \(reason)"
        case .extend(.by(.days(let count)), let reason): "extend by \(count) days: \(reason)"
        case .extend(.by(.minutes(let count)), let reason):
            "extend by \(count) minutes: \(reason)"
        case .answerInSubstance: "answerInSubstance"
        case .merge(let number): "merge \(number.text)"
        case .split: "split"
        case .change(let procedure, let reason): "change \(procedure.rawValue): \(reason)"
        case .escalate(let level, let reason): "escalate \(level): \(reason)"
        case .callBack(let date, let note): "callBack \(moment(date)): \(note)"
        case .spend(let minutes): "spend \(minutes)"
        case .spam: "spam"
        case .decidePenalty(let decision, let key, let reason):
            "penalty \(decision.rawValue) of \(key?.text ?? "the one"): \(reason)"
        case .attach(let client): "attach \(client)"
        case .open(let address, let subject): "open \(address.text): \(subject)"
        case .copy: "copy"
        case .status: "status"
        case .undo(let code): "undo \(code)"
        case .help(let verb): "help \(verb?.rawValue ?? "")"
        case .myTickets: "myTickets"
        case .late: "late"
        case .house: "house"
        case .absence(let person, let days, let deputy):
            "absence \(person.text) \(days.lowerBound.text)…\(days.upperBound.text) "
                + (deputy?.text ?? "")
        case .presence(let person, let days):
            "presence \(person.text) \(days.lowerBound.text)…\(days.upperBound.text)"
        case .report: "report"
        case .accessRight(let address): "accessRight \(address.text)"
        }
    }
}
