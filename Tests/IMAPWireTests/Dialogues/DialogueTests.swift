// Every fixture, played whole, byte by byte and in pieces of any size: the same bytes are written
// and the same is told. What is written is compared as it leaves, with what was sent at once and
// what followed after a "+" put together.

import IMAPWire
import Testing

/// What a played turn brought.
struct Played {
    var written: [UInt8] = []
    var told: [String] = []

    mutating func add(_ events: [Event]) {
        for event in events {
            if case .write(let bytes) = event {
                written += bytes
            } else {
                told.append(event.line)
            }
        }
    }
}

@Suite("Dialogues")
struct DialogueTests {
    static let dialogues: [Dialogue] = (try? Dialogue.all()) ?? []

    @Test("are read, and there are many of them")
    func present() throws {
        #expect(try Dialogue.all().count >= 20)
    }

    @Test("go as written when the server's bytes come at once", arguments: dialogues)
    func whole(dialogue: Dialogue) throws {
        try play(dialogue) { .max }
    }

    @Test("go as written when the server's bytes come one by one", arguments: dialogues)
    func byteByByte(dialogue: Dialogue) throws {
        try play(dialogue) { 1 }
    }

    @Test("go as written however the server's bytes are cut", arguments: dialogues)
    func anyCut(dialogue: Dialogue) throws {
        for seed: UInt64 in 0..<20 {
            var generator = SeededGenerator(seed: seed)
            let most = [3, 17, 200].randomElement(using: &generator) ?? 3
            try play(dialogue) { Int.random(in: 1...most, using: &generator) }
        }
    }

    private func play(_ dialogue: Dialogue, _ piece: () -> Int) throws {
        var session = Session(limits: try limits(dialogue.limit), sizeRule: dialogue.sizeRule)
        for turn in dialogue.turns {
            var played = Played()
            switch turn.action {
            case "begin": played.written = session.begin().bytes
            case "done": played.written = session.endIdle()
            case "lost": played.add(session.disconnect())
            default:
                let command = try Command(words: turn.action)
                guard session.accepts(command) else {
                    Issue.record("line \(turn.line): \(turn.action) is not accepted")
                    return
                }
                played.written = session.send(command).bytes
            }
            var rest = turn.served[...]
            while !rest.isEmpty {
                let count = min(piece(), rest.count)
                played.add(session.receive(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(
                String(decoding: played.written, as: UTF8.self) == turn.written,
                "line \(turn.line)"
            )
            #expect(played.told == turn.told, "line \(turn.line)")
        }
    }
}
