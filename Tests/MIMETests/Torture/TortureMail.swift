// One mail made to hurt: its name, how it is made, and what a user must notice.
//
// The mails are made by code, so that a hundred thousand parts take one line here and nothing on
// the disk. Each table of them is a file of this folder.

import Desk
import Testing

/// A mail that was made to hurt a reader.
struct TortureMail: Sendable, CustomTestStringConvertible {
    /// What must be noticed of what was read.
    struct Expectation: Sendable {
        var defects: Set<MessageDefect> = []
        var author: String?
        var hasNoAuthor = false
        var subject: String?
        var text: String?
        var textContains: String?
        var files: [String]?
        var isAllRight = false
    }

    let name: String
    let make: @Sendable () -> [UInt8]
    var expected = Expectation()

    /// A mail of bytes.
    init(_ name: String, bytes make: @escaping @Sendable () -> [UInt8]) {
        self.name = name
        self.make = make
    }

    /// A mail of text.
    init(_ name: String, _ make: @escaping @Sendable () -> String) {
        self.init(name, bytes: { Array(make().utf8) })
    }

    var testDescription: String { name }

    /// These defects are named.
    func says(_ defects: MessageDefect...) -> TortureMail {
        changed { $0.defects.formUnion(defects) }
    }

    /// The author is this one.
    func from(_ address: String) -> TortureMail { changed { $0.author = address } }

    /// There is nobody to answer.
    var fromNobody: TortureMail { changed { $0.hasNoAuthor = true } }

    /// The subject is this one.
    func about(_ subject: String) -> TortureMail { changed { $0.subject = subject } }

    /// The text is this one.
    func reads(_ text: String) -> TortureMail { changed { $0.text = text } }

    /// The text holds this.
    func tells(_ text: String) -> TortureMail { changed { $0.textContains = text } }

    /// The files have these names.
    func brings(_ files: String...) -> TortureMail { changed { $0.files = files } }

    /// It looks worse than it is: nothing is odd about it.
    var isAllRight: TortureMail { changed { $0.isAllRight = true } }

    private func changed(_ change: (inout Expectation) -> Void) -> TortureMail {
        var mail = self
        change(&mail.expected)
        return mail
    }
}

/// What mails are made of.
enum Torture {
    /// The fields of an ordinary mail; the next line is a field or the empty line.
    static let head = """
        From: Lea <a@client.example>
        To: sav@mileo.example
        Subject: essai
        Date: Tue, 01 Sep 2026 10:22:06 +0200
        Message-ID: <1@client.example>

        """

    /// The fields without a subject.
    static let bare =
        "From: a@client.example\nDate: Tue, 01 Sep 2026 10:22:06 +0200\n"
        + "Message-ID: <1@client.example>\n"

    /// Something many times, numbered.
    static func times(_ count: Int, _ line: (Int) -> String) -> String {
        var text = ""
        for number in 0..<count { text += line(number) }
        return text
    }

    /// Something many times.
    static func times(_ count: Int, _ text: String) -> String {
        String(repeating: text, count: count)
    }

    /// A mail of parts between the boundary "b".
    static func mixed(_ parts: String..., type: String = "mixed", end: String = "--b--\n") -> String
    {
        head + "Content-Type: multipart/\(type); boundary=b\n\n"
            + parts.map { "--b\n\($0)\n" }.joined() + end
    }

    /// A mail of one HTML text.
    static func html(_ html: String) -> String {
        head + "Content-Type: text/html; charset=utf-8\n\n" + html
    }

    /// A mail of one text of a type.
    static func text(_ type: String, _ body: [UInt8], encoding: String = "8bit") -> [UInt8] {
        Array((head + "Content-Type: \(type)\nContent-Transfer-Encoding: \(encoding)\n\n").utf8)
            + body
    }

    /// A file of bytes, in base64.
    static func file(_ name: String, _ type: String, _ bytes: [UInt8]) -> String {
        "Content-Type: \(type); name=\"\(name)\"\nContent-Disposition: attachment; "
            + "filename=\"\(name)\"\nContent-Transfer-Encoding: base64\n\n\(base64(bytes))\n"
    }

    /// Bytes in base64, on one line.
    static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start...].prefix(3)
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                let digit = digits[bits >> (18 - 6 * place) & 0x3F]
                text.append(place <= group.count ? digit : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// A container of Outlook: attributes of a level, an identifier and a value.
    static func winmail(
        _ attributes: (level: UInt8, identifier: UInt32, value: [UInt8])...
    ) -> [UInt8] {
        var bytes: [UInt8] = [0x78, 0x9F, 0x3E, 0x22, 1, 0]
        for attribute in attributes {
            bytes.append(attribute.level)
            bytes += number(attribute.identifier) + number(UInt32(attribute.value.count))
            bytes += attribute.value + [0, 0]
        }
        return bytes
    }

    /// Four bytes, the lowest first.
    static func number(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// A mail that brings an Outlook container.
    static func withWinmail(_ bytes: [UInt8]) -> String {
        mixed("\nvoir\n", file("winmail.dat", "application/ms-tnef", bytes))
    }
}
