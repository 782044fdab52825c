// Addresses that a person would take for each other.

import Testing

@testable import Desk

@Suite("LookAlike")
struct LookAlikeTests {
    @Test(
        "tells disguises from the address that they imitate",
        arguments: [
            ("lea.martin@mıleo.example", "lea.martin@mileo.example"),
            ("lea.martin@mi1eo.example", "lea.martin@mileo.example"),
            ("lea.rnartin@mileo.example", "lea.martin@mileo.example"),
            ("lеа.martin@mileo.example", "lea.martin@mileo.example"),
            ("lea.martin@mile0.example", "lea.martin@mileo.example"),
            ("lea.martin@xn--mleo-lza.example", "lea.martin@mıleo.example"),
        ]
    )
    func disguises(one: String, other: String) throws {
        #expect(
            LookAlike.resembles(try DeskWorld.address(one), try DeskWorld.address(other)),
            "\(LookAlike.skeleton(of: one)) \(LookAlike.skeleton(of: other))"
        )
    }

    @Test("leaves other people alone")
    func others() throws {
        let one = try DeskWorld.address("lea.martin@mileo.example")
        #expect(!LookAlike.resembles(one, one))
        for other in ["leo.martin@mileo.example", "lea.martin@mileo.test"] {
            #expect(!LookAlike.resembles(one, try DeskWorld.address(other)))
        }
    }

    @Test(
        "reads the ASCII form of other letters",
        arguments: [
            ("xn--bcher-kva", "bücher"), ("xn--mnchen-3ya", "münchen"),
            ("xn--80ak6aa92e", "аррӏе"), ("xn--", ""),
        ]
    )
    func punycode(label: String, text: String) {
        #expect(Punycode.decoded(label) == text)
    }

    @Test(
        "refuses what is no such form",
        arguments: ["bcher-kva", "xn--ümlaut", "xn--99999999999", "xn--a-", "xn--zzzzzzzzzzzzzzz"]
    )
    func notPunycode(label: String) {
        _ = Punycode.decoded(label)
        #expect(LookAlike.skeleton(of: label).utf8.count <= 4 * label.utf8.count + 8)
    }
}
