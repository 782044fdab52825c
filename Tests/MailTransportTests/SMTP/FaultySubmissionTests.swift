// Letters handed over to a server that refuses, defers, drops, dawdles and goes away. What it took
// responsibility for is counted on its side: nothing twice, and nothing called sent that is not.

import Desk
import Foundation
import MailTransport
import Synchronization
import TestServers
import Testing

@Suite("Submission to a faulty server")
struct FaultySubmissionTests {
    typealias Sink = TestServers.SMTPSink

    struct Case: Sendable, CustomTestStringConvertible {
        let fault: SMTPFault
        let word: String
        /// How many of three letters the server took in the end.
        let taken: Int
        var testDescription: String { "\(fault.stage) \(fault.action)" }

        init(
            _ stage: SMTPFault.Stage,
            _ action: SMTPFault.Action,
            _ word: String,
            taken: Int = 2
        ) {
            let isOfLetter = stage != .greeting && stage != .hello
            fault = SMTPFault(
                stage,
                action,
                recipient: isOfLetter && stage != .mail ? "client2@example.org" : nil,
                times: stage == .mail ? 1 : .max
            )
            (self.word, self.taken) = (word, taken)
        }
    }

    // The fault is about letter 2; at MAIL, where no recipient is known yet, about the first.
    private static let cases = [
        Case(.mail, .reply("451 4.3.0 Not now"), "later"),
        Case(.mail, .reply("550 5.7.1 Who are you?"), "later"),
        Case(.recipient, .reply("450 4.2.1 Greylisted"), "later"),
        Case(.recipient, .reply("550 5.1.1 No such user"), "never"),
        Case(.recipient, .reply("421 4.3.2 I go"), "later"),
        Case(.recipient, .replyAndDrop("421 4.3.2 I go"), "later"),
        Case(.data, .reply("451 4.3.0 Not now"), "later"),
        Case(.data, .reply("554 5.6.0 Never"), "never"),
        Case(.body, .reply("452 4.3.1 Full"), "later"),
        Case(.body, .reply("554 5.7.1 Spam"), "never"),
        Case(.body, .replyAndDrop("421 4.3.2 I go"), "later"),
        Case(.body, .dropAfter, "uncertain", taken: 3),
        Case(.body, .dropBefore, "uncertain"),
        Case(.body, .slow(milliseconds: 30), "done", taken: 3),
        Case(.body, .drip(milliseconds: 1), "done", taken: 3),
    ]

    @Test("ends each letter as the server's answer says", arguments: cases, [true, false])
    func ends(_ trial: Case, _ hasPipelining: Bool) throws {
        var options = Sink.Options()
        options.pipelining = hasPipelining
        let sink = try Sink(options, faults: [trial.fault])
        let postman = Self.postman(sink)
        let delivery = postman.deliver((1...3).map { .letter($0) }, now: momentOfTests)
        let words = delivery.outcomes.map { RealSubmissionTests.word($0.1) }
        let place = trial.fault.stage == .mail ? 0 : 1
        #expect(words[place] == trial.word, "\(delivery.outcomes)")
        for other in 0...2 where other != place { #expect(words[other] == "done") }
        #expect(sink.mailCount == trial.taken)
        #expect(sink.mails.allSatisfy { $0.offences.isEmpty })
        #expect(sink.counts.unannouncedPipelining == 0)
        #expect(delivery.failure == nil)
        postman.close()
    }

    @Test(
        "leaves all letters for later, and says why, where no session is had",
        arguments: [
            (
                SMTPFault.Stage.greeting, SMTPFault.Action.replyAndDrop("421 4.3.2 Full house"),
                TransportError.Code.closed
            ),
            (.greeting, .reply("554 5.3.2 No mail here"), .closed), (.greeting, .mute, .mute),
            (.greeting, .dropBefore, .closed), (.hello, .replyAndDrop("421 4.3.2 Later"), .closed),
            (.hello, .dropBefore, .closed), (.hello, .mute, .mute),
        ]
    )
    func noSession(
        _ stage: SMTPFault.Stage,
        _ action: SMTPFault.Action,
        _ code: TransportError.Code
    ) throws {
        let sink = try Sink(faults: [SMTPFault(stage, action)])
        let delivery = Self.postman(sink).deliver((1...3).map { .letter($0) }, now: momentOfTests)
        expectSentence(delivery.failure, code)
        #expect(delivery.outcomes.allSatisfy { RealSubmissionTests.word($0.1) == "later" })
        #expect(sink.mailCount == 0)
        #expect(sink.counts.connections <= 2)
    }

    @Test("is uncertain of the one letter whose dot was not answered in time")
    func muteAfterDot() throws {
        let fault = SMTPFault(.body, .mute, recipient: "client2@example.org", times: 1)
        let sink = try Sink(faults: [fault])
        let delivery = Self.postman(sink).deliver((1...3).map { .letter($0) }, now: momentOfTests)
        #expect(
            delivery.outcomes.map { RealSubmissionTests.word($0.1) } == [
                "done", "uncertain", "done",
            ]
        )
        #expect(sink.mailCount == 2)
        // It is not: evidence is asked first.
        let note = RealSubmissionTests.note(delivery.outcomes[1].1)
        #expect(note.contains("has not answered for"))
        #expect(!note.contains("tried again"))
    }

    @Test("ends the words of a server that goes before it says what is done")
    func fullStop() throws {
        let action = SMTPFault.Action.replyAndDrop("421 4.7.0 too many, closing")
        let sink = try Sink(faults: [SMTPFault(.recipient, action)])
        let delivery = Self.postman(sink).deliver([.letter(1)], now: momentOfTests)
        let note = RealSubmissionTests.note(delivery.outcomes[0].1)
        #expect(note.contains("too many, closing. It is tried again by itself"), "\(note)")
    }

    @Test(
        "says nothing secret without TLS where STARTTLS is required",
        arguments: [
            Sink.Options.StartTLS.missing, .refused, .plainTextFollows,
        ]
    )
    func startTLS(_ kind: Sink.Options.StartTLS) throws {
        var options = Sink.Options()
        options.startTLS = kind
        options.offersAuthentication = true
        let sink = try Sink(options)
        let place = Endpoint.here(.smtp, sink.port, .startTLS)
        let delivery = SMTPPostman(
            MailTransport.SMTPSink(endpoint: place, account: .sav(), clientName: "here.example")
        ).deliver([.letter(1)], now: momentOfTests)
        expectSentence(delivery.failure, .unprotected)
        #expect(
            sink.commandLines.allSatisfy { line in
                ["EHLO", "STAR", "QUIT"].contains(line.prefix(4))
            }
        )
        #expect(sink.mailCount == 0)
    }

    @Test("is refused with a wrong password, and every letter waits")
    func wrongPassword() throws {
        var options = Sink.Options()
        options.offersAuthentication = true
        options.requiresAuthentication = true
        let sink = try Sink(options)
        for (password, words) in [("hunter2", "later"), ("pw", "done")] {
            let delivery = SMTPPostman(
                MailTransport.SMTPSink(
                    endpoint: .here(.smtp, sink.port),
                    account: .sav(password),
                    clientName: "here.example"
                )
            ).deliver([.letter(1)], now: momentOfTests)
            #expect(delivery.outcomes.map { RealSubmissionTests.word($0.1) } == [words])
            if words == "later" { expectSentence(delivery.failure, .loginRefused) }
        }
    }

    @Test("repeats no secret that the server says back")
    func echo() throws {
        var options = Sink.Options()
        options.offersAuthentication = true
        let fault = SMTPFault(.recipient, .reply("550 5.1.1 I know that you are hunter2pw"))
        let sink = try Sink(options, faults: [fault])
        let delivery = SMTPPostman(
            MailTransport.SMTPSink(
                endpoint: .here(.smtp, sink.port),
                account: .sav(),
                clientName: "here.example"
            )
        ).deliver([.letter(1)], now: momentOfTests)
        #expect(delivery.outcomes.map(\.1) == [.never(note: "(not shown here)")])
    }

    @Test("stops between two letters when it is told to, and says which were not begun")
    func stops() throws {
        let isStopped = Mutex(false)
        var options = Sink.Options()
        options.onAccept = { _ in isStopped.withLock { $0 = true } }
        let sink = try Sink(options)
        let postman = Self.postman(sink)
        let delivery = postman.deliver((1...50).map { .letter($0) }, now: momentOfTests) {
            !isStopped.withLock { $0 }
        }
        let words = delivery.outcomes.map { RealSubmissionTests.word($0.1) }
        #expect(delivery.failure == nil)
        #expect(words.count { $0 == "done" } == sink.mailCount)
        #expect((1...3).contains(sink.mailCount))
        #expect(words.count { $0 == "untouched" } == 50 - sink.mailCount)
        isStopped.withLock { $0 = true }
        let none = postman.deliver([.letter(51)], now: momentOfTests) { false }
        #expect(none.outcomes.map { RealSubmissionTests.word($0.1) } == ["untouched"])
        #expect(sink.counts.connections == 1)
    }

    @Test("meets a letter again first on a new connection before it counts against it")
    func enoughOfAConnection() throws {
        // The server takes one letter a connection, and goes away at the next.
        let faults = (1...4).map { number in
            SMTPFault(
                .recipient,
                .replyAndDrop("421 4.7.0 Enough for now"),
                recipient: "client\(number + 1)@example.org",
                times: 1
            )
        }
        let sink = try Sink(faults: faults)
        let delivery = Self.postman(sink).deliver((1...5).map { .letter($0) }, now: momentOfTests)
        #expect(delivery.outcomes.allSatisfy { RealSubmissionTests.word($0.1) == "done" })
        #expect(sink.counts.connections == 5)
        #expect(sink.mailCount == 5)
    }

    private static func postman(_ sink: Sink) -> SMTPPostman {
        var place = MailTransport.SMTPSink(
            endpoint: .here(.smtp, sink.port),
            account: .anonymous,
            clientName: "here.example"
        )
        place.timeouts.openMilliseconds = 400
        place.timeouts.readMilliseconds = 400
        return SMTPPostman(place)
    }
}
