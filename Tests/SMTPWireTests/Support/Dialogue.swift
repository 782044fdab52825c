// A conversation as a text file. What is in it happens in its order; anything more is a failure.
//
//   # why this dialogue exists
//   S: text     the server sends a line           S~ text   the same with escapes, no end added
//   C: text     the session must send this line, and before the next step nothing else
//   mail 1 <sender> <recipient> content           a mail is enqueued; options: never, envid=ID
//   = text      this event must follow, in this order, before anything else happens
//   quit        the session is asked to leave; its answer is an event
//   lost        the connection breaks; its answer is an event
// Escapes in contents and S~ lines: \r \n \t \\ and \xHH.

import Testing

@testable import SMTPWire

/// One step of a dialogue.
enum DialogueStep: Equatable {
    case server([UInt8])
    case client([UInt8])
    case mail(token: Int, sender: String, recipient: String, content: [UInt8], options: [String])
    case event(String)
    case quit
    case lost
}

/// A dialogue that has been read from its text.
struct Dialogue {
    let steps: [DialogueStep]

    /// Joins neighbouring lines of the same speaker.
    init(_ text: String) throws {
        var steps: [DialogueStep] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let step = try Self.step(String(line))
            switch (steps.last, step) {
            case (.server(let before), .server(let more)):
                steps[steps.count - 1] = .server(before + more)
            case (.client(let before), .client(let more)):
                steps[steps.count - 1] = .client(before + more)
            case _:
                steps.append(step)
            }
        }
        self.steps = steps
    }

    private static func step(_ line: String) throws -> DialogueStep {
        if line == "quit" { return .quit }
        if line == "lost" { return .lost }
        if line.hasPrefix("S: ") { return .server(Array(line.dropFirst(3).utf8) + [0x0D, 0x0A]) }
        if line.hasPrefix("S~ ") { return .server(unescaped(line.dropFirst(3))) }
        if line.hasPrefix("C: ") { return .client(Array(line.dropFirst(3).utf8) + [0x0D, 0x0A]) }
        if line.hasPrefix("= ") { return .event(String(line.dropFirst(2))) }
        let words = line.split(separator: " ", maxSplits: 4)
        try #require(words.count >= 4 && words[0] == "mail", "not a step: \(line)")
        let rest = words.count > 4 ? words[4] : ""
        let (options, content) = Self.options(rest)
        return .mail(
            token: try #require(Int(words[1])),
            sender: String(words[2].dropFirst().dropLast()),
            recipient: String(words[3].dropFirst().dropLast()),
            content: unescaped(content),
            options: options
        )
    }

    private static func options(_ text: Substring) -> ([String], Substring) {
        var (options, rest): ([String], Substring) = ([], text)
        while let word = rest.split(separator: " ").first,
            word == "never" || word.hasPrefix("envid=")
        {
            options.append(String(word))
            rest = rest.dropFirst(word.count).drop { $0 == " " }
        }
        return (options, rest)
    }

    private static func unescaped(_ text: Substring) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let sign = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            switch sign {
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "x"):
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                rest = rest.dropFirst(2)
                bytes.append(UInt8(digits, radix: 16) ?? 0)
            case _: bytes.append(sign)
            }
        }
        return bytes
    }
}

/// How a dialogue's bytes travel.
enum Travel: CustomTestStringConvertible {
    case whole
    case byteWise
    case inPortions(seed: Int)

    static let all: [Travel] = [.whole, .byteWise] + (1...8).map { .inPortions(seed: $0) }

    var testDescription: String {
        switch self {
        case .whole: "whole"
        case .byteWise: "byte by byte"
        case .inPortions(let seed): "in portions, seed \(seed)"
        }
    }

    fileprivate func pieces(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [[UInt8]] {
        switch self {
        case .whole: [bytes]
        case .byteWise: bytes.map { [$0] }
        case .inPortions: generator.pieces(of: bytes, longest: 30)
        }
    }

    fileprivate func portion(_ count: Int, _ generator: inout SeededGenerator) -> Int {
        switch self {
        case .whole: count
        case .byteWise: 1
        case .inPortions: Int.random(in: 0...count, using: &generator)
        }
    }

    fileprivate var generator: SeededGenerator {
        switch self {
        case .whole, .byteWise: SeededGenerator(seed: 0)
        case .inPortions(let seed): SeededGenerator(seed: seed)
        }
    }
}

/// Plays a dialogue against a session.
struct DialoguePlayer {
    private var session: Session
    private let travel: Travel
    private var generator: SeededGenerator
    private var events: [String] = []

    init(_ travel: Travel) throws {
        session = try .make()
        self.travel = travel
        generator = travel.generator
    }

    /// Plays all steps; at the end nothing may be left unsaid.
    mutating func play(_ dialogue: Dialogue) throws {
        for step in dialogue.steps {
            if case .event(let text) = step {
                let next = events.isEmpty ? "nothing" : events.removeFirst()
                #expect(next == text)
                continue
            }
            #expect(events.isEmpty, "not in the dialogue")
            try play(step)
        }
        #expect(events.isEmpty, "not in the dialogue")
        #expect(drained().isEmpty, "not in the dialogue")
    }

    private mutating func play(_ step: DialogueStep) throws {
        switch step {
        case .server(let bytes):
            for piece in travel.pieces(bytes, &generator) {
                events += session.receive(piece).map(\.text)
            }
        case .client(let bytes):
            #expect(drained() == String(decoding: bytes, as: UTF8.self))
        case .mail(let token, let sender, let recipient, let content, let options):
            try give(token, sender, recipient, content, options)
        case .quit:
            events.append("given back \(session.quit())")
        case .lost:
            events.append("lost \(session.connectionLost().map(\.text))")
        case .event:
            break
        }
    }

    private mutating func give(
        _ token: Int,
        _ sender: String,
        _ recipient: String,
        _ content: [UInt8],
        _ options: [String]
    ) throws {
        let id = options.first { $0.hasPrefix("envid=") }?.dropFirst(6)
        let mail = MailObject(
            token: token,
            sender: sender.isEmpty ? .null : try #require(Path(sender)),
            recipient: try #require(Path(recipient)),
            body: MailBody(content),
            reports: DeliveryReports(
                never: options.contains("never"),
                envelopeID: try id.map { try #require(EnvelopeID(String($0))) }
            )
        )
        do {
            try session.enqueue(mail)
        } catch .obstacle(let obstacle) {
            events.append("obstacle \(token): \(obstacle)")
        } catch .sessionNotOpen {
            events.append("not open for \(token)")
        }
    }

    private mutating func drained() -> String {
        var all: [UInt8] = []
        while true {
            let bytes = session.bytesToSend()
            guard !bytes.isEmpty else { return String(decoding: all, as: UTF8.self) }
            let count = travel.portion(bytes.count, &generator)
            all += bytes.prefix(count)
            session.didWrite(count)
        }
    }
}
