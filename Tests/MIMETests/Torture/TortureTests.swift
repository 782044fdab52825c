// Every torture gives a mail that a person can find and that says what was left out, within time.
//
// Time is compared with that of an honest mail of the same size, read in the same run on the same
// thread, so that a slow or busy machine changes nothing.

import Desk
import TestSupport
import Testing

@testable import MIME

@Suite("Tortures")
struct TortureTests {
    private static let all =
        Torture.headers + Torture.structures + Torture.texts + Torture.files

    @Test("are more than a hundred and twenty, each with a name of its own")
    func areMany() {
        #expect(Self.all.count >= 120)
        #expect(Set(Self.all.map(\.name)).count == Self.all.count)
    }

    @Test(
        "give a mail that says what was left out",
        .serialized,
        .timeLimit(.minutes(10)),
        arguments: all
    )
    func giveAMail(_ torture: TortureMail) {
        let bytes = torture.make()
        let (message, seconds) = ProcessorTime.measured { MailReader.read(bytes) }
        Self.expect(torture.expected, of: message)
        Self.expectBounds(of: message)
        guard seconds > 0.3 else { return }
        let usual = Self.usualSeconds(byteCount: bytes.count)
        #expect(seconds < 40 * usual + 1, "\(seconds) s, an honest mail \(usual) s")
    }

    private static func expect(_ expected: TortureMail.Expectation, of message: InboundMessage) {
        let defects = Set(message.defects)
        #expect(defects.isSuperset(of: expected.defects), "\(message.defects)")
        if expected.isAllRight { #expect(defects.isEmpty) }
        if let author = expected.author { #expect(message.from?.address.text == author) }
        if expected.hasNoAuthor { #expect(message.from == nil) }
        if let subject = expected.subject { #expect(message.subject == subject) }
        if let text = expected.text { #expect(message.text == text) }
        if let part = expected.textContains {
            #expect(message.text.contains(part), "\(message.text.prefix(200))")
        }
        if let files = expected.files { #expect(message.attachments.map(\.name) == files) }
    }

    // A person can find it, and nothing is longer than its limit.
    private static func expectBounds(of message: InboundMessage) {
        let limits = ReadingLimits.standard
        #expect(message.from != nil || !message.subject.isEmpty || !message.defects.isEmpty)
        #expect(message.text.utf8.count <= limits.textBytes)
        #expect(!message.text.utf8.contains(0))
        #expect(message.subject.unicodeScalars.count <= limits.subjectCharacters)
        #expect(!message.subject.contains("\n"))
        #expect(message.to.count <= limits.addresses && message.cc.count <= limits.addresses)
        #expect(message.references.count <= limits.messageIDs)
        #expect(message.headers.count <= SignalHeaders.countMaximum)
        #expect(message.deliveryReports.count <= limits.deliveryReports)
        #expect(message.attachments.count <= 2 * limits.parts)
        for file in message.attachments {
            #expect(!file.name.isEmpty && file.name.utf8.count <= limits.nameBytes)
            #expect(!file.name.contains("/") && !file.name.contains("\0"))
        }
    }

    // What an honest mail of so many bytes takes: a text and a large file.
    private static func usualSeconds(byteCount: Int) -> Double {
        let line = String(repeating: "QUJD", count: 19) + "\n"
        let file = String(repeating: line, count: byteCount / line.utf8.count + 1)
        let part = "Content-Type: x/y; name=a\nContent-Transfer-Encoding: base64\n\n"
        let bytes = Array(Torture.mixed("\nfin", part + file).utf8)
        let (message, seconds) = ProcessorTime.measured { MailReader.read(bytes) }
        #expect(message.defects.isEmpty)
        #expect(message.attachments.count == 1)
        return seconds
    }
}
