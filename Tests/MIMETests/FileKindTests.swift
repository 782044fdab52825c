// Kinds of files by their first bytes, programs that hide, logos and files, calendar methods.

import Desk
import Testing

@testable import MIME

@Suite("Kinds of files")
struct FileKindTests {
    @Test(
        "are told by the first bytes",
        arguments: [
            ("%PDF-1.7", "application/pdf"), ("GIF89a", "image/gif"),
            ("MZ..", "application/x-msdownload"),
            ("{\\rtf1", "application/rtf"), ("RIFF1234WEBPVP8", "image/webp"),
            ("1234ftypheic", "image/heic"), ("1234ftypisom", "video/mp4"),
            (
                "PK\u{3}\u{4}[Content_Types].xml word/document.xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            ),
            (
                "PK\u{3}\u{4}[Content_Types].xml xl/workbook.xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            ),
            ("PK\u{3}\u{4}a.txt", "application/zip"),
            (
                "PK\u{3}\u{4}....mimetypeapplication/vnd.oasis.opendocument.textPK",
                "application/vnd.oasis.opendocument.text"
            ),
            ("<!DOCTYPE html><p>", "text/html"), ("\n<svg ", "image/svg+xml"),
            ("#!/bin/sh", "application/x-shellscript"),
        ]
    )
    func areTold(start: String, type: String) {
        #expect(FileSignature.type(of: Array(start.utf8)[...]) == type)
    }

    @Test("are not guessed where the bytes do not say")
    func areNotGuessed() {
        for text in ["", "B", "Bonjour", "<", "M", "PK"] {
            #expect(FileSignature.type(of: Array(text.utf8)[...]) == nil)
        }
        let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        #expect(FileSignature.type(of: ole[...]) == "application/x-ole-storage")
    }

    @Test("mislead where a program looks like a document")
    func mislead() {
        let misleads = { (sniffed: String?, type: String, name: String) in
            FileSignature.misleads(sniffed: sniffed, declared: type, name: name)
        }
        let program = "application/x-msdownload"
        #expect(misleads(program, "application/pdf", "facture.pdf"))
        #expect(misleads(program, "application/octet-stream", "facture"))
        #expect(misleads(program, "image/png", "setup.exe"))
        #expect(misleads(nil, "application/octet-stream", "facture.pdf.js"))
        #expect(!misleads(program, "application/octet-stream", "setup.exe"))
        #expect(!misleads("application/zip", "application/pdf", "facture.pdf"))
        #expect(!misleads(nil, "application/pdf", "facture.pdf"))
        #expect(!misleads(nil, "text/plain", ""))
    }

    private static func picture(_ size: Int, _ fields: String) -> Desk.Attachment? {
        let bytes = [UInt8](repeating: 0x41, count: size)
        let part = "Content-Type: image/png; \(fields)\nContent-Transfer-Encoding: base64\n\n"
        let mail = Torture.mixed("\nvoir", part + Torture.base64(bytes))
        return MailReader.read(Array(mail.utf8)).attachments.first
    }

    @Test("tell logos from pictures that someone attached")
    func tellLogos() {
        let logo = Self.picture(3000, "name=image001.png")
        #expect(logo?.isInline == true)
        let large = Self.picture(300_000, "name=image001.png")
        #expect(large?.isInline == false)
        let photo = Self.picture(3000, "name=panne.png")
        #expect(photo?.isInline == false)
        let placed = Self.picture(3000, "name=a.png\nContent-Disposition: inline")
        #expect(placed?.isInline == true)
    }

    @Test(
        "tell what a calendar wants",
        arguments: [
            ("; method=REPLY", "", CalendarMethod.reply), ("; method=\"request\"", "", .request),
            ("", "METHOD:CANCEL\r\n", .cancel), ("", "METHOD:DECLINECOUNTER\n", .declineCounter),
            ("", "SUMMARY:x\n", nil), ("; method=bogus", "METHOD:COUNTER\n", .counter),
        ]
    )
    func tellCalendars(parameter: String, line: String, method: CalendarMethod?) {
        let mail = Torture.mixed(
            "\nvoir",
            "Content-Type: text/calendar\(parameter)\n\nBEGIN:VCALENDAR\n\(line)END:VCALENDAR"
        )
        #expect(MailReader.read(Array(mail.utf8)).calendarMethod == method)
    }

    @Test("a mail that is attached as a file like any other is found by its name")
    func mailAsFile() {
        let letter = "From: Nora Quinn <n.quinn@depot.example>\nSubject: Gate\n\nIt is stuck."
        func found(_ name: String, _ body: String) -> [String] {
            let mail = """
                From: a.roy@client.example
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                See below.
                --b
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename="\(name)"

                \(body)
                --b--

                """
            return MailReader.read(Array(mail.utf8)).attachedMails.map { mail in
                "\(mail.address?.text ?? "") \(mail.subject): \(mail.text)"
            }
        }
        #expect(found("Gate.EML", letter) == ["n.quinn@depot.example Gate: It is stuck."])
        #expect(found("Gate.txt", letter).isEmpty)
        #expect(found("Gate.eml", "no mail at all").isEmpty)
    }
}
