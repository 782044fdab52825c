// One open file descriptor with one owner, and the calls on it that servers and clients need.
//
// No call blocks for ever: each waits in poll(2) until a deadline. A descriptor is closed once,
// with its owner; every one is closed on exec, so no child process keeps a connection open.

import Glibc
import Synchronization

/// An open descriptor, closed with its owner.
package final class Descriptor: Sendable {
    /// The number.
    package let number: Int32

    package init(owning number: Int32) {
        self.number = number
    }

    deinit { close(number) }

    // MARK: Waiting

    /// Waits until one of these is readable or hung up; nil when the deadline passes first.
    package static func waitReadable(_ descriptors: [Descriptor], _ deadline: Deadline) -> Int? {
        var entries = descriptors.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
        repeat {
            let count = unsafe poll(&entries, nfds_t(entries.count), Int32(deadline.rest))
            if count > 0 { return entries.firstIndex { $0.revents != 0 } }
            if count == 0 { return nil }
        } while errno == EINTR
        return nil
    }

    /// Waits for room to write.
    package func waitWritable(_ deadline: Deadline) -> Bool {
        var entry = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        while true {
            let count = unsafe poll(&entry, 1, Int32(deadline.rest))
            if count >= 0 || errno != EINTR { return count > 0 }
        }
    }

    /// Waits for this long, whatever happens: how a slow server is slow.
    package static func pause(milliseconds: Int) {
        let deadline = Deadline(milliseconds: milliseconds)
        while !deadline.isOver {
            _ = poll(nil, 0, Int32(deadline.rest))
        }
    }

    // MARK: Bytes

    /// Appends what is there, at most `limit` bytes; 0 is the end, nil the deadline or an error.
    package func read(
        appendingTo buffer: inout [UInt8],
        limit: Int = 65_536,
        _ deadline: Deadline
    ) -> Int? {
        guard Self.waitReadable([self], deadline) != nil else { return nil }
        var count = 0
        // A fresh array is joined on in one move; filling with zeros is slow in a debug build.
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: limit) { bytes, filled in
            count = unsafe Glibc.read(number, bytes.baseAddress, limit)
            filled = max(count, 0)
        }
        buffer += chunk
        // A reset is an end as well: the other side is gone.
        if count < 0 { return errno == ECONNRESET ? 0 : nil }
        return count
    }

    /// Writes all of it; false when the other side is gone or the deadline passed.
    package func write(_ bytes: [UInt8], _ deadline: Deadline) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { all in
                let rest = unsafe all.baseAddress?.advanced(by: done)
                return unsafe send(number, rest, bytes.count - done, flags)
            }
            if count > 0 {
                done += count
            } else if errno == EAGAIN {
                guard waitWritable(deadline) else { return false }
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    private var flags: Int32 { Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT) }

    /// Ends the connection both ways; the number stays taken until the owner goes.
    package func hangUp() {
        shutdown(number, Int32(SHUT_RDWR))
    }

    /// Makes the other side see a reset rather than an orderly end, when the owner goes.
    package func resetWhenClosed() {
        var option = linger(l_onoff: 1, l_linger: 0)
        let size = socklen_t(MemoryLayout<linger>.size)
        unsafe setsockopt(number, SOL_SOCKET, SO_LINGER, &option, size)
    }
}

// MARK: - Pipes

extension Descriptor {
    /// A pipe: what is written to the second comes out of the first.
    package static func pipe() throws -> (reading: Descriptor, writing: Descriptor) {
        var numbers: [Int32] = [0, 0]
        // A pair of sockets, because it is closed on exec from its first moment on.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &numbers) == 0 else {
            throw ServerError("No pipe: error \(errno).")
        }
        return (Descriptor(owning: numbers[0]), Descriptor(owning: numbers[1]))
    }
}

// MARK: - Loopback

extension Descriptor {
    /// A socket that listens on 127.0.0.1, on a port that was free.
    package static func listening() throws -> (Descriptor, port: Int) {
        let socket = try unconnected()
        var address = loopback(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                guard unsafe bind(socket.number, plain, size) == 0 else { return Int32(-1) }
                guard listen(socket.number, 128) == 0 else { return -1 }
                return unsafe getsockname(socket.number, plain, &size)
            }
        }
        guard result == 0 else { throw ServerError("Cannot listen on 127.0.0.1: error \(errno).") }
        return (socket, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// The next connection; nil when there is none after all.
    package func accepted() -> Descriptor? {
        let number = accept(self.number, nil, nil)
        guard number >= 0 else { return nil }
        let flags = fcntl(number, F_SETFD, FD_CLOEXEC)
        precondition(flags == 0, "A new connection has flags.")
        let connection = Descriptor(owning: number)
        connection.answerAtOnce()
        return connection
    }

    /// A connection to 127.0.0.1; nil when it is refused.
    package static func connected(to port: Int) throws -> Descriptor? {
        let socket = try unconnected()
        var address = loopback(port: port)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                unsafe connect(socket.number, plain, size)
            }
        }
        guard result == 0 else { return nil }
        socket.answerAtOnce()
        return socket
    }

    private static func unconnected() throws -> Descriptor {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let number = socket(AF_INET, kind, 0)
        guard number >= 0 else { throw ServerError("No socket: error \(errno).") }
        return Descriptor(owning: number)
    }

    private static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return address
    }

    private func answerAtOnce() {
        var isOn: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        unsafe setsockopt(number, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, size)
    }
}
