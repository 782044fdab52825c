// Dialogues that went well, with a few of the server's bytes changed. Whatever comes of it, the
// session does not crash, and no mail's content is handed out under another mail's name. A failure
// names the seed, which plays the same broken conversation again.

import IMAPWire
import Testing

@Suite("Broken servers")
struct MutationTests {
    // Dialogues in which the sizes are known beforehand, as they are when mails are fetched.
    private static let dialogues = DialogueTests.dialogues.filter { dialogue in
        dialogue.name.hasPrefix("fetch") && !dialogue.name.contains("unknown")
    }

    // Where the bytes of each turn are the server's word and not a mail's: lies are told there.
    private static let wordPlaces = dialogues.map { $0.turns.map { places(in: $0.served) } }

    private static func places(in bytes: [UInt8]) -> [Int] {
        ["UID ", "SIZE ", "BODY[", "FETCH (", " {", "\r\nG"].flatMap { word in
            bytes.indices.filter { bytes[$0...].starts(with: word.utf8) }
        }
    }

    @Test("never pass off one mail as another", arguments: 0..<20)
    func mutations(part: UInt64) throws {
        try #require(!Self.dialogues.isEmpty)
        var believed = 0
        var broken = 0
        for number: UInt64 in 0..<1_000 {
            var generator = SeededGenerator(seed: part * 1_000 + number)
            let index = Int.random(in: 0..<Self.dialogues.count, using: &generator)
            for event in try Self.play(index, &generator) {
                if case .protocolError = event { broken += 1 }
                guard case .fetched(let mail) = event else { continue }
                believed += 1
                let sample = SampleMail(uid: mail.uid.number)
                guard mail.bytes != sample.text.bytes else { continue }
                #expect(sample.isRecognised(in: mail.bytes), "seed \(part * 1_000 + number)")
                #expect(mail.bytes.count == sample.text.utf8.count)
            }
        }
        // The test means something only if many mutations do no harm and many do.
        #expect(believed > 300)
        #expect(broken > 100)
    }

    private static func play(
        _ index: Int,
        _ generator: inout SeededGenerator
    ) throws -> [Event] {
        let dialogue = dialogues[index]
        var session = Session(limits: try limits(dialogue.limit))
        var events: [Event] = []
        for (turn, places) in zip(dialogue.turns, wordPlaces[index])
        where session.stage != .closed {
            switch turn.action {
            case "begin": _ = session.begin()
            case "done": if session.idle != .off { _ = session.endIdle() }
            case "lost": events += session.disconnect()
            default:
                let command = try Command(words: turn.action)
                if session.accepts(command) { _ = session.send(command) }
            }
            guard session.stage != .closed else { break }
            // Mostly where bodies come: a session that breaks before them proves nothing.
            let isHit =
                turn.action.hasPrefix("bodies") || Int.random(in: 0..<8, using: &generator) == 0
            var rest = isHit ? mutated(turn.served, at: places, &generator)[...] : turn.served[...]
            while !rest.isEmpty {
                let count = min(Int.random(in: 1...400, using: &generator), rest.count)
                events += session.receive(rest.prefix(count))
                rest = rest.dropFirst(count)
            }
        }
        return events + session.disconnect()
    }

    private static let words = [
        "{0}", "{5}\r\n", "{9223372036854775807}\r\n", "NIL", "\"", "(", ")", "\r\n", "\r", "\n",
        "UID 42", "UID 43 ", "* 1 FETCH (", "BODY[] ", "RFC822.SIZE ", "* BYE x\r\n", "+ \r\n",
        "G3 OK x\r\n", "* OK [UIDVALIDITY 8] x\r\n", "\0", "é", "* 1 EXPUNGE\r\n", "-", "99999999",
    ]

    private static func mutated(
        _ bytes: [UInt8],
        at places: [Int],
        _ generator: inout SeededGenerator
    ) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 0...2, using: &generator) where !bytes.isEmpty {
            let anywhere = Int.random(in: 0..<bytes.count, using: &generator)
            let nearWord = places.randomElement(using: &generator).map { $0 + anywhere % 9 }
            let place = min(anywhere % 3 == 0 ? anywhere : nearWord ?? anywhere, bytes.count - 1)
            let end = min(bytes.count, place + Int.random(in: 1...60, using: &generator))
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
            case 4: bytes.removeSubrange(place..<end)
            case 5: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 6:
                let word = words.randomElement(using: &generator) ?? ""
                bytes.replaceSubrange(place..<place, with: word.bytes)
            default:
                // A digit becomes another one: sizes, UIDs and lengths are what lies are made of.
                if let digit = bytes[place...].firstIndex(where: { (48..<58).contains($0) }) {
                    bytes[digit] = UInt8.random(in: 48..<58, using: &generator)
                }
            }
        }
        return bytes
    }
}
