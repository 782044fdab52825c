// What an IMAP server really holds, asked over a plain connection of its own.
//
// It shares nothing with the program under test: it knows just enough of the protocol to put mails
// into a mailbox and to testify what is there. It never changes a flag by looking.

import Foundation

/// A mail as the server shows it.
package struct WitnessedMail: Sendable, Equatable {
    /// Its number in this folder and UIDVALIDITY.
    package let uid: Int
    /// Its flags and keywords, sorted; `\Recent`, which says nothing about the mail, is left out.
    package let flags: [String]
    /// As the server writes it: `17-Jul-2024 02:44:25 +0000`.
    package let internalDate: String
    /// RFC822.SIZE.
    package let size: Int

    package init(uid: Int, flags: [String], internalDate: String, size: Int) {
        self.uid = uid
        self.flags = flags
        self.internalDate = internalDate
        self.size = size
    }
}

/// A user's view of an IMAP server.
package final class IMAPWitness {
    private let client: SocketClient
    // The server lives at least as long as its witness.
    private let server: AnyObject?
    private var number = 0

    /// Logs in, and keeps the server's owner alive as long as this.
    package init(
        port: Int,
        user: String,
        password: String = "pw",
        of server: AnyObject? = nil
    ) throws {
        self.server = server
        client = try SocketClient(port: port, timeout: 30_000)
        _ = try client.line()
        try command("LOGIN \(user) \(password)")
    }

    /// Sends a command and returns the untagged lines before its OK; anything else is thrown.
    @discardableResult
    package func command(_ text: String) throws -> [String] {
        let tag = nextTag()
        try client.send("\(tag) \(text)")
        return try answer(to: tag, text)
    }

    // MARK: Folders

    /// Makes a folder.
    package func create(_ folder: String) throws {
        try command("CREATE \"\(folder)\"")
    }

    /// The folders, sorted.
    package func folders() throws -> [String] {
        try command("LIST \"\" \"*\"").compactMap { line in
            let name = line.split(separator: " ").last.map(String.init)
            return name?.trimmingCharacters(in: ["\""])
        }.sorted()
    }

    /// The folder's UIDVALIDITY.
    package func uidValidity(of folder: String = "INBOX") throws -> Int {
        let lines = try command("STATUS \"\(folder)\" (UIDVALIDITY)")
        let words = lines.joined().split { " ()".contains($0) }
        guard let place = words.firstIndex(of: "UIDVALIDITY"), let value = Int(words[place + 1])
        else { throw ServerError("No UIDVALIDITY: \(lines)") }
        return value
    }

    // MARK: Putting mails in

    /// Appends mails, one after the other without waiting, and returns when all are in.
    package func append(
        _ mails: [[UInt8]],
        to folder: String = "INBOX",
        internalDate: String? = nil,
        flags: [String] = []
    ) throws {
        let date = internalDate.map { " \"\($0)\"" } ?? ""
        let marks = flags.isEmpty ? "" : " (\(flags.joined(separator: " ")))"
        // Some in flight at a time: enough to keep the server busy, too few to fill its buffers.
        for start in stride(from: 0, to: mails.count, by: 50) {
            var tags: [String] = []
            var bytes: [UInt8] = []
            for mail in mails[start..<min(start + 50, mails.count)] {
                let tag = nextTag()
                tags.append(tag)
                let head = "\(tag) APPEND \"\(folder)\"\(marks)\(date) {\(mail.count)+}\r\n"
                bytes += Array(head.utf8) + mail + [13, 10]
            }
            try client.sendBytes(bytes)
            for tag in tags { try answer(to: tag, "APPEND") }
        }
    }

    // MARK: Looking

    /// What lies in a folder, by UID.
    package func mails(in folder: String = "INBOX") throws -> [WitnessedMail] {
        try command("EXAMINE \"\(folder)\"")
        return try command("FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE)", orNothing: true)
            .compactMap(Self.mail)
            .sorted { $0.uid < $1.uid }
    }

    /// The bytes of a mail.
    package func bytes(of uid: Int, in folder: String = "INBOX") throws -> [UInt8] {
        try command("EXAMINE \"\(folder)\"")
        let tag = nextTag()
        try client.send("\(tag) UID FETCH \(uid) (BODY.PEEK[])")
        while true {
            let line = try client.line()
            if line.hasPrefix(tag) { throw ServerError("No mail has UID \(uid): \(line)") }
            guard line.hasSuffix("}"), let open = line.lastIndex(of: "{"),
                let count = Int(line[line.index(after: open)...].dropLast())
            else { continue }
            let bytes = try client.bytes(count)
            _ = try client.lines(through: tag)
            return bytes
        }
    }

    // MARK: Lines

    // An empty folder has no message 1: some servers say so with BAD or NO.
    private func command(_ text: String, orNothing: Bool) throws -> [String] {
        let tag = nextTag()
        try client.send("\(tag) \(text)")
        return try client.lines(through: tag + " ").dropLast()
    }

    @discardableResult
    private func answer(to tag: String, _ text: String) throws -> [String] {
        let lines = try client.lines(through: tag + " ", "* BYE")
        guard let last = lines.last, last.hasPrefix("\(tag) OK") else {
            throw ServerError("\(text): \(lines.last ?? "")")
        }
        return lines.dropLast()
    }

    private func nextTag() -> String {
        number += 1
        return "W\(number)"
    }

    // * 1 FETCH (UID 3 FLAGS (\Seen $Done) INTERNALDATE "17-Jul-2024 …" RFC822.SIZE 44)
    private static func mail(_ line: String) -> WitnessedMail? {
        guard let uid = word(after: "UID ", in: line).flatMap({ Int($0) }),
            let size = word(after: "RFC822.SIZE ", in: line).flatMap({ Int($0) }),
            let flags = between("FLAGS (", ")", in: line),
            let date = between("INTERNALDATE \"", "\"", in: line)
        else { return nil }
        return WitnessedMail(
            uid: uid,
            flags: flags.split(separator: " ").map(String.init).filter { $0 != "\\Recent" }
                .sorted(),
            internalDate: date,
            size: size
        )
    }

    private static func word(after mark: String, in line: String) -> Substring? {
        line.range(of: mark).map { line[$0.upperBound...].prefix { $0 != " " && $0 != ")" } }
    }

    private static func between(_ opening: String, _ closing: String, in line: String) -> String? {
        guard let start = line.range(of: opening)?.upperBound,
            let end = line[start...].range(of: closing)?.lowerBound
        else { return nil }
        return String(line[start..<end])
    }
}
