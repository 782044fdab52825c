// Everything a server can say, understood as far as this client needs it. What is legal and not
// needed is passed over by its name; what breaks the grammar is an error. Nothing here knows what
// was asked: whether a response is an answer is decided by the session.

/// One response of a server (RFC 9051, 7).
package enum Response: Hashable, Sendable {
    /// How a command ended.
    case tagged(Tag, StatusResponse)
    /// "+": the server waits for what was announced.
    case continuation
    /// News of the server, of no command in particular.
    case status(StatusResponse)
    case capability(CapabilitySet)
    case enabled(CapabilitySet)
    case flags([Flag])
    case list(MailboxListing)
    case search(SearchResponse)
    case exists(UInt32)
    case expunge(UInt32)
    case fetch(FetchResponse)
    /// Mails that are gone (RFC 7162, 3.2.10).
    case vanished(UIDSet)
    /// A response that changes nothing here, by its name.
    case other(String)
}

extension Response {
    /// Understands one frame.
    static func parse(_ frame: Frame) throws(ProtocolError) -> Response {
        let line = frame.line
        guard let first = line.first else { throw ProtocolError(.malformed, in: "empty line") }
        if first == UInt8(ascii: "+") {
            guard line.count == 1 || line[1] == ASCII.space else {
                throw ProtocolError(.malformed, in: "continuation")
            }
            return .continuation
        }
        if first == UInt8(ascii: "*") {
            guard line.count > 2, line[1] == ASCII.space else {
                throw ProtocolError(.malformed, in: "untagged response")
            }
            return try parseUntagged(frame)
        }
        return try parseTagged(frame)
    }

    private static func parseTagged(_ frame: Frame) throws(ProtocolError) -> Response {
        var scanner = Scanner(frame, at: 0, place: "tagged response")
        let word = try scanner.atom()
        try scanner.expect(ASCII.space)
        guard let status = StatusResponse.Status(word: ASCII.uppercased(try scanner.atom())) else {
            throw scanner.malformed()
        }
        guard status == .ok || status == .no || status == .bad else { throw scanner.malformed() }
        guard scanner.isAtEnd || scanner.take(ASCII.space) else { throw scanner.malformed() }
        guard let tag = Tag(parsing: word) else {
            throw ProtocolError(.unknownTag, in: "tagged response")
        }
        return .tagged(tag, StatusResponse(status, parsing: scanner.rest))
    }

    private static func parseUntagged(_ frame: Frame) throws(ProtocolError) -> Response {
        var scanner = Scanner(frame, at: 2, place: "untagged response")
        if let byte = scanner.next, Digits.contains(byte) { return try parseNumbered(frame) }
        let name = ASCII.uppercased(try scanner.atom())
        if let status = StatusResponse.Status(word: name) {
            guard scanner.isAtEnd || scanner.take(ASCII.space) else { throw scanner.malformed() }
            return .status(StatusResponse(status, parsing: scanner.rest))
        }
        switch name {
        case "CAPABILITY": return .capability(CapabilitySet(parsing: scanner.rest))
        case "ENABLED": return .enabled(CapabilitySet(parsing: scanner.rest))
        case "SEARCH": return .search(try whole(frame, SearchResponse.parseSearch))
        case "ESEARCH": return .search(try whole(frame, SearchResponse.parseESearch))
        case "VANISHED": return .vanished(try parseVanished(&scanner))
        case "FLAGS":
            try scanner.expect(ASCII.space)
            return .flags(try scanner.words().compactMap { Flag(parsing: $0) })
        case "LIST":
            try scanner.expect(ASCII.space)
            return try MailboxListing.parse(&scanner).map(Response.list) ?? .other(name)
        default:
            return .other(name)
        }
    }

    // "* 12 EXISTS", "* 12 EXPUNGE", "* 12 FETCH (…)", "* 12 RECENT".
    private static func parseNumbered(_ frame: Frame) throws(ProtocolError) -> Response {
        var scanner = Scanner(frame, at: 2, place: "numbered response")
        let number = UInt32(try scanner.number(maximum: UInt64(UInt32.max)))
        try scanner.expect(ASCII.space)
        let name = ASCII.uppercased(try scanner.atom())
        switch name {
        case "EXISTS":
            guard scanner.isAtEnd else { throw scanner.malformed() }
            return .exists(number)
        case "EXPUNGE":
            guard scanner.isAtEnd, number > 0 else { throw scanner.malformed() }
            return .expunge(number)
        case "FETCH":
            guard number > 0 else { throw scanner.malformed() }
            try scanner.expect(ASCII.space)
            let fetch = try FetchResponse.parse(&scanner, sequenceNumber: number)
            guard scanner.isAtEnd else { throw scanner.malformed() }
            return .fetch(fetch)
        default:
            return .other(name)
        }
    }

    private static func parseVanished(_ scanner: inout Scanner) throws(ProtocolError) -> UIDSet {
        try scanner.expect(ASCII.space)
        if scanner.take(UInt8(ascii: "(")) {
            guard ASCII.equal(try scanner.atom(), "EARLIER"), scanner.take(UInt8(ascii: ")")),
                scanner.take(ASCII.space)
            else { throw scanner.malformed() }
        }
        let uids = try scanner.uidSet()
        guard scanner.isAtEnd else { throw scanner.malformed() }
        return uids
    }

    // Reads a search response, behind whose last word nothing may stand.
    private static func whole(
        _ frame: Frame,
        _ parse: (inout Scanner) throws(ProtocolError) -> SearchResponse
    ) throws(ProtocolError) -> SearchResponse {
        var scanner = Scanner(frame, at: 2, place: "search response")
        _ = try scanner.atom()
        let response = try parse(&scanner)
        guard scanner.isAtEnd else { throw scanner.malformed() }
        return response
    }
}
