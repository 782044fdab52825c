// What goes between the program and its workers: a length of four bytes, the lowest first, and so
// many bytes. One socket carries both directions. Waiting has an end: a worker's by a clock that
// nobody sets, the program's by what the worker does meanwhile.

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
        /// The other end does nothing.
        case still
        /// The other end was given no processor.
        case starved
        /// The other end announces more than it may send.
        case tooMuch
    }

    /// How long the other end is waited for.
    enum Wait {
        /// As long as it takes.
        case forever
        /// Until a moment of `moment()`.
        case until(Int)
        /// As long as a worker has time left.
        case watching(WorkerWatch)

        // Milliseconds for one call of the system; -1 is without end.
        fileprivate var milliseconds: Int32 {
            switch self {
            case .forever: -1
            case .until(let deadline): Int32(clamping: max(0, deadline - WorkerChannel.moment()))
            case .watching(let watch): Int32(clamping: watch.patience.untilNextLook)
            }
        }

        // Nothing came for so long.
        fileprivate func look() -> Failure? {
            switch self {
            case .forever: nil
            case .until: .late
            case .watching(let watch): watch.look()
            }
        }
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

    /// Sends one message.
    func send(_ message: [UInt8], _ wait: Wait) throws(Failure) {
        let length = UInt32(message.count)
        let head = (0..<4).map { UInt8(truncatingIfNeeded: length >> UInt32(8 * $0)) }
        // Small messages leave in one piece, so that the other end wakes once.
        if message.count <= 65_536 {
            try sendAll(head + message, wait)
        } else {
            try sendAll(head, wait)
            try sendAll(message, wait)
        }
    }

    /// Receives one message.
    func receive(bytesMaximum: Int, _ wait: Wait) throws(Failure) -> [UInt8] {
        let head = try receiveAll(4, wait)
        let length = head.reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= bytesMaximum else { throw .tooMuch }
        return try receiveAll(length, wait)
    }

    private func sendAll(_ bytes: [UInt8], _ wait: Wait) throws(Failure) {
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
                try ready(POLLOUT, wait)
            } else if errno != EINTR {
                throw .closed
            }
        }
    }

    private func receiveAll(_ length: Int, _ wait: Wait) throws(Failure) -> [UInt8] {
        var failure: Failure?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, received in
            while received < length, failure == nil {
                do throws(Failure) {
                    try ready(POLLIN, wait)
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

    private func ready(_ events: Int32, _ wait: Wait) throws(Failure) {
        while true {
            var wish = pollfd(fd: descriptor, events: Int16(events), revents: 0)
            let count = unsafe poll(&wish, 1, wait.milliseconds)
            if count > 0 { return }
            if count < 0, errno != EINTR { throw .closed }
            guard count == 0, let failure = wait.look() else { continue }
            // It may have come to an end since.
            if unsafe poll(&wish, 1, 0) > 0 { return }
            throw failure
        }
    }
}
