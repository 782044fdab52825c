// Turns a stream of bytes, cut anywhere, into responses. Line breaks are looked for only outside
// literals; a literal's bytes are copied once, into the array in which they are handed out. What
// is announced is never believed beyond the limit: memory is reserved for a literal only when the
// limit allows its whole length.

/// Collects bytes until a response is whole, then gives it out (RFC 9051, 2.2.2 and 4.3).
package struct ResponseParser: Sendable {
    private let limits: Limits
    private var frame = Frame()
    private var literal: Pending?

    // A literal under way.
    private enum Pending: Sendable {
        case keeping([UInt8], missing: Int)
        case skipping(length: Int, missing: Int)
    }

    // How much of a line is looked at before its length is checked.
    private static let windowBytes = 16 << 10

    package init(limits: Limits) { self.limits = limits }

    /// Whether a response has begun whose end is missing.
    package var isAmidResponse: Bool { !frame.line.isEmpty || literal != nil }

    /// The next whole response, or nil when the bytes end before it does.
    ///
    /// What is used is taken off the front of `input`. After an error nothing more may be asked.
    package mutating func next(
        from input: inout ArraySlice<UInt8>
    ) throws(ProtocolError) -> Response? {
        while true {
            if literal != nil {
                guard collectLiteral(&input) else { return nil }
            }
            guard try collectLine(&input) else { return nil }
            guard try beginLiteral() else { break }
        }
        let response = try Response.parse(frame)
        frame.removeAll()
        return response
    }

    /// The UID of a FETCH response that breaks off within a literal: the mail that was cut short.
    package var uidCutShort: UID? {
        guard literal != nil else { return nil }
        var scanner = Scanner(frame, at: 0, place: "unfinished response")
        guard scanner.take(UInt8(ascii: "*")), scanner.take(ASCII.space),
            !scanner.takeWhile(Digits.contains).isEmpty, scanner.take(ASCII.space),
            ASCII.equal(scanner.takeWhile(ASCII.isAtom), "FETCH"), scanner.take(ASCII.space)
        else { return nil }
        return FetchResponse.uid(inUnfinished: &scanner)
    }

    // MARK: - Lines

    // Adds bytes to the line; true when its CRLF was found and taken off.
    private mutating func collectLine(
        _ input: inout ArraySlice<UInt8>
    ) throws(ProtocolError) -> Bool {
        while !input.isEmpty {
            let window = input.prefix(Self.windowBytes)
            var end = window.startIndex
            while end < window.endIndex, window[end] != ASCII.lineFeed {
                guard window[end] != Frame.literalMark else {
                    throw ProtocolError(.malformed, in: "line, which holds a NUL,")
                }
                end += 1
            }
            frame.line.append(contentsOf: window[window.startIndex..<end])
            input = input[end...]
            if end < window.endIndex {
                input = input.dropFirst()
                guard frame.line.last == ASCII.carriageReturn else {
                    throw ProtocolError(.malformed, in: "line, which ends without a CR,")
                }
                frame.line.removeLast()
                try checkLength()
                return true
            }
            if frame.line.count >= LongSet.lineBytes { try LongSet.drain(&frame) }
            try checkLength()
        }
        return false
    }

    private func checkLength() throws(ProtocolError) {
        guard frame.line.count <= Limits.lineBytesMaximum else {
            throw ProtocolError(.lineTooLong, in: "line")
        }
    }

    // MARK: - Literals

    // Whether the line that just ended announces a literal; its announcement is taken off and
    // replaced by the mark.
    private mutating func beginLiteral() throws(ProtocolError) -> Bool {
        guard let announcement = announcement() else { return false }
        guard
            let length = Digits.value(announcement.digits, maximum: UInt64(Int.max)).map(Int.init),
            length <= Limits.skippedBytesMaximum
        else { throw ProtocolError(.literalTooLarge, in: "literal") }
        guard frame.literals.count < Limits.literalsMaximum else {
            throw ProtocolError(.malformed, in: "response, which has too many literals,")
        }
        frame.line.removeSubrange(announcement.start...)
        frame.line.append(Frame.literalMark)
        if length <= limits.literalBytesMaximum - keptBytes {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(length)
            literal = .keeping(bytes, missing: length)
        } else {
            literal = .skipping(length: length, missing: length)
        }
        return true
    }

    // The announcement at the end of the line. Status lines and continuations end in free text,
    // which may look like one and never is.
    private func announcement() -> (start: Int, digits: ArraySlice<UInt8>)? {
        let line = frame.line
        guard line.last == UInt8(ascii: "}"), line.first == UInt8(ascii: "*"),
            !isStatusLine(line)
        else { return nil }
        var end = line.count - 1
        if end > 0, line[end - 1] == UInt8(ascii: "+") { end -= 1 }
        var start = end
        while start > 0, Digits.contains(line[start - 1]) { start -= 1 }
        guard start < end, start > 0, line[start - 1] == UInt8(ascii: "{") else { return nil }
        let digits = line[start..<end]
        start -= 1
        if start > 0, line[start - 1] == UInt8(ascii: "~") { start -= 1 }
        return (start, digits)
    }

    private func isStatusLine(_ line: [UInt8]) -> Bool {
        let word = line.dropFirst(2).prefix(8).prefix(while: ASCII.isAtom)
        return StatusResponse.Status(word: ASCII.uppercased(word)) != nil
    }

    private var keptBytes: Int {
        frame.literals.reduce(0) { total, literal in
            switch literal {
            case .bytes(let bytes): total + bytes.count
            case .skipped: total
            }
        }
    }

    // Adds bytes to the literal; true when it is whole.
    private mutating func collectLiteral(_ input: inout ArraySlice<UInt8>) -> Bool {
        switch literal {
        case nil:
            return true
        case .skipping(let length, let missing):
            let taken = min(missing, input.count)
            input = input.dropFirst(taken)
            guard taken == missing else {
                literal = .skipping(length: length, missing: missing - taken)
                return false
            }
            literal = nil
            frame.literals.append(.skipped(length: length))
            return true
        case .keeping(var bytes, let missing):
            // One owner only, so that appending never copies what is already there.
            literal = nil
            let taken = min(missing, input.count)
            bytes.append(contentsOf: input.prefix(taken))
            input = input.dropFirst(taken)
            guard taken == missing else {
                literal = .keeping(bytes, missing: missing - taken)
                return false
            }
            frame.literals.append(.bytes(bytes))
            return true
        }
    }
}
