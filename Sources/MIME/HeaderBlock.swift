// The fields of one header block, within limits.
//
// A block that is too large keeps its first fields and, of the rest, only those without which the
// mail could not be understood. The number of From fields is counted over the whole block: a second
// author cannot hide behind a thousand fields.

/// One header block: top of a mail or of a part.
struct HeaderBlock {
    private let bytes: [UInt8]
    /// The fields that are read, in order.
    private(set) var fields: [RawField] = []
    /// Where the body begins.
    let bodyStart: Int
    /// Whether fields were left out or shortened.
    private(set) var isCut = false
    /// What stands between header and body where it is no empty line: blanks, or nothing.
    let oddSeparator: Range<Int>?
    /// How many From fields the whole block holds.
    private(set) var authorFieldCount = 0

    /// What is read even beyond the limits; the first of each.
    private static let essential = [
        "from", "to", "cc", "subject", "date", "message-id", "in-reply-to", "references",
        "reply-to",
        "return-path", "auto-submitted", "content-type", "content-transfer-encoding",
        "content-disposition", "content-id",
    ]

    /// Reads the block that begins at an offset.
    init(
        _ bytes: [UInt8],
        from start: Int = 0,
        to end: Int? = nil,
        endingAt mark: FieldScanner.End = .text,
        limits: ReadingLimits
    ) {
        self.bytes = bytes
        var scanner = FieldScanner(bytes, from: start, to: end, endingAt: mark)
        var missing: Set<String>?
        while let field = scanner.next() {
            let name = bytes[field.name]
            if name.equalsIgnoringCase("from") { authorFieldCount += 1 }
            let isWithin =
                fields.count < limits.headerFields
                && field.value.upperBound - start <= limits.headerBytes
            if !isWithin {
                isCut = true
                var stillMissing =
                    missing
                    ?? Set(Self.essential).subtracting(fields.map { bytes[$0.name].lowercasedText })
                let isWanted = stillMissing.remove(name.lowercasedText) != nil
                missing = stillMissing
                guard isWanted else { continue }
            }
            let value = field.value.prefix(limits.fieldBytes)
            if value.count < field.value.count { isCut = true }
            fields.append(RawField(name: field.name, value: value))
        }
        bodyStart = scanner.bodyStart
        oddSeparator = scanner.oddSeparator
    }

    /// The raw name of a field.
    func name(_ field: RawField) -> Bytes { bytes[field.name] }

    /// The raw value of a field.
    func value(_ field: RawField) -> Bytes { bytes[field.value] }

    /// The first raw value of a field; the name is in lower case.
    func first(_ name: String) -> Bytes? {
        fields.first { bytes[$0.name].equalsIgnoringCase(name) }.map { bytes[$0.value] }
    }

    /// All raw values of a field, in order; the name is in lower case.
    func all(_ name: String) -> [Bytes] {
        fields.lazy.filter { bytes[$0.name].equalsIgnoringCase(name) }.map { bytes[$0.value] }
    }
}
