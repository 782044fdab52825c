// One iconv descriptor, through GLib. Opened for one text and closed after it, but for those that
// a process which reads mail after mail keeps.

import CGMime
import Desk

/// Converts from a named charset to UTF-8; bad bytes become U+FFFD one by one.
// The descriptor is opened, used and closed here and never handed out.
@safe
struct CharsetConverter: ~Copyable {
    private let descriptor: GIConv

    /// Refuses a name that iconv does not know.
    init?(from name: String) {
        let opened = unsafe g_iconv_open("UTF-8", name)
        guard Int(bitPattern: opened) != -1, let descriptor = unsafe opened else {
            return nil
        }
        unsafe self.descriptor = descriptor
    }

    deinit {
        unsafe _ = g_iconv_close(descriptor)
    }

    /// Keeps what the C library reads from its files for the usual charsets, as long as the process
    /// lives: without that, each mail in one of them has it loaded anew and let go of.
    static func keepUsual() {
        for name in ["windows-1252", "iso-8859-1", "iso-8859-15"] {
            // Never closed: what is open is kept.
            unsafe _ = g_iconv_open("UTF-8", name)
        }
    }

    /// The bytes as UTF-8.
    consuming func decode(_ bytes: Bytes, defects: inout Set<MessageDefect>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        var remaining = bytes
        while !remaining.isEmpty {
            let (read, written, isStuck) = convert(remaining, into: &chunk)
            text.append(contentsOf: chunk[..<written])
            remaining = remaining.dropFirst(read)
            // A byte that iconv refuses, or a character that the text ends in.
            if isStuck, !remaining.isEmpty {
                defects.insert(.badBytes)
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                remaining = remaining.dropFirst()
            }
        }
        return text
    }

    // Stuck means: stopped before the end of the input for another reason than a full output.
    private func convert(
        _ input: Bytes,
        into output: inout [UInt8]
    ) -> (read: Int, written: Int, isStuck: Bool) {
        var inputLeft = input.count
        var outputLeft = output.count
        let outputSize = output.count
        unsafe input.withUnsafeBytes { source in
            unsafe output.withUnsafeMutableBytes { target in
                var from = unsafe UnsafeMutablePointer(
                    mutating: source.baseAddress?.assumingMemoryBound(to: CChar.self)
                )
                var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
                unsafe _ = g_iconv(descriptor, &from, &inputLeft, &to, &outputLeft)
            }
        }
        let isOutputFull = outputLeft < 16
        return (input.count - inputLeft, outputSize - outputLeft, inputLeft > 0 && !isOutputFull)
    }
}
