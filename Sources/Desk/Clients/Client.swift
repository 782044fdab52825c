// A client as the registry knows it: a company, its people, and what it has bought. Whoever is not
// in the registry is a prospect: served under the terms that hold for everybody.

package import Foundation

/// A day of the calendar, without a time.
package struct Day: Hashable, Comparable, Sendable {
    /// Year, month and day as one number: 20261103.
    private let number: Int

    /// Refuses a day that the calendar does not have.
    package init?(year: Int, month: Int, day: Int) {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1900...2999).contains(year), (1...12).contains(month),
            (1...lengths[month - 1]).contains(day)
        else { return nil }
        number = year * 10_000 + month * 100 + day
    }

    /// Reads `2026-11-03` or `03/11/2026`.
    package init?(_ text: String) {
        let parts = text.utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".")
        }
        let numbers = parts.compactMap { part -> Int? in
            part.allSatisfy { (0x30...0x39).contains($0) } ? Int(Substring(part)) : nil
        }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        if parts[0].count == 4, parts[1].count == 2, parts[2].count == 2 {
            self.init(year: numbers[0], month: numbers[1], day: numbers[2])
        } else if parts[2].count == 4, (1...2).contains(parts[0].count),
            (1...2).contains(parts[1].count)
        {
            self.init(year: numbers[2], month: numbers[1], day: numbers[0])
        } else {
            return nil
        }
    }

    /// The day on which a moment falls.
    package init?(of moment: Date, in timeZone: TimeZone) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let parts = calendar.dateComponents([.year, .month, .day], from: moment)
        self.init(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    }

    /// Year-month-day.
    package var text: String {
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(number / 10_000)-\(two(number / 100 % 100))-\(two(number % 100))"
    }

    /// Earlier days come first.
    package static func < (one: Day, other: Day) -> Bool { one.number < other.number }
}

/// A company of the registry.
package struct Client: Hashable, Sendable {
    /// The company.
    package var name: ClientName
    /// The domains whose every address is the company's, in lower case.
    package var domains: [String] = []
    /// Its people, with the names that the registry gives them.
    package var people: [NamedAddress] = []
    /// People who were attached by staff, not by an import.
    package var attached: [EmailAddress] = []
    /// What it has bought; nil where it has no contract.
    package var contract: ContractLevel?
    /// The delay of an intervention on site (GTI) that the contract promises.
    package var gti: Delay?
    /// Who looks after it, as the registry writes it: an address or a name.
    package var accountManager = ""
    /// Who knows its installations.
    package var technicalReferent = ""
    /// Its sites.
    package var sites: [String] = []
    /// The language in which it is written to.
    package var language = Language.french
    /// The first day of the contract.
    package var startsOn: Day?
    /// Its last day.
    package var endsOn: Day?

    /// Names a company.
    package init(_ name: ClientName) { self.name = name }

    /// The contract that is in force on a day.
    package func contract(on day: Day) -> ContractLevel? {
        if let startsOn, day < startsOn { return nil }
        if let endsOn, endsOn < day { return nil }
        return contract
    }

    /// Whether an address is the company's.
    package func has(_ address: EmailAddress) -> Bool {
        people.contains { $0.address == address } || attached.contains(address)
            || domains.contains(address.domain)
    }
}
