// The whole small world: every state of a session against everything a server can say, and against
// every command that we might send. A change of behaviour shows as a changed letter in one of the
// tables, where it can be read by a person.

import IMAPWire
import Testing

@Suite("Session in every state")
struct SessionTableTests {
    // What the session tells, a letter an event: w write, a capabilities, s selected, x exists,
    // e expunged, v vanished, f flags, m metadata, b body, d header, h held, g gone, p postponed,
    // F found, l listed, i idling, n notice, U numbered anew, c completed, u unanswered, B bye,
    // ! protocol error; a dot for nothing. The columns are the scenes in their order.
    static let table: [(line: String, told: String)] = [
        ("TAG OK x", "u! ! u! ! gc gc Fc c c w c c c c c ."),
        ("TAG NO [UNAVAILABLE] x", "u! ! c ! pc pc c c c c c c c c c ."),
        ("TAG BAD x", "u! ! c ! hc hc c c c c c c c c c ."),
        ("G99 OK x", ". ! u! ! pu! pu! u! u! u! u! u! u! u! u! u! ."),
        ("A004 OK x", ". ! u! ! pu! pu! u! u! u! u! u! u! u! u! u! ."),
        ("+ x", ". ! u! ! pu! pu! u! u! u! u! w i . . u! ."),
        ("* OK x", ". . . . . . . . . . . . . . . ."),
        ("* OK [ALERT] x", ". n n n n n n n n n n n n n n ."),
        ("* OK [UIDVALIDITY 8] x", ". . . U U U U U U U U U U U U ."),
        ("* OK [CAPABILITY IMAP4rev1] x", ". a a a a a a a a a a a a a a ."),
        ("* NO x", ". n n n n n n n n n n n n n n ."),
        ("* BAD x", ". n n n n n n n n n n n n n n ."),
        ("* BYE x", "Bu B Bu B Bpu Bpu Bu Bu Bu Bu Bu Bu Bu Bu B ."),
        ("* PREAUTH x", ". ! u! ! pu! pu! u! u! u! u! u! u! u! u! u! ."),
        ("* CAPABILITY IMAP4rev1", "a a a a a a a a a a a a a a a ."),
        ("* 5 EXISTS", ". . . x x x x x x x x x x x x ."),
        ("* 1 EXPUNGE", ". . . e e e e e e e e e e e e ."),
        ("* VANISHED 42", ". . . v v v v v v v v v v v v ."),
        ("* 1 FETCH (FLAGS ())", ". . . . . . . . . . . . . . . ."),
        ("* 1 FETCH (UID 42 FLAGS ())", ". . . f f f f f f f f f f f f ."),
        ("* 1 FETCH (UID 42 RFC822.SIZE 1)", ". . . . . m . . . . . . . . . ."),
        ("* 1 FETCH (UID 42 RFC822.SIZE 1 BODY[] \"x\")", ". h h h b h h h h h h h h h h ."),
        ("* 1 FETCH (UID 99 RFC822.SIZE 1 BODY[] \"x\")", ". h h h h h h h h h h h h h h ."),
        ("* 1 FETCH (RFC822.SIZE 1 BODY[] \"x\")", ". . . . . . . . . . . . . . . ."),
        ("* 1 FETCH (UID 42 RFC822.SIZE 1 BODY[HEADER] \"x\")", ". h h h h h h h h h h h h h h ."),
        ("* SEARCH 42", ". . . . . . . . . . . . . . . ."),
        ("* ESEARCH UID ALL 42", ". . . . . . . . . . . . . . . ."),
        ("* ESEARCH ALL 42", ". . . . . . u! . . . . . . . . ."),
        ("* LIST () \"/\" x", ". . . . . . . . . . . . . . . ."),
        ("* X-NEW", ". . . . . . . . . . . . . . . ."),
        ("garbage", ". ! u! ! pu! pu! u! u! u! u! u! u! u! u! u! ."),
        ("(lost)", "u . u . pu pu u u u u u u u u u ."),
    ]

    @Test("tells what the table says", arguments: 0..<table.count)
    func tells(row: Int) throws {
        let (line, told) = Self.table[row]
        var actual: [String] = []
        for scene in Scene.allCases {
            var (session, tag) = try scene.session()
            let events =
                line == "(lost)"
                ? session.disconnect()
                : session.receive(
                    (line.replacing("TAG", with: tag) + "\r\n").bytes[...]
                )
            actual.append(events.isEmpty ? "." : events.map(\.letter).joined())
            let isOver = events.contains { "!B".contains($0.letter) } && scene != .leaving
            #expect(!isOver || session.stage == .closed, "\(scene)")
        }
        #expect(actual == told.split(separator: " ").map(String.init), "\(line)")
    }

    // Which commands are accepted: "y" or a dot, in the order of the columns.
    static let accepted: [(words: String, answers: String)] = [
        ("capability", ".y.yyyyyy......."),
        ("noop", ".y.yyyyyy......."),
        ("id guichet 1", ".y.yyyyyy......."),
        ("list x", ".y.yyyyyy......."),
        ("create x", ".y.y............"),
        ("append Sent x", ".y.y............"),
        ("enable CONDSTORE", ".y.............."),
        ("select x", ".y.y............"),
        ("examine x", ".y.y............"),
        ("search all", "...yyy.yy......."),
        ("metadata 42", "...y..yy........"),
        ("metadata 50", "...yyyyyy......."),
        ("bodies 42", "...y..yy........"),
        ("bodies 50", "...yyyyyy......."),
        ("headers 42", "...y..yy........"),
        ("headers 50", "...yyyyyy......."),
        ("flag 42 x", "...yyyyy........"),
        ("flag 50 x", "...yyyyyy......."),
        ("flag 50 x 5", "................"),
        ("move 42 Done", "...y..y........."),
        ("move 50 Done", "...yyyyy........"),
        ("idle", "...y............"),
        ("logout", ".y.y............"),
    ]

    @Test("accepts what the table says", arguments: 0..<accepted.count)
    func accepts(row: Int) throws {
        let (words, answers) = Self.accepted[row]
        let command = try Command(words: words)
        var actual = ""
        for scene in Scene.allCases {
            let session = try scene.session().session
            actual += session.accepts(command) ? "y" : "."
        }
        #expect(actual == answers, "\(words)")
    }

    @Test("has a row for every command")
    func everyCommand() throws {
        let names = try Self.accepted.map { try Command(words: $0.words).name }
        #expect(Set(names) == Set(Command.Name.allCases))
    }
}

extension Event {
    /// The event as a letter of the table.
    var letter: String {
        switch self {
        case .write: "w"
        case .capabilities: "a"
        case .selected: "s"
        case .exists: "x"
        case .expunged: "e"
        case .vanished: "v"
        case .flags: "f"
        case .metadata: "m"
        case .fetched: "b"
        case .header: "d"
        case .held: "h"
        case .gone: "g"
        case .postponed: "p"
        case .found: "F"
        case .listed: "l"
        case .idling: "i"
        case .notice: "n"
        case .uidValidityChanged: "U"
        case .completed: "c"
        case .unanswered: "u"
        case .bye: "B"
        case .protocolError: "!"
        }
    }
}
