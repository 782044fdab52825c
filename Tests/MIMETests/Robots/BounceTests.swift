// Bounces in the forms of many mail servers: invented letters, read through the real parser.

import Desk
import TestSupport
import Testing

@Suite("Bounces")
struct BounceTests {
    static let rows = [
        "postfix-and-sendmail", "exchange-and-domino", "gmail-exim-qmail", "providers", "others",
        "true-shapes", "true-shapes-again",
    ].flatMap { MailRow.rows("bounces/\($0).txt") }

    @Test("a bounce is recognised and read", arguments: rows)
    func bounce(row: MailRow) throws {
        let found = classify(try row.reading())
        let isDelivered = row.wanted[2] == "delivered"
        #expect(found.nature == (isDelivered ? .receipt : .bounce), "\(found.reasons)")
        let report = try #require(row.reading().bounce?.leading)
        #expect((report.recipient?.text ?? "-") == row.wanted[0])
        #expect((report.status ?? "-") == row.wanted[1], "\(report.diagnostic ?? "")")
        #expect((report.originalMessageID?.text ?? "-") == row.wanted[3])
        #expect(report.isHard == (row.wanted[2] == "hard"))
    }
}
