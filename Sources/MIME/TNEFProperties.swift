// The properties of a message or of an attachment within a winmail.dat (MS-OXTNEF, 2.1.3.4).
//
// Only the properties that are asked for are kept, the first value of each.

/// A list of properties.
struct TNEFProperties {
    /// The properties that are kept.
    enum Identifier: Int {
        case body = 0x1000
        case compressedRichText = 0x1009
        case html = 0x1013
        case displayName = 0x3001
        case attachmentData = 0x3701
        case fileName = 0x3704
        case longFileName = 0x3707
        case attachmentType = 0x370E
        case contentID = 0x3712
        case internetCodePage = 0x3FDE
    }

    // How a value is written.
    private enum Kind {
        case fixed(Int)
        case string
        case wideString
        case binary
        case object

        init?(_ type: Int) {
            switch type {
            case 0x0002, 0x0003, 0x0004, 0x000A, 0x000B: self = .fixed(4)
            case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040: self = .fixed(8)
            case 0x0048: self = .fixed(16)
            case 0x001E: self = .string
            case 0x001F: self = .wideString
            case 0x0102: self = .binary
            case 0x000D: self = .object
            default: return nil
            }
        }
    }

    private struct Value {
        var kind: Kind
        var bytes: Bytes
    }

    /// Whether the list is cut or wrong somewhere; what stands before is kept.
    private(set) var isBroken = false
    private var values: [Identifier: Value] = [:]

    /// Reads a list.
    init(_ bytes: Bytes, limits: ReadingLimits) {
        var reader = LittleEndianReader(bytes)
        guard let count = reader.long() else {
            isBroken = true
            return
        }
        for _ in 0..<count {
            guard readProperty(&reader) else {
                isBroken = true
                return
            }
        }
    }

    /// A text; nil where there is none.
    func text(_ identifier: Identifier, codePage: Int) -> String? {
        guard let value = values[identifier] else { return nil }
        switch value.kind {
        case .wideString: return Self.wide(value.bytes)
        case .string: return WindowsCodePage.text(value.bytes, codePage: codePage)
        case .fixed, .binary, .object: return nil
        }
    }

    /// Bytes; nil where there are none.
    func binary(_ identifier: Identifier) -> Bytes? {
        guard let value = values[identifier] else { return nil }
        switch value.kind {
        case .binary: return value.bytes
        // An enclosed message is a container of its own behind the name of its interface.
        case .object:
            let isMessage = value.bytes.starts(with: Self.messageInterface)
            return isMessage ? value.bytes.dropFirst(16) : value.bytes
        case .fixed, .string, .wideString: return nil
        }
    }

    private static let messageInterface: [UInt8] = [
        0x07, 0x03, 0x02, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46,
    ]

    /// The HTML text as UTF-8; nil where there is none.
    func html(codePage: Int) -> [UInt8]? {
        if let text = text(.html, codePage: codePage) { return Array(text.utf8) }
        guard let bytes = binary(.html) else { return nil }
        var page = values[.internetCodePage].map { LittleEndianReader($0.bytes) }
        let text = WindowsCodePage.text(bytes, codePage: page?.long() ?? codePage)
        return Array(text.utf8)
    }

    // False where there is not one whole property.
    private mutating func readProperty(_ reader: inout LittleEndianReader) -> Bool {
        guard let type = reader.short(), let number = reader.short() else { return false }
        if number >= 0x8000 {
            guard Self.skipName(&reader) else { return false }
        }
        guard let kind = Kind(type & 0x0FFF) else { return false }
        var count = 1
        if case .fixed = kind {
            if type & 0x1000 != 0 {
                guard let several = reader.long() else { return false }
                count = several
            }
        } else {
            guard let several = reader.long() else { return false }
            count = several
        }
        // Each value takes four bytes or more, so a count that lies ends with the bytes.
        for index in 0..<count {
            var length = 0
            if case .fixed(let size) = kind {
                length = size
            } else {
                guard let size = reader.long() else { return false }
                length = size
            }
            guard let bytes = reader.takePadded(length) else { return false }
            if index == 0, let identifier = Identifier(rawValue: number) {
                values[identifier] = Value(kind: kind, bytes: bytes)
            }
        }
        return true
    }

    // A property of some program's own has a name: a number, or a text of two-byte characters.
    private static func skipName(_ reader: inout LittleEndianReader) -> Bool {
        guard reader.take(16) != nil, let kind = reader.long(), let value = reader.long() else {
            return false
        }
        return kind == 0 || reader.takePadded(value) != nil
    }

    private static func wide(_ bytes: Bytes) -> String {
        var reader = LittleEndianReader(bytes)
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        while let unit = reader.short(), unit != 0 { units.append(UInt16(unit)) }
        return String(decoding: units, as: UTF16.self)
    }
}
