// TLS with a real server: a connection is encrypted, and to the right one, or there is none.

import Desk
import Foundation
import MailTransport
import TestServers
import Testing

@Suite(
    "A connection with TLS",
    .enabled(if: Dovecot.isAvailable && TestCertificates.isAvailable, "dovecot or openssl absent")
)
struct SecureConnectionTests {
    @Test("is had from the first byte and by STARTTLS, and shows the certificate's last day")
    func opens() throws {
        let certificates = try TestCertificates.shared()
        let dovecot = try Dovecot(.init(certificate: certificates.server(.good)))
        for (port, protection) in [
            (dovecot.tlsPort, Protection.tls), (dovecot.port, .startTLS),
        ] {
            let connection = try Connection.open(
                .here(.imap, port, protection, trusting: certificates.authority),
                as: .sav(),
                now: momentOfTests
            )
            #expect(connection.certificateExpiry?.hasSuffix("GMT") == true)
        }
    }

    @Test(
        "is refused where the certificate is not one to trust",
        arguments: [
            (TestCertificates.Kind.expired, TransportError.Code.expiredCertificate),
            (.wrongHost, .wrongHost), (.selfSigned, .untrusted),
        ]
    )
    func certificate(_ kind: TestCertificates.Kind, _ code: TransportError.Code) throws {
        let certificates = try TestCertificates.shared()
        let dovecot = try Dovecot(.init(certificate: certificates.server(kind)))
        for (port, protection) in [
            (dovecot.tlsPort, Protection.tls), (dovecot.port, .startTLS),
        ] {
            let place = Endpoint.here(.imap, port, protection, trusting: certificates.authority)
            let error = #expect(throws: TransportError.self) {
                try Connection.open(place, as: .sav("hunter2"), now: momentOfTests)
            }
            expectSentence(error, code)
        }
        #expect(!dovecot.log.contains("sav"))
    }

    @Test("is refused where nobody we trust signed the certificate")
    func authority() throws {
        let certificates = try TestCertificates.shared()
        let dovecot = try Dovecot(.init(certificate: certificates.server(.good)))
        let error = #expect(throws: TransportError.self) {
            try Connection.open(
                .here(.imap, dovecot.tlsPort, .tls),
                as: .sav("hunter2"),
                now: momentOfTests
            )
        }
        expectSentence(error, .untrusted)
        #expect(error?.sentence.contains("ca-file") == true)
    }

    @Test("is refused where the file of authorities is not there")
    func noAuthorities() throws {
        let certificates = try TestCertificates.shared()
        let dovecot = try Dovecot(.init(certificate: certificates.server(.good)))
        let error = #expect(throws: TransportError.self) {
            try Connection.open(
                .here(.imap, dovecot.tlsPort, .tls, trusting: "/nowhere/authority.pem"),
                as: .sav(),
                now: momentOfTests
            )
        }
        expectSentence(error, .untrusted, naming: "ca-file")
    }

    @Test("is refused by a server that offers no STARTTLS, and nothing secret is said to it")
    func noStartTLS() throws {
        let dovecot = try Dovecot()
        let error = #expect(throws: TransportError.self) {
            try Connection.open(
                .here(.imap, dovecot.port, .startTLS),
                as: .sav("hunter2"),
                now: momentOfTests
            )
        }
        expectSentence(error, .unprotected)
        #expect(!dovecot.log.contains("user=<sav>"))
    }

    @Test(
        "is refused where STARTTLS is not offered or plain text follows it",
        arguments: [IMAPMisbehaviour.noStartTLS, .plainTextAfterStartTLS]
    )
    func stripped(_ misbehaviour: IMAPMisbehaviour) throws {
        let server = try FaultyIMAPServer(misbehaviour)
        let error = #expect(throws: TransportError.self) {
            try Connection.open(
                .here(.imap, server.port, .startTLS),
                as: .sav("hunter2"),
                now: momentOfTests
            )
        }
        expectSentence(error, .unprotected)
        #expect(server.logins == 0)
    }

    @Test("is refused where a plain port is taken for one with TLS")
    func plainPort() throws {
        let dovecot = try Dovecot()
        let error = #expect(throws: TransportError.self) {
            try Connection.open(.here(.imap, dovecot.port, .tls), as: .sav(), now: momentOfTests)
        }
        expectSentence(error, .unprotected)
    }

    @Test("is refused with a wrong password, in the server's words and without ours")
    func wrongPassword() throws {
        let certificates = try TestCertificates.shared()
        let dovecot = try Dovecot(.init(certificate: certificates.server(.good)))
        let error = #expect(throws: TransportError.self) {
            try Connection.open(
                .here(.imap, dovecot.tlsPort, .tls, trusting: certificates.authority),
                as: .sav("hunter2"),
                now: momentOfTests
            )
        }
        expectSentence(error, .loginRefused)
        #expect(
            error?.sentence.contains("AUTHENTICATIONFAILED") == true,
            "\(error?.sentence ?? "")"
        )
    }
}
