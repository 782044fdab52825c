// A field made of a value and parameters: Content-Type and Content-Disposition (RFC 2045, 5.1;
// RFC 2231). Bounded: at most so many parameters, each field at most so many bytes.

import Desk

/// A value such as `text/plain`, with its parameters.
struct StructuredField {
    /// The value before the first semicolon, in lower case, without blanks.
    let value: String
    private var parameters: [Parameter] = []

    // One `name*index*=value` as it stands.
    private struct Parameter {
        let name: String
        let index: Int?
        let isExtended: Bool
        let value: [UInt8]
    }

    /// Reads an unfolded field.
    init(_ raw: Bytes, limits: ReadingLimits) {
        let line = HeaderText.unfolded(raw)
        let head = line.prefix { $0 != UInt8(ascii: ";") }
        let withoutComment = head.prefix { $0 != UInt8(ascii: "(") }
        value = String(
            decoding: withoutComment.lazy.filter { !$0.isBlankOrLineEnd }.map(\.lowercased),
            as: UTF8.self
        )
        var index = head.endIndex
        while index < line.endIndex, parameters.count < limits.parameters {
            let name = line[(index + 1)...].prefix {
                $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";")
            }
            index = name.endIndex
            guard index < line.endIndex, line[index] == UInt8(ascii: "=") else { continue }
            let value = Self.parameterValue(line, from: index + 1)
            index = value.end
            add(name: name.trimmed, value: value.bytes)
        }
    }

    /// A parameter as text: the extended forms before the plain one, encoded words decoded.
    func text(_ name: String, defects: inout Set<MessageDefect>) -> String? {
        if let extended = extended(name) { return decode(extended, defects: &defects) }
        guard let plain = plain(name) else { return nil }
        return HeaderText.decode(plain[...], defects: &defects)
    }

    /// A parameter that is a word of the protocol: its bytes as they stand.
    func plain(_ name: String) -> [UInt8]? {
        parameters.first { $0.name == name && $0.index == nil && !$0.isExtended }?.value
    }

    /// A plain parameter, or the bytes of an extended one without its charset.
    func bytes(_ name: String) -> [UInt8]? {
        plain(name) ?? extended(name)?.bytes
    }

    private mutating func add(name: Bytes, value: [UInt8]) {
        let pieces = name.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        guard let first = pieces.first, !first.isEmpty, pieces.count <= 3 else { return }
        let rest = pieces.dropFirst().map(\.lowercasedText)
        let index = rest.first.flatMap { $0.utf8.count <= 3 ? Int($0) : nil }
        let isExtended = rest.last == ""
        guard rest.isEmpty || isExtended || index != nil else { return }
        parameters.append(
            Parameter(
                name: first.lowercasedText,
                index: index,
                isExtended: isExtended,
                value: value
            )
        )
    }

    private struct ExtendedValue {
        var charset: String?
        var bytes: [UInt8]
    }

    // `name*=charset'language'text`, or its pieces `name*0*=`, `name*1=`… in the order of numbers.
    private func extended(_ name: String) -> ExtendedValue? {
        let pieces = parameters.filter { $0.name == name && ($0.isExtended || $0.index != nil) }
        guard let first = pieces.first(where: { ($0.index ?? 0) == 0 }) else { return nil }
        guard first.index != nil else { return Self.extended(first) }
        var whole = Self.extended(first)
        var byIndex: [Int: Parameter] = [:]
        for piece in pieces {
            guard let index = piece.index, byIndex[index] == nil else { continue }
            byIndex[index] = piece
        }
        var index = 1
        while let piece = byIndex[index] {
            whole.bytes += piece.isExtended ? Self.percentDecoded(piece.value[...]) : piece.value
            index += 1
        }
        return whole
    }

    private static func extended(_ parameter: Parameter) -> ExtendedValue {
        guard parameter.isExtended else {
            return ExtendedValue(charset: nil, bytes: parameter.value)
        }
        let quote = UInt8(ascii: "'")
        let value = parameter.value
        guard let first = value.firstIndex(of: quote),
            let second = value[(first + 1)...].firstIndex(of: quote)
        else { return ExtendedValue(charset: nil, bytes: percentDecoded(value[...])) }
        return ExtendedValue(
            charset: value[..<first].lowercasedText,
            bytes: percentDecoded(value[(second + 1)...])
        )
    }

    private func decode(
        _ extended: ExtendedValue,
        defects: inout Set<MessageDefect>
    ) -> String {
        guard extended.charset != nil else {
            return HeaderText.decode(extended.bytes[...], defects: &defects)
        }
        let charset = Charset(label: extended.charset)
        let utf8 = charset.decode(extended.bytes[...], defects: &defects)
        return String(decoding: utf8, as: UTF8.self)
    }

    private static func percentDecoded(_ text: Bytes) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
                let high = text[index + 1].hexadecimalValue,
                let low = text[index + 2].hexadecimalValue
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
        return bytes
    }

    // A quoted string or everything up to the next semicolon.
    private static func parameterValue(
        _ line: Bytes,
        from start: Int
    ) -> (bytes: [UInt8], end: Int) {
        var index = start
        while index < line.endIndex, line[index].isBlank { index += 1 }
        guard index < line.endIndex, line[index] == UInt8(ascii: "\"") else {
            let word = line[index...].prefix { $0 != UInt8(ascii: ";") }
            return (Array(word.trimmed), word.endIndex)
        }
        var bytes: [UInt8] = []
        index += 1
        while index < line.endIndex, line[index] != UInt8(ascii: "\"") {
            // Windows programs write paths with single backslashes: only \" and \\ are escapes.
            if line[index] == UInt8(ascii: "\\"), index + 1 < line.endIndex,
                line[index + 1] == UInt8(ascii: "\"") || line[index + 1] == UInt8(ascii: "\\")
            {
                index += 1
            }
            bytes.append(line[index])
            index += 1
        }
        let rest = line[min(index + 1, line.endIndex)...].prefix { $0 != UInt8(ascii: ";") }
        return (bytes, rest.endIndex)
    }
}
