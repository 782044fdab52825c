// What dialogues cannot show: limits of use, waiting, and how far bytes have gone.

import Testing

@testable import SMTPWire

@Suite("Session")
struct SessionTests {
    @Test("takes mails only while it is open")
    func notOpen() throws {
        let mail = try MailObject.sample(1)
        var session = try Session.make()
        #expect(throws: NotEnqueued.sessionNotOpen) { try session.enqueue(mail) }
        _ = session.written()
        #expect(throws: NotEnqueued.sessionNotOpen) { try session.enqueue(mail) }
        #expect(session.hear("250 mx\r\n") == ["ready"])
        try session.enqueue(mail)
        #expect(session.quit() == [1])
        #expect(throws: NotEnqueued.sessionNotOpen) { try session.enqueue(mail) }
        _ = session.connectionLost()
        #expect(throws: NotEnqueued.sessionNotOpen) { try session.enqueue(mail) }
        #expect(NotEnqueued.sessionNotOpen.isTemporary)
        #expect(!NotEnqueued.obstacle(.needsEightBit).isTemporary)
    }

    @Test("can be ready and closed in one breath of the server")
    func readyAndClosed() throws {
        var session = try Session.make()
        _ = session.written()
        let told = session.hear("250 mx\r\n250 mx\r\n")
        #expect(told == ["ready", "closed by unexpectedReply"])
        #expect(throws: NotEnqueued.sessionNotOpen) { try session.give(1) }
    }

    @Test("says what it waits for, so that the transport knows for how long")
    func awaitedReply() throws {
        var session = try Session.make()
        #expect(session.awaitedReply == nil)
        _ = session.written()
        #expect(session.awaitedReply == .ehlo)
        _ = session.hear("250-mx\r\n250 PIPELINING\r\n")
        #expect(session.awaitedReply == nil)
        try session.give(1)
        try session.give(2)
        #expect(session.unsettledCount == 2)
        _ = session.written()
        #expect(session.awaitedReply == .transaction(.mail))
        _ = session.hear("250 Ok\r\n")
        #expect(session.awaitedReply == .transaction(.rcpt))
        _ = session.hear("250 Ok\r\n")
        #expect(session.awaitedReply == .transaction(.data))
        _ = session.hear("354 Go\r\n")
        #expect(session.awaitedReply == nil)
        _ = session.written()
        #expect(session.awaitedReply == .transaction(.body))
        _ = session.hear("250 Ok\r\n250 Ok\r\n550 No\r\n354 Go\r\n")
        _ = session.written()
        #expect(session.awaitedReply == .emptyBody)
        #expect(session.unsettledCount == 0)
    }

    @Test("gives the same bytes at the same place until they are reported")
    func stableOffer() throws {
        var session = try Session.open(offering: "PIPELINING")
        try session.give(1)
        let first = session.bytesToSend()
        try session.give(2)
        #expect(session.bytesToSend() == first)
        session.didWrite(10)
        #expect(session.bytesToSend() == first.dropFirst(10))
        session.didWrite(0)
        #expect(session.bytesToSend() == first.dropFirst(10))
        session.didWrite(first.count - 10)
        #expect(session.bytesToSend().isEmpty)
    }

    @Test("knows at each byte of the content whether the mail can have been taken")
    func dotByte() throws {
        let content = "un\r\n.deux\r\n"
        let wire = "un\r\n..deux\r\n.\r\n"
        for count in 0...wire.utf8.count {
            var session = try Session.open(offering: "HELP")
            try session.give(1, content)
            for reply in ["250 Ok", "250 Ok", "354 Go"] {
                _ = session.written()
                _ = session.hear(reply + "\r\n")
            }
            #expect(String(decoding: session.bytesToSend(), as: UTF8.self) == wire)
            session.didWrite(count)
            let isOut = count > wire.utf8.count - 3
            let expected = [UnsettledMail(token: 1, loss: isOut ? .uncertain : .untouched)]
            #expect(session.connectionLost() == expected, "\(count) bytes")
        }
    }

    @Test("is uncertain about a dot in the transport's hands")
    func offeredDot() throws {
        var session = try Session.open(offering: "PIPELINING")
        try session.give(1)
        _ = session.written()
        _ = session.hear("250 Ok\r\n250 Ok\r\n354 Go\r\n")
        _ = session.bytesToSend()
        #expect(session.connectionLost() == [UnsettledMail(token: 1, loss: .uncertain)])
    }

    @Test("is certain about a dot that was given out and came back")
    func returnedDot() throws {
        var session = try Session.open(offering: "PIPELINING")
        try session.give(1)
        _ = session.written()
        _ = session.hear("250 Ok\r\n250 Ok\r\n354 Go\r\n")
        _ = session.bytesToSend()
        session.didWrite(0)
        #expect(session.connectionLost() == [UnsettledMail(token: 1, loss: .untouched)])
    }

    @Test("sends a large mail in pieces, whole")
    func largeMail() throws {
        let content = String(repeating: ".ligne\n", count: 60_000)
        var session = try Session.open(offering: "SIZE 100000000")
        try session.give(1, content)
        #expect(session.written() == "MAIL FROM:<sav@mileo.example> SIZE=480000\r\n")
        _ = session.hear("250 Ok\r\n")
        _ = session.written()
        _ = session.hear("250 Ok\r\n")
        _ = session.written()
        _ = session.hear("354 Go\r\n")
        var pieces = 0
        var all: [UInt8] = []
        while true {
            let piece = session.bytesToSend()
            guard !piece.isEmpty else { break }
            #expect(piece.count <= 2 * ContentEncoder.pieceMaximum)
            pieces += 1
            all += piece
            session.didWrite(piece.count)
        }
        #expect(pieces > 5)
        #expect(LenientReceiver.unstuffed(all) == LenientReceiver.canonical(Array(content.utf8)))
        #expect(session.hear("250 Ok\r\n") == ["accepted 1: 250 Ok"])
    }

    @Test("does not need a long queue to be moved at each step")
    func longQueue() throws {
        var session = try Session.open(offering: "PIPELINING")
        for token in 1...2_000 { try session.give(token) }
        _ = session.written()
        _ = session.hear("250 Ok\r\n250 Ok\r\n354 Go\r\n")
        for token in 1...2_000 {
            _ = session.written()
            #expect(session.hear("250 Ok\r\n250 Ok\r\n250 Ok\r\n354 Go\r\n").count >= 1)
            if token == 1_999 { break }
        }
        #expect(session.unsettledCount == 1)
    }

    @Test("is silent once it is closed")
    func closed() throws {
        var session = try Session.open(offering: "PIPELINING")
        try session.give(1)
        _ = session.bytesToSend()
        #expect(session.hear("421 Bye\r\n").count == 1)
        session.didWrite(7)
        #expect(session.isClosed)
        #expect(session.bytesToSend().isEmpty)
        #expect(session.hear("250 Ok\r\n").isEmpty)
        #expect(session.connectionLost().isEmpty)
        #expect(session.quit().isEmpty)
        #expect(session.awaitedReply == nil)
        #expect(session.unsettledCount == 0)
    }
}

@Suite("Session: our own mistakes stop the process")
struct SessionMisuseTests {
    @Test("reporting more than was given out")
    func tooMuch() async {
        await #expect(processExitsWith: .failure) {
            var session = try Session.make()
            session.didWrite(session.bytesToSend().count + 1)
        }
    }

    @Test("reporting what was not given out")
    func notOffered() async {
        await #expect(processExitsWith: .failure) {
            var session = try Session.make()
            session.didWrite(1)
        }
    }

    @Test("reporting twice")
    func twice() async {
        await #expect(processExitsWith: .failure) {
            var session = try Session.make()
            let count = session.bytesToSend().count
            session.didWrite(count - 1)
            session.didWrite(1)
        }
    }

    @Test("a mail for nobody")
    func nobody() async {
        await #expect(processExitsWith: .failure) {
            _ = MailObject(token: 1, sender: .null, recipient: .null, body: MailBody([]))
        }
    }
}

@Suite("Closing")
struct ClosingTests {
    @Test("has a sentence for a person in each case")
    func sentences() throws {
        var parser = ReplyParser()
        parser.append(Array("421 4.3.2 Shutting down\r\n".utf8))
        let reply = try #require(try parser.next())
        let closings: [Closing] =
            [
                .quit, .refused(reply), .shutDown(reply, answering: nil, inHand: nil),
                .shutDown(reply, answering: .transaction(.rcpt), inHand: 1),
            ]
            + ProtocolError.Code.allCases.map {
                .protocolError(ProtocolError($0, at: "In answer to MAIL"))
            }
        for closing in closings {
            #expect(closing.sentence.contains(" server ") || closing == .quit)
            #expect(!closing.sentence.contains("\n"))
        }
        #expect(Set(closings.map(\.sentence)).count == closings.count)
        #expect(closings[3].sentence.contains("RCPT: 421 4.3.2 Shutting down"))
    }
}
