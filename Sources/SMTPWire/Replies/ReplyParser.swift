// Bytes to replies, however the network cut them. A lone LF ends a line too: this side is read
// leniently, because nothing that a server says can reach a third party. Memory is bounded
// whatever the server sends, and what cannot be a reply is an error, never a guess.

/// Collects bytes and gives complete replies (RFC 5321, 4.2).
package struct ReplyParser: Sendable {
    /// Of each line so many bytes are kept; the standard allows 512 (RFC 5321, 4.5.3.1.5).
    package static let keptLineMaximum = 2_000
    /// A line may be so long; what is not kept of it is skipped.
    package static let lineMaximum = 8_192
    /// A reply may have so many lines.
    package static let linesMaximum = 200

    private var arrived: [UInt8] = []
    private var position = 0
    // The line that begins at `position` has no end before this place: no byte is searched twice.
    private var searched = 0
    private var code: ReplyCode?
    private var text: [UInt8] = []
    private var lineCount = 0

    package init() {}

    /// Takes what came from the server.
    package mutating func append(_ bytes: some Collection<UInt8>) {
        if position == arrived.count {
            arrived.removeAll(keepingCapacity: true)
            position = 0
            searched = 0
        }
        arrived.append(contentsOf: bytes)
    }

    /// The next complete reply, or nil when more bytes are needed.
    ///
    /// After an error the parser is lost: there is no place from which to go on.
    package mutating func next() throws(ProtocolError) -> Reply? {
        while let line = try nextLine() {
            if let reply = try add(line) { return reply }
        }
        return nil
    }

    private mutating func nextLine() throws(ProtocolError) -> ArraySlice<UInt8>? {
        let limit = min(arrived.count, position + Self.lineMaximum)
        guard let end = arrived[searched..<limit].firstIndex(of: ASCII.lineFeed) else {
            guard limit - position < Self.lineMaximum else {
                throw ProtocolError(.lineTooLong, at: "In a reply")
            }
            arrived.removeFirst(position)
            position = 0
            searched = arrived.count
            return nil
        }
        var line = arrived[position..<end]
        position = end + 1
        searched = position
        if line.last == ASCII.carriageReturn { line.removeLast() }
        return line
    }

    private mutating func add(_ line: ArraySlice<UInt8>) throws(ProtocolError) -> Reply? {
        let (lineCode, isLast) = try Self.head(of: line)
        guard code == nil || code == lineCode else {
            throw ProtocolError(.mixedCodes, at: "In a reply that began with \(code?.value ?? 0)")
        }
        lineCount += 1
        guard lineCount <= Self.linesMaximum else {
            throw ProtocolError(.tooManyLines, at: "In a reply with the code \(lineCode)")
        }
        if lineCount > 1 { text.append(ASCII.lineFeed) }
        text.append(contentsOf: line.dropFirst(4).prefix(Self.keptLineMaximum))
        code = lineCode
        guard isLast else { return nil }
        defer {
            code = nil
            text = []
            lineCount = 0
        }
        return Reply(code: lineCode, text: text)
    }

    // Three digits, then a hyphen if more lines follow, else a space or nothing.
    private static func head(
        of line: ArraySlice<UInt8>
    ) throws(ProtocolError) -> (ReplyCode, isLast: Bool) {
        var value = 0
        for byte in line.prefix(3) {
            guard let digit = ASCII.digit(byte) else { throw malformed }
            value = value * 10 + digit
        }
        guard line.count >= 3, let code = ReplyCode(value) else { throw malformed }
        switch line.dropFirst(3).first {
        case nil, ASCII.space: return (code, true)
        case ASCII.hyphen: return (code, false)
        case _: throw malformed
        }
    }

    private static var malformed: ProtocolError { ProtocolError(.malformedLine, at: "In a reply") }
}
