// What leaves the house with a stranger's words in it: a letter's HTML keeps its shape, and a mail
// that was built is read back as it was meant.

import Desk
import Foundation
import Letters
import MIME

/// What goes through the writers.
enum OutgoingTargets {
    static let all = [letter, outgoing]

    private static let library: TemplateLibrary = {
        do {
            return try TemplateLibrary(folder: "Templates")
        } catch {
            preconditionFailure("the templates of the package: \(error)")
        }
    }()

    // Two lines: the client's name and the subject of the client's mail.
    private static let letter = FuzzTarget("letter", bytesMaximum: 600) { input in
        let lines = input.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        let subject = lines.count > 1 ? lines[1] : ""
        let message = composed(name: lines[0], subject: subject)
        promise(
            shapes.contains(tags(message.html)),
            "a client's words change nothing of a letter's HTML: \(message.html)"
        )
        promise(!message.text.contains("\u{0}"), "a letter holds no NUL")
        promise(isOneLine(message.subject.text), "a subject is one line")
    }

    private static func composed(name: String, subject: String) -> OutgoingMessage {
        var letter = LetterKind.savAcknowledgement.sampleLetter(in: .french)
        letter.values["client"] = .group(["name": .text(name)])
        letter.values["subject"] = .text(subject)
        do {
            return try library.compose(letter)
        } catch {
            preconditionFailure("a letter of known values: \(error)")
        }
    }

    private static let shapes: Set<[[UInt8]]> = Set(
        ["", "x"].flatMap { name in
            ["", "x"].map { tags(composed(name: name, subject: $0).html) }
        }
    )

    // By bytes: a character may hold a "<" together with what stands before it (U+0602).
    private static func tags(_ html: String) -> [[UInt8]] {
        html.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst()
            .map { tag in
                Array(tag.prefix { $0 != UInt8(ascii: ">") && $0 > UInt8(ascii: " ") })
            }
    }

    // Lines: name, subject, id; then the text, and behind a byte 01 the HTML.
    private static let outgoing = FuzzTarget("outgoing", bytesMaximum: 3_000) { input in
        let lines = input.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
        guard lines.count == 4, let client = EmailAddress("client@client.example"),
            let sav = EmailAddress("sav@mileo.example"),
            let id = MessageID("letter@mileo.example"),
            let answered = MessageID(String(decoding: lines[2], as: UTF8.self))
        else { return }
        let name = oneLine(lines[0], scalars: 200)
        let subject = oneLine(lines[1], scalars: 1_000)
        let parts = lines[3].split(separator: 1, maxSplits: 1, omittingEmptySubsequences: false)
        let texts = parts.map { String(decoding: $0, as: UTF8.self) }
        let message = OutgoingMessage(
            id: id,
            from: NamedAddress(sav, name: name),
            to: NamedAddress(client, name: name),
            subject: HeaderValue(flattening: subject),
            date: Date(timeIntervalSince1970: 1_790_000_000),
            inReplyTo: answered,
            references: [answered, id],
            autoSubmitted: .replied,
            text: texts[0],
            html: texts.count > 1 ? texts[1] : ""
        )
        let bytes = MailWriter.bytes(of: message)
        checkLines(bytes)
        let read = MailReader.read(bytes)
        promise(read.from == message.from && read.to == [message.to], "addresses come back")
        promise(read.from?.name == name && read.to.first?.name == name, "so does the name: \(name)")
        promise(read.subject == subject, "so does the subject: \(subject)")
        let isPlain = answered.text.utf8.allSatisfy { $0 < 0x80 }
        promise(
            read.id == id && read.inReplyTo == (isPlain ? [answered] : [])
                && read.references == (isPlain ? [answered, id] : [id]),
            "so do ids, and what cannot be written is left out: \(answered.text.debugDescription)"
        )
        promise(read.date == message.date, "so does the date")
        promise(read.attachments.count <= 64, "a letter is no container")
        promise(
            decoded(bytes, part: "plain") == lineEnds(texts[0]),
            "so does the text: \(texts[0].debugDescription)"
        )
        guard texts.count > 1, !texts[1].isEmpty else { return }
        promise(decoded(bytes, part: "html") == lineEnds(texts[1]), "so does the HTML")
    }

    // What a name or a subject is made of before it comes to the writer.
    private static func oneLine(_ bytes: ArraySlice<UInt8>, scalars: Int) -> String {
        let flat = HeaderValue(flattening: String(decoding: bytes, as: UTF8.self)).text
        let kept = flat.unicodeScalars.filter { $0.value != 0x061C && $0.value != 0xFEFF }
        let cut = String(String.UnicodeScalarView(kept.prefix(scalars)))
        return cut.trimmingCharacters(in: CharacterSet(charactersIn: " "))
    }

    private static func checkLines(_ bytes: [UInt8]) {
        var start = 0
        for (index, byte) in bytes.enumerated() {
            promise(
                byte >= 0x20 && byte < 0x7F || [0x0A, 0x0D, 0x09].contains(byte),
                "mail is ASCII"
            )
            if byte == 0x0D { promise(bytes[(index + 1)...].first == 0x0A, "no CR stands alone") }
            guard byte == 0x0A else { continue }
            promise(index > 0 && bytes[index - 1] == 0x0D, "no LF stands alone")
            promise(index - start <= 998, "a line has a longest length")
            start = index + 1
        }
    }

    /// The text as a part carries it: every line ended by CRLF, without control characters.
    private static func lineEnds(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        let utf8 = Array(text.utf8)
        for (index, byte) in utf8.enumerated() {
            switch byte {
            case 0x0D where index + 1 < utf8.count && utf8[index + 1] == 0x0A: break
            case 0x0D, 0x0A: bytes += [0x0D, 0x0A]
            case 0x09, 0x20...0x7E, 0x80...: bytes.append(byte)
            case _: break
            }
        }
        let isEnded = [nil, 0x0D, 0x0A].contains(utf8.last)
        return isEnded ? bytes : bytes + [0x0D, 0x0A]
    }

    // Quoted-printable undone by the book (RFC 2045, 6.7), independently of the reader.
    private static func decoded(_ mail: [UInt8], part: String) -> [UInt8] {
        let text = String(decoding: mail, as: UTF8.self)
        let marker = "Content-Type: text/\(part);"
        guard let head = text.range(of: marker),
            let start = text.range(of: "\r\n\r\n", range: head.upperBound..<text.endIndex)
        else { return [] }
        let rest = text[start.upperBound...]
        let end = rest.range(of: "\r\n--=_")?.lowerBound ?? rest.endIndex
        let body = Array(rest[..<end].utf8)
        var bytes: [UInt8] = []
        var index = 0
        while index < body.count {
            if body[index] != UInt8(ascii: "=") {
                bytes.append(body[index])
                index += 1
            } else if body[(index + 1)...].starts(with: [0x0D, 0x0A]) {
                index += 3
            } else {
                let digits = String(decoding: body[(index + 1)...].prefix(2), as: UTF8.self)
                bytes.append(UInt8(digits, radix: 16) ?? 0)
                index += 3
            }
        }
        return bytes
    }
}
