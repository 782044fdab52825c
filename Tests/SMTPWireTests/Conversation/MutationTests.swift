// Spoilt replies: 20,000 of them. Nothing crashes, every mail has one end, and none is called
// accepted that was refused.

import Testing

@testable import SMTPWire

@Suite("Session: spoilt replies")
struct MutationTests {
    /// What came of one run.
    private struct Run {
        var session: Session
        var server: ModelServer
        var fates = Fates()
        var stream: [UInt8] = []
        var hasMails = false
        let count: Int
    }

    /// Sends four mails; the reply with one number is spoilt, and in the end the connection breaks.
    private func run(
        seed: Int,
        _ mutation: (inout SeededGenerator, [UInt8]) -> ReplyMutation
    ) throws -> Run {
        var generator = SeededGenerator(seed: seed)
        let count = 4
        var verdicts: [Int: Verdict] = [:]
        for token in 1...count {
            verdicts[token] = .drawn(&generator, codes: [450, 550, 554])
        }
        let server = ModelServer(
            pipelining: Bool.random(using: &generator),
            asksAnyway: Bool.random(using: &generator),
            verdicts: verdicts
        )
        var run = Run(session: try .make(), server: server, count: count)
        var until = Int.random(in: 0...14, using: &generator)
        var goesOn = true
        while goesOn, !run.session.isClosed {
            let sent = run.session.bytesToSend()
            guard !sent.isEmpty else { break }
            run.session.didWrite(sent.count)
            for reply in run.server.receive(sent) where goesOn {
                var bytes = reply
                if until == 0 {
                    (bytes, goesOn) = mutation(&generator, reply).applied(to: reply)
                }
                until -= 1
                try hear(bytes, &run, &generator)
            }
        }
        run.fates.note(run.session.connectionLost())
        return run
    }

    private func hear(
        _ bytes: [UInt8],
        _ run: inout Run,
        _ generator: inout SeededGenerator
    ) throws {
        run.stream += bytes
        for piece in generator.pieces(of: bytes, longest: 40) {
            let events = run.session.receive(piece)
            run.fates.note(events)
            let isReady = events.contains { if case .ready = $0 { true } else { false } }
            guard isReady, !run.session.isClosed else { continue }
            run.hasMails = true
            for token in 1...run.count {
                let mail = MailObject(
                    token: token,
                    sender: try #require(Path("s\(token)@mileo.example")),
                    recipient: try #require(Path("t\(token)@client.example")),
                    body: MailBody(Array("Bonjour \(token)\n.\n".utf8))
                )
                try run.session.enqueue(mail)
            }
        }
    }

    private func expectOneEndEach(_ run: Run, seed: Int) {
        for token in 1...run.count where run.hasMails {
            #expect(run.fates.all[token]?.count == 1, "seed \(seed), mail \(token)")
        }
        #expect(run.session.isClosed && run.session.unsettledCount == 0, "seed \(seed)")
    }

    @Test("never make a refused mail accepted", arguments: 0..<20)
    func honest(block: Int) throws {
        for seed in (block * 500)..<((block + 1) * 500) {
            let run = try run(seed: seed) { ReplyMutation.honest(&$0, $1) }
            expectOneEndEach(run, seed: seed)
            let taken = Set(run.server.taken.map(\.token))
            #expect(run.fates.accepted.isSubset(of: taken), "seed \(seed)")
            #expect(run.server.taken.count == taken.count, "seed \(seed)")
            #expect(!run.server.faults.contains("content for nobody"), "seed \(seed)")
            for (token, told) in run.fates.all where told == [.untouched] {
                #expect(!taken.contains(token), "seed \(seed)")
            }
        }
    }

    @Test("are never read more kindly than they stand there", arguments: 0..<20)
    func any(block: Int) throws {
        for seed in (block * 500)..<((block + 1) * 500) {
            let run = try run(seed: seed) { ReplyMutation.any(&$0, $1) }
            expectOneEndEach(run, seed: seed)
            let readable = ReferenceReading.accepted(
                run.stream,
                count: run.count,
                pipelining: run.session.capabilities?.pipelining == true
            )
            #expect(run.fates.accepted.isSubset(of: readable), "seed \(seed)")
        }
    }

    @Test("would otherwise be read as they stand there", arguments: 0..<200)
    func unspoilt(seed: Int) throws {
        let run = try run(seed: seed) { .replace($1) }
        let readable = ReferenceReading.accepted(
            run.stream,
            count: run.count,
            pipelining: run.server.pipelining
        )
        #expect(run.fates.accepted == readable, "seed \(seed)")
        #expect(run.fates.accepted == Set(run.server.taken.map(\.token)), "seed \(seed)")
    }
}
