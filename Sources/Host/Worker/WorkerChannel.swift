// What goes between the program and its workers: a length of four bytes, the lowest first, and so
// many bytes. One socket carries both directions. Waiting has an end, by a clock that nobody sets.

import Glibc

/// One end of the way between the program and a worker.
struct WorkerChannel: ~Copyable {
    private let descriptor: Int32

    /// Why nothing came through.
    enum Failure: Error {
        /// The other end is closed.
        case closed
        /// The time is over.
        case late
        /// The other end announces more than it may send.
        case tooMuch
    }

    /// Owns the descriptor.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Both ends of a new way, which no child inherits; nil where the process may open no more.
    static func pair() -> (Int32, Int32)? {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        return (ends[0], ends[1])
    }

    /// Milliseconds on a clock that only goes forward.
    static func moment() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }

    /// Whether the other end is there and says nothing.
    var isQuiet: Bool {
        var wish = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&wish, 1, 0) == 0
    }

    /// Sends one message; without a moment it waits as long as it takes.
    func send(_ message: [UInt8], by deadline: Int?) throws(Failure) {
        let length = UInt32(message.count)
        let head = (0..<4).map { UInt8(truncatingIfNeeded: length >> UInt32(8 * $0)) }
        // Small messages leave in one piece, so that the other end wakes once.
        if message.count <= 65_536 {
            try sendAll(head + message, by: deadline)
        } else {
            try sendAll(head, by: deadline)
            try sendAll(message, by: deadline)
        }
    }

    /// Receives one message.
    func receive(bytesMaximum: Int, by deadline: Int?) throws(Failure) -> [UInt8] {
        let head = try receiveAll(4, by: deadline)
        let length = head.reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= bytesMaximum else { throw .tooMuch }
        return try receiveAll(length, by: deadline)
    }

    private func sendAll(_ bytes: [UInt8], by deadline: Int?) throws(Failure) {
        var sent = 0
        while sent < bytes.count {
            let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
            let count = unsafe bytes.withUnsafeBytes { buffer in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[sent...])
                return unsafe Glibc.send(descriptor, rest.baseAddress, rest.count, flags)
            }
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                try wait(for: POLLOUT, by: deadline)
            } else if errno != EINTR {
                throw .closed
            }
        }
    }

    private func receiveAll(_ length: Int, by deadline: Int?) throws(Failure) -> [UInt8] {
        var failure: Failure?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, received in
            while received < length, failure == nil {
                do throws(Failure) {
                    try wait(for: POLLIN, by: deadline)
                } catch {
                    failure = error
                    return
                }
                let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[received...])
                let count = unsafe recv(descriptor, rest.baseAddress, rest.count, 0)
                if count > 0 {
                    received += count
                } else if count == 0 || errno != EINTR {
                    failure = .closed
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }

    private func wait(for events: Int32, by deadline: Int?) throws(Failure) {
        while true {
            var wish = pollfd(fd: descriptor, events: Int16(events), revents: 0)
            let rest = deadline.map { max(0, $0 - Self.moment()) }
            let count = unsafe poll(&wish, 1, rest.map { Int32(clamping: $0) } ?? -1)
            if count > 0 { return }
            if count == 0 { throw .late }
            guard errno == EINTR else { throw .closed }
        }
    }
}
