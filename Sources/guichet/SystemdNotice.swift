// What the service manager is told (sd_notify(3)): that we are ready, that we stop, how we are, and
// that we still make progress. Where none listens, nothing is told.

import Desk
import Foundation
import Gateway
import Host
import Synchronization

/// The service manager that started us, if one did.
final class SystemdNotice: Sendable {
    private let socket: NotifySocket?
    private let status = Mutex("")

    /// The seconds between two signs of life, half of what the manager waits; nil where it does
    /// not.
    let beatSeconds: Double?

    /// Reads what the manager left in the environment.
    init(environment: [String: String], process: Int32) {
        socket = environment["NOTIFY_SOCKET"].flatMap { NotifySocket($0) }
        let isForUs = environment["WATCHDOG_PID"].map { $0 == "\(process)" } ?? true
        let microseconds = environment["WATCHDOG_USEC"].flatMap { Double($0) } ?? 0
        beatSeconds =
            socket != nil && isForUs && microseconds > 0 ? microseconds / 2_000_000 : nil
    }

    /// Passes on what concerns the manager.
    func note(_ event: ServiceEvent) {
        switch event {
        case .supervisor(.running), .reloaded, .reloadRefused: socket?.send("READY=1")
        case .supervisor(.stopping): socket?.send("STOPPING=1")
        case .reloading: socket?.send("RELOADING=1")
        case .supervisor(.starting), .supervisor(.stopped), .began, .ended, .tookIn, .filed,
            .handedOver, .complained, .failed, .recovered, .stuck, .leftBehind:
            break
        }
    }

    /// Shows how things stand, where that has changed.
    func note(_ snapshot: ServiceSnapshot) {
        guard let socket else { return }
        let text = Self.text(snapshot)
        let isNew = status.withLock { status in
            defer { status = text }
            return status != text
        }
        if isNew { socket.send("STATUS=\(text)") }
    }

    /// Gives the sign of life.
    func beat() {
        socket?.send("WATCHDOG=1")
    }

    static func text(_ snapshot: ServiceSnapshot) -> String {
        let mailboxes = snapshot.services.keys.filter {
            if case .mailbox = $0 { true } else { false }
        }
        let failing = snapshot.services.filter { $0.value.failures > 0 }.keys
            .map(\.description).sorted()
        let trouble = failing.isEmpty ? "" : "; in trouble: " + failing.joined(separator: ", ")
        let count = mailboxes.count == 1 ? "1 mailbox" : "\(mailboxes.count) mailboxes"
        return "\(snapshot.state.rawValue), \(count)\(trouble)"
    }
}
