// A certificate authority of this test process, and one server certificate for each thing that can
// be wrong with one.
//
// Made once, by openssl, on first use, in a folder that goes with the process. The keys protect
// nothing; nothing outside the tests trusts the authority.

import Foundation
import Synchronization
import TestSupport

/// The test authority and its certificates, as PEM files.
package final class TestCertificates: Sendable {
    /// A server's certificate with its key.
    package struct Server: Sendable {
        /// The path of the certificate.
        package let certificate: String
        /// The path of the private key.
        package let key: String
    }

    /// Which certificate a server shows.
    package enum Kind: String, CaseIterable, Sendable {
        /// For localhost and 127.0.0.1, signed by the authority.
        case good
        /// The same, but its days are over.
        case expired
        /// Signed by the authority, for a host that is not this one.
        case wrongHost
        /// For localhost and 127.0.0.1, signed by nobody but itself.
        case selfSigned
    }

    /// The path of the authority's certificate: what a client is told to trust.
    package let authority: String
    private let folder: TemporaryFolder

    /// The certificates of this process, made on first use.
    package static func shared() throws -> TestCertificates {
        try made.withLock { made in
            if let made { return made }
            let certificates = try TestCertificates()
            made = certificates
            // A process that ends does not tear down its globals: the folder goes at exit.
            removeAtExit(certificates.folder.path)
            return certificates
        }
    }

    /// Whether they can be made here.
    package static var isAvailable: Bool { Tool.path("openssl") != nil }

    /// What a test that needs them says when they cannot be made.
    package static let absence = "openssl is not installed"

    private static let made = Mutex<TestCertificates?>(nil)

    /// One server's certificate.
    package func server(_ kind: Kind) -> Server {
        Server(
            certificate: folder.path("\(kind.rawValue).pem"),
            key: folder.path("\(kind.rawValue).key")
        )
    }

    private init() throws {
        folder = try TemporaryFolder()
        authority = folder.path("authority.pem")
        // Servers that run as another user read their certificate here.
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: folder.path
        )
        try folder.write("empty.cnf", "[req]\ndistinguished_name = name\n[name]\n")
        try openssl(
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=Test authority",
            "-keyout",
            "authority.key",
            "-out",
            "authority.pem",
            "-addext",
            "basicConstraints=critical,CA:TRUE",
            "-addext",
            "keyUsage=critical,keyCertSign",
            "-config",
            "empty.cnf"
        )
        let here = "subjectAltName=DNS:localhost,IP:127.0.0.1"
        try make(.good, here)
        try make(.expired, here)
        try make(.wrongHost, "subjectAltName=DNS:mail.elsewhere.example")
        try openssl(
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            here,
            "-keyout",
            "selfSigned.key",
            "-out",
            "selfSigned.pem",
            "-config",
            "empty.cnf"
        )
        for kind in Kind.allCases {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o644],
                ofItemAtPath: folder.path("\(kind.rawValue).key")
            )
        }
    }

    private func make(_ kind: Kind, _ names: String) throws {
        let name = kind.rawValue
        try openssl(
            "req",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-subj",
            "/CN=\(name)",
            "-keyout",
            "\(name).key",
            "-out",
            "\(name).csr",
            "-config",
            "empty.cnf"
        )
        try folder.write("\(name).ext", "\(names)\nextendedKeyUsage=serverAuth\n")
        // `x509 -req` counts days from today: a certificate that ended yesterday began before it.
        try openssl(
            "x509",
            "-req",
            "-in",
            "\(name).csr",
            "-CA",
            "authority.pem",
            "-CAkey",
            "authority.key",
            "-CAcreateserial",
            "-days",
            kind == .expired ? "-1" : "2",
            "-extfile",
            "\(name).ext",
            "-out",
            "\(name).pem"
        )
    }

    private func openssl(_ arguments: String...) throws {
        let outcome = try Tool.run("openssl", arguments, folder: folder.path)
        guard outcome.status == 0 else {
            throw ServerError("openssl \(arguments[0]) failed: \(outcome.output)")
        }
    }
}
