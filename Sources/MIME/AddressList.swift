// The recipients of a mail, read leniently: whatever looks like an address is one, up to a limit.
//
// Nothing is decided on these: they are shown, and tell which of our mailboxes was written to.

import Desk

/// Reads To, Cc and their like.
enum AddressList {
    /// The addresses of several fields, in order.
    static func read(
        _ fields: [Bytes],
        limits: ReadingLimits,
        defects: inout Set<MessageDefect>
    ) -> [NamedAddress] {
        var addresses: [NamedAddress] = []
        for field in fields {
            for entry in entries(of: HeaderText.unfolded(field)) {
                guard let address = address(in: entry, defects: &defects) else { continue }
                guard addresses.count < limits.addresses else {
                    defects.insert(.addressesCut)
                    return addresses
                }
                addresses.append(address)
            }
        }
        return addresses
    }

    // Pieces between commas, semicolons and the colons of groups, outside quotes and brackets.
    private static func entries(of line: Bytes) -> [Bytes] {
        var entries: [Bytes] = []
        var start = line.startIndex
        var index = line.startIndex
        var isQuoted = false
        var isInBrackets = false
        var commentDepth = 0
        while index < line.endIndex {
            switch line[index] {
            case UInt8(ascii: "\\") where isQuoted || commentDepth > 0:
                index += 1
            case UInt8(ascii: "\"") where commentDepth == 0:
                isQuoted.toggle()
            case UInt8(ascii: "(") where !isQuoted:
                commentDepth += 1
            case UInt8(ascii: ")") where !isQuoted && commentDepth > 0:
                commentDepth -= 1
            case UInt8(ascii: "<") where !isQuoted && commentDepth == 0:
                isInBrackets = true
            case UInt8(ascii: ">") where !isQuoted && commentDepth == 0:
                isInBrackets = false
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
                guard !isQuoted, !isInBrackets, commentDepth == 0 else { break }
                entries.append(line[start..<index])
                start = index + 1
            default:
                break
            }
            index += 1
        }
        entries.append(line[min(start, line.endIndex)...])
        return entries
    }

    private static func address(
        in entry: Bytes,
        defects: inout Set<MessageDefect>
    ) -> NamedAddress? {
        guard let open = entry.lastIndex(of: UInt8(ascii: "<")) else {
            return address(withoutComments(entry).trimmed).map { NamedAddress($0) }
        }
        let spec = entry[(open + 1)...].prefix { $0 != UInt8(ascii: ">") }.trimmed
        guard let address = address(spec) else { return nil }
        let name = unquoted(entry[..<open].trimmed)
        let text = HeaderText.decode(name, defects: &defects).prefixScalars(
            ReadingLimits.standard.nameCharacters
        )
        return NamedAddress(address, name: text)
    }

    private static func address(_ bytes: Bytes) -> EmailAddress? {
        guard (3...EmailAddress.lengthMaximum).contains(bytes.count) else { return nil }
        return String(validating: bytes, as: UTF8.self).flatMap { EmailAddress($0) }
    }

    private static func withoutComments(_ entry: Bytes) -> Bytes {
        guard entry.contains(UInt8(ascii: "(")) else { return entry }
        var depth = 0
        var text: [UInt8] = []
        for byte in entry {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if depth == 0 { text.append(byte) }
            if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
        }
        return text[...]
    }

    private static func unquoted(_ name: Bytes) -> Bytes {
        guard name.contains(UInt8(ascii: "\"")) else { return name }
        var text: [UInt8] = []
        var isEscaped = false
        for byte in name {
            if !isEscaped, byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                if isEscaped || byte != UInt8(ascii: "\"") { text.append(byte) }
                isEscaped = false
            }
        }
        return text[...]
    }
}
