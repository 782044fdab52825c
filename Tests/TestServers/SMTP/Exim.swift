// Exim, a real mail server, on this machine's loopback: what the program sends arrives in a
// Maildir, as a real server hands it on.
//
// Debian lets only one mail server be installed at a time. Packaging/dev/needs.sh therefore unpacks
// Exim under .build without installing it; a copy in the folder runs, where an account without
// rights may read it. It takes mails for client.example and mileo.example and relays nothing. The
// recipients `nobody` and `later` are refused and deferred. Nothing of the system's configuration
// is used, and nothing is ever sent anywhere.

import Foundation
import TestSupport

/// A running Exim.
package final class Exim: Sendable {
    /// Where it listens, with STARTTLS where it has a certificate.
    package let port: Int
    /// Where it listens with TLS from the first byte, where it has a certificate.
    package let tlsPort: Int

    private let folder: TemporaryFolder
    private let child: Child

    private static let unpacked = PackageRoot.file(".build/servers/exim/usr/sbin/exim4")
        .path(percentEncoded: false)

    /// Whether it is unpacked.
    package static var isAvailable: Bool {
        FileManager.default.isExecutableFile(atPath: unpacked)
    }

    /// What a test that needs it says when it is not.
    package static let absence = "Exim is not unpacked: Packaging/dev/needs.sh --tests does it"

    /// Starts it and returns when it answers.
    package init(certificate: TestCertificates.Server? = nil) throws {
        guard Self.isAvailable else { throw ServerError(Self.absence) }
        let folder = try TemporaryFolder()
        let account = try Account.forServers()
        for name in ["spool", "mail", "mail/cur", "mail/new", "mail/tmp"] {
            try folder.makeFolder(name)
        }
        try folder.write("log", "")
        try FileManager.default.copyItem(atPath: Self.unpacked, toPath: folder.path("exim"))
        // Exim reads its own settings again for each delivery, and trusts only what nobody else
        // can change.
        try account.own(folder.path)
        let (words, arguments) = account.command(
            folder.path("exim"),
            ["-C", folder.path("exim.conf"), "-bdf", "-q1h"]
        )
        let (child, ports) = try FreePort.start(ports: 2) { ports in
            let text = Self.configuration(folder.path, account, ports, certificate)
            try folder.write("exim.conf", text)
            return try Child(words, arguments, folder: folder.path, logPath: folder.path("log"))
        }
        self.child = child
        self.folder = folder
        port = ports[0]
        tlsPort = ports[1]
    }

    // The folder goes with this object as well: it must not go first.
    deinit { child.kill() }

    /// Ends it.
    package func stop() {
        child.stop()
    }

    /// What it wrote into its log.
    package var log: String {
        child.log + (TextFile.read(folder.path("mainlog")) ?? "")
    }

    /// The mails it delivered, one for each recipient, with `Return-path` and `Envelope-to` on top.
    package func deliveredMails() throws -> [[UInt8]] {
        try folder.names(in: "mail/new").map { try folder.read("mail/new/\($0)") }
    }

    /// Waits until this many mails were delivered; false when time was up before.
    package func waitForMails(_ count: Int, milliseconds: Int = 30_000) throws -> Bool {
        let deadline = Deadline(milliseconds: milliseconds)
        while try folder.names(in: "mail/new").count < count, !deadline.isOver {
            Descriptor.pause(milliseconds: min(5, deadline.rest))
        }
        return try folder.names(in: "mail/new").count >= count
    }

    private static func configuration(
        _ folder: String,
        _ account: Account,
        _ ports: [Int],
        _ certificate: TestCertificates.Server?
    ) -> String {
        let tls = certificate.map {
            """
            tls_advertise_hosts = *
            tls_certificate = \($0.certificate)
            tls_privatekey = \($0.key)
            tls_on_connect_ports = \(ports[1])
            """
        }
        return """
            primary_hostname = mx.example
            spool_directory = \(folder)/spool
            log_file_path = \(folder)/%slog
            pid_file_path = \(folder)/pid
            exim_user = \(account.user)
            exim_group = \(account.group)
            exim_path = \(folder)/exim
            never_users = root
            deliver_drop_privilege = true
            local_interfaces = 127.0.0.1
            daemon_smtp_ports = \(ports[0])\(tls == nil ? "" : " : \(ports[1])")
            \(tls ?? "tls_advertise_hosts =")
            disable_ipv6 = true
            keep_environment =
            host_lookup =
            rfc1413_query_timeout = 0s
            check_spool_space = 0
            check_log_space = 0
            dsn_advertise_hosts = *
            smtputf8_advertise_hosts = *
            domainlist ours = mileo.example : client.example
            acl_smtp_rcpt = recipient
            acl_smtp_data = body
            begin acl
            recipient:
              deny    message = 550 5.1.1 Nobody of this name
                      condition = ${if eq{$local_part}{nobody}}
              defer   message = 451 4.7.1 Come back later
                      condition = ${if eq{$local_part}{later}}
              accept  domains = +ours
              deny    message = 550 5.7.1 Nothing is relayed
            body:
              accept
            begin routers
            all:
              driver = accept
              transport = maildir
            begin transports
            maildir:
              driver = appendfile
              directory = \(folder)/mail
              maildir_format
              batch_max = 1
              envelope_to_add
              return_path_add

            """
    }
}
