// A mail that the sink took responsibility for, as it came over the wire.
//
// The bytes are kept as they came; what can be said about them is worked out when somebody asks,
// so that the sink stays quick enough for a benchmark.

/// An accepted mail.
package struct ReceivedMail: Sendable {
    /// The connection it came on, counted from 1.
    package let connection: Int
    /// The sender's address; empty for a notification.
    package let sender: String
    /// What followed the address in MAIL, such as `SIZE=44`.
    package let senderParameters: [String]
    /// The recipients that were accepted.
    package let recipients: [String]
    /// What followed each recipient's address, such as `NOTIFY=NEVER`, in the same order.
    package let recipientParameters: [[String]]
    /// The body as it came, dots still doubled, without the line that ended it.
    package let wire: [UInt8]
    /// Whether the client was told so; false when the connection was dropped after the dot.
    package let wasAnswered: Bool
    /// Whether it ended with a bare LF before or after the dot: a smuggled end of data.
    package let endedBare: Bool

    /// The mail itself: the doubled dots are single again.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(wire.count)
        var atStart = true
        for byte in wire {
            if !(atStart && byte == 46) { bytes.append(byte) }
            atStart = byte == 10
        }
        return bytes
    }

    /// The value of its Message-ID, as it stands there.
    package var messageID: String? { header("Message-ID") }

    /// The value of the first header of this name, unfolded.
    package func header(_ name: String) -> String? {
        let end = wire.firstOffset(of: [13, 10, 13, 10], from: 0) ?? wire.count
        var found: String?
        for line in wire[..<end].split(separator: 10) {
            let text = String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
            if found != nil {
                guard let first = text.first, " \t".contains(first) else { break }
                found = (found ?? "") + text
            } else if text.lowercased().hasPrefix(name.lowercased() + ":") {
                found = String(text.dropFirst(name.count + 1))
            }
        }
        return found.map { String($0.drop { $0 == " " || $0 == "\t" }) }
    }

    /// What breaks the rules of the wire, in sentences; empty for a clean mail.
    package var offences: [String] {
        var offences: Set<String> = []
        var lineLength = 0
        var last: UInt8 = 0
        for byte in wire {
            if byte == 10, last != 13 { offences.insert("a bare LF") }
            if last == 13, byte != 10 { offences.insert("a bare CR") }
            if byte == 0 { offences.insert("a NUL") }
            if byte >= 128, !senderParameters.contains("BODY=8BITMIME") {
                offences.insert("8-bit bytes without BODY=8BITMIME")
            }
            lineLength = byte == 10 ? 0 : lineLength + 1
            if lineLength > 999 { offences.insert("a line of more than 998 bytes") }
            last = byte
        }
        if endedBare { offences.insert("an end of data with a bare LF") }
        return offences.sorted()
    }
}
