// A child process of the same binary that answers one question after the other. It is watched from
// here and ended from here; whatever it does, this side only ever loses an answer.
//
// A thread waits for its end, so that nothing is left of it in the system's table, whether it ends
// by itself after a while without a question, is ended from here, or is killed.

import Foundation
import Glibc
import Synchronization

/// A running worker; whoever holds it talks to it alone.
final class WorkerProcess: Sendable {
    private let life: WorkerLife
    private let channel: WorkerChannel

    /// Starts a program, and tells when it has ended; nil where the system refuses.
    init?(_ program: String, _ arguments: [String], ended: @escaping @Sendable () -> Void) {
        guard let (own, other) = WorkerChannel.pair() else { return nil }
        channel = WorkerChannel(own)
        defer { close(other) }
        guard let process = Self.spawn(program, arguments, input: other) else { return nil }
        life = WorkerLife(process)
        life.watch(ended: ended)
    }

    deinit { life.end() }

    /// The system's number for it.
    var number: Int32 { life.process }

    /// Whether it waits for a question.
    var isWaiting: Bool { channel.isQuiet }

    /// Asks and waits for the answer, until a moment of `WorkerChannel`'s clock.
    func answer(
        to question: [UInt8],
        bytesMaximum: Int,
        by deadline: Int
    ) throws(WorkerChannel.Failure) -> [UInt8] {
        try channel.send(question, by: deadline)
        return try channel.receive(bytesMaximum: bytesMaximum, by: deadline)
    }

    // The worker has the way as its input, and says nothing anywhere else.
    private static func spawn(
        _ program: String,
        _ arguments: [String],
        input: Int32
    ) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
        for descriptor: Int32 in [1, 2] {
            unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        let environment = ["SWIFT_BACKTRACE=enable=no", "LANG=C.UTF-8"]
        return unsafe withPointers(to: ["guichet"] + arguments) { arguments in
            unsafe withPointers(to: environment) { environment in
                var process: pid_t = 0
                let code = unsafe posix_spawn(
                    &process,
                    program,
                    &actions,
                    nil,
                    arguments,
                    environment
                )
                return code == 0 ? process : nil
            }
        }
    }

    private static func withPointers<Result>(
        to texts: [String],
        _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        let copies = unsafe texts.map { unsafe strdup($0) } + [nil]
        defer {
            for place in unsafe copies.indices { unsafe free(copies[place]) }
        }
        return unsafe copies.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("a list has a start") }
            return unsafe body(base)
        }
    }
}

/// A process from its start to its end.
private final class WorkerLife: Sendable {
    let process: pid_t
    private let isOver = Mutex(false)

    init(_ process: pid_t) {
        self.process = process
    }

    /// Takes its end in, whenever that comes.
    func watch(ended: @escaping @Sendable () -> Void) {
        let thread = Thread { [self] in
            var facts = unsafe siginfo_t()
            // Only looked at: the number stays its own until nobody can kill by it any more.
            let look = Int32(WEXITED) | Int32(WNOWAIT)
            while unsafe waitid(P_PID, id_t(process), &facts, look) != 0, errno == EINTR {}
            isOver.withLock { isOver in
                isOver = true
                waitpid(process, nil, 0)
            }
            ended()
        }
        thread.stackSize = 128 * 1024
        thread.start()
    }

    /// Kills it, where it has not ended.
    func end() {
        isOver.withLock { isOver in
            if !isOver { kill(process, SIGKILL) }
        }
    }
}
