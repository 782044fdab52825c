// The content of a mail as it will be sent. It is looked at once, when it is made, so that its
// size can be declared and its needs be known before a single command goes out.
//
// Content holds what it was given; `ContentEncoder` turns it into what may stand after DATA.

/// The content of a mail: its header and its body, with any kind of line ends.
package struct MailBody: Sendable {
    /// The content as it was given.
    package let bytes: [UInt8]

    /// The size with canonical line ends, without the dots that transparency adds (RFC 1870, 3).
    package let size: Int

    /// Whether a byte is above 127, so that the server must know 8BITMIME (RFC 6152).
    package let isEightBit: Bool

    /// The length of the longest line in bytes, without its end.
    package let longestLine: Int

    /// A line may have 1,000 bytes with its CRLF (RFC 5321, 4.5.3.1.6).
    package static let lineMaximum = 998

    /// Looks through the content once.
    package init(_ bytes: [UInt8]) {
        let span = bytes.span
        var (size, longest, lineStart, all) = (bytes.count, 0, 0, UInt8(0))
        var index = 0
        while index < span.count {
            let byte = span[index]
            all |= byte
            guard byte == ASCII.lineFeed || byte == ASCII.carriageReturn else {
                index += 1
                continue
            }
            longest = max(longest, index - lineStart)
            let isPair =
                byte == ASCII.carriageReturn && index + 1 < span.count
                && span[index + 1] == ASCII.lineFeed
            if !isPair { size += 1 }
            index += isPair ? 2 : 1
            lineStart = index
        }
        if lineStart < span.count {
            longest = max(longest, span.count - lineStart)
            size += 2
        }
        self.bytes = bytes
        self.size = size
        isEightBit = all >= 0x80
        longestLine = longest
    }
}
