// Before our session begins another program has logged in on the same connection, and what the
// server sent with its last answer may be lost in the middle of a line. So our first command is a
// CAPABILITY, and everything before its answer is thrown away, except the capabilities.

/// Throws away what the login left behind, up to the answer to our first command.
struct Leftovers: Sendable {
    /// The tag whose answer ends the search.
    let tag: Tag

    private var line: [UInt8] = []
    private var dropped = 0

    // Longer lines are not answers to CAPABILITY; only their ends are waited for.
    private static let lineBytesMaximum = 16 << 10

    init(until tag: Tag) { self.tag = tag }

    /// The next line that means something to us, or nil when the bytes end before one.
    ///
    /// Gives out every CAPABILITY response on the way, a BYE, and at last our tagged response.
    mutating func next(
        from input: inout ArraySlice<UInt8>
    ) throws(ProtocolError) -> Response? {
        while let end = input.firstIndex(of: ASCII.lineFeed) {
            collect(input[...end])
            input = input[(end + 1)...]
            let response = understood()
            line.removeAll(keepingCapacity: true)
            if let response { return response }
            guard dropped <= Limits.leftoverBytesMaximum else {
                throw ProtocolError(.noBeginning, in: "stream")
            }
        }
        collect(input)
        input = []
        guard dropped <= Limits.leftoverBytesMaximum else {
            throw ProtocolError(.noBeginning, in: "stream")
        }
        return nil
    }

    private mutating func collect(_ bytes: ArraySlice<UInt8>) {
        dropped += bytes.count
        line.append(contentsOf: bytes.prefix(max(0, Self.lineBytesMaximum - line.count)))
    }

    private func understood() -> Response? {
        guard line.count < Self.lineBytesMaximum, line.suffix(2) == [0x0D, 0x0A] else {
            return nil
        }
        var frame = Frame()
        frame.line = line.dropLast(2)
        guard !frame.line.contains(Frame.literalMark),
            let response = try? Response.parse(frame)
        else { return nil }
        switch response {
        case .tagged(let answered, _): return answered == tag ? response : nil
        case .capability: return response
        case .status(let status): return status.status == .bye ? response : nil
        case .continuation, .enabled, .flags, .list, .search, .exists, .expunge, .fetch, .vanished,
            .other:
            return nil
        }
    }
}
