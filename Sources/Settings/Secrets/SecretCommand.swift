// Runs one command without a shell and takes what it prints, within limits of time and size.
//
// The child gets an empty input, ordinary signals and a process group of its own; our descriptors
// close by themselves. One that is late or prints too much is killed with its whole group, and
// every child is waited for before this returns. What it writes to its error output is thrown
// away: a careless command writes secrets there.

import Foundation

/// One command that prints a secret.
struct SecretCommand {
    /// Why a command gave nothing.
    enum Trouble: Error, Hashable {
        case cannotStart(Int32)
        case failed(status: Int32)
        case wasKilled
        case isLate
        case printsTooMuch

        /// The reason, to be read behind the command's name.
        var reason: String {
            switch self {
            case .cannotStart(let number):
                "cannot be started: \(FileContent.reason(number)); check the path and its "
                    + "execute permission"
            case .failed(let status):
                "ended with the status \(status); run it by hand as Guichet's account to see why"
            case .wasKilled:
                "was ended by a signal; run it by hand as Guichet's account to see why"
            case .isLate:
                "did not end in time and was stopped; it must not ask a question or wait"
            case .printsTooMuch:
                "printed more than \(SecretReader.bytesMaximum) bytes; it must print the secret "
                    + "alone"
            }
        }
    }

    let words: [String]
    let environment: [String: String]
    let bytesMaximum: Int
    let millisecondsMaximum: Int

    /// All that the command prints, once it has ended well.
    func output() throws(Trouble) -> [UInt8] {
        guard !words.isEmpty else { throw .cannotStart(ENOENT) }
        let running = try start()
        let deadline = Self.milliseconds() + millisecondsMaximum
        let bytes: [UInt8]
        let status: Int32
        do throws(Trouble) {
            bytes = try read(running.output, until: deadline)
            status = try wait(for: running.child, until: deadline)
        } catch {
            stop(running.child)
            throw error
        }
        guard status & 0x7F == 0 else { throw .wasKilled }
        let code = (status >> 8) & 0xFF
        guard code == 0 else { throw .failed(status: code) }
        return bytes
    }

    // MARK: Start

    private struct Running: ~Copyable {
        let output: OpenDescriptor
        let child: pid_t
    }

    // Swift sees no `pipe2`. A child that another thread starts between the two calls could hold
    // our pipe's end for as long as it runs; the time limit bounds what that costs.
    private func start() throws(Trouble) -> Running {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw .cannotStart(errno) }
        let readEnd = OpenDescriptor(number: ends[0])
        let writeEnd = OpenDescriptor(number: ends[1])
        _ = fcntl(readEnd.number, F_SETFD, FD_CLOEXEC)
        _ = fcntl(writeEnd.number, F_SETFD, FD_CLOEXEC)
        let child = try spawn(output: writeEnd)
        return Running(output: readEnd, child: child)
    }

    private func spawn(output: borrowing OpenDescriptor) throws(Trouble) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output.number, 1)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
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
                unsafe posix_spawn(
                    &child,
                    words[0],
                    &actions,
                    &attributes,
                    arguments,
                    variables
                )
            }
        }
        guard failure == 0 else { throw .cannotStart(failure) }
        return child
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

    // MARK: Read and wait

    private func read(
        _ readEnd: borrowing OpenDescriptor,
        until deadline: Int
    ) throws(Trouble) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let left = deadline - Self.milliseconds()
            guard left > 0 else { throw .isLate }
            var request = pollfd(fd: readEnd.number, events: Int16(POLLIN), revents: 0)
            // Anything but "ready" is looked at again: a read that blocked would know no limit.
            guard unsafe poll(&request, 1, Int32(clamping: left)) > 0 else { continue }
            let count = unsafe Foundation.read(readEnd.number, &chunk, chunk.count)
            guard count != 0 else { return bytes }
            if count > 0 { bytes += chunk[..<count] }
            guard bytes.count <= bytesMaximum else { throw .printsTooMuch }
        }
    }

    // A child that has closed its output is about to end; a few short looks find it gone.
    private func wait(for child: pid_t, until deadline: Int) throws(Trouble) -> Int32 {
        var status: Int32 = 0
        while unsafe waitpid(child, &status, WNOHANG) != child {
            guard Self.milliseconds() < deadline else { throw .isLate }
            _ = poll(nil, 0, 2)
        }
        return status
    }

    // Only for a child that has not been waited for: afterwards its number may be another's.
    private func stop(_ child: pid_t) {
        kill(-child, SIGKILL)
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
