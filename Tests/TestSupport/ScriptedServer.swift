// A server of a few lines, on a port of its own on 127.0.0.1: it answers line by line what a
// closure says. For what needs no real server, and for what no real server would do.

import Foundation
import Glibc
import Synchronization

/// A server that answers by a script.
package final class ScriptedServer: Sendable {
    /// What the server does after a line.
    package enum Answer: Sendable {
        /// Says this.
        case say(String)
        /// Says this and ends the connection.
        case sayAndHangUp(String)
        /// Waits for bytes without a line end, keeps them as a line, answers and hangs up.
        case sayAfterRest(String)
        /// Ends the connection.
        case hangUp
        /// Says nothing.
        case nothing
    }

    /// The port.
    package let port: Int
    private let listener: Int32
    private let greeting: String?
    private let answer: @Sendable (_ connection: Int, _ line: String) -> Answer
    private let heard = Mutex<(connections: Int, lines: [String])>((0, []))

    /// Listens; a nil greeting waits for the client to begin.
    package init(
        greeting: String?,
        answer: @escaping @Sendable (_ connection: Int, _ line: String) -> Answer
    ) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                unsafe bind(listener, raw, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, raw, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = Int(UInt16(bigEndian: address.sin_port))
        self.greeting = greeting
        self.answer = answer
        Thread.detachNewThread { [self] in serve() }
    }

    /// How many connections there were.
    package var connections: Int { heard.withLock(\.connections) }

    /// Every line that was heard.
    package var lines: [String] { heard.withLock(\.lines) }

    /// Listens no more; must be called, for the thread keeps the server alive.
    ///
    /// The thread closes the descriptor: closed here, its number could be another server's by the
    /// time at which the thread looks.
    package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve() {
        defer { close(listener) }
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            let number = heard.withLock { heard in
                heard.connections += 1
                return heard.connections
            }
            Thread.detachNewThread { [self] in
                converse(client, number)
                close(client)
            }
        }
    }

    private func converse(_ client: Int32, _ number: Int) {
        if let greeting { write(greeting, to: client) }
        var pending: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe recv(client, &chunk, chunk.count, 0)
            guard count > 0 else { return }
            pending += chunk[..<count]
            while let end = pending.firstIndex(of: 0x0A) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                    .trimmingCharacters(in: .newlines)
                pending.removeFirst(end + 1)
                heard.withLock { $0.lines.append(line) }
                switch answer(number, line) {
                case .say(let text): write(text, to: client)
                case .sayAndHangUp(let text):
                    write(text, to: client)
                    return
                case .sayAfterRest(let text):
                    if pending.isEmpty {
                        let count = unsafe recv(client, &chunk, chunk.count, 0)
                        pending += chunk[..<max(count, 0)]
                    }
                    let rest = String(decoding: pending, as: UTF8.self)
                    heard.withLock { $0.lines.append(rest) }
                    write(text, to: client)
                    return
                case .hangUp: return
                case .nothing: continue
                }
            }
        }
    }

    private func write(_ text: String, to client: Int32) {
        let bytes = Array(text.utf8)
        _ = unsafe send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
}
