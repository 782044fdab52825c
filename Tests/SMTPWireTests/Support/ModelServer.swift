// A server that does exactly what it was told to do with each mail, and remembers the truth: which
// mails it took. It also notes whatever a client must never do.

@testable import SMTPWire

/// How a server answers one mail at each stage.
struct Verdict: Equatable {
    var mail = 250
    var rcpt = 250
    var data = 354
    var body = 250

    /// The first stage that is not passed.
    var refusal: (stage: Stage, code: Int)? {
        if mail != 250 { return (.mail, mail) }
        if rcpt != 250 { return (.rcpt, rcpt) }
        if data != 354 { return (.data, data) }
        return body == 250 ? nil : (.body, body)
    }

    /// One of the ways to be answered, half of the time well.
    static func drawn(_ generator: inout SeededGenerator, codes: [Int]) -> Verdict {
        var verdict = Verdict()
        let code = codes[Int.random(in: 0..<codes.count, using: &generator)]
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: verdict.mail = code
        case 1: verdict.rcpt = code
        case 2: verdict.data = code
        case 3: verdict.body = code
        case _: break
        }
        return verdict
    }
}

/// A strict server with a verdict for each mail; a mail's token stands in both of its addresses.
struct ModelServer {
    let pipelining: Bool
    /// Answers DATA with 354 although no recipient is left.
    let asksAnyway: Bool
    let verdicts: [Int: Verdict]

    /// The mails taken, in their order, without the dots of transparency.
    private(set) var taken: [(token: Int, content: [UInt8])] = []
    /// The mails whose end was seen, taken or not.
    private(set) var ended: Set<Int> = []
    /// What the client did against the rules.
    private(set) var faults: [String] = []
    private(set) var isClosed = false

    private var buffer: [UInt8] = []
    private var replies: [[UInt8]] = []
    private var sender: Int?
    private var recipient: Int?
    private var content: [UInt8]?

    init(pipelining: Bool, asksAnyway: Bool = false, verdicts: [Int: Verdict]) {
        self.pipelining = pipelining
        self.asksAnyway = asksAnyway
        self.verdicts = verdicts
    }

    /// Whether the line that has begun may be the one that ends the mail.
    var mayBeAtFinalDot: Bool {
        content != nil && (buffer == [0x2E] || buffer == [0x2E, 0x0D])
    }

    /// Takes what the client sent; the replies to it, each by itself.
    mutating func receive(_ bytes: some Collection<UInt8>) -> [[UInt8]] {
        replies = []
        for byte in bytes where !isClosed {
            buffer.append(byte)
            guard byte == 0x0A else { continue }
            let line = buffer
            buffer = []
            if line.dropLast().last != 0x0D { faults.append("a line without CRLF") }
            if content == nil { command(line) } else { contentLine(line) }
        }
        return replies
    }

    private mutating func reply(_ code: Int, _ text: String) {
        replies.append(Array("\(code) \(text)\r\n".utf8))
        if code == 421 { isClosed = true }
    }

    private mutating func command(_ line: [UInt8]) {
        let text = String(decoding: line.dropLast(2), as: UTF8.self)
        let token = Int(text.drop { $0 != "<" }.dropFirst(2).prefix { $0 != "@" }) ?? 0
        let verdict = verdicts[token] ?? Verdict()
        switch text.prefix(4) {
        case "EHLO":
            let offer = pipelining ? "PIPELINING" : "HELP"
            replies.append(Array("250-model.example\r\n250 \(offer)\r\n".utf8))
        case "MAIL":
            if sender != nil { faults.append("a MAIL within a transaction") }
            if verdict.mail == 250 { sender = token }
            reply(verdict.mail, "mail \(token)")
        case "RCPT":
            guard sender == token else { return reply(503, "no sender for \(token)") }
            if verdict.rcpt == 250 { recipient = token }
            reply(verdict.rcpt, "rcpt \(token)")
        case "DATA":
            guard let recipient else {
                if asksAnyway { content = [] }
                return reply(asksAnyway ? 354 : 503, "no recipient")
            }
            let code = verdicts[recipient]?.data ?? 354
            if code == 354 { content = [] }
            reply(code, "data \(recipient)")
        case "RSET":
            (sender, recipient) = (nil, nil)
            reply(250, "reset")
        case "QUIT":
            reply(221, "bye")
            isClosed = true
        case _:
            faults.append("unknown: \(text)")
            reply(500, "unknown")
        }
    }

    private mutating func contentLine(_ line: [UInt8]) {
        guard line == [0x2E, 0x0D, 0x0A] else {
            content?.append(contentsOf: line.first == 0x2E ? line.dropFirst() : line[...])
            return
        }
        let whole = content ?? []
        let token = recipient
        (content, sender, recipient) = (nil, nil, nil)
        guard let token else {
            if !whole.isEmpty { faults.append("content for nobody") }
            return reply(250, "taken for nobody")
        }
        ended.insert(token)
        let code = verdicts[token]?.body ?? 250
        if code == 250 { taken.append((token, whole)) }
        reply(code, "body \(token)")
    }
}
