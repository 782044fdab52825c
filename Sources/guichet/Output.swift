// Where words go: results to stdout, complaints to stderr. Text of mails passes through here on its
// way to a terminal, so everything that could drive the terminal is taken out at this one door.

import Desk
import Foundation
import Glibc
import Host
import Synchronization

/// The process's two streams: lines are collected and written in large pieces.
final class Output: Sendable {
    /// A colour on a terminal; nothing in a pipe, or where `NO_COLOR` is set.
    enum Style: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
    }

    private let isColoured: Bool
    private let buffer = LockedBytes()
    private let failed = Mutex(false)

    /// Whether progress of long work may be shown on stderr.
    let showsProgress: Bool

    init(_ surroundings: Surroundings) {
        let environment = surroundings.environment
        let refusesColour =
            !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        isColoured = isatty(STDOUT_FILENO) == 1 && !refusesColour
        showsProgress = isatty(STDERR_FILENO) == 1
    }

    /// Writes a line to stdout.
    func line(_ text: String = "") {
        buffer.append(text + "\n")
        if buffer.count > 60_000 { flush() }
    }

    /// Writes lines to stdout.
    func lines(_ texts: some Sequence<String>) {
        for text in texts { line(text) }
    }

    /// Whether stdout is a terminal, which must not get what a stranger wrote.
    var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// How many characters a line of the terminal holds; nil where stdout is none.
    var columns: Int? { Terminal.columns }

    /// Writes lines, broken between words where the terminal is narrower.
    func lines(_ texts: some Sequence<String>, setIn indent: Int) {
        guard let columns else { return lines(texts) }
        for text in texts { lines(text.wrapped(to: columns, indent: indent)) }
    }

    /// Writes bytes to stdout, as they are.
    func bytes(_ bytes: [UInt8]) {
        flush()
        write(bytes, to: .standardOutput)
    }

    /// Writes a line to stderr, behind what stdout has got so far.
    func complain(_ text: String) {
        flush()
        write(Array("guichet: \(text.withoutControls)\n".utf8), to: .standardError)
    }

    /// Writes a line of the log, as it is, to stderr: one piece, so that no two threads mix theirs.
    func log(_ line: String) {
        flush()
        write(Array("\(line)\n".utf8), to: .standardError)
    }

    /// Shows how far long work has come, where somebody watches.
    func progress(_ text: String) {
        guard showsProgress else { return }
        flush()
        write(Array("\r\u{1B}[K\(text.withoutControls)".utf8), to: .standardError)
    }

    /// Takes the progress line away.
    func endProgress() {
        guard showsProgress else { return }
        write(Array("\r\u{1B}[K".utf8), to: .standardError)
    }

    /// A text in a style, where styles are wanted.
    func styled(_ text: String, _ style: Style) -> String {
        isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Writes out what has been collected.
    func flush() {
        write(buffer.take(), to: .standardOutput)
    }

    /// Whether something could not be written out.
    var hasFailed: Bool { failed.withLock { $0 } }

    // A reader that went away (`guichet tickets | head`) ends the process by its signal; whatever
    // else keeps words from being written, such as a full disk, must not pass for success.
    private func write(_ bytes: [UInt8], to stream: FileHandle) {
        do {
            try stream.write(contentsOf: bytes)
        } catch {
            failed.withLock { $0 = true }
        }
    }
}

/// Bytes that several threads may add to.
private final class LockedBytes: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    var count: Int { bytes.withLock { $0.count } }

    func append(_ text: String) {
        bytes.withLock { $0.append(contentsOf: text.utf8) }
    }

    func take() -> [UInt8] {
        bytes.withLock { bytes in
            defer { bytes.removeAll(keepingCapacity: true) }
            return bytes
        }
    }
}

extension String {
    /// The text on one line, without anything that drives a terminal or turns a line around.
    var withoutControls: String { HeaderValue(flattening: self).text }

    /// The text with its line breaks, without anything else that drives a terminal.
    var withoutTerminalControls: String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0).withoutControls }.joined(separator: "\n")
    }
}
