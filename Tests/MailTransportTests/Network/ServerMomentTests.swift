// Moments in servers' words: what is read, and what is no moment.

import Foundation
import Testing

@testable import MailTransport

@Suite("A server's moment")
struct ServerMomentTests {
    @Test(
        "is found in a greeting and in the header of an answer",
        arguments: [
            ("220 mx.example ESMTP Exim 4.96 Sat, 21 Nov 2026 11:45:00 +0000", 1_795_261_500.0),
            ("Sat, 21 Nov 2026 11:45:00 GMT", 1_795_261_500),
            ("21 nov 2026 12:45:00 +0100", 1_795_261_500),
            ("21 Nov 2026 07:15:00 -0430 (VET)", 1_795_261_500),
        ]
    )
    func found(_ text: String, _ seconds: Double) {
        #expect(ServerMoment.inText(text) == Date(timeIntervalSince1970: seconds))
    }

    @Test(
        "is not invented",
        arguments: [
            "", "220 sink.example ESMTP", "21 Nov 2026", "Nov 21 2026 11:45:00 GMT",
            "99 Nov 2026 11:45:00 GMT", "21 Nov 2026 11:45 GMT", "21 Nov 2026 11:45:00 XYZ",
        ]
    )
    func absent(_ text: String) {
        #expect(ServerMoment.inText(text) == nil)
    }

    @Test("is read out of a certificate")
    func certificate() {
        let moment = Date(timeIntervalSince1970: 1_795_261_500)
        #expect(ServerMoment.inCertificate("Nov 21 11:45:00 2026 GMT") == moment)
        #expect(ServerMoment.inCertificate("Nov  1 11:45:00 2026 GMT") != nil)
        #expect(ServerMoment.inCertificate("soon") == nil)
    }
}
