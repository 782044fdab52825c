// Cyrus, an IMAP server that is written by others than Dovecot's, and stores mails otherwise.
//
// Debian lets only one IMAP server be installed at a time. Packaging/dev/needs.sh therefore unpacks
// Cyrus under .build without installing it, and each server here runs from a copy in its own
// folder, where an account without rights may read it. The user "sav" exists, with the password
// "pw".

import Foundation
import TestSupport

/// A running Cyrus.
package final class Cyrus: Sendable {
    /// Where it listens.
    package let port: Int

    private let folder: TemporaryFolder
    private let child: Child

    private static let unpacked = PackageRoot.file(".build/servers/cyrus").path(
        percentEncoded: false
    )
    private static let programs = "usr/lib/cyrus/bin"
    private static let saslpasswd = "\(unpacked)/usr/sbin/saslpasswd2"
    private static let libraries = "usr/lib/x86_64-linux-gnu"

    /// Whether it is unpacked.
    package static var isAvailable: Bool {
        FileManager.default.isExecutableFile(atPath: "\(unpacked)/\(programs)/imapd")
            && FileManager.default.isExecutableFile(atPath: saslpasswd)
    }

    /// What a test that needs it says when it is not.
    package static let absence = "Cyrus is not unpacked: Packaging/dev/needs.sh --tests does it"

    /// Starts it and returns when it answers.
    ///
    /// Names of folders are parted by dots or by slashes, and folders lie beside INBOX or below it.
    package init(hasDots: Bool = false, isBelowInbox: Bool = false) throws {
        guard Self.isAvailable else { throw ServerError(Self.absence) }
        let folder = try TemporaryFolder()
        let account = try Account.forServers()
        for name in ["conf/proc", "conf/db", "conf/socket", "conf/log", "spool"] {
            try folder.makeFolder(name)
        }
        try Self.copyPrograms(to: folder)
        let made = try Tool.run(
            Self.saslpasswd,
            ["-p", "-c", "-f", folder.path("passwords"), "-u", "localhost", "sav"],
            input: "pw\n"
        )
        guard made.status == 0 else { throw ServerError("saslpasswd2: \(made.output)") }
        try folder.write("imapd.conf", Self.settings(folder.path, account, hasDots, isBelowInbox))
        try folder.write("log", "")
        try account.own(folder.path)
        let (words, arguments) = account.command(
            folder.path("bin/master"),
            [
                "-C", folder.path("imapd.conf"), "-M", folder.path("cyrus.conf"), "-p",
                folder.path("pid"), "-D",
            ]
        )
        let (child, ports) = try FreePort.start(ports: 1) { ports in
            try folder.write("cyrus.conf", Self.services(folder.path, port: ports[0]))
            return try Child(
                words,
                arguments,
                environment: ["LD_LIBRARY_PATH": folder.path("bin")],
                folder: folder.path,
                logPath: folder.path("log")
            )
        }
        self.child = child
        self.folder = folder
        port = ports[0]
    }

    // The folder goes with this object as well: it must not go first.
    deinit { child.kill() }

    /// What its user sees.
    package func witness(_ user: String = "sav") throws -> IMAPWitness {
        try IMAPWitness(port: port, user: user, of: self)
    }

    private static func copyPrograms(to folder: TemporaryFolder) throws {
        try folder.makeFolder("bin")
        for name in ["master", "imapd", "idled", "ctl_cyrusdb"] {
            try FileManager.default.copyItem(
                atPath: "\(unpacked)/\(programs)/\(name)",
                toPath: folder.path("bin/\(name)")
            )
        }
        let libraries = try FileManager.default.contentsOfDirectory(
            atPath: "\(unpacked)/\(Self.libraries)"
        )
        for name in libraries where name.hasSuffix(".so.0") {
            let file = URL(filePath: "\(unpacked)/\(Self.libraries)/\(name)")
                .resolvingSymlinksInPath()
            try FileManager.default.copyItem(
                at: file,
                to: folder.url.appending(path: "bin/\(name)")
            )
        }
    }

    private static func settings(
        _ folder: String,
        _ account: Account,
        _ hasDots: Bool,
        _ isBelowInbox: Bool
    ) -> String {
        """
        configdirectory: \(folder)/conf
        partition-default: \(folder)/spool
        defaultpartition: default
        admins: cyrus
        cyrus_user: \(account.user)
        cyrus_group: \(account.group)
        servername: localhost
        defaultdomain: localhost
        allowplaintext: yes
        sasl_pwcheck_method: auxprop
        sasl_auxprop_plugin: sasldb
        sasl_sasldb_path: \(folder)/passwords
        sasl_mech_list: PLAIN
        unixhierarchysep: \(hasDots ? "no" : "yes")
        altnamespace: \(isBelowInbox ? "no" : "yes")
        autocreate_quota: 0
        idlesocket: \(folder)/conf/socket/idle
        duplicatesuppression: no
        failedloginpause: 0

        """
    }

    private static func services(_ folder: String, port: Int) -> String {
        let common = "-C \(folder)/imapd.conf"
        return """
            START {
              recover cmd="\(folder)/bin/ctl_cyrusdb \(common) -r"
            }
            SERVICES {
              imap cmd="\(folder)/bin/imapd \(common)" listen="127.0.0.1:\(port)" prefork=1
            }
            EVENTS {
            }
            DAEMON {
              idled cmd="\(folder)/bin/idled \(common)"
            }

            """
    }
}
