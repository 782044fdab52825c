// The numbers that name mails, numberings, changes and commands. They share one table, because they
// share one grammar: digits in a range, and nothing before, behind or between them. Zero is none of
// them.

import IMAPWire
import Testing

@Suite("Numbers of the wire")
struct NumberTests {
    // Text, and what it is as UID, UIDVALIDITY, mod-sequence and tag number ("G" put before it).
    struct Row: CustomTestStringConvertible {
        let text: String
        let is32: UInt32?
        let is63: UInt64?
        var testDescription: String { "\"\(text)\"" }

        init(_ text: String, _ is32: UInt32?, _ is63: UInt64?) {
            self.text = text
            self.is32 = is32
            self.is63 = is63
        }
    }

    static let rows: [Row] = [
        Row("1", 1, 1),
        Row("42", 42, 42),
        Row("4294967295", 4_294_967_295, 4_294_967_295),
        Row("4294967296", nil, 4_294_967_296),
        Row("9223372036854775807", nil, 9_223_372_036_854_775_807),
        Row("9223372036854775808", nil, nil),
        Row("18446744073709551616", nil, nil),
        Row("99999999999999999999999999999999999999999999", nil, nil),
        Row("", nil, nil),
        Row("0", nil, nil),
        Row("00", nil, nil),
        Row("042", nil, nil),
        Row("-1", nil, nil),
        Row("+1", nil, nil),
        Row(" 1", nil, nil),
        Row("1 ", nil, nil),
        Row("1.0", nil, nil),
        Row("0x1", nil, nil),
        Row("1\0", nil, nil),
        Row("١", nil, nil),
        Row("*", nil, nil),
    ]

    @Test("are digits in their range and nothing else", arguments: rows)
    func reads(row: Row) {
        #expect(UID(parsing: row.text.utf8)?.number == row.is32)
        #expect(UIDValidity(parsing: row.text.utf8)?.number == row.is32)
        #expect(ModSeq(parsing: row.text.utf8)?.number == row.is63)
        #expect(Tag(parsing: ("G" + row.text).utf8)?.number == row.is32)
    }

    @Test("are never zero")
    func zero() {
        #expect(UID(0) == nil)
        #expect(UIDValidity(0) == nil)
        #expect(ModSeq(0) == nil)
        #expect(ModSeq(1 << 63) == nil)
        #expect(Tag(0) == nil)
    }

    @Test("of tags need our prefix", arguments: ["A001", "g1", "1", "GG1", "", "G", "G1 ", "*"])
    func foreignTags(text: String) {
        #expect(Tag(parsing: text.utf8) == nil)
    }

    @Test("come back as they were written")
    func texts() throws {
        #expect(try uid(42).description == "42")
        #expect(try #require(Tag(7)).text == "G7")
        #expect(try uid(7) < uid(8))
        #expect(try #require(ModSeq(7)) < #require(ModSeq(8)))
    }
}
