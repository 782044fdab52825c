// The socket on which a service manager wants to hear from its services (sd_notify(3)), without
// the library: one datagram a message.
//
// Where nobody listens nothing happens: a service must not fail because nobody watches it.

import Glibc

/// The way to the service manager.
package struct NotifySocket: Sendable {
    private let path: [UInt8]

    /// The socket of that name, as `NOTIFY_SOCKET` gives it: a path, or `@` and an abstract name.
    package init?(_ name: String) {
        var path = Array(name.utf8)
        guard path.count > 1, path.count < Self.pathBytesMaximum else { return nil }
        switch path[0] {
        case UInt8(ascii: "/"): path.append(0)
        case UInt8(ascii: "@"): path[0] = 0
        default: return nil
        }
        self.path = path
    }

    /// The room for a path in a socket's address.
    private static let pathBytesMaximum = 108

    /// Sends one message; whether somebody got it.
    @discardableResult
    package func send(_ message: String) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { room in
            unsafe room.copyBytes(from: path)
        }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
        let bytes = Array(message.utf8)
        let sent = unsafe withUnsafePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe sendto(
                    descriptor,
                    bytes,
                    bytes.count,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT),
                    address,
                    length
                )
            }
        }
        return sent == bytes.count
    }
}
