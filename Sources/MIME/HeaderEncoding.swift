// Outgoing header fields: folded at 76 columns, encoded words where a text is not plain (RFC 2047).
//
// A text goes out as it is only where any reader must read it back as it is: printable ASCII,
// single blanks, no long word, nothing that looks like an encoded word. Everything else becomes
// encoded words, each with whole characters, so that no program can join them wrongly.

import Desk

/// Writes header fields.
enum HeaderEncoding {
    private static let lineMaximum = 76
    private static let limits = ReadingLimits.standard

    /// A field that holds a text; as much of it as a reader like ours would keep.
    static func field(_ name: String, text: String) -> [UInt8] {
        folded(name, words(of: text.prefixScalars(limits.subjectCharacters), after: name))
    }

    /// A field that holds one address.
    static func field(_ name: String, address: NamedAddress) -> [UInt8] {
        guard !address.name.isEmpty else { return folded(name, [address.address.text]) }
        return folded(name, phrase(address.name, after: name) + ["<\(address.address.text)>"])
    }

    /// A field that holds addresses.
    static func field(_ name: String, addresses: [NamedAddress]) -> [UInt8] {
        let lists = addresses.enumerated().map { place, person in
            var words = person.name.isEmpty ? [] : phrase(person.name, after: name)
            let address = person.address.text
            words.append(person.name.isEmpty ? address : "<\(address)>")
            if place < addresses.count - 1 { words[words.count - 1] += "," }
            return words
        }
        return folded(name, Array(lists.joined()))
    }

    /// A field that holds Message-IDs.
    static func field(_ name: String, ids: [MessageID]) -> [UInt8] {
        folded(name, ids.map(\.description))
    }

    // Words with one blank between them; a line is broken before the word that would pass its end.
    private static func folded(_ name: String, _ words: [String]) -> [UInt8] {
        var field = Array("\(name):".utf8)
        var column = field.count
        for (index, word) in words.enumerated() {
            if index > 0, column + 1 + word.utf8.count > lineMaximum {
                field += [.carriageReturn, .lineFeed]
                column = 0
            }
            field.append(.space)
            field += word.utf8
            column += 1 + word.utf8.count
        }
        return field + [.carriageReturn, .lineFeed]
    }

    private static func words(of text: String, after name: String) -> [String] {
        guard isPrintable(text), !text.contains("=?") else {
            return encodedWords(text, after: name)
        }
        let words = split(text)
        let isPlain = words.allSatisfy { (1...60).contains($0.utf8.count) }
        return isPlain ? words : encodedWords(text, after: name)
    }

    // A display name: atoms as they are, other ASCII quoted, the rest encoded.
    private static func phrase(_ text: String, after name: String) -> [String] {
        let flat = HeaderValue(flattening: text).text.prefixScalars(limits.nameCharacters)
        let words = split(flat)
        guard isPrintable(flat), !flat.contains("=?"), !words.contains(""), flat.utf8.count <= 60
        else { return encodedWords(flat, after: name) }
        if flat.utf8.allSatisfy({ isAtomByte($0) || $0 == .space }) { return words }
        let escaped = flat.map { "\"\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
        return ["\"\(escaped)\""]
    }

    private static func isPrintable(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    private static func split(_ text: String) -> [String] {
        text.utf8.split(separator: .space, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
    }

    private static func isAtomByte(_ byte: UInt8) -> Bool {
        byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte.lowercased)
            || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    // Q encoding, with only those characters unencoded that may stand in a display name, too. The
    // first word shares its line with the field's name.
    private static func encodedWords(_ text: String, after name: String) -> [String] {
        let start = "=?utf-8?Q?"
        let room = 75 - start.utf8.count - 2
        var words: [String] = []
        var word: [UInt8] = []
        func end() { words.append("\(start)\(String(decoding: word, as: UTF8.self))?=") }
        for scalar in text.unicodeScalars {
            let pieceStart = word.count
            encode(scalar, into: &word)
            let taken = words.isEmpty ? name.utf8.count + 1 : 0
            if word.count > room - taken {
                let piece = word[pieceStart...]
                word.removeLast(piece.count)
                end()
                word = Array(piece)
            }
        }
        if !word.isEmpty { end() }
        return words
    }

    private static func encode(_ scalar: Unicode.Scalar, into word: inout [UInt8]) {
        if scalar == " " { return word.append(UInt8(ascii: "_")) }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            let isPlain =
                byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte.lowercased)
                || "!*+-/".utf8.contains(byte)
            if isPlain {
                word.append(byte)
            } else {
                word.append(UInt8(ascii: "="))
                word += QuotedPrintable.digits(of: byte).utf8
            }
        }
    }
}
