// How mail programs write an answer: their own frame around what a person typed, their own mark of
// a quote, their own line under it, HTML or plain or both; and what they leave out of the head.
//
// The frames are written after the habits of the programs, with invented people; what is quoted is
// the letter as it really came.

import Desk
import MIME

/// A mail program that a colleague answers with.
enum MailProgram: String, CaseIterable, Sendable {
    case outlookFrench, outlookNew, outlookMobile, gmail, appleMail, iPhone, thunderbird
    case roundcube, zimbra, samsung, kNine, spark, yahoo, proton, notes, evolution

    /// What is typed, in answer to a letter.
    struct Answer {
        /// From whom, as a header writes it.
        var from = "Karim Haddad <karim.haddad@mileo.example>"
        /// The letter that is answered.
        var letter: ReceivedLetter
        /// The lines that the person types.
        var lines: [String]
        /// The Message-ID of the answer.
        var id: String
        /// Fields that a mail server adds on top.
        var top = ""
        /// Whether In-Reply-To and References are lost.
        var losesThread = false
        /// Further recipients.
        var copies = ""

        /// Types lines in answer to a letter.
        init(_ lines: [String], to letter: ReceivedLetter, id: String) {
            self.lines = lines
            self.letter = letter
            self.id = id
        }
    }

    /// The whole mail.
    func mail(_ answer: Answer) -> String {
        let plain = plain(answer)
        let html = html(answer)
        let body: String
        switch (plain, html) {
        case (let plain?, let html?):
            body = """
                Content-Type: multipart/alternative; boundary="=_frame_\(answer.id)"

                --=_frame_\(answer.id)
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                \(plain)
                --=_frame_\(answer.id)
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: 8bit

                \(html)
                --=_frame_\(answer.id)--

                """
        case (let plain?, nil):
            body =
                "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                + plain + "\n"
        case (nil, let html):
            body =
                "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                + (html ?? "") + "\n"
        }
        return head(answer) + body
    }

    private func head(_ answer: Answer) -> String {
        let letter = answer.letter
        var lines = answer.top
        lines += "From: \(answer.from)\nTo: \(letter.answersTo)\n"
        if !answer.copies.isEmpty { lines += "Cc: \(answer.copies)\n" }
        lines += "Subject: \(prefix) \(letter.rawSubject)\n"
        lines += "Message-ID: <\(answer.id)@mileo.example>\n"
        if !answer.losesThread {
            lines += "In-Reply-To: <\(letter.id)>\n"
            let thread = (letter.references + [letter.id]).map { "<\($0)>" }
            lines += "References: \(thread.joined(separator: "\n "))\n"
        }
        return lines + "Date: Mon, 05 Oct 2026 11:12:44 +0200\nMIME-Version: 1.0\n"
    }

    private var prefix: String {
        switch self {
        case .outlookFrench, .outlookNew: "RE:"
        case .samsung, .notes: "Rép :"
        case .outlookMobile, .gmail, .appleMail, .iPhone, .thunderbird, .roundcube, .zimbra,
            .kNine, .spark, .yahoo, .proton, .evolution:
            "Re:"
        }
    }
}

/// A letter as it reached somebody: what a mail program knows of it.
struct ReceivedLetter {
    let message: InboundMessage
    /// The HTML part, as it came.
    let html: String

    /// Reads a letter's bytes.
    init(_ bytes: [UInt8]) {
        message = MailReader.read(bytes)
        let whole = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        rawSubject = message.subject
        let mark = "Content-Type: text/html"
        let part = whole.ranges(of: mark).first.map { String(whole[$0.upperBound...]) } ?? ""
        let body = part.ranges(of: "\n\n").first.map { String(part[$0.upperBound...]) } ?? ""
        let end = body.ranges(of: "\n--").first.map { String(body[..<$0.lowerBound]) } ?? body
        html = StaffByMailTests.plain(end)
    }

    let rawSubject: String
    var id: String { message.id?.text ?? "" }
    var references: [String] { message.references.map(\.text) }
    /// Where answers go.
    var answersTo: String {
        let whom = message.replyTo ?? message.from
        return "\(whom?.name ?? "") <\(whom?.address.text ?? "")>"
    }
    /// The text part's lines.
    var lines: [String] {
        message.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    /// Whom the quote names.
    var author: String { message.from?.name ?? "" }
    var address: String { message.from?.address.text ?? "" }
}
