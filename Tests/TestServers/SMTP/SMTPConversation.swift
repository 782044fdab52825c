// One client's conversation with the sink.
//
// Commands are taken from the bytes as they come, all that are there before anything is answered,
// so that a pipelining client is served as quickly as it sends.

import Foundation

/// A connection to the sink, from the greeting to its end.
final class SMTPConversation {
    private enum Ending: Error {
        case ended
    }

    /// What one command or body leads to.
    private struct Outcome {
        var reply: String
        var effect: () -> Void = {}
    }

    private let sink: SMTPSink
    private let connection: Descriptor
    private let number: Int
    private let options: SMTPSink.Options

    private var input: [UInt8] = []
    // Where the unread part of the input begins.
    private var start = 0
    private var output: [UInt8] = []

    private var isAuthenticated = false
    private var sender: Path?
    private var recipients: [Path] = []

    /// An address of the envelope and what follows it.
    private struct Path {
        let address: String
        let parameters: [String]
    }

    init(sink: SMTPSink, connection: Descriptor, number: Int) {
        self.sink = sink
        self.connection = connection
        self.number = number
        options = sink.options
    }

    /// Talks until either side ends it.
    func run() {
        do {
            try answer(.greeting, Outcome(reply: "220 sink.example ESMTP"))
            while true {
                let line = try nextLine()
                try obey(line)
            }
        } catch {
            try? flush()
            connection.hangUp()
        }
    }

    // MARK: Commands

    private func obey(_ line: String) throws {
        let verb = line.prefix { $0 != " " && $0 != ":" }.uppercased()
        let isPipelined = start < input.count && verb != "DATA"
        sink.note(command: verb == "AUTH" ? nil : line, isPipelined: isPipelined)
        switch verb {
        case "EHLO", "HELO":
            let reply = verb == "EHLO" ? greetingReply : "250 sink.example"
            try answer(.hello, Outcome(reply: reply) { self.reset() })
        case "MAIL": try mail(line)
        case "RCPT": try recipient(line)
        case "DATA": try data()
        case "RSET": say("250 2.0.0 Forgotten", then: reset)
        case "NOOP": say("250 2.0.0 Nothing done")
        case "STARTTLS": try startTLS()
        case "AUTH": try authenticate(line)
        case "QUIT":
            say("221 2.0.0 Goodbye")
            throw Ending.ended
        case _: say("502 5.5.1 What is \(verb.prefix(20))?")
        }
    }

    private var greetingReply: String {
        var words = ["sink.example"]
        if options.pipelining { words.append("PIPELINING") }
        if let size = options.size { words.append("SIZE \(size)") }
        if options.eightBitMIME { words.append("8BITMIME") }
        if options.smtpUTF8 { words.append("SMTPUTF8") }
        if options.dsn { words.append("DSN") }
        if options.startTLS != .missing { words.append("STARTTLS") }
        if options.offersAuthentication { words.append("AUTH PLAIN LOGIN XOAUTH2 OAUTHBEARER") }
        words.append("ENHANCEDSTATUSCODES")
        return words.dropLast().map { "250-\($0)\n" }.joined() + "250 \(words.last ?? "")"
    }

    private func mail(_ line: String) throws {
        guard let path = Self.path(in: line, after: "FROM:") else {
            return say("501 5.5.4 That is no address")
        }
        if options.requiresAuthentication, !isAuthenticated {
            return say("530 5.7.0 Authenticate first")
        }
        if sender != nil { return say("503 5.5.1 There is a sender already") }
        let size = path.parameters.first { $0.hasPrefix("SIZE=") }.flatMap { Int($0.dropFirst(5)) }
        if let size, let limit = options.size, size > limit {
            return say("552 5.3.4 More than \(limit) bytes")
        }
        try answer(.mail, Outcome(reply: "250 2.1.0 Sender taken") { self.sender = path })
    }

    private func recipient(_ line: String) throws {
        guard let path = Self.path(in: line, after: "TO:"), !path.address.isEmpty else {
            return say("501 5.5.4 That is no address")
        }
        guard sender != nil else { return say("503 5.5.1 Who sends it?") }
        try answer(
            .recipient,
            Outcome(reply: "250 2.1.5 Recipient taken") { self.recipients.append(path) },
            recipients: [path.address]
        )
    }

    private func data() throws {
        guard !recipients.isEmpty else { return say("503 5.5.1 Who gets it?") }
        var goesOn = false
        try answer(.data, Outcome(reply: "354 Go on") { goesOn = true })
        guard goesOn else { return }
        let fault = sink.fault(at: .body, connection: number, recipients: addresses)
        if case .dropBefore = fault {
            try fill()
            throw Ending.ended
        }
        let (wire, endedBare) = try body()
        try finish(wire, endedBare, fault)
    }

    private func finish(_ wire: [UInt8], _ endedBare: Bool, _ fault: SMTPFault.Action?) throws {
        var wasAnswered = true
        if case .dropAfter = fault { wasAnswered = false }
        let accept = { [self] in
            sink.accept(
                ReceivedMail(
                    connection: number,
                    sender: sender?.address ?? "",
                    senderParameters: sender?.parameters ?? [],
                    recipients: addresses,
                    recipientParameters: recipients.map(\.parameters),
                    wire: options.keepsBodies ? wire : Self.head(of: wire),
                    wasAnswered: wasAnswered,
                    endedBare: endedBare
                )
            )
        }
        sink.noteTransaction()
        defer { reset() }
        if let limit = options.size, wire.count > limit {
            return say("552 5.3.4 More than \(limit) bytes")
        }
        try strike(fault, Outcome(reply: "250 2.0.0 Taken", effect: accept))
    }

    private static func head(of wire: [UInt8]) -> [UInt8] {
        wire.firstOffset(of: [13, 10, 13, 10], from: 0).map { Array(wire[..<($0 + 2)]) } ?? wire
    }

    private var addresses: [String] { recipients.map(\.address) }

    private func reset() {
        sender = nil
        recipients = []
    }

    private func startTLS() throws {
        switch options.startTLS {
        case .missing: say("502 5.5.1 What is STARTTLS?")
        case .refused: say("454 4.7.0 Not now")
        case .plainTextFollows:
            say("220 2.0.0 Go on")
            say("250 2.0.0 Said before any TLS")
        }
    }

    // MARK: Authentication

    private func authenticate(_ line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        guard options.offersAuthentication, words.count >= 2 else {
            return say("503 5.5.1 Not offered")
        }
        switch words[1].uppercased() {
        case "PLAIN":
            let parts = Self.decoded(try words.dropFirst(2).first ?? ask(""))
                .split(separator: "\0", omittingEmptySubsequences: false)
            conclude(parts.count == 3 && parts[2] == "pw")
        case "LOGIN":
            if words.count == 2 { _ = try ask("Username:") }
            conclude(Self.decoded(try ask("Password:")) == "pw")
        case "XOAUTH2", "OAUTHBEARER":
            let text = Self.decoded(try words.dropFirst(2).first ?? ask(""))
            let isGood = Self.knows(text, options.tokenEndpoint)
            if !isGood { _ = try ask(#"{"status":"401"}"#) }
            conclude(isGood)
        case _: say("504 5.5.4 Not offered")
        }
    }

    private func conclude(_ isGood: Bool) {
        isAuthenticated = isGood
        say(isGood ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong name or password")
    }

    private func ask(_ text: String) throws -> String {
        say("334 \(base64(text))")
        return try nextLine()
    }

    // user=…^Aauth=Bearer …^A^A, or n,a=…,^A…^Aauth=Bearer …^A^A
    private static func knows(_ text: String, _ endpoint: TokenEndpoint?) -> Bool {
        let parts = text.split(separator: "\u{1}")
        let token = parts.first { $0.hasPrefix("auth=Bearer ") }?.dropFirst(12)
        guard let endpoint, let token else { return false }
        return endpoint.knows(String(token), of: endpoint.user) && text.contains(endpoint.user)
    }

    private static func decoded(_ text: String) -> String {
        Data(base64Encoded: text).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    // MARK: Answers

    private func answer(
        _ stage: SMTPFault.Stage,
        _ outcome: Outcome,
        recipients: [String]? = nil
    ) throws {
        let addresses = recipients ?? self.addresses
        try strike(sink.fault(at: stage, connection: number, recipients: addresses), outcome)
    }

    private func strike(_ fault: SMTPFault.Action?, _ outcome: Outcome) throws {
        switch fault {
        case nil:
            outcome.effect()
            say(outcome.reply)
        case .reply(let reply): say(reply)
        case .replyAndDrop(let reply):
            say(reply)
            throw Ending.ended
        case .dropBefore: throw Ending.ended
        case .dropAfter:
            outcome.effect()
            throw Ending.ended
        case .mute:
            try flush()
            while true { try discard() }
        case .slow(let milliseconds):
            outcome.effect()
            try flush()
            Descriptor.pause(milliseconds: milliseconds)
            say(outcome.reply)
        case .drip(let milliseconds):
            outcome.effect()
            try flush()
            for byte in Self.lines(outcome.reply) {
                output = [byte]
                try flush()
                Descriptor.pause(milliseconds: milliseconds)
            }
        }
    }

    private func say(_ reply: String, then effect: () -> Void = {}) {
        output += Self.lines(reply)
        effect()
    }

    private static func lines(_ reply: String) -> [UInt8] {
        reply.utf8.flatMap { $0 == 10 ? [13, 10] : [$0] } + [13, 10]
    }

    // MARK: Bytes

    private func nextLine() throws -> String {
        while true {
            if let end = input.firstOffset(of: 10, from: start) {
                let isPair = end > start && input[end - 1] == 13
                defer { start = end + 1 }
                return String(decoding: input[start..<(isPair ? end - 1 : end)], as: UTF8.self)
            }
            try fill()
        }
    }

    // The bytes up to the line with the dot alone.
    private func body() throws -> (wire: [UInt8], endedBare: Bool) {
        var searched = start
        while true {
            let found = DataEnd.find(
                in: input,
                from: searched,
                bodyStart: start,
                isLenient: options.isLenientAboutBareLF
            )
            if let found {
                defer { start = found.next }
                return (Array(input[start..<found.bodyEnd]), found.isBare)
            }
            // The end may have been cut in two: the last bytes are looked at again.
            let before = max(0, input.count - start - 5)
            try fill()
            searched = start + before
        }
    }

    private func discard() throws {
        start = input.count
        try fill()
    }

    private func fill() throws {
        try flush()
        if start == input.count {
            input.removeAll(keepingCapacity: true)
            start = 0
        } else if start > 1 << 18 {
            input.removeFirst(start)
            start = 0
        }
        let deadline = Deadline(milliseconds: 600_000)
        guard let count = connection.read(appendingTo: &input, deadline), count > 0 else {
            throw Ending.ended
        }
    }

    private func flush() throws {
        guard !output.isEmpty else { return }
        let bytes = output
        output.removeAll(keepingCapacity: true)
        guard connection.write(bytes, Deadline(milliseconds: 60_000)) else { throw Ending.ended }
    }

    // MAIL FROM:<a@b> SIZE=1
    private static func path(in line: String, after mark: String) -> Path? {
        guard let colon = line.utf8.firstIndex(of: 58),
            line[...colon].uppercased().hasSuffix(mark)
        else { return nil }
        let rest = line[line.index(after: colon)...].drop { $0 == " " }
        guard rest.first == "<", let end = rest.firstIndex(of: ">") else { return nil }
        let words = rest[rest.index(after: end)...].split(separator: " ").map(String.init)
        return Path(
            address: String(rest[rest.index(after: rest.startIndex)..<end]),
            parameters: words
        )
    }
}
