// Ticket numbers: what a client may write, and that a slip of the pen never leads anywhere.

import Testing

@testable import Desk

@Suite("TicketNumber")
struct TicketNumberTests {
    @Test(
        "writes prefix, year, at least five digits and a check digit",
        arguments: [
            ("SAV", 2026, 1, "SAV-2026-00001"), ("REC", 2026, 42, "REC-2026-00042"),
            ("SAV", 2027, 99_999, "SAV-2027-99999"), ("SAV", 2026, 123_456, "SAV-2026-123456"),
        ]
    )
    func writes(prefix: String, year: Int, sequence: Int, beginning: String) throws {
        let number = try #require(TicketNumber(prefix: prefix, year: year, sequence: sequence))
        #expect(number.text.dropLast() == beginning)
        #expect(number.text.last == Character(String(number.checkDigit)))
        #expect(TicketNumber(number.text) == number)
        #expect(TicketNumber(number.text.lowercased()) == number, "case does not matter")
    }

    @Test("finds every single wrong digit")
    func singleErrors() throws {
        for sequence in [1, 7, 123, 4096, 99_999] {
            let number = try #require(TicketNumber(prefix: "SAV", year: 2026, sequence: sequence))
            let text = Array(number.text)
            for place in text.indices where text[place].isNumber {
                for digit in "0123456789" where digit != text[place] {
                    var wrong = text
                    wrong[place] = digit
                    #expect(TicketNumber(String(wrong)) == nil, "\(String(wrong))")
                }
            }
        }
    }

    @Test("finds every exchange of two neighbours")
    func transpositions() throws {
        for sequence in [19, 123, 40_961, 87_654] {
            let number = try #require(TicketNumber(prefix: "REC", year: 2026, sequence: sequence))
            let text = Array(number.text)
            for place in 9..<(text.count - 1) where text[place] != text[place + 1] {
                var wrong = text
                wrong.swapAt(place, place + 1)
                #expect(TicketNumber(String(wrong)) == nil, "\(String(wrong))")
            }
        }
    }

    @Test("finds the wrong procedure's prefix")
    func wrongPrefix() throws {
        let number = try #require(TicketNumber(prefix: "SAV", year: 2026, sequence: 123))
        #expect(TicketNumber("REC" + number.text.dropFirst(3)) == nil)
    }

    @Test(
        "tells what only looks like a number",
        arguments: ["SAV-2026-00111", "sav-2026-1", "REC-2026-123", "SAV-2026-0000000001"]
    )
    func mistyped(text: String) {
        guard case .mistyped? = TicketNumber.Mention(text) else {
            if text == "sav-2026-1" {
                #expect(TicketNumber.Mention(text) == nil, "too short to be meant")
            } else {
                Issue.record("\(text) should be recognised as mistyped")
            }
            return
        }
        #expect(TicketNumber(text) == nil)
    }

    @Test(
        "is not tempted by other words",
        arguments: [
            "", "SAV", "SAV-2026", "SAV-2026-", "2026-10-12", "A-2026-001237", "SAV–2026–001237",
        ]
    )
    func otherWords(text: String) {
        #expect(TicketNumber.Mention(text) == nil)
    }

    @Test("refuses parts that no number has")
    func refusals() {
        #expect(TicketNumber(prefix: "sav", year: 2026, sequence: 1) == nil)
        #expect(TicketNumber(prefix: "S", year: 2026, sequence: 1) == nil)
        #expect(TicketNumber(prefix: "SAV", year: 1999, sequence: 1) == nil)
        #expect(TicketNumber(prefix: "SAV", year: 2026, sequence: 0) == nil)
        #expect(TicketNumber(prefix: "SAV", year: 2026, sequence: 100_000_000) == nil)
    }
}
