// Every state of a session against everything that can happen in it. A cell says what is told
// (in short) and, behind an arrow, what is sent next.
//
//   2 3 4 5   a reply of that class       421      the server goes        ?      not a reply
//   lost      the connection breaks       quit     the session is asked to leave

import Testing

@testable import SMTPWire

/// A state to which a session can be brought: two mails are enqueued wherever they can be.
enum SessionState: String, CaseIterable {
    case unopened, opening, idle
    case mailSent, rcptSent, dataSent, contentSent, resetSent
    case groupSent, groupMailRefused, groupRcptRefused, groupMailOnlyRefused
    case contentPartSent, dotNotWritten, dotAndGroupSent, emptyContentSent
    case quitSent, closed

    func session() throws -> Session {
        switch self {
        case .unopened:
            return try .make()
        case .opening:
            var session = try Session.make()
            _ = session.written()
            return session
        case .idle:
            return try .open(offering: "PIPELINING")
        case .quitSent, .closed:
            var session = try Session.open(offering: "PIPELINING")
            _ = session.quit()
            _ = session.written()
            if self == .closed { _ = session.hear("221 Bye\r\n") }
            return session
        case .mailSent, .rcptSent, .dataSent, .contentSent, .resetSent:
            return try stepwise()
        case .groupSent, .groupMailRefused, .groupRcptRefused, .groupMailOnlyRefused,
            .emptyContentSent, .dotAndGroupSent:
            return try pipelined()
        case .contentPartSent, .dotNotWritten:
            return try midContent()
        }
    }

    private func stepwise() throws -> Session {
        var session = try Session.open(offering: "HELP")
        try session.give(1)
        try session.give(2)
        let replies =
            switch self {
            case .mailSent: [String]()
            case .rcptSent: ["250 Ok"]
            case .dataSent: ["250 Ok", "250 Ok"]
            case .resetSent: ["550 No"]
            case _: ["250 Ok", "250 Ok", "354 Go"]
            }
        _ = session.written()
        for reply in replies {
            _ = session.hear(reply + "\r\n")
            _ = session.written()
        }
        return session
    }

    private func pipelined() throws -> Session {
        var session = try Session.open(offering: "PIPELINING")
        try session.give(1)
        try session.give(2)
        _ = session.written()
        let replies =
            switch self {
            case .groupMailRefused: "550 No\r\n503 No\r\n"
            case .groupMailOnlyRefused: "550 No\r\n250 Ok\r\n"
            case .groupRcptRefused: "250 Ok\r\n550 No\r\n"
            case .emptyContentSent: "250 Ok\r\n550 No\r\n354 Go\r\n"
            case .dotAndGroupSent: "250 Ok\r\n250 Ok\r\n354 Go\r\n"
            case _: ""
            }
        _ = session.hear(replies)
        _ = session.written()
        return session
    }

    private func midContent() throws -> Session {
        var session = try Session.open(offering: "PIPELINING")
        let line = String(repeating: "a", count: 70) + "\r\n"
        try session.give(1, String(repeating: line, count: 2_000))
        try session.give(2)
        _ = session.written()
        _ = session.hear("250 Ok\r\n250 Ok\r\n354 Go\r\n")
        if self == .contentPartSent {
            let count = session.bytesToSend().count
            session.didWrite(count)
            return session
        }
        while true {
            let bytes = session.bytesToSend()
            guard bytes.count == ContentEncoder.pieceMaximum else {
                // All but the dot, its line end, and the group behind it.
                let end = ".\r\nMAIL".utf8
                let dot = try #require(
                    bytes.indices.first { bytes[$0...].starts(with: end) }
                )
                session.didWrite(dot - bytes.startIndex)
                return session
            }
            session.didWrite(bytes.count)
        }
    }
}

@Suite("Session: every state and everything that can happen")
struct SessionTableTests {
    private static let events = ["2", "3", "4", "5", "421", "?", "lost", "quit"]

    private func cell(_ state: SessionState, _ event: String) throws -> String {
        var session = try state.session()
        var told: [String] = []
        switch event {
        case "2": told = session.hear("250 Ok\r\n")
        case "3": told = session.hear("354 Go\r\n")
        case "4": told = session.hear("450 Later\r\n")
        case "5": told = session.hear("550 No\r\n")
        case "421": told = session.hear("421 Bye\r\n")
        case "?": told = session.hear("hello\r\n")
        case "lost": told = ["lost"] + session.connectionLost().map(\.text)
        case _: told = ["back"] + session.quit().map(String.init)
        }
        let sent = session.written().split(separator: "\r\n").map { line in
            line.hasPrefix("aaa") ? "a" : String(line.prefix { $0 != " " })
        }
        var short = told.isEmpty ? "-" : told.joined(separator: ", ")
        for reply in [": 250 Ok", ": 450 Later", ": 550 No", ": 421 Bye"] {
            short = short.replacing(reply, with: "")
        }
        var unique: [String] = []
        for word in sent where unique.last != word { unique.append(word) }
        return unique.isEmpty ? short : short + " -> " + unique.joined(separator: " ")
    }

    @Test("goes as the table says", arguments: SessionState.allCases)
    func table(state: SessionState) throws {
        let expected = try #require(SessionTable.rows[state.rawValue])
        for (event, cell) in zip(Self.events, expected) {
            #expect(try self.cell(state, event) == cell, "\(state) × \(event)")
        }
        #expect(expected.count == Self.events.count)
    }

    @Test("has a row for each state and no other")
    func complete() {
        #expect(Set(SessionTable.rows.keys) == Set(SessionState.allCases.map(\.rawValue)))
    }
}
