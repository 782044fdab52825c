// What servers say they can do: names in any case, lists with anything between the names, and what
// IMAP4rev2 includes without naming it. What is no name is passed over, and an endless list is read
// up to a number.

import IMAPWire
import Testing

@Suite("Capability")
struct CapabilityTests {
    @Test(
        "is an atom in any case",
        arguments: [("idle", "IDLE"), ("AUTH=XOAUTH2", "AUTH=XOAUTH2")]
    )
    func reads(text: String, name: String) {
        #expect(Capability(parsing: text.utf8)?.name == name)
    }

    @Test("is nothing else", arguments: ["", "a b", "a\r\n", "{5}", "é", "\"IDLE\"", "(IDLE)"])
    func refuses(text: String) {
        #expect(Capability(parsing: text.utf8) == nil)
    }

    @Test("is read from a list, and what is no capability is passed over")
    func list() {
        let set = CapabilitySet(parsing: "IMAP4rev1  idle \"x\" Move AUTH=PLAIN AUTH=LOGIN é ".utf8)
        #expect(set.description == "AUTH=LOGIN AUTH=PLAIN IDLE IMAP4REV1 MOVE")
        #expect(set.contains(.idle) && set.contains(.move) && !set.contains(.esearch))
        #expect(set.authenticationMechanisms == ["LOGIN", "PLAIN"])
    }

    @Test("is included in IMAP4rev2 where the RFC says so")
    func revision2() {
        let set = CapabilitySet(parsing: "IMAP4rev2".utf8)
        for included: Capability in [.esearch, .move, .uidplus, .idle, .literalMinus, .enable] {
            #expect(set.contains(included))
        }
        #expect(!set.contains(.condstore) && !set.contains(.literalPlus))
    }

    @Test("is read from an endless list up to a number")
    func endless() {
        let text = (0..<10_000).map { "C\($0)" }.joined(separator: " ")
        #expect(CapabilitySet(parsing: text.utf8).named.count == CapabilitySet.countMaximum)
        #expect(Capability(parsing: String(repeating: "x", count: 101).utf8) == nil)
    }
}
