// One command, run without a shell: its input is a file of ours, what it complains of goes into
// another, its other output goes nowhere, its signals are ordinary ones, and it leads a process
// group of its own. One that is late, or that must not be waited for any longer, is ended with its
// whole group, and every child is waited for.

import Foundation
import Glibc

/// How a command ended.
enum CommandEnd: Hashable {
    case exited(Int32)
    case killed(Int32)
    case late
    /// It was still at work when there was no more time to wait for it.
    case stopped
}

/// A command that was started.
struct ChildProcess: ~Copyable {
    private let child: pid_t

    /// Starts a command.
    init(
        _ words: [String],
        environment: [String: String],
        input: Int32,
        complaints: Int32
    ) throws(TransportError) {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, complaints, 2)
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe sigfillset(&signals)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

        var child: pid_t = 0
        let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
        let failure = unsafe Self.withCStrings(words) { arguments in
            unsafe Self.withCStrings(variables) { variables in
                unsafe posix_spawn(&child, words[0], &actions, &attributes, arguments, variables)
            }
        }
        guard failure == 0 else {
            let reason = unsafe String(cString: strerror(failure))
            throw TransportError(
                .noProgram,
                "\(words[0].fitForSentence) cannot be run: \(reason); check the command in the "
                    + "mailbox's settings"
            )
        }
        self.child = child
    }

    /// Waits for the end; a child that is late is ended, and so is one that goes on for too long
    /// after it shall not.
    consuming func end(
        within milliseconds: Int,
        afterStop stopMilliseconds: Int,
        goesOn: () -> Bool
    ) -> CommandEnd {
        let watch = Stopwatch()
        var stopAt: Int?
        var status: Int32 = 0
        while true {
            let answer = unsafe waitpid(child, &status, WNOHANG)
            if answer == child { break }
            if stopAt == nil, !goesOn() { stopAt = watch.elapsed + stopMilliseconds }
            let isStopped = stopAt.map { watch.elapsed > $0 } ?? false
            if isStopped || watch.elapsed > milliseconds {
                kill(-child, SIGKILL)
                while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
                return isStopped ? .stopped : .late
            }
            _ = poll(nil, 0, watch.elapsed < 50 ? 1 : 10)
        }
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
    }

    private static func withCStrings<Result>(
        _ texts: [String],
        _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers = unsafe texts.map { unsafe strdup($0) }
        unsafe pointers.append(nil)
        defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
        return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else {
                preconditionFailure("the list ends with nil and so is never empty")
            }
            return unsafe body(base)
        }
    }
}
