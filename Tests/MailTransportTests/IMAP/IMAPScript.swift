// The mind of an IMAP server for tests, with a folder of three mails: 9 is the oldest, 8 the
// newest.

import Foundation
import Synchronization
import TestSupport

/// What an IMAP server answers.
struct IMAPScript: Sendable {
    var bodies = ["7": "seven", "8": "eight", "9": "nine"]
    var selectAnswer: String?
    var fetchAnswer: String?
    /// The search at which the first connection ends.
    var hangsUpAtSearch = 0

    private let sizes = ["7": 5, "8": 5, "9": 4]
    private let dates = [
        "7": "02-Sep-2026 08:00:00 +0000", "8": "20-Sep-2026 08:00:00 +0000",
        "9": "01-Sep-2026 08:00:00 +0000",
    ]

    func answer(_ line: String, search: Int) -> ScriptedServer.Answer {
        let words = line.split(separator: " ").map(String.init)
        guard words.count > 1 else { return .nothing }
        let done = "\(words[0]) OK done\r\n"
        let verb = words[1] == "UID" ? words[2] : words[1]
        switch verb {
        case "CAPABILITY": return .say("* CAPABILITY IMAP4rev1 UIDPLUS\r\n" + done)
        case "SELECT":
            if let selectAnswer { return .say("\(words[0]) \(selectAnswer)\r\n") }
            return .say(
                "* 3 EXISTS\r\n* OK [UIDVALIDITY 42] x\r\n"
                    + "* OK [PERMANENTFLAGS (\\Seen \\*)] x\r\n\(words[0]) OK [READ-WRITE] done\r\n"
            )
        case "LIST" where selectAnswer == nil:
            return .say("* LIST () \"/\" \(words[3])\r\n\(done)")
        case "SEARCH":
            if search > 0, search == hangsUpAtSearch { return .hangUp }
            return .say("* SEARCH 7 8 9\r\n" + done)
        case "FETCH": return fetch(words, line, done)
        default: return .say(done)
        }
    }

    private func fetch(_ words: [String], _ line: String, _ done: String) -> ScriptedServer.Answer {
        if line.contains("BODY"), let fetchAnswer { return .say("\(words[0]) \(fetchAnswer)\r\n") }
        let asked = Set(words[3].split(separator: ",").flatMap(Self.uids))
        var text = ""
        for (place, uid) in ["7", "8", "9"].enumerated() where asked.contains(uid) {
            guard let size = sizes[uid], let date = dates[uid], let body = bodies[uid] else {
                continue
            }
            text += "* \(place + 1) FETCH (UID \(uid) RFC822.SIZE \(size) INTERNALDATE \"\(date)\""
            if line.contains("BODY.PEEK[HEADER]") {
                text += " BODY[HEADER] {4}\r\nA:\r\n"
            } else if line.contains("BODY.PEEK[]") {
                text += " BODY[] {\(body.utf8.count)}\r\n\(body)"
            } else {
                text += " FLAGS ()"
            }
            text += ")\r\n"
        }
        return .say(text + done)
    }

    private static func uids(_ part: Substring) -> [String] {
        let ends = part.split(separator: ":").compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last else { return [] }
        return (first...last).map(String.init)
    }
}

extension ScriptedServer {
    /// An IMAP server with one folder.
    static func folder(_ script: IMAPScript) throws -> ScriptedServer {
        let searches = Counter()
        return try ScriptedServer(greeting: "* OK ready\r\n") { _, line in
            script.answer(line, search: line.contains("UID SEARCH ALL") ? searches.next() : 0)
        }
    }
}

/// Counts from 1.
private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
