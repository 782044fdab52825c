// The frame of our own servers: a listening socket, a thread for it, and a thread for each
// connection, all gone when the server is stopped.
//
// Threads rather than tasks: a server that blocks, on purpose even, must not take one of the few
// threads that the tests' own tasks run on.

import Foundation
import Synchronization

/// A listener on 127.0.0.1 that hands each connection to a thread of its own.
package final class LoopbackServer: Sendable {
    /// Where it listens.
    package let port: Int

    private struct State {
        var connections: [Int: Descriptor] = [:]
        var accepted = 0
        var isStopped = false
    }

    private let listener: Descriptor
    private let state = Mutex(State())

    package init() throws {
        (listener, port) = try Descriptor.listening()
    }

    deinit { stop() }

    /// Begins to accept; `body` has the connection to itself, and it ends when `body` returns.
    package func serve(_ body: @escaping @Sendable (Descriptor) -> Void) {
        let thread = Thread { [weak self, listener] in
            while let connection = listener.accepted() {
                guard let self else { return }
                self.start(connection, body)
            }
        }
        thread.start()
    }

    /// How many connections it speaks on.
    package var connectionCount: Int { state.withLock { $0.connections.count } }

    /// Ends every connection, and accepts no more.
    package func stop() {
        let connections = state.withLock { state in
            state.isStopped = true
            return state.connections.values.map { $0 }
        }
        listener.hangUp()
        for connection in connections { connection.hangUp() }
    }

    private func start(_ connection: Descriptor, _ body: @escaping @Sendable (Descriptor) -> Void) {
        let number: Int? = state.withLock { state in
            guard !state.isStopped else { return nil }
            state.accepted += 1
            state.connections[state.accepted] = connection
            return state.accepted
        }
        guard let number else { return }
        let thread = Thread { [weak self] in
            body(connection)
            _ = self?.state.withLock { $0.connections.removeValue(forKey: number) }
        }
        thread.stackSize = 1 << 19
        thread.start()
    }
}
