// Walks over one frame. It knows the small words of the grammar (atoms, numbers, strings, lists)
// and none of its sentences. It looks at every byte once and never goes back, and it counts how
// deeply lists are nested instead of calling itself.

/// A position in a frame, and the verbs that move it forward.
struct Scanner {
    /// Where in the line the next byte is read.
    private(set) var position: Int

    private let frame: Frame
    private let place: String
    private var literalsTaken = 0

    /// Begins at a position of the frame; `place` names the response in errors.
    init(_ frame: Frame, at position: Int, place: String) {
        self.frame = frame
        self.position = position
        self.place = place
    }

    /// The next byte; nil at the end of the line.
    var next: UInt8? { position < frame.line.count ? frame.line[position] : nil }

    /// Whether the line is used up.
    var isAtEnd: Bool { position >= frame.line.count }

    /// All that is left of the line.
    var rest: ArraySlice<UInt8> { frame.line[position...] }

    func malformed() -> ProtocolError { ProtocolError(.malformed, in: place) }

    /// Takes one byte if it is the next one.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// Takes one byte that must be the next one.
    mutating func expect(_ byte: UInt8) throws(ProtocolError) {
        guard take(byte) else { throw malformed() }
    }

    /// Takes all bytes while they belong to a class; the result may be empty.
    mutating func takeWhile(_ belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = position
        while position < frame.line.count, belongs(frame.line[position]) { position += 1 }
        return frame.line[start..<position]
    }

    /// Takes an atom (RFC 9051, 9: `atom`).
    mutating func atom() throws(ProtocolError) -> ArraySlice<UInt8> {
        let atom = takeWhile(ASCII.isAtom)
        guard !atom.isEmpty else { throw malformed() }
        return atom
    }

    /// Takes a number up to a maximum (RFC 9051, 9: `number`, `number64`).
    mutating func number(maximum: UInt64) throws(ProtocolError) -> UInt64 {
        guard let number = Digits.value(takeWhile(Digits.contains), maximum: maximum) else {
            throw malformed()
        }
        return number
    }

    /// Takes a set of UIDs, together with the members that were taken out of its line before.
    mutating func uidSet() throws(ProtocolError) -> UIDSet {
        var members: [ClosedRange<UID>] = []
        if let long = frame.longSet, long.position == position { members = long.members }
        let text = takeWhile { byte in
            Digits.contains(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",")
        }
        guard UIDSet.read(text, into: &members) else { throw malformed() }
        return UIDSet(joining: members)
    }

    /// Takes the numbers of SEARCH, together with those that were taken out of the line before.
    mutating func searchNumbers() throws(ProtocolError) -> UIDSet {
        var members: [ClosedRange<UID>] = []
        if let long = frame.longSet, long.position == position { members = long.members }
        let text = takeWhile { Digits.contains($0) || $0 == ASCII.space }
        guard LongSet.readNumbers(text, into: &members) else { throw malformed() }
        return UIDSet(joining: members)
    }

    /// Takes a text between quotes (RFC 9051, 9: `quoted`).
    ///
    /// A backslash before any character stands for that character: some servers escape more than
    /// the grammar allows. Bytes beyond ASCII are taken as they are. CR, LF and NUL are refused.
    mutating func quoted() throws(ProtocolError) -> [UInt8] {
        try expect(ASCII.quote)
        var bytes: [UInt8] = []
        while let byte = next {
            position += 1
            if byte == ASCII.quote { return bytes }
            var taken = byte
            if byte == ASCII.backslash {
                guard let escaped = next else { break }
                position += 1
                taken = escaped
            }
            guard taken != ASCII.carriageReturn, taken != Frame.literalMark else { break }
            bytes.append(taken)
        }
        throw malformed()
    }

    /// Takes a literal whose mark is the next byte.
    mutating func literal() throws(ProtocolError) -> ReceivedLiteral {
        try expect(Frame.literalMark)
        guard literalsTaken < frame.literals.count else { throw malformed() }
        literalsTaken += 1
        return frame.literals[literalsTaken - 1]
    }

    /// Takes a string or NIL (RFC 9051, 9: `nstring`).
    mutating func nstring() throws(ProtocolError) -> Content {
        switch next {
        case ASCII.quote:
            return .bytes(try quoted())
        case Frame.literalMark:
            switch try literal() {
            case .bytes(let bytes): return .bytes(bytes)
            case .skipped(let length): return .skipped(length: length)
            }
        default:
            guard ASCII.equal(try atom(), "NIL") else { throw malformed() }
            return .absent
        }
    }

    /// Takes the name of a mailbox or another `astring`; nil for a literal that was not kept.
    mutating func astring() throws(ProtocolError) -> [UInt8]? {
        switch next {
        case ASCII.quote:
            return try quoted()
        case Frame.literalMark:
            guard case .bytes(let bytes) = try literal() else { return nil }
            return bytes
        default:
            let word = takeWhile { ASCII.isAtom($0) || $0 == UInt8(ascii: "]") }
            guard !word.isEmpty else { throw malformed() }
            return Array(word)
        }
    }

    /// Takes the words of a parenthesised list that holds no list: flags, attributes.
    mutating func words() throws(ProtocolError) -> [ArraySlice<UInt8>] {
        try expect(UInt8(ascii: "("))
        var words: [ArraySlice<UInt8>] = []
        while !take(UInt8(ascii: ")")) {
            let word = takeWhile(Self.isPlain)
            if word.isEmpty { try expect(ASCII.space) } else { words.append(word) }
        }
        return words
    }

    /// Passes over one value of any kind: an atom, a string, or a list of values.
    mutating func skipValue() throws(ProtocolError) {
        var depth = 0
        repeat {
            switch next {
            case UInt8(ascii: "("):
                position += 1
                depth += 1
                guard depth <= Limits.nestingMaximum else {
                    throw ProtocolError(.nestingTooDeep, in: place)
                }
            case UInt8(ascii: ")") where depth > 0:
                position += 1
                depth -= 1
            case ASCII.space where depth > 0:
                position += 1
            case ASCII.quote:
                _ = try quoted()
            case Frame.literalMark:
                _ = try literal()
            default:
                guard !takeWhile(Self.isPlain).isEmpty else { throw malformed() }
            }
        } while depth > 0
    }

    // What atoms, flags and numbers are made of, as servers write them.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > ASCII.space && byte != 0x7F && byte != UInt8(ascii: "(")
            && byte != UInt8(ascii: ")") && byte != ASCII.quote && byte != UInt8(ascii: "{")
    }
}
