// A letter as the bytes that go out, the same bytes for the same letter whenever it is written.
//
// Ours, because it is little: fixed fields in a fixed order, two texts, one encoding. Nothing
// depends on the clock or on chance (the boundary comes from the Message-ID), every line ends with
// CRLF and has at most 998 bytes, and no value can begin a line of its own: header values are
// types that hold no line break, and what is not plain ASCII is encoded.

package import Desk
package import Foundation

/// Writes outgoing mails.
package enum MailWriter {
    /// The whole mail; the zone is the one in which its Date is written.
    package static func bytes(
        of message: OutgoingMessage,
        timeZone: TimeZone = .gmt
    ) -> [UInt8] {
        var mail = header(of: message, timeZone: timeZone)
        let text = QuotedPrintable.encoded(message.text)
        guard !message.html.isEmpty else {
            mail += partHeader("plain")
            return FileParts.enclosing(message.files, in: mail + text, named: message.id)
        }
        let boundary = boundary(of: message)
        mail += line("Content-Type: multipart/alternative; boundary=\"\(boundary)\"")
        mail += line("")
        mail += line("--\(boundary)") + partHeader("plain") + text
        mail += line("") + line("--\(boundary)")
        mail += partHeader("html") + QuotedPrintable.encoded(message.html)
        mail += line("") + line("--\(boundary)--")
        return FileParts.enclosing(message.files, in: mail, named: message.id)
    }

    /// A mail of ours with files put in: the same bytes as if they had been in from the start.
    package static func bytes(
        of mail: [UInt8],
        named id: MessageID,
        with files: [OutgoingFile]
    ) -> [UInt8] {
        FileParts.enclosing(files, in: mail, named: id)
    }

    private static func header(of message: OutgoingMessage, timeZone: TimeZone) -> [UInt8] {
        var fields: [[UInt8]] = [
            HeaderEncoding.field("From", address: message.from),
            HeaderEncoding.field("To", address: message.to),
            HeaderEncoding.field("Subject", text: message.subject.text),
            line("Date: \(MailDate.text(message.date, in: timeZone))"),
            HeaderEncoding.field("Message-ID", ids: [message.id]),
        ]
        if !message.cc.isEmpty {
            fields.append(HeaderEncoding.field("Cc", addresses: message.cc))
        }
        if let replyTo = message.replyTo {
            fields.append(HeaderEncoding.field("Reply-To", address: replyTo))
        }
        if let answered = message.inReplyTo, isASCII(answered) {
            fields.append(HeaderEncoding.field("In-Reply-To", ids: [answered]))
        }
        let references = thread(message.references.filter(isASCII))
        if !references.isEmpty {
            fields.append(HeaderEncoding.field("References", ids: references))
        }
        if let autoSubmitted = message.autoSubmitted {
            fields.append(line("Auto-Submitted: \(autoSubmitted.rawValue)"))
            fields.append(line("X-Auto-Response-Suppress: All"))
        }
        fields.append(line("Content-Language: \(message.language.rawValue)"))
        fields.append(line("MIME-Version: 1.0"))
        return Array(fields.joined())
    }

    // An id of raw 8-bit bytes, which a client's program may have written, cannot be encoded, and
    // servers without SMTPUTF8 refuse a header that holds one.
    private static func isASCII(_ id: MessageID) -> Bool { id.text.utf8.allSatisfy { $0 < 0x80 } }

    // A long thread keeps its beginning, by which old programs find it, and its end.
    private static func thread(_ references: [MessageID]) -> [MessageID] {
        references.count > 10 ? references.prefix(4) + references.suffix(6) : references
    }

    // No quoted-printable line holds "=_", for after "=" only digits or the line's end may stand.
    private static func boundary(of message: OutgoingMessage) -> String {
        let digest = Hashes.sha256(Array(message.id.text.utf8))
        return "=_\(digest.prefix(15).hexadecimal)"
    }

    private static func partHeader(_ subtype: String) -> [UInt8] {
        line("Content-Type: text/\(subtype); charset=utf-8")
            + line("Content-Transfer-Encoding: quoted-printable") + line("")
    }

    private static func line(_ text: String) -> [UInt8] { Array("\(text)\r\n".utf8) }
}
