// Every state that a session can be in, reached by the shortest conversation. The server of these
// scenes offers MOVE except where a move is done by copying, and no LITERAL+, so that a letter
// waits. One mail, 42, is what everything is about.

import IMAPWire
import Testing

/// A state of a session.
enum Scene: String, CaseIterable, CustomTestStringConvertible {
    case beginning
    case open
    case selecting
    case selected
    case reading
    case looking
    case searching
    case marking
    case moving
    case copying
    case appending
    case idleAsked
    case idling
    case idleEnding
    case leaving
    case closed

    var testDescription: String { rawValue }

    /// The session in this state, and the tag of its last command.
    func session() throws -> (session: Session, tag: String) {
        var session = Session(limits: try limits())
        var tag = session.begin().tag
        let move = self == .copying ? "" : " MOVE"
        func serve(_ text: String) { _ = session.receive((text + "\r\n").bytes[...]) }
        func send(_ words: String) throws { tag = session.send(try Command(words: words)).tag }
        guard self != .beginning else { return (session, tag.text) }
        serve("* CAPABILITY IMAP4rev1 UIDPLUS IDLE ENABLE\(move)\r\n\(tag) OK x")
        guard self != .open else { return (session, tag.text) }
        try send("select INBOX")
        guard self != .selecting else { return (session, tag.text) }
        serve("* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n\(tag) OK x")
        switch self {
        case .beginning, .open, .selecting, .selected: break
        case .reading: try send("bodies 42")
        case .looking: try send("metadata 42")
        case .searching: try send("search all")
        case .marking: try send("flag 42 $Filed")
        case .moving, .copying: try send("move 42 Done")
        case .appending: try send("append Sent Hello")
        case .idleAsked: try send("idle")
        case .idling, .idleEnding:
            try send("idle")
            serve("+ x")
            if self == .idleEnding { _ = session.endIdle() }
        case .leaving: try send("logout")
        case .closed: _ = session.disconnect()
        }
        return (session, tag.text)
    }
}
