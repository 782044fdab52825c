// posix_spawn(3) with what this module needs of it: descriptors, an environment, a new process
// group, and signals as a shell would set them.
//
// Foundation's Process is no choice here: it hands every child the test runner's process group and
// whatever descriptors happen to be open.

import Foundation
import Glibc

/// A command that is about to become a process.
struct Spawn {
    /// The program's path, and its arguments.
    let words: [String]
    let environment: [String: String]

    private static let firstSpare: Int32 = 900

    /// This process's environment, without what would be preloaded into a child.
    static var inherited: [String: String] {
        ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("LD_") }
    }

    /// Starts it as the leader of a new process group, with these descriptors under these numbers.
    func start(_ descriptors: [(Descriptor, Int32)]) throws -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        // First to numbers that nothing else has, so that no target overwrites a source.
        for (index, descriptor) in descriptors.enumerated() {
            let spare = Self.firstSpare + Int32(index)
            unsafe posix_spawn_file_actions_adddup2(&actions, descriptor.0.number, spare)
        }
        for (index, descriptor) in descriptors.enumerated() {
            unsafe posix_spawn_file_actions_adddup2(
                &actions,
                Self.firstSpare + Int32(index),
                descriptor.1
            )
        }
        // A descriptor that another test forgot to close on exec would keep its pipe open.
        for number in Int32(5)..<Self.firstSpare + 10 {
            unsafe posix_spawn_file_actions_addclose(&actions, number)
        }

        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        unsafe sigemptyset(&none)
        var usual = sigset_t()
        unsafe sigemptyset(&usual)
        for signal in [SIGTERM, SIGINT, SIGPIPE, SIGHUP, SIGCHLD] {
            unsafe sigaddset(&usual, signal)
        }
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

        var process: pid_t = 0
        let result = unsafe withCStrings(words) { arguments in
            unsafe withCStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
                unsafe posix_spawn(
                    &process,
                    words[0],
                    &actions,
                    &attributes,
                    arguments,
                    variables
                )
            }
        }
        guard result == 0 else { throw ServerError("\(words[0]) does not start: error \(result).") }
        return process
    }

    private func withCStrings<Result>(
        _ texts: [String],
        _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers: [UnsafeMutablePointer<CChar>?] =
            unsafe texts.map { unsafe strdup($0) } + [nil]
        defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
        return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("It ends with nil.") }
            return unsafe body(base)
        }
    }
}
