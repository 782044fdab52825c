// The kinds of value that Guichet's own settings have.
//
// Each is read through the failable initializer of its Desk type where there is one, so that the
// settings can never hold what the core would refuse.

import Desk
import Foundation

extension ScalarKind where Value == EmailAddress {
    /// One plain e-mail address.
    static var address: ScalarKind {
        ScalarKind(
            type: "address",
            allowed: "a plain e-mail address, such as sav@mileo.example",
            suggestion: { text in
                guard let open = text.lastIndex(of: "<"), let close = text.lastIndex(of: ">"),
                    open < close
                else { return nil }
                let inside = String(text[text.index(after: open)..<close])
                return EmailAddress(inside)?.text
            },
            read: { EmailAddress($0) }
        )
    }
}

extension ScalarKind where Value == SenderPattern {
    /// An address, or a domain with all that lies below it.
    static var sender: ScalarKind {
        ScalarKind(
            type: "sender",
            allowed: "an address or a domain, such as x@spam.example or spam.example",
            suggestion: { text in
                SenderPattern(text.trimmingCharacters(in: ["*", ".", " "]))?.key
            },
            read: { SenderPattern($0) }
        )
    }
}

extension ScalarKind where Value == String {
    /// A domain, kept in lower case: mail from outside never comes to a word without a dot.
    static var domain: ScalarKind {
        let read = { (text: String) -> String? in
            let domain = EmailAddress("postmaster@\(text)")?.domain
            return domain?.contains(".") == true ? domain : nil
        }
        return ScalarKind(
            type: "domain",
            allowed: "a domain, such as mileo.example",
            suggestion: { text in
                text.lastIndex(of: "@").flatMap { read(String(text[text.index(after: $0)...])) }
            },
            read: { text in text.contains("@") ? nil : read(text) }
        )
    }

    /// The name by which a mail server signs what it has found out (RFC 8601); one word may do.
    static var authority: ScalarKind {
        ScalarKind(
            type: "domain",
            allowed: "a mail server's name in Authentication-Results, such as mx.mileo.example",
            read: { $0.contains("@") ? nil : EmailAddress("postmaster@\($0)")?.domain }
        )
    }

    /// A telephone number as it is printed.
    static var phone: ScalarKind {
        ScalarKind(
            type: "phone",
            allowed: "a telephone number, such as 01 99 00 10 00",
            read: { text in
                let isAllowed = text.utf8.allSatisfy { "0123456789 +().-".utf8.contains($0) }
                let digits = text.utf8.filter { "0123456789".utf8.contains($0) }
                return isAllowed && (3...20).contains(digits.count) && text.utf8.count <= 40
                    ? text : nil
            }
        )
    }

    /// The letters before a ticket number.
    static var prefix: ScalarKind {
        let read = { (text: String) in
            TicketNumber(prefix: text, year: 2000, sequence: 1)?.prefix
        }
        return ScalarKind(
            type: "prefix",
            allowed: "2 to 5 capital letters, such as SAV",
            suggestion: { read($0.uppercased()) },
            read: read
        )
    }
}

extension ScalarKind where Value == MailboxName {
    /// The short name of a mailbox.
    static var name: ScalarKind {
        ScalarKind(
            type: "name",
            allowed: "1 to 40 of a-z, 0-9 and -, such as sav",
            suggestion: { text in
                let plain = text.folding(options: .diacriticInsensitive, locale: nil).lowercased()
                return MailboxName(plain)?.text
            },
            read: { MailboxName($0) }
        )
    }
}

extension ScalarKind where Value == TimeZone {
    /// A time zone by its name in the zone database.
    static var timeZone: ScalarKind {
        let known = TimeZone.knownTimeZoneIdentifiers
        return ScalarKind(
            type: "time zone",
            allowed: "a time zone by its name, such as Europe/Paris",
            suggestion: { NearMiss.of($0, among: known) },
            read: { known.contains($0) ? TimeZone(identifier: $0) : nil }
        )
    }
}

extension ScalarKind where Value == Delay {
    /// A promised delay of at least one unit.
    static var delay: ScalarKind {
        let units = Delay.Unit.allCases.map(\.rawValue).joined(separator: ", ")
        return ScalarKind(
            type: "delay",
            allowed: "1 to \(Delay.amountMaximum) with a unit (\(units)), such as 4 bh",
            suggestion: suggestion,
            read: { text in Delay(text).flatMap { $0.amount > 0 ? $0 : nil } }
        )
    }

    private static func suggestion(_ text: String) -> String? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).lowercased().filter(\.isLetter)
        let meant: Delay.Unit? =
            switch unit {
            case "m", "min", "mn", "minute", "minutes": .minutes
            case "h", "hour", "hours", "heure", "heures": .hours
            case "d", "j", "day", "days", "jour", "jours": .days
            case "bh", "hb", "ho", "heureouvrée", "heuresouvrées", "businesshour",
                "businesshours":
                .businessHours
            case "bd", "db", "jo", "businessday", "businessdays", "jourouvré", "joursouvrés":
                .businessDays
            default: nil
            }
        guard let meant, let amount = Int(digits), amount > 0 else { return nil }
        return Delay(amount, meant)?.description
    }
}

/// A size in bytes, as the settings write it.
struct ByteSize {
    /// How many bytes.
    let bytes: Int

    /// The units, each a power of 1000 as disks and mail providers count.
    static let units: KeyValuePairs = ["kB": 1000, "MB": 1_000_000]
}

extension ScalarKind where Value == ByteSize {
    /// A size between two bounds.
    static var size: ScalarKind {
        ScalarKind(
            type: "size",
            allowed: "10 kB to 100 MB, such as 25 MB",
            suggestion: { text in
                let plain = text.lowercased().replacingOccurrences(of: "o", with: "b")
                return ByteSize.units.compactMap { unit, _ -> String? in
                    guard plain.hasSuffix(unit.lowercased()) else { return nil }
                    let number = plain.dropLast(unit.count).filter { !$0.isWhitespace }
                    return read("\(number) \(unit)").map { _ in "\(number) \(unit)" }
                }
                .first
            },
            read: read
        )
    }

    private static func read(_ text: String) -> ByteSize? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard (1...6).contains(digits.count), let number = Int(digits),
            let factor = ByteSize.units.first(where: { $0.key == unit })?.value,
            (10_000...100_000_000).contains(number * factor)
        else { return nil }
        return ByteSize(bytes: number * factor)
    }
}

extension ScalarKind where Value == OpeningRange {
    /// One stretch of opening on one day.
    static var range: ScalarKind {
        ScalarKind(
            type: "range",
            allowed: "a range that ends later than it begins, such as \"08:30-12:30\"",
            suggestion: suggestion,
            read: read
        )
    }

    private static func read(_ text: String) -> OpeningRange? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2,
            let from = time(parts[0].trimmingCharacters(in: .whitespaces)),
            let until = time(parts[1].trimmingCharacters(in: .whitespaces))
        else { return nil }
        return OpeningRange(from: from, until: until)
    }

    private static func time(_ text: String) -> TimeOfDay? {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
            let hours = twoDigits(bytes[0...1]), let minutes = twoDigits(bytes[3...4]),
            minutes < 60
        else { return nil }
        return TimeOfDay(minutes: hours * 60 + minutes)
    }

    private static func twoDigits(_ bytes: ArraySlice<UInt8>) -> Int? {
        bytes.allSatisfy { (0x30...0x39).contains($0) }
            ? bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }

    // `8h30–12h30` and `8:30 - 12:30` are what people write; four numbers tell what they meant.
    private static func suggestion(_ text: String) -> String? {
        let numbers = text.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
        guard numbers.count == 4, numbers[1] < 60, numbers[3] < 60,
            numbers.allSatisfy({ $0 <= 60 }),
            let from = TimeOfDay(minutes: numbers[0] * 60 + numbers[1]),
            let until = TimeOfDay(minutes: numbers[2] * 60 + numbers[3]), from < until
        else { return nil }
        return "\(from.text)-\(until.text)"
    }
}
