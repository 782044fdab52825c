// Who wrote a copied letter, as the many programs put it: "Paul Roux <p.roux@client.example>",
// "Paul Roux [mailto:p.roux@client.example]", "p.roux@client.example (Paul Roux)", "Paul Roux".
//
// One pass over the bytes; whatever is found must still pass the door of `EmailAddress`.

import Foundation

/// Who wrote a copied letter.
struct CopiedAuthor {
    /// The address, where one is given.
    private(set) var address: EmailAddress?
    /// The name, empty where none is given.
    private(set) var name = ""

    // How much of a field is looked at.
    private static let bytesMaximum = 600
    private static let nameBytesMaximum = 200

    /// Nobody.
    init() {}

    /// Reads the value of an author's field.
    init(_ value: String) {
        let bytes = Array(value.utf8.prefix(Self.bytesMaximum))
        guard let place = Self.address(in: bytes) else {
            name = Self.plain(Self.withoutDomino(String(decoding: bytes, as: UTF8.self)))
            return
        }
        address = place.address
        let whole = String(decoding: bytes, as: UTF8.self)
        // "assistant@… de la part de Paul Roux": the letter is Paul's, the way to him is hers.
        for words in [" de la part de ", " on behalf of ", " im auftrag von "] {
            if let range = whole.range(of: words, options: .caseInsensitive) {
                let rest = CopiedAuthor(String(whole[range.upperBound...]))
                address = rest.address ?? address
                name = rest.name
                return
            }
        }
        name = Self.name(around: place.range, in: bytes)
    }

    /// Reads an attribution: "On Oct 5, 2026 at 09:00, Paul Roux <…> wrote:".
    init(attribution whole: String) {
        let bytes = Array(whole.utf8.prefix(Self.bytesMaximum))
        guard let place = Self.address(in: bytes) else {
            name = Self.nameBehindMoment(String(decoding: bytes, as: UTF8.self))
            return
        }
        address = place.address
        let before = String(decoding: bytes[..<place.range.lowerBound], as: UTF8.self)
        name = Self.nameBehindMoment(before)
        if name.contains("@") { name = "" }
    }

    /// Reads a separating line: "----- Forwarded message from Paul Roux <…> -----".
    init(marker line: String) {
        let words = line.split(separator: " ")
        let from = words.firstIndex { $0 == "from" || $0 == "de" || $0 == "von" }
        let value = from.map { words[($0 + 1)...].joined(separator: " ") } ?? ""
        guard value.contains("@") else {
            self.init()
            return
        }
        self.init(value)
    }

    /// A value without the marks of bold type, quotation marks and runs of white space.
    static func plain(_ value: String) -> String {
        let words = value.split { $0.isWhitespace || $0.isNewline || $0.isControl }
        var text = Substring(words.joined(separator: " "))
        // A table's header is read with its bars: "De : | Paul Roux".
        while let first = text.first, "*_\"'“”«»<[(| ".contains(first) { text.removeFirst() }
        while let last = text.last, "*_\"'“”«»<>[](: ".contains(last) { text.removeLast() }
        return String(text).cut(toBytes: nameBytesMaximum)
    }

    // MARK: - Addresses

    private static func address(
        in bytes: [UInt8]
    ) -> (address: EmailAddress, range: Range<Int>)? {
        for at in bytes.indices where bytes[at] == UInt8(ascii: "@") {
            var start = at
            while start > 0, isAddressByte(bytes[start - 1]) { start -= 1 }
            var end = at + 1
            while end < bytes.count, isAddressByte(bytes[end]) { end += 1 }
            while end > at + 1, ".-_*'".utf8.contains(bytes[end - 1]) { end -= 1 }
            while start < at, "'*_.".utf8.contains(bytes[start]) { start += 1 }
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            if let address = EmailAddress(text), address.domain.contains(".") {
                return (address, start..<end)
            }
        }
        return nil
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default:
            ".-_+'*=&%$!#^~".utf8.contains(byte)
        }
    }

    // MARK: - Names

    // Before the address; else behind it, in brackets.
    private static func name(around range: Range<Int>, in bytes: [UInt8]) -> String {
        var before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
        if let mailto = before.range(of: "mailto:", options: [.caseInsensitive, .backwards]) {
            before = String(before[..<mailto.lowerBound])
        }
        let name = plain(before)
        if !name.isEmpty { return name.contains("@") ? "" : name }
        let after = String(decoding: bytes[range.upperBound...], as: UTF8.self)
        guard let open = after.firstIndex(of: "("),
            let close = after[open...].firstIndex(of: ")")
        else { return "" }
        let inner = plain(String(after[after.index(after: open)..<close]))
        return inner.contains("@") || inner.hasPrefix("mailto:") ? "" : inner
    }

    // "Paul Roux/CLIENT@CLIENT": the names of Domino.
    private static func withoutDomino(_ value: String) -> String {
        guard let end = value.firstIndex(where: { $0 == "/" || $0 == "@" }),
            end > value.startIndex
        else { return value }
        return String(value[..<end])
    }

    private static let verbWords: Set<String> = [
        "a", "ecrit", "wrote", "writes", "schrieb", "schreef", "heeft", "skrev", "escribio", "ha",
        "scritto", "escreveu", "napisal", "napisal(a)", "kirjoitti", "napsal", "napsal(a)",
        "scris", "irta", "ezt", "het", "volgende", "geschreven", ":",
    ]

    private static let momentWords: Set<String> = [
        "am", "pm", "a.m.", "p.m.", "uhr", "schrieb", "schreef", "skrev", "heeft", "gmt", "utc",
        "cet", "cest", "odesilatel", "uzytkownik", "dimanche", "sunday", "le", "on",
    ]

    // What stands behind the last word of a moment and before the verb.
    private static func nameBehindMoment(_ text: String) -> String {
        var words = text.split(separator: " ")[...]
        while let last = words.last, verbWords.contains(folded(last)) { words.removeLast() }
        let start = words.lastIndex { word in
            word.last == "," || word.contains { $0.isNumber }
                || momentWords.contains(folded(word))
        }
        if let start { words = words[(start + 1)...] }
        return plain(words.joined(separator: " "))
    }

    private static func folded(_ word: Substring) -> String {
        var text = Folding.text(of: String(word.prefix(40)))
        if text.count > 1, text.last == ":" { text.removeLast() }
        return text
    }
}

extension Character {
    fileprivate var isControl: Bool {
        unicodeScalars.allSatisfy { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
    }
}
