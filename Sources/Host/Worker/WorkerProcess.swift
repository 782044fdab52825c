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

    /// Asks and waits for the answer, as long as a question's patience lasts.
    func answer(
        to question: [UInt8],
        bytesMaximum: Int,
        _ patience: inout WorkerPatience
    ) throws(WorkerChannel.Failure) -> [UInt8] {
        let watch = WorkerWatch(number, patience)
        defer { patience = watch.patience }
        try channel.send(question, .watching(watch))
        return try channel.receive(bytesMaximum: bytesMaximum, .watching(watch))
    }

    /// Whether it ended because it used more of the processor than it may; ends it where it lives.
    func endedByItsSeconds() -> Bool {
        life.end()
        return life.waitForSignal() == SIGXCPU
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
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        takeSignals(&attributes)
        let environment = ["SWIFT_BACKTRACE=enable=no", "LANG=C.UTF-8"]
        return unsafe withPointers(to: ["guichet"] + arguments) { arguments in
            unsafe withPointers(to: environment) { environment in
                var process: pid_t = 0
                let code = unsafe posix_spawn(
                    &process,
                    program,
                    &actions,
                    &attributes,
                    arguments,
                    environment
                )
                return code == 0 ? process : nil
            }
        }
    }

    // Nothing of the program's own manners with signals: a thread that blocks them all would leave
    // a worker that no limit of its seconds ends.
    private static func takeSignals(_ attributes: inout posix_spawnattr_t) {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe sigfillset(&signals)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
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
    private let signal = Mutex<Int32>(0)
    private let over = DispatchSemaphore(value: 0)

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
                var status: Int32 = 0
                unsafe waitpid(process, &status, 0)
                signal.withLock { $0 = status & 0x7F }
            }
            over.signal()
            ended()
        }
        thread.stackSize = 128 * 1024
        thread.start()
    }

    /// Waits for its end; the signal that ended it, or 0.
    func waitForSignal() -> Int32 {
        over.wait()
        over.signal()
        return signal.withLock { $0 }
    }

    /// Kills it, where it has not ended.
    func end() {
        isOver.withLock { isOver in
            if !isOver { kill(process, SIGKILL) }
        }
    }
}
