// What a search found. ESEARCH says which command it answers and packs the result into ranges;
// SEARCH is a plain list of numbers, and some servers spread it over several lines. Some answer an
// ESEARCH command with SEARCH. All of this is read; what it answers is the session's business.

/// The data of one SEARCH or ESEARCH response (RFC 9051, 7.3.4; RFC 3501, 7.2.5).
package struct SearchResponse: Hashable, Sendable {
    /// The command that is answered; nil in SEARCH, which does not say.
    package let tag: Tag?

    /// Whether the numbers are UIDs: certain in ESEARCH, and in SEARCH what was asked for.
    package let isByUID: Bool

    /// What was found.
    package let uids: UIDSet

    /// The highest mod-sequence of what was found (RFC 7162, 3.1.5).
    package let modSeq: ModSeq?

    /// Reads what follows the word SEARCH.
    static func parseSearch(_ scanner: inout Scanner) throws(ProtocolError) -> SearchResponse {
        var uids = UIDSet()
        var modSeq: ModSeq?
        if scanner.take(ASCII.space) {
            uids = try scanner.searchNumbers()
            if !scanner.isAtEnd {
                try scanner.expect(UInt8(ascii: "("))
                guard ASCII.equal(try scanner.atom(), "MODSEQ") else {
                    throw scanner.malformed()
                }
                try scanner.expect(ASCII.space)
                modSeq = ModSeq(try scanner.number(maximum: UInt64.max))
                try scanner.expect(UInt8(ascii: ")"))
            }
        }
        return SearchResponse(tag: nil, isByUID: true, uids: uids, modSeq: modSeq)
    }

    /// Reads what follows the word ESEARCH.
    static func parseESearch(_ scanner: inout Scanner) throws(ProtocolError) -> SearchResponse {
        var tag: Tag?
        var isByUID = false
        var uids = UIDSet()
        var modSeq: ModSeq?
        while scanner.take(ASCII.space) {
            if scanner.take(UInt8(ascii: "(")) {
                guard ASCII.equal(try scanner.atom(), "TAG"), scanner.take(ASCII.space),
                    let text = try scanner.astring(), scanner.take(UInt8(ascii: ")"))
                else { throw scanner.malformed() }
                // An answer to somebody else's command is not an answer without an address.
                guard let ours = Tag(parsing: text) else {
                    throw ProtocolError(.unknownTag, in: "search response")
                }
                tag = ours
                continue
            }
            if scanner.isAtEnd { break }
            let name = ASCII.uppercased(try scanner.atom())
            if name == "UID" {
                isByUID = true
                continue
            }
            try scanner.expect(ASCII.space)
            switch name {
            case "ALL": uids = uids.union(try scanner.uidSet())
            case "MODSEQ": modSeq = ModSeq(try scanner.number(maximum: UInt64.max))
            default: try scanner.skipValue()
            }
        }
        return SearchResponse(tag: tag, isByUID: isByUID, uids: uids, modSeq: modSeq)
    }
}
