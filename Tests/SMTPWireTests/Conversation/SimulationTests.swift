// Mails through a simulated connection, in thousands of runs. The judge is what the server holds,
// not what the session says.

import Testing

@testable import SMTPWire

@Suite("Session: simulated sending")
struct SimulationTests {
    private static let runsEach = 250

    /// Three to six mails, most of them small, with content that tempts the wire.
    private func mails(_ generator: inout SeededGenerator) throws -> [MailObject] {
        let contents = ["Bonjour\r\n", ".", "a\n.\nb", "\r.\r", "", "une ligne\r\n..\r\n"]
        return try (1...Int.random(in: 3...6, using: &generator)).map { token in
            let content = contents[Int.random(in: 0..<contents.count, using: &generator)]
            return MailObject(
                token: token,
                sender: try #require(Path("s\(token)@mileo.example")),
                recipient: try #require(Path("t\(token)@client.example")),
                body: MailBody(Array(content.utf8))
            )
        }
    }

    private func run(
        seed: Int,
        codes: [Int],
        weather: SimulatedSending.Weather
    ) throws -> (SimulatedSending, [MailObject]) {
        var generator = SeededGenerator(seed: seed)
        let mails = try mails(&generator)
        var verdicts: [Int: Verdict] = [:]
        for mail in mails { verdicts[mail.token] = .drawn(&generator, codes: codes) }
        let server = ModelServer(
            pipelining: Bool.random(using: &generator),
            asksAnyway: Bool.random(using: &generator),
            verdicts: verdicts
        )
        var sending = try SimulatedSending(
            seed: seed,
            server: server,
            mails: mails,
            weather: weather
        )
        try sending.run()
        return (sending, mails)
    }

    /// What must be true whatever happened.
    private func expectTruth(_ sending: SimulatedSending, _ mails: [MailObject], seed: Int) {
        #expect(sending.server.faults == [], "seed \(seed)")
        for mail in mails {
            let told = sending.fates.all[mail.token] ?? []
            let taken = sending.server.taken.filter { $0.token == mail.token }
            #expect(told.count <= 1, "seed \(seed): one end a mail")
            #expect(taken.count <= 1, "seed \(seed): never twice")
            switch told.first {
            case .accepted:
                let canonical = LenientReceiver.canonical(mail.body.bytes)
                #expect(taken.map(\.content) == [canonical], "seed \(seed)")
            case .uncertain:
                break
            case .deferred, .refused, .untouched, .givenBack, nil:
                #expect(taken.isEmpty, "seed \(seed): \(mail.token) \(told)")
            }
        }
    }

    @Test("tells of each mail what the server was told to say", arguments: 0..<8)
    func calm(block: Int) throws {
        for seed in (block * Self.runsEach)..<((block + 1) * Self.runsEach) {
            let (sending, mails) = try run(
                seed: seed,
                codes: [450, 451, 550, 554],
                weather: .init()
            )
            expectTruth(sending, mails, seed: seed)
            for mail in mails {
                let refusal = sending.server.verdicts[mail.token]?.refusal
                let expected: Fate =
                    switch refusal {
                    case .some((let stage, 400..<500)): .deferred(stage)
                    case .some((let stage, _)): .refused(stage)
                    case nil: .accepted
                    }
                #expect(sending.fates.all[mail.token] == [expected], "seed \(seed)")
            }
        }
    }

    @Test("knows exactly whether a final dot had left when the connection broke", arguments: 0..<8)
    func breaking(block: Int) throws {
        var uncertain = 0
        for seed in (block * Self.runsEach)..<((block + 1) * Self.runsEach) {
            let weather = SimulatedSending.Weather(breaks: true)
            let (sending, mails) = try run(seed: seed, codes: [421, 450, 550], weather: weather)
            expectTruth(sending, mails, seed: seed)
            for (token, told) in sending.fates.all where told == [.uncertain] {
                uncertain += 1
                let hasLeft = sending.server.ended.contains(token) || sending.server.mayBeAtFinalDot
                #expect(hasLeft, "seed \(seed): \(token) is not uncertain at all")
            }
        }
        #expect(uncertain > 5, "the simulation never broke where it matters")
    }

    @Test("never calls a mail untouched that the server may hold", arguments: 0..<8)
    func forgetting(block: Int) throws {
        for seed in (block * Self.runsEach)..<((block + 1) * Self.runsEach) {
            let weather = SimulatedSending.Weather(breaks: true, forgetful: true, leavesEarly: true)
            let (sending, mails) = try run(seed: seed, codes: [421, 451, 552], weather: weather)
            expectTruth(sending, mails, seed: seed)
        }
    }

    @Test("leaves at any moment without losing a mail", arguments: 0..<4)
    func leaving(block: Int) throws {
        for seed in (block * Self.runsEach)..<((block + 1) * Self.runsEach) {
            let weather = SimulatedSending.Weather(leavesEarly: true)
            let (sending, mails) = try run(seed: seed, codes: [450, 550], weather: weather)
            expectTruth(sending, mails, seed: seed)
            #expect(sending.session.isClosed)
            #expect(sending.session.unsettledCount == 0)
        }
    }
}
