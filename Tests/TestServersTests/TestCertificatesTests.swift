// The certificates are what their names say, as openssl itself judges them.

import TestServers
import Testing

@Suite("The test certificates", .enabled(if: TestCertificates.isAvailable, "openssl is absent"))
struct TestCertificatesTests {
    @Test(arguments: TestCertificates.Kind.allCases)
    func areWhatTheirNamesSay(_ kind: TestCertificates.Kind) throws {
        let certificates = try TestCertificates.shared()
        let outcome = try Tool.run(
            "openssl",
            [
                "verify", "-CAfile", certificates.authority, "-verify_ip", "127.0.0.1",
                certificates.server(kind).certificate,
            ]
        )
        let complaint =
            switch kind {
            case .good: ": OK"
            case .expired: "certificate has expired"
            case .wrongHost: "IP address mismatch"
            case .selfSigned: "self-signed certificate"
            }
        #expect(outcome.output.contains(complaint), "\(outcome.output)")
    }
}
