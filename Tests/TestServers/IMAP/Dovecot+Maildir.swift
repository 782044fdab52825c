// What Dovecot keeps on disk, read and written beside it: the truth that no protocol colours.

import Foundation
import TestSupport

extension Dovecot {
    /// A user's Maildir; folders lie in it under their names with a leading dot.
    package func maildir(_ user: String, folder name: String = "INBOX") -> String {
        let root = folder.path("mail/\(user)")
        return name == "INBOX"
            ? root : "\(root)/.\(name.split(separator: "/").joined(separator: "."))"
    }

    /// A file of a Maildir: a mail.
    package struct StoredMail: Sendable {
        /// Its name, which ends in its flags.
        package let name: String
        /// What is in it.
        package let bytes: [UInt8]
    }

    /// The mails of a folder as files, in the order of their names.
    package func storedMails(_ user: String, folder name: String = "INBOX") throws -> [StoredMail] {
        let root = maildir(user, folder: name)
        return try ["cur", "new"].flatMap { part in
            try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(part)").map { file in
                let url = URL(filePath: "\(root)/\(part)/\(file)")
                return StoredMail(name: file, bytes: try Array(Data(contentsOf: url)))
            }
        }.sorted { $0.name < $1.name }
    }

    /// Lets a mail arrive as from a delivery agent: written aside, then moved into `new`.
    package func deliver(_ mail: [UInt8], as name: String, to user: String) throws {
        let root = maildir(user)
        for part in [root] + ["cur", "new", "tmp"].map({ "\(root)/\($0)" })
        where !FileManager.default.fileExists(atPath: part) {
            try FileManager.default.createDirectory(
                atPath: part,
                withIntermediateDirectories: false
            )
            try account.own(part)
        }
        let aside = "\(root)/tmp/\(name)"
        try Data(mail).write(to: URL(filePath: aside))
        try account.own(aside)
        try FileManager.default.moveItem(atPath: aside, toPath: "\(root)/new/\(name)")
    }

    /// Gives the folder another UIDVALIDITY, and its mails other numbers.
    ///
    /// This is what a repair does, or a move to another machine. The mails and their flags stay.
    package func changeUIDValidity(_ user: String, folder name: String = "INBOX") throws {
        let root = maildir(user, folder: name)
        let list = "\(root)/dovecot-uidlist"
        guard let head = TextFile.read(list)?.split(separator: "\n").first else {
            throw ServerError("\(list) is missing: nobody has opened this folder yet.")
        }
        // 3 V1795255789 N2 G4f2c…
        let words = head.split(separator: " ").map { word in
            if word.hasPrefix("V"), let value = Int(word.dropFirst()) { return "V\(value + 1)" }
            return word.hasPrefix("N") ? "N1" : String(word)
        }
        for file in try FileManager.default.contentsOfDirectory(atPath: root)
        where file.hasPrefix("dovecot.index") {
            try FileManager.default.removeItem(atPath: "\(root)/\(file)")
        }
        try Data("\(words.joined(separator: " "))\n".utf8).write(to: URL(filePath: "\(list).new"))
        try account.own("\(list).new")
        try FileManager.default.removeItem(atPath: list)
        try FileManager.default.moveItem(atPath: "\(list).new", toPath: list)
    }
}
