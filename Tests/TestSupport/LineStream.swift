// The lines that a running program prints, as they come, with a limit to the patience.

import Glibc

/// Reads lines from a pipe; used by one thread.
package struct LineStream {
    private let descriptor: Int32
    private var pending: [UInt8] = []
    private var isAtEnd = false
    /// All lines so far.
    package private(set) var lines: [String] = []

    /// Reads from a descriptor that somebody else owns.
    package init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The next line that holds a text; nil at the end, or where nothing more is printed in time.
    package mutating func line(
        with text: String,
        withinMilliseconds limit: Int = 10_000
    ) -> String? {
        while let line = next(withinMilliseconds: limit) {
            if line.contains(text) { return line }
        }
        return nil
    }

    /// Reads to the end; false where the program is still there after the limit.
    package mutating func readToEnd(withinMilliseconds limit: Int = 10_000) -> Bool {
        while next(withinMilliseconds: limit) != nil {}
        return isAtEnd
    }

    private mutating func next(withinMilliseconds limit: Int) -> String? {
        while true {
            if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeSubrange(...end)
                lines.append(line)
                return line
            }
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard !isAtEnd, unsafe poll(&request, 1, Int32(limit)) == 1 else { return nil }
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = unsafe read(descriptor, &bytes, bytes.count)
            guard count > 0 else {
                isAtEnd = true
                return nil
            }
            pending += bytes.prefix(count)
        }
    }
}
