// Every fixture is read as expected, with either kind of line ends.

import Desk
import MIME
import Testing

@Suite("Reading the fixtures")
struct FixtureTests {
    @Test("finds some")
    func findsSome() {
        #expect(!MailFixture.all.isEmpty)
    }

    @Test("gives what is expected", arguments: MailFixture.all)
    func givesTheExpected(_ fixture: MailFixture) throws {
        let message = MailReader.read(try fixture.bytes())
        let actual = try MailFixture.text(of: message)
        guard fixture.expectation() != actual else {
            fixture.removeActual()
            return
        }
        try fixture.write(actual: actual)
        Issue.record("\(fixture.name): read the difference, then make bless NAME=\(fixture.name)")
    }

    @Test("gives the same with CRLF", arguments: MailFixture.all)
    func givesTheSameWithCRLF(_ fixture: MailFixture) throws {
        let bytes = try fixture.bytes()
        let one = MailReader.read(bytes).withoutMeasures
        let other = MailReader.read(bytes.withCRLF).withoutMeasures
        #expect(try MailFixture.text(of: one) == MailFixture.text(of: other))
    }

    @Test("gives the same digest with CRLF", arguments: MailFixture.all)
    func givesTheSameDigestWithCRLF(_ fixture: MailFixture) throws {
        let bytes = try fixture.bytes()
        #expect(ContentHash.digest(of: bytes) == ContentHash.digest(of: bytes.withCRLF))
    }

    @Test("never fails on a mail that is cut short", arguments: MailFixture.all)
    func neverFailsOnCutMail(_ fixture: MailFixture) throws {
        let bytes = try fixture.bytes()
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
            let message = MailReader.read(Array(bytes[..<length]))
            #expect(message.text.utf8.count <= 4 * length + 100)
        }
    }
}
