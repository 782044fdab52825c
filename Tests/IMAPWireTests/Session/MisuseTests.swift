// What the owner of a session must not do, and what no server may make it do. The first stops the
// process, in a process of its own; the second closes the session or is refused beforehand. Nothing
// here depends on what is said, only on the state.

import Testing

@testable import IMAPWire

@Suite("Session")
struct MisuseTests {
    @Test("is not begun twice")
    func begunTwice() async {
        await #expect(processExitsWith: .failure) {
            var session = Session(limits: try limits())
            _ = session.begin()
            _ = session.begin()
        }
    }

    @Test("takes no bytes before it is begun")
    func bytesTooEarly() async {
        await #expect(processExitsWith: .failure) {
            var session = Session(limits: try limits())
            _ = session.receive("* OK hello\r\n".bytes[...])
        }
    }

    @Test("sends nothing that it does not accept")
    func notAccepted() async {
        await #expect(processExitsWith: .failure) {
            var (session, _) = try Scene.open.session()
            _ = session.send(.fetchBodies(try uidSet("1"), sizes: [:]))
        }
    }

    @Test("sends nothing about no mail")
    func noMail() async {
        await #expect(processExitsWith: .failure) {
            var (session, _) = try Scene.selected.session()
            _ = session.send(.fetchMetadata(UIDSet()))
        }
    }

    @Test("sends no set that is too long for a line")
    func longSet() async {
        await #expect(processExitsWith: .failure) {
            var (session, _) = try Scene.selected.session()
            let set = UIDSet(try (1...5_000).map { try uid($0 * 2) })
            _ = session.send(.fetchMetadata(set))
        }
    }

    @Test("ends no wait that was not begun")
    func noWait() async {
        await #expect(processExitsWith: .failure) {
            var (session, _) = try Scene.selected.session()
            _ = session.endIdle()
        }
    }

    @Test("takes a bounded number of commands in flight")
    func inFlight() throws {
        var (session, _) = try Scene.selected.session()
        var count: UInt32 = 0
        while session.accepts(.fetchBodies(UIDSet(try uid(count + 1)), sizes: [:])) {
            count += 1
            _ = session.send(.fetchBodies(UIDSet(try uid(count)), sizes: [:]))
        }
        #expect(count == UInt32(Limits.commandsInFlightMaximum))
    }

    @Test("gives up on a server that talks without end")
    func endlessTalk() throws {
        var (session, _) = try Scene.reading.session()
        session.untaggedCount = Limits.untaggedMaximum - 1
        #expect(session.receive("* 4 EXISTS\r\n".bytes[...]) == [.exists(4)])
        let events = session.receive("* 4 EXISTS\r\n".bytes[...])
        #expect(events.map(\.letter) == ["p", "u", "!"])
        #expect(session.stage == .closed)
    }

    @Test("believes in no mailbox of billions of mails")
    func billions() throws {
        var (session, tag) = try Scene.searching.session()
        let events = session.receive("* ESEARCH UID ALL 1:4294967295\r\n\(tag) OK x\r\n".bytes[...])
        #expect(events.map(\.letter) == ["u", "!"])
    }

    @Test("keeps nothing of mails that nobody asked for")
    func unaskedMail() throws {
        var (session, _) = try Scene.reading.session()
        for number: UInt32 in 100...400 {
            _ = session.receive("* 1 FETCH (UID \(number) RFC822.SIZE 5)\r\n".bytes[...])
        }
        let asked = try uidSet("42")
        guard case .fetch(let fetch) = session.inFlight.first?.work else { throw Miss("no fetch") }
        #expect(fetch.conclude(StatusResponse(.ok, parsing: [])) == [.gone(asked)])
    }

    @Test("moves nothing where it could only expunge everything")
    func plainExpunge() throws {
        var session = Session(limits: try limits())
        _ = session.begin()
        _ = session.receive("* CAPABILITY IMAP4rev1\r\nG1 OK x\r\n".bytes[...])
        _ = session.send(.select(.inbox))
        _ = session.receive("* OK [UIDVALIDITY 7] x\r\nG2 OK x\r\n".bytes[...])
        #expect(!session.accepts(.move(try uidSet("1"), to: try mailbox("Done"))))
        #expect(!session.accepts(.idle))
    }

    @Test("changes nothing in a mailbox that is read-only")
    func readOnly() throws {
        var (session, _) = try Scene.open.session()
        let tag = session.send(.examine(.inbox)).tag
        _ = session.receive("* OK [UIDVALIDITY 7] x\r\n\(tag) OK x\r\n".bytes[...])
        #expect(!session.accepts(.addFlags([.seen], to: try uidSet("1"), unchangedSince: nil)))
        #expect(!session.accepts(.move(try uidSet("1"), to: try mailbox("Done"))))
        #expect(session.accepts(.fetchMetadata(try uidSet("1"))))
    }
}
