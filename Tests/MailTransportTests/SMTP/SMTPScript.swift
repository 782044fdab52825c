// The mind of an SMTP server for tests: where it is in each conversation, and what it refuses.

import Synchronization
import TestSupport

/// What an SMTP server answers.
final class SMTPScript: Sendable {
    private let refusedStage: String
    private let refusal: String
    private let droppedConnection: Int
    private let lettersPerConnection: Int
    private let inContent = Mutex<Set<Int>>([])
    private let taken = Mutex<[Int: Int]>([:])

    init(_ stage: String, _ reply: String, _ dropped: Int, _ letters: Int) {
        refusedStage = stage
        refusal = reply
        droppedConnection = dropped
        lettersPerConnection = letters
    }

    func answer(_ connection: Int, _ line: String) -> ScriptedServer.Answer {
        if inContent.withLock({ $0.contains(connection) }) { return content(connection, line) }
        let word = String(line.prefix { $0 != " " }).uppercased()
        if word == "EHLO" { return .say("250-test\r\n250 PIPELINING\r\n") }
        if word == refusedStage { return .say(refusal + "\r\n") }
        if word == "DATA" {
            inContent.withLock { _ = $0.insert(connection) }
            return .say("354 go\r\n")
        }
        return word == "QUIT" ? .sayAndHangUp("221 bye\r\n") : .say("250 fine\r\n")
    }

    private func content(_ connection: Int, _ line: String) -> ScriptedServer.Answer {
        guard line == "." else { return .nothing }
        if connection == droppedConnection { return .hangUp }
        inContent.withLock { _ = $0.remove(connection) }
        if refusedStage == "." { return .say(refusal + "\r\n") }
        let count = taken.withLock { taken in
            taken[connection, default: 0] += 1
            return taken[connection, default: 0]
        }
        return count < lettersPerConnection
            ? .say("250 taken\r\n") : .sayAndHangUp("250 taken\r\n")
    }
}
