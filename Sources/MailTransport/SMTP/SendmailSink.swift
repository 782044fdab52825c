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

    /// Names a command: its program by the whole path, and its first arguments; `-i`, `-f`, the
    /// sender, `--` and the recipient follow them.
    package init(
        command: [String],
        environment: [String: String],
        millisecondsMaximum: Int = 120_000
    ) {
        precondition(!command.isEmpty, "a command has a program")
        self.command = command
        self.environment = environment
        self.millisecondsMaximum = millisecondsMaximum
    }

    /// Hands letters over in their order; every letter comes back with its outcome.
    ///
    /// Between two letters it asks whether it goes on; the others come back untouched.
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
            return (entry.row, deliver(entry, now: now, notes))
        }
    }

    // The command may have taken the letter as soon as it runs.
    private func deliver(
        _ entry: OutboxEntry,
        now: Date,
        _ notes: HandingNotes?
    ) -> SendOutcome {
        do throws(TransportError) {
            try notes?.leaving([entry.letter.id])
        } catch {
            return .untouched(note: error.sentence)
        }
        let outcome = deliver(entry, now: now)
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

    private func deliver(_ entry: OutboxEntry, now: Date) -> SendOutcome {
        let sender = entry.letter.sender == .null ? "<>" : entry.letter.sender.text
        let words = command + ["-i", "-f", sender, "--", entry.letter.recipient.text]
        let end: CommandEnd
        do throws(TransportError) {
            let letter = try UnnamedFile(holding: Self.withLineFeeds(entry.letter.bytes))
            end = try ChildProcess(words, environment: environment, input: letter.descriptor)
                .end(within: millisecondsMaximum)
        } catch {
            return later(entry, now, error.sentence)
        }
        switch end {
        case .exited(0):
            return .done(note: "taken by \(shown)")
        case .exited(let code) where Self.isOurTrouble(code):
            return later(entry, now, "\(shown) ended with the code \(code)")
        case .exited(let code):
            return .never(note: "\(shown) refuses the letter: it ended with the code \(code)")
        case .killed(let signal):
            return .uncertain(note: "\(shown) was ended by the signal \(signal)")
        case .late:
            return .uncertain(note: "\(shown) did not end in time and was stopped")
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

    // 75 is "try later"; 70 to 74, 77 and 78 blame the system, its rights or its configuration, and
    // 126 and 127 are a program that cannot run. All other codes are about the letter.
    private static func isOurTrouble(_ code: Int32) -> Bool {
        (70...75).contains(code) || [77, 78, 126, 127].contains(code)
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

    deinit { _ = close(descriptor) }
}
