// The codes between brackets: each by its name, those with an argument by a good one and by several
// broken ones. A broken argument makes a code unknown and nothing worse. Which codes mean "later"
// is written down once more here, against a slip of the pen.

import IMAPWire
import Testing

@Suite("ResponseCode")
struct ResponseCodeTests {
    @Test("is known by its name alone")
    func bare() {
        let rows: [(String, ResponseCode)] = [
            ("ALERT", .alert), ("OVERQUOTA", .overQuota), ("throttled", .throttled),
            ("UNAVAILABLE", .unavailable), ("LIMIT", .limit), ("INUSE", .inUse),
            ("AUTHENTICATIONFAILED", .authenticationFailed), ("EXPIRED", .expired),
            ("AUTHORIZATIONFAILED", .authorizationFailed), ("NONEXISTENT", .nonExistent),
            ("TRYCREATE", .tryCreate), ("CLIENTBUG", .clientBug), ("SERVERBUG", .serverBug),
            ("READ-ONLY", .readOnly), ("READ-WRITE", .readWrite), ("CLOSED", .closed),
            ("NOMODSEQ", .noModSeq), ("UIDNOTSTICKY", .uidNotSticky), ("NOPERM", .noPermission),
            ("EXPUNGEISSUED", .expungeIssued), ("CONTACTADMIN", .contactAdmin),
            ("CANNOT", .cannot), ("ALREADYEXISTS", .alreadyExists), ("TOOBIG", .tooBig),
            ("PRIVACYREQUIRED", .privacyRequired), ("CORRUPTION", .corruption),
            ("PARSE", .parse), ("BADCHARSET (UTF-8)", .badCharset), ("BADCHARSET", .badCharset),
        ]
        for (text, code) in rows { #expect(ResponseCode(parsing: text.utf8) == code) }
    }

    @Test("carries its argument")
    func withArgument() throws {
        let validity = try #require(UIDValidity(38_505))
        let rows: [(String, ResponseCode)] = [
            ("UIDVALIDITY 38505", .uidValidity(validity)), ("UIDNEXT 42", .uidNext(try uid(42))),
            ("HIGHESTMODSEQ 9", .highestModSeq(try #require(ModSeq(9)))),
            ("MODIFIED 7,9", .modified(try uidSet("7,9"))),
            (
                "CAPABILITY IMAP4rev1 IDLE",
                .capability(CapabilitySet(parsing: "IDLE IMAP4REV1".utf8))
            ),
            (
                "APPENDUID 38505 3955",
                .appendUID(try #require(AppendUID(parsing: "38505 3955".utf8)))
            ),
            (
                "COPYUID 38505 304,319:320 3956:3958",
                .copyUID(try #require(CopyUID(parsing: "38505 304,319:320 3956:3958".utf8)))
            ),
        ]
        for (text, code) in rows { #expect(ResponseCode(parsing: text.utf8) == code) }
        let copied = try #require(CopyUID(parsing: "38505 304,319:320 3956:3958".utf8))
        #expect(copied.uidValidity == validity)
        #expect(copied.source == (try uidSet("304,319:320")))
        #expect(copied.destination == (try uidSet("3956:3958")))
    }

    @Test(
        "with a broken argument means nothing",
        arguments: [
            "UIDVALIDITY", "UIDVALIDITY 0", "UIDVALIDITY -1", "UIDVALIDITY 4294967296",
            "UIDNEXT 0", "HIGHESTMODSEQ 0", "HIGHESTMODSEQ 9223372036854775808", "MODIFIED",
            "MODIFIED *", "APPENDUID 1", "APPENDUID 0 1", "APPENDUID 1 1:2", "APPENDUID 1 2 3",
            "COPYUID 1 1:3 5:6", "COPYUID 1 1", "COPYUID 1  1", "COPYUID 1 * 1",
            "PERMANENTFLAGS", "PERMANENTFLAGS (\\Seen", "X-UNKNOWN 5", "FOO",
        ]
    )
    func broken(text: String) throws {
        guard case .other = try #require(ResponseCode(parsing: text.utf8)) else {
            Issue.record("\(text) was understood")
            return
        }
    }

    @Test(
        "is nothing without a name",
        arguments: ["", " ", " ALERT", "(x)", "\"ALERT\"", "é", "]"]
    )
    func nameless(text: String) {
        #expect(ResponseCode(parsing: text.utf8) == nil)
    }

    @Test("tells the temporary from the lasting")
    func temporary() {
        let temporary: [ResponseCode] = [
            .overQuota, .throttled, .unavailable, .limit, .inUse, .serverBug,
        ]
        for code in temporary { #expect(code.isTemporary) }
        let lasting: [ResponseCode] = [
            .nonExistent, .authenticationFailed, .expired, .tryCreate, .clientBug, .other("X"),
        ]
        for code in lasting { #expect(!code.isTemporary) }
    }
}
