// Ways in which a server's answers can be spoilt.

@testable import SMTPWire

/// One way to spoil one reply.
enum ReplyMutation: Equatable {
    /// Something else, which is not an acceptance, comes before the reply.
    case insert([UInt8])
    /// The reply comes twice.
    case double
    /// So many bytes of the reply come, then nothing any more.
    case cut(Int)
    /// The reply is replaced by this.
    case replace([UInt8])
    /// The reply never comes.
    case drop

    /// A mutation after which no acceptance can stand where none was: everything but dropping.
    static func honest(_ generator: inout SeededGenerator, _ reply: [UInt8]) -> ReplyMutation {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: .insert(noise(&generator))
        case 1: .double
        case 2: .cut(Int.random(in: 0..<reply.count, using: &generator))
        case _: .replace(embroidered(reply, &generator))
        }
    }

    /// Any mutation at all, down to single bits.
    static func any(_ generator: inout SeededGenerator, _ reply: [UInt8]) -> ReplyMutation {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return .drop
        case 1: return .insert(Array("\(Int.random(in: 195...605, using: &generator)) x\r\n".utf8))
        case 2:
            var bytes = reply
            for _ in 0...Int.random(in: 0...3, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            }
            return .replace(bytes)
        case _: return honest(&generator, reply)
        }
    }

    /// The stream with the mutation, and whether it goes on behind it.
    func applied(to reply: [UInt8]) -> (bytes: [UInt8], goesOn: Bool) {
        switch self {
        case .insert(let bytes): (bytes + reply, true)
        case .double: (reply + reply, true)
        case .cut(let count): (Array(reply.prefix(count)), false)
        case .replace(let bytes): (bytes, true)
        case .drop: ([], true)
        }
    }

    /// Lines that no server may send, and refusals that nobody asked for.
    private static func noise(_ generator: inout SeededGenerator) -> [UInt8] {
        let lines = [
            "\r\n", "hello\r\n", "\0\0\r\n", "25\r\n", "250", "550-", "451 unasked\r\n",
            "550 5.0.0 unasked\r\n", "421 bye\r\n", "354 unasked\r\n", "199 a\r\n", "999 b\r\n",
            "* OK IMAP4rev1\r\n", "HTTP/1.1 200 OK\r\n\r\n", "\u{FEFF}250 Ok\r\n", " 250 Ok\r\n",
            "250-a\r\n550 b\r\n", "2 50 Ok\r\n", "250\u{B}Ok\r\n", "550-endless\r\n",
        ]
        if generator.isOne(in: 4) {
            let count = Int.random(in: 1...60, using: &generator)
            return (0..<count).map { _ in UInt8.random(in: 0x3A...0xFF, using: &generator) } + [
                0x0A
            ]
        }
        if generator.isOne(in: 20) { return Array(repeating: 0x78, count: 9_000) }
        return Array(lines[Int.random(in: 0..<lines.count, using: &generator)].utf8)
    }

    /// The same reply otherwise written: other ends, more lines, another text.
    private static func embroidered(
        _ reply: [UInt8],
        _ generator: inout SeededGenerator
    ) -> [UInt8] {
        let code = String(decoding: reply.prefix(3), as: UTF8.self)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return reply.filter { $0 != 0x0D }
        case 1: return Array("\(code)-more\r\n\(code)-\n\(code) text\r\n".utf8)
        case 2: return Array("\(code)\r\n".utf8)
        case _:
            let text = (0..<80).map { _ in UInt8.random(in: 0x0E...0xFF, using: &generator) }
            return Array("\(code) ".utf8) + text + [0x0D, 0x0A]
        }
    }
}
