// Dates, ids and recipients.

import Desk
import Foundation
import Testing

@testable import MIME

@Suite("MailDate")
struct MailDateTests {
    @Test(
        "reads a moment",
        arguments: [
            ("Tue, 01 Sep 2026 10:22:06 +0200", 1_788_250_926),
            ("1 Sep 2026 08:22 GMT", 1_788_250_920),
            ("Tue,1 Sep 26 08:22:06 UT", 1_788_250_926),
            ("Tue, 01 Sep 2026 10:22:06 +0200 (CEST)", 1_788_250_926),
            ("Tue, 01 Sep 2026 03:22:06 EST", 1_788_250_926),
            ("Tue Sep  1 08:22:06 2026", 1_788_250_926),
            ("01-Sep-2026 08:22:06 -0000", 1_788_250_926),
            ("Thu, 01 Jan 1970 00:00:00 +0000", 0),
            ("31 Dec 99 23:59:60 Z", 946_684_800),
            ("29 Feb 2028 12:00:00 +0000", 1_835_438_400),
        ]
    )
    func reads(_ raw: String, _ seconds: Int) {
        #expect(MailDate.read(Array(raw.utf8)[...])?.timeIntervalSince1970 == Double(seconds))
    }

    @Test(
        "refuses what names no moment",
        arguments: [
            "", "demain", "32 Sep 2026 10:00 +0000", "29 Feb 2027 10:00 +0000", "1 Sep 10:00",
            "1 Sep 2026", "1 Sep 2026 25:00", "1 Sep 2026 10:99", "1 Sep 2026 1:2:3:4",
            "1 Moi 2026 10:00", "0 Sep 2026 10:00", "1 Sep 2026 10:00 +9999",
        ]
    )
    func refuses(_ raw: String) {
        #expect(MailDate.read(Array(raw.utf8)[...]) == nil)
    }

    @Test("writes what it reads, in any zone and year", arguments: [0, 7200, -12_600, 20_700])
    func writesWhatItReads(_ offset: Int) throws {
        let zone = try #require(TimeZone(secondsFromGMT: offset))
        for day in stride(from: -20_000, to: 60_000, by: 13) {
            let moment = Date(timeIntervalSince1970: Double(day * 86_400 + day % 86_400))
            let text = MailDate.text(moment, in: zone)
            #expect(MailDate.read(Array(text.utf8)[...]) == moment)
        }
    }

    @Test("writes the day of the week and the zone of the season")
    func writesWeekday() throws {
        let paris = try #require(TimeZone(identifier: "Europe/Paris"))
        let summer = Date(timeIntervalSince1970: 1_788_250_926)
        #expect(MailDate.text(summer, in: paris) == "Tue, 01 Sep 2026 10:22:06 +0200")
        let winter = Date(timeIntervalSince1970: 1_798_675_200)
        #expect(MailDate.text(winter, in: paris) == "Thu, 31 Dec 2026 01:00:00 +0100")
    }
}

@Suite("MessageIDs")
struct MessageIDsTests {
    private static func bytes(_ text: String) -> Bytes { Array(text.utf8)[...] }

    @Test(
        "reads the mail's own id",
        arguments: [
            ("<a@b>", "a@b"), (" <a@b>\r\n", "a@b"), ("a@b", "a@b"), ("<a@b> (x)", "a@b"),
            ("<a>", "a"),
        ]
    )
    func readsOwn(_ raw: String, _ id: String) {
        #expect(MessageIDs.own([Self.bytes(raw)])?.text == id)
    }

    @Test(
        "finds no id that no program could have meant",
        arguments: ["", "<>", "<a b@c>", "<a@b> <c@d>", "<a@b", "abc", "<a\0b@c>"]
    )
    func findsNone(_ raw: String) {
        #expect(MessageIDs.own([Self.bytes(raw)]) == nil)
    }

    @Test("takes an id that is repeated, and none where two differ")
    func takesRepeated() {
        #expect(MessageIDs.own([Self.bytes("<a@b>"), Self.bytes(" <a@b>")])?.text == "a@b")
        #expect(MessageIDs.own([Self.bytes("<a@b>"), Self.bytes("<c@b>")]) == nil)
        #expect(MessageIDs.own([]) == nil)
    }

    @Test("reads ids that a program has written as encoded words, for their length")
    func readsEncoded() {
        let field = Self.bytes(
            """
            <a@b> =?utf-8?q?=3Csav-2026-000014=2Enotification=2Edce?=\r
             =?utf-8?q?8f0326868802a=2E3d940fe4e0=40mileo=2Eexample=3E?=\r
             <c@d>
            """
        )
        let ids = MessageIDs.all([field], limits: .standard).map(\.text)
        let long = "sav-2026-000014.notification.dce8f0326868802a.3d940fe4e0@mileo.example"
        #expect(ids == ["a@b", long, "c@d"])
    }

    @Test("keeps the first and the last of a long thread")
    func keepsEnds() {
        let all = (0..<500).map { "<\($0)@b>" }.joined(separator: "\r\n ")
        let ids = MessageIDs.all([Self.bytes(all)], limits: .standard).map(\.text)
        #expect(ids.count == 100)
        #expect(ids.first == "0@b")
        #expect(ids.dropFirst().first == "401@b")
        #expect(ids.last == "499@b")
    }

    @Test("is not kept busy by brackets")
    func isLinear() {
        let open = Self.bytes(String(repeating: "<", count: 100_000))
        #expect(MessageIDs.all([open], limits: .standard).isEmpty)
        let empty = Self.bytes(String(repeating: "<>", count: 100_000))
        #expect(MessageIDs.all([empty], limits: .standard).isEmpty)
    }
}

@Suite("AddressList")
struct AddressListTests {
    private static func read(_ text: String) -> [String] {
        var defects: Set<MessageDefect> = []
        return AddressList.read([Array(text.utf8)[...]], limits: .standard, defects: &defects)
            .map { $0.name.isEmpty ? $0.address.text : "\($0.name) <\($0.address.text)>" }
    }

    @Test(
        "takes whatever looks like an address",
        arguments: [
            ("a@x.example", ["a@x.example"]),
            ("a@x.example, <b@x.example>", ["a@x.example", "b@x.example"]),
            ("\"B, A\" <a@x.example>", ["B, A <a@x.example>"]),
            ("A \"(x\" B <a@x.example>, c@x.example", ["A (x B <a@x.example>", "c@x.example"]),
            ("G: a@x.example, B <b@x.example>;", ["a@x.example", "B <b@x.example>"]),
            ("(x, y) a@x.example (z)", ["a@x.example"]),
            ("A <a@x.example; b@x.example", []),
            ("rien, , a@x.example,", ["a@x.example"]),
            ("=?utf-8?Q?=C3=89va?= <e@x.example>", ["Éva <e@x.example>"]),
            ("", []),
        ]
    )
    func takes(_ raw: String, _ expected: [String]) {
        #expect(Self.read(raw) == expected)
    }

    @Test("keeps a hundred, and says that there are more")
    func isBounded() {
        var defects: Set<MessageDefect> = []
        let many = (0..<101).map { "u\($0)@x.example" }.joined(separator: ",")
        let field = Array(many.utf8)[...]
        let read = AddressList.read([field], limits: .standard, defects: &defects)
        #expect(read.count == 100)
        #expect(defects == [.addressesCut])
    }
}
