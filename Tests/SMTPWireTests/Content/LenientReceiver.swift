// A receiver that is wrong in every way in which receivers have been wrong about line ends. What
// such a one takes for the end of a mail is where a smuggled mail would begin.

/// Looks for the end of a mail, leniently.
struct LenientReceiver {
    /// A dot alone on its line, between ends of lines of any make.
    static let ends: [[UInt8]] = {
        let lineEnds: [[UInt8]] = [
            [0x0D, 0x0A], [0x0A], [0x0D], [0x0D, 0x0D, 0x0A], [0x0D, 0x00, 0x0A], [0x0A, 0x0D],
        ]
        return lineEnds.flatMap { before in lineEnds.map { before + [0x2E] + $0 } }
    }()

    /// The places behind each end of a mail, as this receiver sees them.
    ///
    /// `stream` begins behind the line end of DATA.
    static func endsOfMails(in stream: [UInt8]) -> [Int] {
        let bytes = [0x0D, 0x0A] + stream
        var found: Set<Int> = []
        for index in bytes.indices where bytes[index] == 0x2E {
            for end in ends {
                guard let dot = end.firstIndex(of: 0x2E), index >= dot,
                    bytes[(index - dot)...].starts(with: end)
                else { continue }
                // Whatever is left of a line end behind the dot belongs to it.
                var behind = index - dot + end.count
                while behind < bytes.count, bytes[behind] == 0x0A || bytes[behind] == 0x0D {
                    behind += 1
                }
                found.insert(behind - 2)
            }
        }
        return found.sorted()
    }

    /// The content without the end and without the dots of transparency (RFC 5321, 4.5.2).
    static func unstuffed(_ stream: [UInt8]) -> [UInt8] {
        var content: [UInt8] = []
        var isAtLineStart = true
        for byte in stream.dropLast(3) {
            if isAtLineStart, byte == 0x2E {
                isAtLineStart = false
                continue
            }
            content.append(byte)
            isAtLineStart = byte == 0x0A
        }
        return content
    }

    /// The canonical form by its definition, written without regard to speed.
    static func canonical(_ bytes: [UInt8]) -> [UInt8] {
        var canonical: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let previous = index > 0 ? bytes[index - 1] : nil
            switch byte {
            case 0x0A where previous == 0x0D: continue
            case 0x0A, 0x0D: canonical += [0x0D, 0x0A]
            case _: canonical.append(byte)
            }
        }
        if !canonical.isEmpty, canonical.last != 0x0A { canonical += [0x0D, 0x0A] }
        return canonical
    }
}
