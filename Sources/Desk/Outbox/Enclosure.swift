// A file that goes with a letter, by reference: the mail in whose bytes it lies, and the digest by
// which it is found there. Its content is put in when the letter is handed over, never before, so
// that neither events nor the outbox hold it a second time.

/// A file of a kept mail that goes with a letter.
package struct Enclosure: Hashable, Sendable {
    /// The mail that brought it.
    package let mail: MailID
    /// SHA-256 of its content, in hexadecimal.
    package let sha256: String
    /// The size of its content in bytes.
    package let size: Int
    /// Its declared type.
    package let type: String
    /// The name that it bears in the letter.
    package let name: String

    /// Refers to a file of a mail.
    package init(_ file: Attachment, of mail: MailID, name: String? = nil) {
        self.mail = mail
        sha256 = file.sha256
        size = file.size
        type = file.type
        self.name = name ?? file.name
    }

    /// Those of a mail's files that people attached, as many as fit into a number of bytes; the
    /// others are left out.
    ///
    /// A telephone puts its photographs into the text, as others put their logos: a large picture
    /// is meant, a small one is not.
    package static func choose(
        from files: [Attachment],
        of mail: MailID,
        bytesMaximum: Int
    ) -> (chosen: [Enclosure], leftOut: [Attachment]) {
        var chosen: [Enclosure] = []
        var leftOut: [Attachment] = []
        var room = bytesMaximum
        for file in files where !file.isDecoration {
            guard file.size <= room, chosen.count < countMaximum else {
                leftOut.append(file)
                continue
            }
            room -= file.size
            chosen.append(Enclosure(file, of: mail))
        }
        return (chosen, leftOut)
    }

    /// From how many bytes on a picture in the text is no logo.
    static let photographBytes = 40_000

    /// How many files go with one letter.
    package static let countMaximum = 30

    /// The same file for a colleague, who did not ask for it: what a program would run opens as a
    /// text.
    package var defused: Enclosure {
        let endings = [".html", ".htm", ".xhtml", ".svg", ".xml", ".js", ".shtml"]
        let isActive =
            endings.contains { name.lowercased().hasSuffix($0) } || type == "text/html"
            || type == "image/svg+xml" || type == "application/xhtml+xml"
        return isActive ? Enclosure(mail, sha256, size, type, "\(name).txt") : self
    }

    private init(_ mail: MailID, _ sha256: String, _ size: Int, _ type: String, _ name: String) {
        (self.mail, self.sha256, self.size, self.type, self.name) = (mail, sha256, size, type, name)
    }

    // MARK: - Mails

    /// A mail of a dossier, whose words are gathered with those of others in one file of a name.
    package init(wordsOf mail: MailID, in name: String) {
        self.init(mail, Self.words, 0, "text/plain", name)
    }

    /// Whether it is no file of the mail, but what the mail says.
    package var isWords: Bool { sha256 == Self.words || letter != nil }

    /// A letter of ours, whose words are gathered in the same way.
    package init(wordsOf letter: OutboxID, in name: String) {
        self.init(MailID(letter.row), Self.letterWords, 0, "text/plain", name)
    }

    /// The letter whose words it is; nil for what is of a mail.
    package var letter: OutboxID? { sha256 == Self.letterWords ? OutboxID(mail.row) : nil }

    /// A mail as it came, with its own files, as a file of a name.
    package init(whole mail: MailID, size: Int, as name: String) {
        self.init(mail, Self.whole, size, "message/rfc822", name)
    }

    /// Whether it is no file of the mail, but the mail itself.
    package var isWhole: Bool { sha256 == Self.whole }

    // No content has these digests.
    private static let words = String(repeating: "0", count: 64)
    private static let letterWords = String(repeating: "0", count: 63) + "1"
    private static let whole = String(repeating: "0", count: 63) + "2"

    /// How many of a dossier's mails go with a letter: the latest.
    package static let mailsMaximum = 50

    // MARK: - As it is kept

    /// One line; a name or a type holds no line break, and a type no space.
    package var text: String {
        let type = type.contains(where: \.isWhitespace) ? "application/octet-stream" : type
        return "\(mail.row) \(sha256) \(size) \(type) \(name)"
    }

    /// Reads it back; nil for what is none.
    package init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 5, let row = Int64(parts[0]), let size = Int(parts[2]), size >= 0,
            parts[1].utf8.count == 64
        else { return nil }
        self.init(MailID(row), String(parts[1]), size, String(parts[3]), String(parts[4]))
    }

    /// Several, a line each.
    package static func text(of enclosures: [Enclosure]) -> String {
        enclosures.map(\.text).joined(separator: "\n")
    }

    /// Reads several back.
    package static func all(in text: String) -> [Enclosure] {
        text.split(separator: "\n").compactMap { Enclosure(String($0)) }
    }
}

extension Attachment {
    /// Whether it is only a part of how the mail looks: a logo, and no photograph in the text.
    package var isDecoration: Bool { isInline && !isPhotograph }

    private var isPhotograph: Bool {
        (sniffedType ?? type).hasPrefix("image/") && size >= Enclosure.photographBytes
    }
}
