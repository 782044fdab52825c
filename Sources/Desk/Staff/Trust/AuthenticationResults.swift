// The field Authentication-Results (RFC 8601, 2.2), read by its grammar.
//
//     mx.mileo.example; spf=pass smtp.mailfrom=…; dmarc=pass (p=reject) header.from=mileo.example
//
// Everybody can write such a field. What is read here is a claim; `SenderAuthentication` decides
// whose claim counts. Comments may nest and quoted words may hold anything: neither is ever taken
// for a result.

/// One field, taken apart.
package struct AuthenticationResults: Hashable, Sendable {
    /// Who says so, in lower case.
    package let authority: String
    /// The results, in order.
    package let results: [Result]

    /// One result.
    package struct Result: Hashable, Sendable {
        /// The method, such as `dmarc`.
        package let method: String
        /// Its result, such as `pass`.
        package let value: String
        /// What it is about, such as `header.from` → `mileo.example`.
        package let properties: [String: String]
    }

    /// How many results are read of a field.
    static let resultsMaximum = 40

    /// Reads a field; nil where it does not follow the grammar.
    package init?(_ text: String) {
        var scanner = Scanner(Array(text.utf8))
        guard let parts = scanner.statements(), let head = parts.first, let name = head.first,
            !name.isQuotedEmpty, head.count <= 2,
            head.count == 1 || head[1].text == "1"
        else { return nil }
        authority = name.text.lowercased()
        var results: [Result] = []
        for part in parts.dropFirst().prefix(Self.resultsMaximum) {
            if part.isEmpty { continue }
            // "none" alone says that nothing was examined.
            if part.count == 1, part[0].text.lowercased() == "none", !part[0].isQuoted { continue }
            guard let result = Self.result(part) else { return nil }
            results.append(result)
        }
        self.results = results
    }

    private static func result(_ words: [Word]) -> Result? {
        guard let first = words.first, let (name, value) = first.pair else { return nil }
        // "dmarc/1=pass": the method with its version; another version is another method.
        let method = (name.hasSuffix("/1") ? String(name.dropLast(2)) : name).lowercased()
        guard !method.isEmpty, !value.isEmpty else { return nil }
        var properties: [String: String] = [:]
        for word in words.dropFirst() {
            guard let (name, value) = word.pair else { return nil }
            let key = name.lowercased()
            // Said twice with two values: nothing can be made of it.
            if let other = properties[key], other != value { return nil }
            properties[key] = value
        }
        return Result(method: method, value: value.lowercased(), properties: properties)
    }

    // MARK: - Words

    /// A word without comments: what stands between white space, around "=" too.
    private struct Word {
        var bytes: [UInt8] = []
        /// Where the first "=" outside quotes stands.
        var equals: Int?
        var isQuoted = false

        var text: String { String(decoding: bytes, as: UTF8.self) }
        var isQuotedEmpty: Bool { bytes.isEmpty }

        var pair: (name: String, value: String)? {
            guard let equals, equals > 0 else { return nil }
            return (
                String(decoding: bytes[..<equals], as: UTF8.self),
                String(decoding: bytes[(equals + 1)...], as: UTF8.self)
            )
        }
    }

    /// Cuts a field into statements of words.
    private struct Scanner {
        let bytes: [UInt8]
        var index = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func statements() -> [[Word]]? {
            var statements: [[Word]] = [[]]
            var word: Word?
            // White space around "=" belongs to its word.
            var joins = false
            func close() {
                if let word { statements[statements.count - 1].append(word) }
                word = nil
            }
            while index < bytes.count {
                let byte = bytes[index]
                switch byte {
                case UInt8(ascii: "("):
                    guard skipComment() else { return nil }
                    continue
                case UInt8(ascii: ";"):
                    guard !joins else { return nil }
                    close()
                    statements.append([])
                case UInt8(ascii: " "), UInt8(ascii: "\t"):
                    if !joins, !equalsFollows() { close() }
                case UInt8(ascii: "\""):
                    guard let quoted = readQuoted() else { return nil }
                    var open = word ?? Word()
                    open.bytes += quoted
                    open.isQuoted = true
                    word = open
                    joins = false
                    continue
                default:
                    guard byte > 0x20, byte != 0x7F, byte != UInt8(ascii: ")") else { return nil }
                    var open = word ?? Word()
                    joins = byte == UInt8(ascii: "=")
                    if joins, open.equals == nil { open.equals = open.bytes.count }
                    open.bytes.append(byte)
                    word = open
                }
                index += 1
            }
            guard !joins else { return nil }
            close()
            return statements
        }

        private func equalsFollows() -> Bool {
            var next = index
            while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
            return next < bytes.count && bytes[next] == UInt8(ascii: "=")
        }

        // One pass over nested comments.
        private mutating func skipComment() -> Bool {
            var depth = 0
            while index < bytes.count {
                switch bytes[index] {
                case UInt8(ascii: "("): depth += 1
                case UInt8(ascii: ")"): depth -= 1
                case UInt8(ascii: "\\"): index += 1
                default: break
                }
                index += 1
                if depth == 0 { return true }
            }
            return false
        }

        private mutating func readQuoted() -> [UInt8]? {
            var read: [UInt8] = []
            index += 1
            while index < bytes.count {
                switch bytes[index] {
                case UInt8(ascii: "\""):
                    index += 1
                    return read
                case UInt8(ascii: "\\"):
                    index += 1
                    if index < bytes.count { read.append(bytes[index]) }
                default:
                    read.append(bytes[index])
                }
                index += 1
            }
            return nil
        }
    }
}
