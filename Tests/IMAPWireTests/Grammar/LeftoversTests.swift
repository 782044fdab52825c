// What the login left behind, in any piece and of any length. Nothing of it is taken for an answer
// to our first command, whatever it looks like. A server that never answers is not waited for for
// ever.

import Testing

@testable import IMAPWire

@Suite("Leftovers of the login")
struct LeftoversTests {
    private func responses(_ text: String, chunk: Int = .max) throws -> [Response] {
        var leftovers = Leftovers(until: try #require(Tag(1)))
        var all: [Response] = []
        let bytes = text.bytes
        var start = 0
        while start < bytes.count {
            let end = start + min(chunk, bytes.count - start)
            var input = bytes[start..<end]
            while let response = try leftovers.next(from: &input) {
                all.append(response)
                if case .tagged = response { return all }
            }
            start = end
        }
        return all
    }

    @Test(
        "are thrown away up to our tag",
        arguments: [
            "", "\n", "\r\n", "half a line\r\n", "* 5 EXISTS\r\nA004 OK done\r\n", "\0\u{FF}\n\n",
            "* CAPABILITY", "G1\r\n", "xG1 OK no\r\n", "* X G1 OK no\r\n", "G1 OK\n",
            "G11 OK no\r\n",
            "G2 OK no\r\n", "* 1 FETCH (BODY[] {5}\r\n", "+ \r\n", "* PREAUTH x\r\n",
        ]
    )
    func dropped(before: String) throws {
        let ending = before.hasSuffix("\n") || before.isEmpty ? "" : "\r\n"
        let text = before + ending + "* CAPABILITY IMAP4rev1\r\nG1 OK done\r\nrest"
        for chunk in [1, 3, .max] {
            let all = try responses(text, chunk: chunk)
            #expect(
                all.first { $0 == .capability(CapabilitySet(parsing: "IMAP4REV1".utf8)) } != nil
            )
            guard case .tagged(let tag, let status) = all.last else { throw Miss("no answer") }
            #expect(tag == Tag(1))
            #expect(status.status == .ok)
        }
    }

    @Test("let a BYE through")
    func bye() throws {
        guard case .status(let status) = try responses("x\r\n* BYE busy\r\n").first else {
            throw Miss("no BYE")
        }
        #expect(status.status == .bye)
    }

    @Test("may be a long line")
    func longLine() throws {
        let text = String(repeating: "x", count: 100_000) + "\r\nG1 OK done\r\n"
        #expect(try responses(text, chunk: 1_000).count == 1)
    }

    @Test(
        "are not waited through for ever",
        arguments: ["x", "\n", "* 5 EXISTS or something longer\r\n"]
    )
    func endless(piece: String) {
        let count = Limits.leftoverBytesMaximum / piece.utf8.count + 1
        let text = String(repeating: piece, count: count)
        #expect { try responses(text, chunk: 16_384) } throws: { error in
            (error as? ProtocolError)?.code == .noBeginning
        }
    }
}
