// A bare client: lines and bytes over a loopback connection, with a deadline on every wait.
//
// It knows no protocol, so what it sees is what the server really sent. Whatever does not come in
// time is a thrown sentence that holds what came instead.

import Foundation
import Glibc

/// A connection to a server on 127.0.0.1, for a test that speaks the protocol itself.
package final class SocketClient {
    private let connection: Descriptor
    private let timeout: Int
    private let port: Int
    private var buffer: [UInt8] = []
    // Where the unread part of the buffer begins.
    private var start = 0

    /// Connects; the timeout, in milliseconds, then holds for each wait.
    package init(port: Int, timeout: Int = 10_000) throws {
        guard let connection = try Descriptor.connected(to: port) else {
            throw ServerError("Nobody listens on 127.0.0.1:\(port).")
        }
        self.connection = connection
        self.timeout = timeout
        self.port = port
    }

    // MARK: Sending

    /// Sends these lines, each with CRLF.
    package func send(_ lines: String...) throws {
        try sendBytes(lines.flatMap { Array($0.utf8) + [13, 10] })
    }

    /// Sends these bytes as they are.
    package func sendBytes(_ bytes: [UInt8]) throws {
        guard connection.write(bytes, Deadline(milliseconds: timeout)) else {
            throw ServerError("127.0.0.1:\(port) takes no more bytes.")
        }
    }

    /// Ends the connection.
    package func hangUp() {
        connection.hangUp()
    }

    // MARK: Reading

    /// The next line, without its end.
    package func line() throws -> String {
        let bytes = try lineBytes()
        let isPair = bytes.last == 13
        return String(decoding: isPair ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }

    /// The next line, without its LF; one that does not end is an error.
    package func lineBytes(limit: Int = 1 << 20) throws -> [UInt8] {
        var searched = start
        while true {
            if let end = buffer.firstOffset(of: 10, from: searched) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            searched = buffer.count
            let before = searched - start
            guard before <= limit else {
                throw ServerError("127.0.0.1:\(port) sends a line that does not end.")
            }
            guard try more() else {
                throw ServerError("127.0.0.1:\(port) closed before a line was whole: \(unread)")
            }
            searched = start + before
        }
    }

    /// Exactly this many bytes.
    package func bytes(_ count: Int) throws -> [UInt8] {
        while buffer.count - start < count {
            guard try more() else {
                throw ServerError("127.0.0.1:\(port) closed before \(count) bytes: \(unread)")
            }
        }
        defer { start += count }
        return Array(buffer[start..<(start + count)])
    }

    /// The lines up to and with the first that begins with one of these.
    package func lines(through beginnings: String...) throws -> [String] {
        var lines: [String] = []
        while true {
            let line = try line()
            lines.append(line)
            if beginnings.contains(where: { line.hasPrefix($0) }) { return lines }
        }
    }

    /// Everything up to the end of the connection.
    package func rest() throws -> [UInt8] {
        while try more() {}
        defer { start = buffer.count }
        return Array(buffer[start...])
    }

    /// Whether nothing at all arrives for this long.
    package func isMute(forMilliseconds milliseconds: Int) -> Bool {
        start == buffer.count
            && Descriptor.waitReadable([connection], Deadline(milliseconds: milliseconds)) == nil
    }

    private func more() throws -> Bool {
        if start > 1 << 20 {
            buffer.removeFirst(start)
            start = 0
        }
        let deadline = Deadline(milliseconds: timeout)
        guard let count = connection.read(appendingTo: &buffer, deadline) else {
            throw ServerError("127.0.0.1:\(port) said nothing for \(timeout) ms: \(unread)")
        }
        return count > 0
    }

    private var unread: String {
        let text = String(decoding: buffer[start...].prefix(200), as: UTF8.self)
        return text.isEmpty ? "nothing came." : "“\(text)” came."
    }
}

extension [UInt8] {
    /// Where this byte stands first, from here on; quick also in a debug build.
    func firstOffset(of byte: UInt8, from start: Int) -> Int? {
        unsafe withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress else { return nil }
            let found = unsafe memchr(base.advanced(by: start), Int32(byte), bytes.count - start)
            return unsafe found.map { unsafe UnsafeRawPointer($0) - base }
        }
    }

    /// Where these bytes stand first, from here on.
    func firstOffset(of pattern: [UInt8], from start: Int) -> Int? {
        precondition(!pattern.isEmpty, "Nothing stands everywhere.")
        var offset = start
        while let candidate = firstOffset(of: pattern[0], from: offset) {
            guard candidate + pattern.count <= count else { return nil }
            if holds(pattern, at: candidate) { return candidate }
            offset = candidate + 1
        }
        return nil
    }

    /// Whether these bytes stand here.
    func holds(_ pattern: [UInt8], at offset: Int) -> Bool {
        guard offset + pattern.count <= count else { return false }
        return unsafe withUnsafeBytes { bytes in
            unsafe pattern.withUnsafeBytes { part in
                guard let base = bytes.baseAddress, let other = part.baseAddress else {
                    return true
                }
                return unsafe memcmp(base.advanced(by: offset), other, part.count) == 0
            }
        }
    }
}

/// Text as SASL wants it.
package func base64(_ text: String) -> String {
    Data(text.utf8).base64EncodedString()
}
