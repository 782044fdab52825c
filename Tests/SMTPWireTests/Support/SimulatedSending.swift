// A session, a server and a network between them that delivers bytes in any portions, forgets to
// say how many, and breaks. Everything follows from one seed.

import Testing

@testable import SMTPWire

/// One run of mails through a simulated connection.
struct SimulatedSending {
    /// What a run may do beyond sending.
    struct Weather {
        /// The connection breaks at some step.
        var breaks = false
        /// The transport does not always know how many bytes it wrote.
        var forgetful = false
        /// The session is asked to leave before everything is sent.
        var leavesEarly = false
    }

    var session: Session
    var server: ModelServer
    private(set) var fates = Fates()
    private var generator: SeededGenerator
    private let weather: Weather
    private var fromServer: [UInt8] = []
    private var upcoming: [MailObject]
    private var isLeaving = false
    // So many bytes of the current offer are on the wire although nobody said so.
    private var ahead = 0

    init(seed: Int, server: ModelServer, mails: [MailObject], weather: Weather) throws {
        session = try .make()
        self.server = server
        generator = SeededGenerator(seed: seed)
        self.weather = weather
        upcoming = mails
    }

    /// Sends until nothing is left to do, or the connection breaks.
    mutating func run() throws {
        for _ in 0..<20_000 {
            if session.isClosed { return }
            if weather.breaks, generator.isOne(in: 150) { return lose() }
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: write()
            case 1: read()
            case 2: try enqueue()
            case _: leave()
            }
            if server.isClosed, fromServer.isEmpty, !session.isClosed { return lose() }
        }
        Issue.record("the run did not come to an end")
    }

    private mutating func lose() {
        fates.note(session.connectionLost())
    }

    private mutating func write() {
        let offer = session.bytesToSend()
        guard !offer.isEmpty else { return }
        let count = Int.random(in: ahead...offer.count, using: &generator)
        let portion = offer[(offer.startIndex + ahead)..<(offer.startIndex + count)]
        let isEarly = !server.pipelining && !fromServer.isEmpty && !portion.isEmpty
        #expect(!isEarly, "more was sent before the reply was read")
        fromServer += server.receive(portion).joined()
        if weather.forgetful, generator.isOne(in: 2) {
            ahead = count
        } else {
            ahead = 0
            session.didWrite(count)
        }
    }

    private mutating func read() {
        guard !fromServer.isEmpty else { return }
        let count = Int.random(in: 1...fromServer.count, using: &generator)
        let portion = fromServer.prefix(count)
        fromServer.removeFirst(count)
        fates.note(session.receive(portion))
    }

    private mutating func enqueue() throws {
        guard session.capabilities != nil, !isLeaving, !upcoming.isEmpty else { return }
        try session.enqueue(upcoming.removeFirst())
    }

    private mutating func leave() {
        guard session.capabilities != nil, !isLeaving else { return }
        let isDone = upcoming.isEmpty && session.unsettledCount == 0
        guard isDone || (weather.leavesEarly && generator.isOne(in: 100)) else { return }
        isLeaving = true
        fates.note(givenBack: session.quit())
    }
}
