// Sets of UIDs: their text, their arithmetic, and their division into commands. The arithmetic is
// compared with that of plain sets on random members. Ranges of billions are counted and searched
// without being expanded.

import IMAPWire
import Testing

@Suite("UIDSet")
struct UIDSetTests {
    @Test(
        "reads every spelling of the grammar and writes one",
        arguments: [
            ("1", "1"), ("1,2,3", "1:3"), ("3:1", "1:3"), ("5,1:3,4", "1:5"), ("1,1,1", "1"),
            ("1:4294967295", "1:4294967295"), ("4294967295", "4294967295"),
            ("10,20:30,5", "5,10,20:30"), ("1:5,3:8", "1:8"), ("7:7", "7"),
        ]
    )
    func spellings(text: String, written: String) throws {
        let set = try #require(UIDSet(parsing: text.utf8))
        #expect(set.text == written)
        #expect(UIDSet(parsing: set.text.utf8) == set)
    }

    @Test(
        "refuses what is cut short, wrong or hostile",
        arguments: [
            "", ",", "1,", ",1", "1:", ":1", "1:2:3", "1,,2", "0", "1:0", "0:1", "*", "1:*",
            "4294967296", "1:4294967296", "-1", "1-2", "1 2", " 1", "1 ", "1,2\r\n", "a", "1\0",
            "01", "99999999999999999999",
        ]
    )
    func refusals(text: String) {
        #expect(UIDSet(parsing: text.utf8) == nil)
    }

    @Test("counts, finds and lists huge ranges without expanding them")
    func huge() throws {
        let set = try uidSet("1:4294967295")
        #expect(set.count == 4_294_967_295)
        #expect(try set.contains(uid(2_000_000_000)))
        #expect(set.last == UID(4_294_967_295))
        #expect(set.prefix(3).map(\.number) == [1, 2, 3])
        #expect(try set.subtracting(uidSet("2:4294967294")).text == "1,4294967295")
    }

    @Test("agrees with a plain set in all its arithmetic", arguments: 0..<40)
    func arithmetic(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let (one, first) = try Self.anySet(&generator)
        let (two, second) = try Self.anySet(&generator)
        #expect(Set(one.union(two)) == first.union(second))
        #expect(Set(one.intersection(two)) == first.intersection(second))
        #expect(Set(one.subtracting(two)) == first.subtracting(second))
        #expect(one.isDisjoint(with: two) == first.isDisjoint(with: second))
        #expect(one.count == first.count)
        #expect(Array(one) == first.sorted())
        for number: UInt32 in 1...60 {
            let uid = try uid(number)
            #expect(one.contains(uid) == first.contains(uid))
            var less = one
            #expect(less.remove(uid) == first.contains(uid))
            #expect(Set(less) == first.subtracting([uid]))
            var more = one
            more.insert(uid)
            #expect(more == one.union(UIDSet(uid)))
        }
    }

    private static func anySet(
        _ generator: inout SeededGenerator
    ) throws -> (UIDSet, Set<UID>) {
        let members = try (0..<Int.random(in: 0...40, using: &generator)).map { _ in
            try uid(UInt32.random(in: 1...60, using: &generator))
        }
        return (UIDSet(members), Set(members))
    }

    @Test("is empty in one way only")
    func empty() throws {
        #expect(UIDSet().isEmpty)
        #expect(UIDSet().text.isEmpty)
        #expect(UIDSet().first == nil)
        #expect(try uidSet("5").subtracting(uidSet("1:9")) == UIDSet())
        #expect(UIDSet([UID]()).chunks(countMaximum: 1).isEmpty)
    }

    @Test(
        "is divided by number",
        arguments: [
            ("1:10", 4, ["1:4", "5:8", "9:10"]), ("1,3,5", 2, ["1,3", "5"]), ("7", 100, ["7"]),
            ("4294967294:4294967295", 1, ["4294967294", "4294967295"]),
            ("1:3,10:12", 4, ["1:3,10", "11:12"]),
        ]
    )
    func dividedByNumber(text: String, countMaximum: Int, parts: [String]) throws {
        #expect(try uidSet(text).chunks(countMaximum: countMaximum).map(\.text) == parts)
    }

    @Test("is divided by the length of its text")
    func dividedByLength() throws {
        let set = UIDSet(try (1...5_000).map { try uid($0 * 2 + 1_000_000_000) })
        let parts = set.chunks(countMaximum: 10_000)
        #expect(parts.count == 8)
        #expect(parts.allSatisfy { $0.text.utf8.count <= UIDSet.textLengthMaximum })
        #expect(parts.reduce(UIDSet()) { $0.union($1) } == set)
        #expect(parts.reduce(0) { $0 + $1.count } == set.count)
        let narrow = try uidSet("4294967290:4294967295,1:9")
        #expect(
            narrow.chunks(countMaximum: 100, lengthMaximum: 22).map(\.text)
                == ["1:9", "4294967290:4294967295"]
        )
    }

    @Test("is not divided into nothing")
    func misuse() async {
        await #expect(processExitsWith: .failure) { _ = UIDSet().chunks(countMaximum: 0) }
    }
}
