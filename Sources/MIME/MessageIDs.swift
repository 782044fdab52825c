// The ids in Message-ID, In-Reply-To and References, found by one linear scan.

import Desk

/// Reads ids between angle brackets.
enum MessageIDs {
    /// The mail's own id; nil where there is none, several, or one that no program meant.
    static func own(_ fields: [Bytes]) -> MessageID? {
        guard let first = fields.first, fields.allSatisfy({ $0.trimmed == first.trimmed }) else {
            return nil
        }
        var value = HeaderText.unfolded(first)
        // A server that had to add the id may say so in a comment.
        if value.last == UInt8(ascii: ")"), let open = value.lastIndex(of: UInt8(ascii: "(")) {
            value = value[..<open].trimmed
        }
        if value.first == UInt8(ascii: "<") {
            guard value.last == UInt8(ascii: ">") else { return nil }
            return id(value.dropFirst().dropLast())
        }
        return value.contains(UInt8(ascii: "@")) ? id(value) : nil
    }

    /// All ids of some fields: the first and the last ones, where there are too many.
    static func all(_ fields: [Bytes], limits: ReadingLimits) -> [MessageID] {
        var ids: [MessageID] = []
        for field in fields.map(decoded) {
            var rest = field
            while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
                let inside = rest[(open + 1)...]
                guard
                    let close = inside.firstIndex(where: {
                        $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<")
                    })
                else { break }
                if rest[close] == UInt8(ascii: ">"), let id = folded(inside[..<close]) {
                    ids.append(id)
                }
                rest = rest[close...]
            }
            let bare = field.trimmed
            if ids.isEmpty, bare.contains(UInt8(ascii: "@")), let id = id(bare) { ids.append(id) }
        }
        guard ids.count > limits.messageIDs else { return ids }
        return Array(ids.prefix(1) + ids.suffix(limits.messageIDs - 1))
    }

    // Ids have no encoded words, but some programs write those that are too long for a line as
    // such, and ours are long.
    private static func decoded(_ field: Bytes) -> Bytes {
        guard
            field.indices.dropLast().contains(where: {
                field[$0] == UInt8(ascii: "=") && field[$0 + 1] == UInt8(ascii: "?")
            })
        else { return field }
        var defects: Set<MessageDefect> = []
        return Array(HeaderText.decode(field, defects: &defects).utf8)[...]
    }

    // Some programs fold within an id.
    private static func folded(_ bytes: Bytes) -> MessageID? {
        guard bytes.contains(where: \.isBlankOrLineEnd) else { return id(bytes) }
        return id(bytes.filter { !$0.isBlankOrLineEnd }[...])
    }

    private static func id(_ bytes: Bytes) -> MessageID? {
        guard bytes.count <= MessageID.lengthMaximum else { return nil }
        return String(validating: bytes, as: UTF8.self).flatMap { MessageID($0) }
    }
}
