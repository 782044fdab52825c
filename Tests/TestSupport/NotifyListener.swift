// A socket on which a service manager would listen: a test takes its place.

import Glibc

/// Listens for the messages of a service (sd_notify).
package final class NotifyListener: Sendable {
    /// What `NOTIFY_SOCKET` is to be.
    package let path: String
    private let descriptor: Int32

    /// Begins to listen at a path that does not exist yet and is short enough for a socket.
    package init?(path: String) {
        self.path = path
        let bytes = Array(path.utf8)
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        guard descriptor >= 0, bytes.count < 108 else { return nil }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = unsafe withUnsafePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe bind(descriptor, address, length)
            }
        }
        guard result == 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// The next message; nil where none comes in time.
    package func next(withinMilliseconds limit: Int = 10_000) -> String? {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&request, 1, Int32(limit)) == 1 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = unsafe recv(descriptor, &bytes, bytes.count, 0)
        guard count >= 0 else { return nil }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// Waits for a message; whether it came among the next hundred, before silence fell.
    package func hears(_ message: String) -> Bool {
        for _ in 1...100 {
            guard let next = next() else { return false }
            if next == message { return true }
        }
        return false
    }
}
