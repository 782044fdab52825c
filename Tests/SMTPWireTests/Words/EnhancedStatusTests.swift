// Three numbers with dots, or nothing.

import Testing

@testable import SMTPWire

@Suite("EnhancedStatus")
struct EnhancedStatusTests {
    @Test(
        "reads class, subject and detail",
        arguments: [
            ("2.0.0", 2, 0, 0), ("4.7.1", 4, 7, 1), ("5.1.10", 5, 1, 10),
            ("5.999.999", 5, 999, 999),
        ]
    )
    func reads(text: String, statusClass: Int, subject: Int, detail: Int) throws {
        let status = try #require(EnhancedStatus(text))
        #expect(status.statusClass == statusClass)
        #expect(status.subject == subject)
        #expect(status.detail == detail)
        #expect(status.description == text)
    }

    @Test(
        "refuses everything else",
        arguments: [
            "", ".", "..", "5", "5.", "5.1", "5.1.", "5..1", ".1.1", "5.1.1.", "5.1.1.1", "3.0.0",
            "1.1.1", "6.1.1", "5.01.1", "5.1.01", "5.1000.1", "5.1.1000", "5.1.1 ", " 5.1.1",
            "5.1.a",
            "+5.1.1", "5.-1.1", "٥.1.1", "5.1.1\r", "5.1.1\0", "5,1,1",
            String(repeating: "5.", count: 10_000),
        ]
    )
    func refuses(text: String) {
        #expect(EnhancedStatus(text) == nil)
    }
}
