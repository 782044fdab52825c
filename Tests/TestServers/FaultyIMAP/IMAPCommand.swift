// A client's command, taken apart as far as the misbehaving server needs.

/// A command with its literals.
struct IMAPCommand {
    let tag: String
    /// In capitals; with `UID` in front where the command has it.
    let name: String
    /// What follows the name; a literal stands there as its announcement.
    let rest: String
    /// The words of that: atoms, quoted strings without their quotes, literals as text.
    let words: [String]
    /// The literals, in order.
    let literals: [[UInt8]]

    /// How many bytes of a literal this line announces, and whether the client waits for a word.
    static func announcedLiteral(_ line: [UInt8]) -> (count: Int, waits: Bool)? {
        guard line.last == 125, let open = line.lastIndex(of: 123) else { return nil }
        let text = String(decoding: line[(open + 1)..<(line.count - 1)], as: UTF8.self)
        let waits = !text.hasSuffix("+")
        return Int(waits ? text : String(text.dropLast())).map { ($0, waits) }
    }

    init(parts: [[UInt8]], literals: [[UInt8]]) {
        self.literals = literals
        let text = parts.map { String(decoding: $0, as: UTF8.self) }.joined()
        var pieces = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            .map(String.init)
        tag = pieces.isEmpty ? "*" : pieces.removeFirst()
        var name = pieces.isEmpty ? "" : pieces.removeFirst().uppercased()
        var rest = pieces.first ?? ""
        if name == "UID" {
            let split = rest.split(separator: " ", maxSplits: 1).map(String.init)
            name += " " + (split.first ?? "").uppercased()
            rest = split.count > 1 ? split[1] : ""
        }
        self.name = name
        self.rest = rest
        words = Self.words(rest, literals)
    }

    /// The set of numbers that the command names, or that its search is limited to.
    var set: Substring? {
        if name != "UID SEARCH" {
            return rest.isEmpty ? nil : rest.prefix { $0 != " " }
        }
        let parts = rest.split { " ()".contains($0) }
        if let mark = parts.firstIndex(where: { $0.uppercased() == "UID" }) {
            return mark + 1 < parts.count ? parts[mark + 1] : nil
        }
        return nil
    }

    /// The flags in its last list.
    var flags: [String] {
        guard let open = rest.lastIndex(of: "("), let close = rest.lastIndex(of: ")"), open < close
        else {
            return words.last.map { $0.hasPrefix("\\") || $0.hasPrefix("$") ? [$0] : [] } ?? []
        }
        return rest[rest.index(after: open)..<close].split(separator: " ").map(String.init)
    }

    /// The date that an APPEND gives.
    var date: String? {
        words.first { $0.count == 26 && $0.contains(":") }
    }

    /// Whether a search wants this mail, as far as flags and one header can say.
    func selects(_ mail: ShelvedMail) -> Bool {
        let upper = words.map { $0.uppercased() }
        for (place, word) in upper.enumerated() where place + 1 < upper.count {
            if word == "KEYWORD", !mail.flags.contains(words[place + 1]) { return false }
            if word == "UNKEYWORD", mail.flags.contains(words[place + 1]) { return false }
            if word == "HEADER", place + 2 < words.count {
                let wanted = Array(words[place + 2].utf8)
                guard !wanted.isEmpty, mail.bytes.firstOffset(of: wanted, from: 0) != nil
                else { return false }
            }
        }
        if upper.contains("UNSEEN"), mail.flags.contains("\\Seen") { return false }
        return !upper.contains("SEEN") || mail.flags.contains("\\Seen")
    }

    /// The command for a log: nothing that a client keeps secret.
    var loggable: String {
        ["LOGIN", "AUTHENTICATE"].contains(name) ? name : rest.isEmpty ? name : "\(name) \(rest)"
    }

    private static func words(_ text: String, _ literals: [[UInt8]]) -> [String] {
        var words: [String] = []
        var literals = literals[...]
        var rest = text[...]
        while let first = rest.first {
            if first == " " {
                rest = rest.dropFirst()
            } else if first == "\"" {
                var word = ""
                rest = rest.dropFirst()
                while let next = rest.first, next != "\"" {
                    rest = rest.dropFirst()
                    word.append(next == "\\" ? rest.removeFirst() : next)
                }
                rest = rest.dropFirst()
                words.append(word)
            } else if first == "{", let end = rest.firstIndex(of: "}") {
                rest = rest[rest.index(after: end)...]
                words.append(literals.popFirst().map { String(decoding: $0, as: UTF8.self) } ?? "")
            } else {
                let word = rest.prefix { $0 != " " }
                rest = rest.dropFirst(word.count)
                words.append(String(word))
            }
        }
        return words
    }
}
