// Notes of letters on their way to a server, so that a kill between two commits leaves one letter
// in doubt and not a whole group: which were offered, whose last byte may have left, which the
// server took.
//
// The notes are written, not synchronised: they outlive this process, and that is what they are
// for. They do not outlive the machine, so they are believed only while the same boot lasts; after
// a power cut the evidence outside decides, as without them. A note that cannot be written stops
// the letter before its last byte leaves.

package import Desk
import Foundation
import Glibc
import Synchronization

/// What the notes tell of a letter that a stop has caught.
package enum HandingTrace: Hashable, Sendable {
    /// Its last byte never left.
    case untouched
    /// The server took it.
    case accepted
}

/// The notes of one way out.
package final class HandingNotes: Sendable {
    private let path: String
    private let file = Mutex<(file: OpenFile, leaving: Set<MessageID>)?>(nil)

    /// Names the file; nothing is opened yet.
    package init(path: String) {
        self.path = path
    }

    /// Begins the notes of a group anew: the outcomes of the one before are committed.
    package func begin(_ letters: [MessageID]) throws(TransportError) {
        let descriptor = unsafe open(
            path,
            O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC,
            0o600
        )
        guard descriptor >= 0 else {
            throw TransportError(errorNumber: errno, deed: "open \(path.fitForSentence)")
        }
        let shown = path
        let opened = OpenFile(descriptor: descriptor, shownPath: shown.fitForSentence)
        let lines = ["boot \(Self.boot)"] + letters.map { "offered \($0.text)" } + ["end"]
        try opened.write(Array(lines.map { "\($0)\n" }.joined().utf8))
        file.withLock { $0 = (opened, []) }
    }

    /// Notes, before it happens, that the last bytes of these letters may leave.
    func leaving(_ letters: [MessageID]) throws(TransportError) {
        try file.withLock { file throws(TransportError) in
            guard let opened = file else { return }
            for letter in letters where !opened.leaving.contains(letter) {
                try opened.file.write(Array("leaving \(letter.text)\n".utf8))
                file?.leaving.insert(letter)
            }
        }
    }

    /// Notes that the server took a letter; where that fails, the letter is in doubt as before.
    func accepted(_ letter: MessageID) {
        file.withLock { file in
            try? file?.file.write(Array("accepted \(letter.text)\n".utf8))
        }
    }

    /// What the notes of an earlier process tell; a letter that is not mentioned is in doubt.
    package func traces(of letters: Set<MessageID>) -> [MessageID: HandingTrace] {
        guard let data = FileManager.default.contents(atPath: path) else { return [:] }
        var lines = String(decoding: data, as: UTF8.self).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        // What is behind the last line's end was not written whole.
        lines.removeLast()
        guard lines.first == "boot \(Self.boot)", !Self.boot.isEmpty, lines.contains("end") else {
            return [:]
        }
        var traces: [MessageID: HandingTrace] = [:]
        for line in lines {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2, let id = MessageID(String(words[1])), letters.contains(id)
            else { continue }
            switch words[0] {
            case "offered": traces[id] = .untouched
            case "leaving": traces[id] = nil
            case "accepted": traces[id] = .accepted
            default: continue
            }
        }
        return traces
    }

    // A new one with each start of the machine; empty where the system has none.
    private static let boot: String = {
        let data = FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id")
        return data.map { String(decoding: $0, as: UTF8.self) }?
            .trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    }()
}
