// Mails made to keep a reader busy, or to make it forget something. Each is made here, read within
// a time that is generous on any machine, and still gives a message that says what was left out.

import Desk
import Testing

@testable import MIME

/// One hostile mail, and what must be said of it.
private struct HostileMail: Sendable, CustomTestStringConvertible {
    let name: String
    let defect: MessageDefect?
    let make: @Sendable () -> String

    init(_ name: String, _ defect: MessageDefect?, _ make: @escaping @Sendable () -> String) {
        self.name = name
        self.defect = defect
        self.make = make
    }

    var testDescription: String { name }
}

private let head = """
    From: a@client.example
    To: sav@mileo.example
    Subject: essai
    Message-ID: <1@client.example>

    """

private func repeated(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined()
}

@Suite("Hostile mails")
struct HostileMailTests {
    private static let mails = [
        HostileMail("a million tiny fields", .headersCut) {
            head + repeated(1_000_000) { "X-\($0): v\n" } + "\nfin\n"
        },
        HostileMail("many tiny fields in a part", .headersCut) {
            head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                + repeated(200_000) { "X-\($0): v\n" } + "\nfin\n--b--\n"
        },
        HostileMail("many tiny fields in an enclosed mail", .headersCut) {
            head + "Content-Type: message/rfc822\n\n" + repeated(200_000) { "X-\($0): v\n" }
                + "\nfin\n"
        },
        HostileMail("a hundred thousand parts", .partsCut) {
            head + "Content-Type: multipart/mixed; boundary=b\n\n"
                + repeated(100_000) { _ in "--b\n\nx\n" } + "--b--\n"
        },
        HostileMail("a hundred thousand parts behind an RFC 2231 boundary", .partsCut) {
            head + "Content-Type: multipart/mixed; boundary*0=b; boundary*1=c\n\n"
                + repeated(100_000) { _ in "--bc\n\nx\n" } + "--bc--\n"
        },
        HostileMail("twenty thousand nested multiparts", .nestingCut) {
            head
                + repeated(20_000) {
                    "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n"
                } + "\nfin\n"
        },
        HostileMail("twenty thousand nestings of one boundary", .nestingCut) {
            head
                + repeated(20_000) { _ in
                    "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                } + "\nfin\n"
        },
        HostileMail("twenty thousand nested mails", .nestingCut) {
            head + repeated(20_000) { _ in "Content-Type: message/rfc822\n\n" } + "fin\n"
        },
        HostileMail("deep boundaries and many lines of dashes", .nestingCut) {
            head
                + repeated(1000) {
                    "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n"
                } + "\n" + String(repeating: "--x\n", count: 300_000)
        },
        HostileMail("fifty thousand pieces of a name", .headersCut) {
            head + "Content-Type: text/plain;" + repeated(50_000) { "\n name*\($0)=a;" }
                + "\n\nfin\n"
        },
        HostileMail("fifty thousand parameters of a part", .headersCut) {
            head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain;"
                + repeated(50_000) { " p\($0)=a;" } + "\n\nfin\n--b--\n"
        },
        HostileMail("a hundred thousand addresses", .addressesCut) {
            head + "Cc: " + repeated(100_000) { "u\($0)@client.example,\n " } + "\n\nfin\n"
        },
        HostileMail("a million colons for an author", .ambiguousFrom) {
            "From: " + String(repeating: ":", count: 1_000_000) + "\n\nfin\n"
        },
        HostileMail("a million open comments for an author", .ambiguousFrom) {
            "From: " + String(repeating: "(", count: 1_000_000) + "\n\nfin\n"
        },
        HostileMail("two hundred thousand encoded words", .headersCut) {
            head + "X: " + String(repeating: "=?utf-8?Q?a?= ", count: 200_000) + "\n\nfin\n"
        },
        HostileMail("a boundary of a million letters", .headersCut) {
            let boundary = String(repeating: "x", count: 1_000_000)
            return head + "Content-Type: multipart/mixed; boundary=\"\(boundary)\"\n\n"
                + "--\(boundary)\n\nfin\n"
        },
        HostileMail("a line of a million letters", nil) {
            head + "\n" + String(repeating: "x", count: 1_000_000) + "\n"
        },
        HostileMail("a text of three million letters", .textCut) {
            head + "\n" + String(repeating: "é\n", count: 1_000_000) + "\n"
        },
        HostileMail("three million letters in one line of quoted-printable", .textCut) {
            head + "Content-Transfer-Encoding: quoted-printable\n\n"
                + String(repeating: "=C3=A9", count: 600_000)
        },
        HostileMail("a hundred thousand references", nil) {
            head + "References: " + repeated(100_000) { "<\($0)@client.example>\n " }
                + "\n\nfin\n"
        },
        HostileMail("the Content-Type for which the library works for ever", .brokenMultipart) {
            head + "Content-Type: multipart/mixed;\n "
                + String(repeating: "ќ", count: 35) + "=\"ќ\";\n\nfin\n"
        },
    ]

    @Test(
        "are read in time, and something is said of them",
        .serialized,
        .timeLimit(.minutes(5)),
        arguments: mails
    )
    private func areReadInTime(_ mail: HostileMail) {
        let bytes = Array(mail.make().utf8)
        let message = MailReader.read(bytes)
        #expect(ContentHash.digest(of: bytes) != ContentHash.digest(of: []))
        if let defect = mail.defect { #expect(message.defects.contains(defect)) }
        #expect(message.text.utf8.count <= ReadingLimits.standard.textBytes)
        #expect(message.cc.count <= ReadingLimits.standard.addresses)
        #expect(message.references.count <= ReadingLimits.standard.messageIDs)
        #expect(message.headers.count <= SignalHeaders.countMaximum)
    }

    @Test("keep what matters when their header is cut")
    func keepWhatMatters() {
        let filler = repeated(5000) { "X-\($0): v\n" }
        let mail = """
            To: sav@mileo.example
            \(filler)From: =?utf-8?Q?L=C3=A9a?= <l@client.example>
            Subject: essai
            Message-ID: <1@client.example>
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            =E9t=E9

            """
        let message = MailReader.read(Array(mail.utf8))
        #expect(message.from?.address.text == "l@client.example")
        #expect(message.subject == "essai")
        #expect(message.id?.text == "1@client.example")
        #expect(message.text == "été\n")
        #expect(message.defects == [.badDate, .headersCut])
    }

    @Test("keep a thousand parts and lose the rest")
    func keepManyParts() {
        let parts = repeated(1001) { "--b\nContent-Type: x/y; name=\"\($0).bin\"\n\n\($0)\n" }
        let mail = head + "Content-Type: multipart/mixed; boundary=b\n\n\(parts)--b--\n"
        let message = MailReader.read(Array(mail.utf8))
        #expect(message.attachments.count == 1000)
        #expect(message.attachments.last?.name == "999.bin")
        #expect(message.defects.contains(.partsCut))
    }

    @Test("keep fifty levels and lose the rest")
    func keepManyLevels() {
        let nested = { (levels: Int) in
            head
                + repeated(levels) {
                    "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n"
                } + "\nau fond\n" + repeated(levels) { "--b\(levels - 1 - $0)--\n" }
        }
        let kept = MailReader.read(Array(nested(50).utf8))
        #expect(kept.text == "au fond")
        #expect(!kept.defects.contains(.nestingCut))
        let cut = MailReader.read(Array(nested(51).utf8))
        #expect(cut.defects.contains(.nestingCut))
    }

    @Test("do not disturb each other on many threads")
    func doNotDisturbEachOther() async throws {
        let fixtures = MailFixture.all
        let expected = try fixtures.map { MailReader.read(try $0.bytes()) }
        try await withThrowingTaskGroup(of: [InboundMessage].self) { group in
            for _ in 0..<4 {
                group.addTask { try fixtures.map { MailReader.read(try $0.bytes()) } }
            }
            for try await read in group { #expect(read == expected) }
        }
    }
}
