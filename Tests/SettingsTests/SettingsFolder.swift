// A settings folder for one test: two small files that are right, and whatever the test changes.
//
// The folder lies in the system's temporary folder and is removed when its owner lets go of it.
// Errors are compared as if the folder were called `Mailboxes`.

import Desk
import Foundation
import Settings
import TestSupport

/// A temporary folder of settings files.
final class SettingsFolder {
    /// The smallest company.yaml that can be loaded.
    static let company = """
        company:
          name: Mileo Technology
          domain: mileo.example
          phone: 01 99 00 10 00
        hours:
          monday: ["08:30-12:30"]
        staff:
          - name: Léa Martin
            address: lea.martin@mileo.example
            roles: [complaint-handler]

        """

    /// The smallest file of an SAV mailbox.
    static let sav = """
        procedure: sav
        prefix: SAV
        address: sav@mileo.example
        source: {maildir: in}
        letters: {maildir: out}

        """

    /// The smallest file of a complaint mailbox.
    static let reclamations = """
        procedure: complaint
        prefix: REC
        address: reclamations@mileo.example
        source: {maildir: in-rec}
        letters: {maildir: out}

        """

    /// The folder's path.
    let path: String

    private let folder: TemporaryFolder

    /// A folder with company.yaml, sav.yaml and the files given here, which replace those.
    init(_ files: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        path = folder.path
        let standard = ["company.yaml": Self.company, "sav.yaml": Self.sav]
        for (name, text) in standard.merging(files, uniquingKeysWith: { $1 }) {
            try write(Data(text.utf8), to: name)
        }
    }

    /// Writes a file's bytes.
    func write(_ bytes: Data, to name: String) throws {
        try bytes.write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    /// Removes a file.
    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }

    /// The house that the folder describes.
    func house() throws(SettingsErrors) -> HouseSettings {
        try SettingsLoader.load(
            folder: path,
            stateFolder: "/var/lib/guichet",
            home: "/var/home/lea"
        )
    }

    /// What is wrong, one error a line, as if the folder were called `Mailboxes`.
    func errors() -> [String] {
        do throws(SettingsErrors) {
            _ = try house()
            return []
        } catch {
            return error.errors.map {
                $0.description.replacingOccurrences(of: path, with: "Mailboxes")
            }
        }
    }
}
