// What the server says about one mail. Only the items that we ask for are understood; all others
// are passed over by the rules of the grammar. Nothing is judged here: whether a body may be
// believed is decided where it is known what was asked.

/// The data of one FETCH response (RFC 9051, 7.5.2).
package struct FetchResponse: Hashable, Sendable {
    /// The mail's place in the mailbox at this moment; nothing is ever addressed by it.
    package let sequenceNumber: UInt32

    package private(set) var uid: UID?
    package private(set) var flags: [Flag]?
    package private(set) var internalDate: InternalDate?
    /// RFC822.SIZE, which RFC 9051 allows 63 bits.
    package private(set) var size: Int64?
    package private(set) var modSeq: ModSeq?
    /// BODY[]: the whole mail.
    package private(set) var body: Content?
    /// BODY[HEADER]: the mail's header with the empty line behind it.
    package private(set) var header: Content?

    private init(sequenceNumber: UInt32) { self.sequenceNumber = sequenceNumber }

    /// Reads the parenthesised items; UID, RFC822.SIZE and bodies may each stand there once.
    static func parse(
        _ scanner: inout Scanner,
        sequenceNumber: UInt32
    ) throws(ProtocolError) -> FetchResponse {
        var response = FetchResponse(sequenceNumber: sequenceNumber)
        try response.readItems(&scanner)
        return response
    }

    /// The UID that stands in a response whose end never came.
    static func uid(inUnfinished scanner: inout Scanner) -> UID? {
        var response = FetchResponse(sequenceNumber: 1)
        do throws(ProtocolError) {
            try response.readItems(&scanner)
        } catch {
            // The response breaks off; what stood before the break is what we came for.
        }
        return response.uid
    }

    private mutating func readItems(_ scanner: inout Scanner) throws(ProtocolError) {
        try scanner.expect(UInt8(ascii: "("))
        while true {
            try readItem(&scanner)
            if scanner.take(UInt8(ascii: ")")) { return }
            try scanner.expect(ASCII.space)
        }
    }

    private mutating func readItem(_ scanner: inout Scanner) throws(ProtocolError) {
        let name = scanner.takeWhile { ASCII.isAtom($0) && $0 != UInt8(ascii: "[") }
        guard !name.isEmpty else { throw scanner.malformed() }
        let item = ASCII.uppercased(name)
        if item == "BODY", scanner.next == UInt8(ascii: "[") {
            return try readBody(&scanner)
        }
        if scanner.next == UInt8(ascii: "[") {
            _ = try Self.section(&scanner)
        }
        try scanner.expect(ASCII.space)
        switch item {
        case "UID":
            let number = try scanner.number(maximum: UInt64(UInt32.max))
            guard uid == nil, let value = UID(UInt32(number)) else { throw scanner.malformed() }
            uid = value
        case "RFC822.SIZE":
            let number = try scanner.number(maximum: UInt64(Int64.max))
            guard size == nil else { throw scanner.malformed() }
            size = Int64(number)
        case "FLAGS":
            flags = try scanner.words().compactMap { Flag(parsing: $0) }
        case "INTERNALDATE":
            // A date that no calendar has leaves the mail without one; it still can be read.
            internalDate = InternalDate(parsing: try scanner.quoted())
        case "MODSEQ":
            try scanner.expect(UInt8(ascii: "("))
            modSeq = ModSeq(try scanner.number(maximum: UInt64.max))
            try scanner.expect(UInt8(ascii: ")"))
        default:
            try scanner.skipValue()
        }
    }

    private mutating func readBody(_ scanner: inout Scanner) throws(ProtocolError) {
        let section = try Self.section(&scanner)
        var isPiece = false
        if scanner.take(UInt8(ascii: "<")) {
            _ = try scanner.number(maximum: UInt64(Int64.max))
            try scanner.expect(UInt8(ascii: ">"))
            isPiece = true
        }
        try scanner.expect(ASCII.space)
        let content = try scanner.nstring()
        if section.isEmpty {
            guard body == nil else { throw scanner.malformed() }
            body = isPiece ? .piece : content
        } else if ASCII.equal(section, "HEADER") {
            guard header == nil else { throw scanner.malformed() }
            header = isPiece ? .piece : content
        }
    }

    // What stands between the brackets; it may hold a list of quoted field names.
    private static func section(_ scanner: inout Scanner) throws(ProtocolError) -> [UInt8] {
        try scanner.expect(UInt8(ascii: "["))
        var section: [UInt8] = []
        while !scanner.take(UInt8(ascii: "]")) {
            switch scanner.next {
            case nil:
                throw scanner.malformed()
            case ASCII.quote:
                section += try scanner.quoted()
            case Frame.literalMark:
                _ = try scanner.literal()
            case .some(let byte):
                section.append(byte)
                _ = scanner.take(byte)
            }
        }
        return section
    }
}
