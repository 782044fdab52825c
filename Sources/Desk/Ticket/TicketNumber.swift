// The number that a client reads out on the telephone: `SAV-2026-001237`.
//
// Prefix, year, then a sequence of at least five digits followed by one check digit. The check
// digit covers all three parts (Damm's algorithm), so that one wrong digit, two neighbours
// exchanged, or the wrong prefix are recognised as a mistake and never lead into somebody else's
// ticket.

/// A ticket number that is known to be well-formed.
package struct TicketNumber: Hashable, Sendable, Codable {
    /// The procedure's letters, such as `SAV`.
    package let prefix: String
    /// The year in which the ticket was opened.
    package let year: Int
    /// The running number within prefix and year, from 1.
    package let sequence: Int

    /// The largest sequence; no company opens a hundred million tickets a year.
    package static let sequenceMaximum = 99_999_999

    /// Refuses a prefix that is not 2 to 5 capital letters, a year outside 2000…2999, a sequence
    /// below 1 or above the maximum.
    package init?(prefix: String, year: Int, sequence: Int) {
        guard (2...5).contains(prefix.utf8.count), prefix.utf8.allSatisfy(Self.isCapital),
            (2000...2999).contains(year), (1...Self.sequenceMaximum).contains(sequence)
        else { return nil }
        self.prefix = prefix
        self.year = year
        self.sequence = sequence
    }

    /// Reads a number exactly as `text` writes it; nil where anything is missing or wrong.
    package init?(_ text: String) {
        guard case .valid(let number)? = Mention(text) else { return nil }
        self = number
    }

    /// The number as it is written and read out.
    package var text: String { "\(prefix)-\(year)-\(writtenSequence)\(checkDigit)" }

    /// The digit that betrays a slip of the pen.
    package var checkDigit: Int {
        // The capitals A…Z enter as the numbers 10…35, two digits each. The sequence enters as it
        // is written, with its leading zeros, or a wrong one among them would go unnoticed.
        var damm = Damm()
        for byte in prefix.utf8 {
            let value = Int(byte - UInt8(ascii: "A")) + 10
            damm.take(value / 10)
            damm.take(value % 10)
        }
        for place in [1_000, 100, 10, 1] { damm.take(year / place % 10) }
        var place = 10_000
        while sequence / place > 9 { place *= 10 }
        while place > 0 {
            damm.take(sequence / place % 10)
            place /= 10
        }
        return damm.checkDigit
    }

    // At least five digits.
    private var writtenSequence: String {
        sequence < 10_000 ? String("\(100_000 + sequence)".dropFirst()) : String(sequence)
    }

    private static func isCapital(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}

extension TicketNumber: CustomStringConvertible {
    package var description: String { text }
}

extension TicketNumber {
    /// A well-formed number, for messages that show what one looks like.
    package static let sample = TicketNumber(prefix: "SAV", year: 2026, sequence: 123)?.text ?? ""

    /// What somebody wrote that looks like a ticket number.
    package enum Mention: Hashable, Sendable {
        /// A number whose check digit is right.
        case valid(TicketNumber)
        /// Looks like a number and is not one; the text is what was written.
        case mistyped(String)

        /// Reads one whole word; nil where it does not even look like a number.
        package init?(_ word: String) {
            let parts = word.utf8.split(
                separator: UInt8(ascii: "-"),
                omittingEmptySubsequences: false
            )
            guard parts.count == 3, (2...5).contains(parts[0].count), parts[1].count == 4,
                (3...10).contains(parts[2].count),
                parts[0].allSatisfy({ TicketNumber.isCapital($0 & 0xDF) && $0 < 0x80 }),
                let year = Int(Substring(parts[1])), let digits = Int(Substring(parts[2])),
                parts[1].allSatisfy(Self.isDigit), parts[2].allSatisfy(Self.isDigit)
            else { return nil }
            let prefix = String(decoding: parts[0].map { $0 & 0xDF }, as: UTF8.self)
            let shown = "\(prefix)-\(year)-\(Substring(parts[2]))"
            guard parts[2].count >= 6,
                let number = TicketNumber(prefix: prefix, year: year, sequence: digits / 10),
                number.checkDigit == digits % 10,
                number.writtenSequence.utf8.elementsEqual(parts[2].dropLast())
            else {
                self = .mistyped(shown)
                return
            }
            self = .valid(number)
        }

        private static func isDigit(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
}

/// Damm's check digit: finds every single wrong digit and every exchange of two neighbours.
struct Damm {
    // A totally anti-symmetric quasigroup of order 10 with zeros on its diagonal.
    private static let table = [
        0, 3, 1, 7, 5, 9, 8, 6, 4, 2, 7, 0, 9, 2, 1, 5, 4, 8, 6, 3,
        4, 2, 0, 6, 8, 7, 1, 3, 5, 9, 1, 7, 5, 0, 9, 8, 3, 4, 2, 6,
        6, 1, 2, 3, 0, 4, 5, 9, 7, 8, 3, 6, 7, 4, 2, 0, 9, 5, 8, 1,
        5, 8, 6, 9, 7, 2, 0, 1, 3, 4, 8, 9, 4, 5, 3, 6, 2, 0, 1, 7,
        9, 4, 3, 8, 6, 1, 7, 2, 0, 5, 2, 5, 8, 1, 4, 3, 6, 7, 9, 0,
    ]

    /// The check digit of the digits taken so far.
    private(set) var checkDigit = 0

    /// Takes the next digit.
    mutating func take(_ digit: Int) { checkDigit = Self.table[checkDigit * 10 + digit] }
}
