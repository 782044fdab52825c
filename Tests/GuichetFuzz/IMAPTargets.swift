// A server that says anything, in any portions: to the parser of IMAP's responses, and to a session
// that goes on sending whatever it may.

import IMAPWire

/// The client's side of IMAP.
enum IMAPTargets {
    static let all = [responses, session]

    private static let limits: Limits = {
        guard let limits = Limits(literalBytesMaximum: 1_000) else {
            preconditionFailure("a thousand bytes are a legal limit")
        }
        return limits
    }()

    // The portions must not matter.
    private static let responses = FuzzTarget("imap-responses") { input in
        let whole = read(input.dropFirst(), piece: input.count)
        let pieces = read(input.dropFirst(), piece: Int(input.first ?? 0) % 17 + 1)
        promise(whole == pieces, "responses are the same, whatever portions the bytes come in")
    }

    private struct Outcome: Equatable {
        var responses: [Response] = []
        var failure: ProtocolError?
        var isAmid = false
    }

    private static func read(_ bytes: ArraySlice<UInt8>, piece: Int) -> Outcome {
        var parser = ResponseParser(limits: limits)
        var outcome = Outcome()
        var rest = bytes
        while !rest.isEmpty {
            var input = rest.prefix(piece)
            rest = rest.dropFirst(piece)
            do throws(ProtocolError) {
                while let response = try parser.next(from: &input) {
                    outcome.responses.append(response)
                }
                promise(input.isEmpty, "a parser that asks for more has taken everything")
            } catch {
                outcome.failure = error
                return outcome
            }
        }
        _ = parser.uidCutShort
        outcome.isAmid = parser.isAmidResponse
        return outcome
    }

    // The first bytes choose what is sent, in which order; the rest is what the server says.
    private static let session = FuzzTarget("imap-session") { input in
        var script = input.prefix(8)
        var rest = input.dropFirst(8)
        let piece = Int(script.first ?? 0) % 64 + 1
        var session = Session(limits: limits)
        _ = session.begin()
        var sent = 1
        var ended = 0
        while !rest.isEmpty {
            let events = session.receive(rest.prefix(piece))
            rest = rest.dropFirst(piece)
            ended += events.count(where: isEnd)
            check(events, stage: session.stage)
            if session.stage == .open, session.idle != .off { _ = session.endIdle() }
            guard let next = script.popFirst() else { continue }
            let command = commands[Int(next) % commands.count]
            if session.accepts(command) {
                _ = session.send(command)
                sent += 1
            }
        }
        let last = session.disconnect()
        ended += last.count(where: isEnd)
        promise(session.stage == .closed, "a lost session is closed")
        promise(ended == sent, "every command has one end: \(sent) sent, \(ended) ended")
    }

    private static func check(_ events: [Event], stage: Session.Stage) {
        for case .fetched(let body) in events {
            promise(body.bytes.count <= limits.literalBytesMaximum, "a mail has a longest length")
        }
        if events.contains(where: { if case .protocolError = $0 { true } else { false } }) {
            promise(stage == .closed, "whoever breaks the protocol is left")
        }
    }

    private static func isEnd(_ event: Event) -> Bool {
        switch event {
        case .completed, .unanswered: true
        case _: false
        }
    }

    private static let commands: [Command] = {
        guard let inbox = MailboxName("INBOX"), let filed = MailboxName("Traité"),
            let first = UID(1), let last = UID(9), let text = Literal(Array("a: b\r\n\r\nc".utf8)),
            let keyword = Keyword("$Filed"), let name = QuotedString(Array("guichet".utf8))
        else { preconditionFailure("the commands' words are well-formed") }
        let uids = UIDSet(first...last)
        return [
            .capability, .select(inbox), .search([.all]), .fetchMetadata(uids),
            .fetchBodies(uids, sizes: [:]), .fetchHeaders(uids), .move(uids, to: filed),
            .addFlags([Flag(keyword)], to: uids, unchangedSince: nil), .idle, .noop,
            .append(text, to: filed, flags: [], date: nil), .list(filed), .create(filed),
            .id(name: name, version: name), .examine(inbox), .logout,
        ]
    }()
}
