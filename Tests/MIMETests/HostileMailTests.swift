// What of a mail beyond the limits is kept: the first thousand parts, fifty levels, the fields that
// matter. Mails made only to hurt are in the folder Torture.

import Desk
import Testing

@testable import MIME

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
