// "Did you mean…?"

import Testing

@testable import Desk

@Suite("NearMiss")
struct NearMissTests {
    @Test(
        "finds the nearest word, or none",
        arguments: [
            ("explian", "explain"), ("tikets", "tickets"), ("TICKETS", "tickets"),
            ("chek", "check"), ("banana", nil), ("", nil), ("xy", nil),
        ] as [(String, String?)]
    )
    func nearest(word: String, expected: String?) {
        #expect(NearMiss.of(word, among: ["explain", "tickets", "check", "run"]) == expected)
    }
}
