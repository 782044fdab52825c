// Letters through a command with the manners of sendmail: the letter on its input, the envelope in
// its arguments, and the answer in its exit code (sysexits.h).
//
// No shell stands between us and the command. The letter goes through a file without a name, so
// that a command that ends early cannot stop this program by a broken pipe.

package import Desk
package import Foundation
import Glibc

/// A command as the way out.
package struct SendmailSink: Sendable {
    private let command: [String]
    private let environment: [String: String]
    private let millisecondsMaximum: Int
    private let stopMillisecondsMaximum: Int
    /// How much is read of what a command complains of.
    private static let complaintBytesMaximum = 500

    /// Names a command: its program by the whole path, and its first arguments; `-i`, `-f`, the
    /// sender, `--` and the recipient follow them.
    package init(
        command: [String],
        environment: [String: String],
        millisecondsMaximum: Int = 120_000,
        stopMillisecondsMaximum: Int = 4_000
    ) {
        precondition(!command.isEmpty, "a command has a program")
        self.command = command
        self.environment = environment
        self.millisecondsMaximum = millisecondsMaximum
        self.stopMillisecondsMaximum = stopMillisecondsMaximum
    }

    /// Hands letters over in their order; every letter comes back with its outcome.
    ///
    /// Between two letters it asks whether it goes on; the others come back untouched, and a
    /// command that is at work then has a few seconds left.
    package func deliver(
        _ entries: [OutboxEntry],
        now: Date,
        notes: HandingNotes? = nil,
        goesOn: () -> Bool = { true }
    ) -> [(OutboxID, SendOutcome)] {
        do throws(TransportError) {
            try notes?.begin(entries.map(\.letter.id))
        } catch {
            return entries.map { ($0.row, .untouched(note: error.sentence)) }
        }
        return entries.map { entry in
            guard goesOn() else {
                return (entry.row, .untouched(note: "stopped before its turn came"))
            }
            return (entry.row, deliver(entry, now: now, notes, goesOn))
        }
    }

    // The command may have taken the letter as soon as it runs.
    private func deliver(
        _ entry: OutboxEntry,
        now: Date,
        _ notes: HandingNotes?,
        _ goesOn: () -> Bool
    ) -> SendOutcome {
        do throws(TransportError) {
            try notes?.leaving([entry.letter.id])
        } catch {
            return .untouched(note: error.sentence)
        }
        let outcome = deliver(entry, now: now, goesOn)
        if case .done = outcome { notes?.accepted(entry.letter.id) }
        return outcome
    }

    /// Whether the program can be run.
    package func look() throws(TransportError) {
        guard unsafe access(command[0], X_OK) == 0 else {
            throw TransportError(errorNumber: errno, deed: "run \(shown)")
        }
    }

    private var shown: String { command[0].fitForSentence }

    private func deliver(
        _ entry: OutboxEntry,
        now: Date,
        _ goesOn: () -> Bool
    ) -> SendOutcome {
        let sender = entry.letter.sender == .null ? "<>" : entry.letter.sender.text
        let words = command + ["-i", "-f", sender, "--", entry.letter.recipient.text]
        let end: CommandEnd
        let said: String
        do throws(TransportError) {
            let letter = try UnnamedFile(holding: Self.withLineFeeds(entry.letter.bytes))
            let complaints = try UnnamedFile(holding: [])
            let child = try ChildProcess(
                words,
                environment: environment,
                input: letter.descriptor,
                complaints: complaints.descriptor
            )
            end = child.end(
                within: millisecondsMaximum,
                afterStop: stopMillisecondsMaximum,
                goesOn: goesOn
            )
            said = Self.words(of: complaints.beginning(Self.complaintBytesMaximum))
        } catch {
            return later(entry, now, error.sentence)
        }
        switch end {
        case .exited(0):
            return .done(note: "taken by \(shown)")
        case .exited(let code) where Self.isRefusal(code):
            let note = "\(shown) refuses the letter: it ended with the code \(code)\(said)"
            return .never(note: note)
        case .exited(let code):
            return later(entry, now, "\(shown) ended with the code \(code)\(said)")
        case .killed(let signal):
            return .uncertain(note: "\(shown) was ended by the signal \(signal)\(said)")
        case .late:
            return .uncertain(note: "\(shown) did not end in time and was stopped\(said)")
        case .stopped:
            let note = "\(shown) was still at it when Guichet ended, and was stopped\(said)"
            return .uncertain(note: note)
        }
    }

    private func later(_ entry: OutboxEntry, _ now: Date, _ note: String) -> SendOutcome {
        let next = SendingSchedule.next(
            after: entry.attempts + 1,
            queuedAt: entry.letter.queuedAt,
            now: now
        )
        guard let next else { return .never(note: "given up after five days: \(note)") }
        return .later(next, note: note)
    }

    // 64 to 68 are about the letter: its form, its recipient, the recipient's host. Everything else
    // may be over one day: 75 is "try later", 69 to 74 and 76 to 78 blame the system, its rights or
    // its configuration, and any other code, such as a broken script's 1, says nothing at all.
    private static func isRefusal(_ code: Int32) -> Bool { (64...68).contains(code) }

    // What the command has written, on one line behind the note.
    private static func words(of bytes: [UInt8]) -> String {
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        return lines.isEmpty ? "" : "; it says: \(lines.joined(separator: " ").fitForSentence)"
    }

    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for byte in SentFolder.canonical(bytes) where byte != 0x0D { result.append(byte) }
        return result
    }
}

/// A file that has no name any more, with its bytes to be read from the start.
private final class UnnamedFile {
    let descriptor: Int32

    init(holding bytes: [UInt8]) throws(TransportError) {
        let file = unsafe tmpfile()
        guard let file = unsafe file else {
            throw TransportError(errorNumber: errno, deed: "make a file for a letter")
        }
        // The stream goes; a descriptor of our own stays.
        let copy = fcntl(unsafe fileno(file), F_DUPFD_CLOEXEC, 3)
        unsafe fclose(file)
        guard copy >= 0 else {
            throw TransportError(errorNumber: errno, deed: "make a file for a letter")
        }
        descriptor = copy
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { raw in
                unsafe write(copy, raw.baseAddress, raw.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                throw TransportError(errorNumber: errno, deed: "write a letter for its command")
            }
            rest = rest.dropFirst(count)
        }
        lseek(copy, 0, SEEK_SET)
    }

    /// What it begins with, at most so many bytes, wherever it is read or written now.
    func beginning(_ maximum: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: maximum)
        let count = unsafe bytes.withUnsafeMutableBytes { raw in
            unsafe pread(descriptor, raw.baseAddress, raw.count, 0)
        }
        return Array(bytes.prefix(max(0, count)))
    }

    deinit { _ = close(descriptor) }
}
