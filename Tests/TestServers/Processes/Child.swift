// A process of the tests that cannot outlive them, however they end.
//
// Each child runs under a small shell that holds the reading end of a pipe whose writing end this
// process keeps. When that end is closed, by `stop`, by the end of the owner, or because the tests
// were killed, the shell ends the child and then its whole process group. A second pipe tells the
// tests when the group's first process is gone, so that nothing is waited for by time.

import Glibc
import Synchronization
import TestSupport

/// A process, or a server with processes of its own, in a process group of its own.
package final class Child: Sendable {
    /// The number of the process group.
    package let group: Int32
    /// Where its standard output and error went.
    package let logPath: String

    private let lifeline: Mutex<Descriptor?>
    private let alive: Descriptor
    private let hasBeenReaped = Atomic(false)

    // What `$@` is comes as arguments, so no word of it is read as shell. The watcher ends the
    // server when the lifeline closes, and says so again in case the server had not yet begun;
    // whatever is left of the group goes with the last line.
    private static let script = """
        trap : TERM
        cd "$1" || exit
        shift
        exec 3<&0
        "$@" 0</dev/null 3<&- 4>&- &
        server=$!
        {
            exec 4>&-
            read -r line <&3
            tries=0
            while kill -TERM "$server" && [ "$tries" -lt 50 ]; do
                sleep 0.1
                tries=$((tries + 1))
            done
            kill -KILL 0
        } 2>/dev/null &
        exec 3<&-
        while kill -0 "$server" 2>/dev/null; do wait "$server"; done
        kill -KILL 0
        """

    /// Starts a program by its path.
    package init(
        _ program: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        folder: String,
        logPath: String
    ) throws {
        let (input, lifeline) = try Descriptor.pipe()
        let (alive, life) = try Descriptor.pipe()
        let log = unsafe open(logPath, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard log >= 0 else { throw ServerError("\(logPath) cannot be written: error \(errno).") }
        let output = Descriptor(owning: log)
        let words = ["/bin/sh", "-c", Self.script, "child", folder, program] + arguments
        var all = Spawn.inherited
        for (name, value) in environment { all[name] = value }
        let spawn = Spawn(words: words, environment: all)
        group = try spawn.start([
            (input, 0), (output, 1), (output, 2), (life, 4),
        ])
        self.lifeline = Mutex(lifeline)
        self.alive = alive
        self.logPath = logPath
    }

    deinit { stop() }

    /// Whether its first process is still there.
    package var isRunning: Bool {
        Descriptor.waitReadable([alive], Deadline(milliseconds: 0)) == nil
    }

    /// Asks it to end, as an administrator would, and waits until it has.
    package func stop() {
        lifeline.withLock { $0 = nil }
        reap(Deadline(milliseconds: 8000))
    }

    /// Ends it and all it started in one blow, as a failing machine would.
    package func kill() {
        if !hasBeenReaped.load(ordering: .acquiring) { Glibc.kill(-group, SIGKILL) }
        reap(Deadline(milliseconds: 8000))
    }

    /// What it printed so far.
    package var log: String {
        TextFile.read(logPath) ?? ""
    }

    private func reap(_ deadline: Deadline) {
        guard !hasBeenReaped.load(ordering: .acquiring) else { return }
        if Descriptor.waitReadable([alive], deadline) == nil { Glibc.kill(-group, SIGKILL) }
        guard
            hasBeenReaped.compareExchange(
                expected: false,
                desired: true,
                ordering: .acquiringAndReleasing
            ).exchanged
        else { return }
        var status: Int32 = 0
        while unsafe waitpid(group, &status, 0) < 0, errno == EINTR {}
    }
}
