// Ports for servers that must be told their port before they open it.
//
// A port that was free a moment ago can be taken by then: whoever starts a server with it tries
// again with others when the server ends before it listens.

/// Ports of 127.0.0.1 that nobody uses.
enum FreePort {
    /// This many different ones.
    static func some(_ count: Int) throws -> [Int] {
        var holders: [Descriptor] = []
        var ports: [Int] = []
        for _ in 0..<count {
            let (holder, port) = try Descriptor.listening()
            holders.append(holder)
            ports.append(port)
        }
        return withExtendedLifetime(holders) { ports }
    }

    /// Starts a server that needs some, and waits until it answers on the first with a line.
    ///
    /// A server that ends before that is started anew with other ports, three times in all.
    static func start(
        ports count: Int,
        _ start: ([Int]) throws -> Child
    ) throws -> (Child, ports: [Int]) {
        var log = ""
        for _ in 0..<3 {
            let ports = try some(count)
            let child = try start(ports)
            if waitForGreeting(of: child, port: ports[0]) { return (child, ports) }
            child.stop()
            log = child.log
        }
        throw ServerError("A server did not start. It says: \(log)")
    }

    /// Waits until the server of this child greets; false when the child ends before.
    static func waitForGreeting(of child: Child, port: Int) -> Bool {
        let deadline = Deadline(milliseconds: 20_000)
        while child.isRunning, !deadline.isOver {
            if let client = try? SocketClient(port: port, timeout: 10_000),
                (try? client.lineBytes()) != nil
            {
                return child.isRunning
            }
            Descriptor.pause(milliseconds: 5)
        }
        return false
    }
}
