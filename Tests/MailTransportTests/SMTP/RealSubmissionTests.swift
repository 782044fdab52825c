// Letters handed over to a real mail server: what arrives, and what it says of those it refuses.

import Desk
import Foundation
import MailTransport
import TestServers
import Testing

private let canRun = Exim.isAvailable && TestCertificates.isAvailable

@Suite("Submission to Exim", .enabled(if: canRun, "Exim is not unpacked"))
struct RealSubmissionTests {
    @Test("is made over TLS, pipelined, letter by letter", arguments: [Protection.tls, .startTLS])
    func submits(_ protection: Protection) throws {
        let certificates = try TestCertificates.shared()
        let exim = try Exim(certificate: certificates.server(.good))
        let place = Endpoint.here(
            .smtp,
            protection == .tls ? exim.tlsPort : exim.port,
            protection,
            trusting: certificates.authority
        )
        let postman = SMTPPostman(
            MailTransport.SMTPSink(endpoint: place, account: .anonymous, clientName: "here.example")
        )
        let delivery = postman.deliver(
            [
                .letter(1, to: "a@client.example"), .letter(2, to: "nobody@client.example"),
                .letter(3, to: "later@client.example"), .letter(4, to: "a@elsewhere.example"),
                .letter(5, to: "b@client.example"),
            ],
            now: momentOfTests
        )
        #expect(delivery.failure == nil)
        #expect(
            delivery.outcomes.map { Self.word($0.1) } == [
                "done", "never", "later", "never", "done",
            ]
        )
        #expect(Self.note(delivery.outcomes[1].1) == "550 5.1.1 Nobody of this name")
        #expect(Self.note(delivery.outcomes[2].1) == "451 4.7.1 Come back later")
        #expect(try exim.waitForMails(2))
        let mails = try exim.deliveredMails().map { String(decoding: $0, as: UTF8.self) }
        #expect(mails.count == 2)
        for mail in mails {
            #expect(mail.contains("Return-path: <>"))
            #expect(mail.contains("\n.dot\nend\n"))
        }
        postman.close()
    }

    @Test(
        "is not made where the certificate is not one to trust",
        arguments: [
            (TestCertificates.Kind.expired, TransportError.Code.expiredCertificate),
            (.wrongHost, .wrongHost), (.selfSigned, .untrusted),
        ]
    )
    func certificate(_ kind: TestCertificates.Kind, _ code: TransportError.Code) throws {
        let certificates = try TestCertificates.shared()
        let exim = try Exim(certificate: certificates.server(kind))
        for (port, protection) in [(exim.tlsPort, Protection.tls), (exim.port, .startTLS)] {
            let place = Endpoint.here(.smtp, port, protection, trusting: certificates.authority)
            let postman = SMTPPostman(
                MailTransport.SMTPSink(endpoint: place, account: .anonymous, clientName: "here")
            )
            let delivery = postman.deliver([.letter(1)], now: momentOfTests)
            expectSentence(delivery.failure, code)
            #expect(delivery.outcomes.map { Self.word($0.1) } == ["later"])
        }
    }

    @Test("tells in a look what the server offers and how long its certificate lasts")
    func look() throws {
        let certificates = try TestCertificates.shared()
        let exim = try Exim(certificate: certificates.server(.good))
        let place = Endpoint.here(.smtp, exim.tlsPort, .tls, trusting: certificates.authority)
        let look = try SMTPPostman(
            MailTransport.SMTPSink(endpoint: place, account: .anonymous, clientName: "here")
        ).look(now: momentOfTests)
        #expect(look.offers == ["PIPELINING", "SIZE", "8BITMIME", "SMTPUTF8", "DSN"])
        #expect(look.lacks == [])
        #expect(look.certificateEnd != nil)
        // Exim greets with its time, which is not that of the tests.
        let difference = try #require(look.clockDifference)
        #expect(abs(difference) > 3_600)
    }

    static func word(_ outcome: SendOutcome) -> String {
        switch outcome {
        case .done: "done"
        case .later: "later"
        case .never: "never"
        case .uncertain: "uncertain"
        case .untouched: "untouched"
        }
    }

    static func note(_ outcome: SendOutcome) -> String {
        switch outcome {
        case .done(let note), .later(_, let note), .never(let note), .uncertain(let note),
            .untouched(let note):
            note
        }
    }
}
