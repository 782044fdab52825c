// Who wrote a mail, read strictly: exactly one address, or nobody.
//
// Separate from the lenient reading of To and Cc, because identity hangs on it. The grammar is one
// addr-spec, bare or in angle brackets, with an optional name before it and comments outside it;
// whatever else a field holds (a second address, a group, an encoded word or a blank within the
// address, a NUL, a stray quote) makes the field name nobody. The address is taken as it stands:
// nothing in it is decoded, unescaped or repaired.

import Desk

/// Reads a field that must hold exactly one address.
enum StrictAddress {
    /// What stands between angle brackets, or bare.
    enum Reading: Equatable {
        /// One address with its name.
        case one(NamedAddress)
        /// `<>` and nothing else.
        case null
        /// Anything else.
        case nobody
    }

    /// Reads one field's raw value.
    static func read(_ raw: Bytes, defects: inout Set<MessageDefect>) -> Reading {
        let line = HeaderText.unfolded(raw)
        guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return .nobody }
        var scanner = Scanner(line)
        guard let found = scanner.scan() else { return .nobody }
        guard let spec = found.angle else {
            // Without brackets the whole field, less comments, is the address.
            guard let address = address(found.phrase.trimmed) else { return .nobody }
            return .one(NamedAddress(address, name: name(found.comment, defects: &defects)))
        }
        guard !spec.isEmpty else {
            return found.phrase.trimmed.isEmpty ? .null : .nobody
        }
        guard let address = address(spec), isUnambiguous(found, beside: address) else {
            return .nobody
        }
        let source = found.name.trimmed.isEmpty ? found.comment : found.name
        return .one(NamedAddress(address, name: name(source, defects: &defects)))
    }

    // An "=?" would be read as a name by some, as an encoded address by others.
    private static func address(_ spec: Bytes) -> EmailAddress? {
        guard spec.count <= EmailAddress.lengthMaximum,
            let text = String(validating: spec, as: UTF8.self), !text.contains("=?")
        else { return nil }
        return EmailAddress(text)
    }

    // An unquoted name with an "@" is a second address, unless it repeats the first.
    private static func isUnambiguous(_ found: Found, beside address: EmailAddress) -> Bool {
        let phrase = found.phrase.trimmed
        guard phrase.contains(UInt8(ascii: "@")) else { return true }
        return self.address(phrase) == address
    }

    private static func name(_ raw: Bytes, defects: inout Set<MessageDefect>) -> String {
        HeaderText.decode(raw, defects: &defects).prefixScalars(
            ReadingLimits.standard.nameCharacters
        )
    }

    /// The pieces of the field.
    private struct Found {
        /// The unquoted bytes outside brackets and comments, quoted strings left out.
        var phrase: Bytes = []
        /// The name with quotes and escapes undone.
        var name: Bytes = []
        /// The text of the last comment.
        var comment: Bytes = []
        /// What stands between the angle brackets.
        var angle: Bytes?
    }

    private struct Scanner {
        private let line: Bytes
        private var index: Int
        private var found = Found()

        init(_ line: Bytes) {
            self.line = line
            self.index = line.startIndex
        }

        /// The pieces; nil where the field breaks the grammar.
        mutating func scan() -> Found? {
            while index < line.endIndex {
                let byte = line[index]
                let isFine =
                    switch byte {
                    case UInt8(ascii: "\""): scanQuoted()
                    case UInt8(ascii: "("): scanComment()
                    case UInt8(ascii: "<"): scanAngle()
                    default: scanPhraseByte(byte)
                    }
                guard isFine else { return nil }
            }
            return found
        }

        // Of the specials, the dot of initials, brackets and the "@" (judged later) may stand
        // unquoted: where commas and colons may not, no second address can hide behind them.
        private mutating func scanPhraseByte(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ">"),
                UInt8(ascii: "\\"), UInt8(ascii: ")"):
                return false
            default:
                guard found.angle == nil || byte == .space else { return false }
                found.phrase.append(byte)
                found.name.append(byte)
                index += 1
                return true
            }
        }

        private mutating func scanQuoted() -> Bool {
            guard found.angle == nil, let text = delimited(by: UInt8(ascii: "\"")) else {
                return false
            }
            found.name += text
            // Stands for the quoted string, so that no address can be glued around it.
            found.phrase.append(UInt8(ascii: "\""))
            return true
        }

        private mutating func scanAngle() -> Bool {
            guard found.angle == nil else { return false }
            let spec = line[(index + 1)...].prefix {
                $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<")
            }
            guard spec.endIndex < line.endIndex, line[spec.endIndex] == UInt8(ascii: ">") else {
                return false
            }
            found.angle = spec
            index = spec.endIndex + 1
            return true
        }

        private mutating func scanComment() -> Bool {
            var depth = 0
            var text: [UInt8] = []
            while index < line.endIndex {
                let byte = line[index]
                index += 1
                switch byte {
                case UInt8(ascii: "("): depth += 1
                case UInt8(ascii: ")"): depth -= 1
                case UInt8(ascii: "\\"): return false
                default: text.append(byte)
                }
                if depth == 0 {
                    found.comment = text[...]
                    // A comment parts words, so that no address can be glued around it.
                    if found.angle == nil { found.phrase.append(.space) }
                    return true
                }
            }
            return false
        }

        // The text up to the closing delimiter; a backslash escapes only itself and a quote.
        private mutating func delimited(by delimiter: UInt8) -> Bytes? {
            var text: [UInt8] = []
            index += 1
            while index < line.endIndex {
                var byte = line[index]
                index += 1
                if byte == delimiter { return text[...] }
                if byte == UInt8(ascii: "\\") {
                    guard index < line.endIndex,
                        line[index] == delimiter || line[index] == UInt8(ascii: "\\")
                    else { return nil }
                    byte = line[index]
                    index += 1
                }
                text.append(byte)
            }
            return nil
        }
    }
}
