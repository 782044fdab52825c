// A line that begins with "#", as keyboards and programs really write it: a wide "#", a bullet or
// an asterisk before it, spaces that do not break, signs that nobody sees.
//
// Only the beginning of a line decides, so that a mail without commands costs nothing.

/// Reads the beginning of lines.
enum CommandLine {
    /// How far into a line its "#" may stand, in bytes.
    private static let beginning = 24

    /// The line as a plain command line; nil where it is none.
    ///
    /// "#" and then a letter: "# 1" or "#12" is a person's list, not a command.
    static func text(in line: ArraySlice<UInt8>) -> String? {
        guard line.prefix(beginning).contains(where: { $0 == UInt8(ascii: "#") || $0 == 0xEF })
        else { return nil }
        var rest = Substring(String(decoding: line, as: UTF8.self)).unicodeScalars
        let marks = rest.prefix { isUnseen($0) || isSpace($0) || isBullet($0) }
        rest = rest[marks.endIndex...]
        guard let first = rest.first, isNumberSign(first) else { return nil }
        rest = rest.drop { isNumberSign($0) || isUnseen($0) || isSpace($0) }
        guard let letter = rest.first, letter.properties.isAlphabetic else { return nil }
        var command = "#"
        for scalar in rest where !isUnseen(scalar) {
            command.unicodeScalars.append(isSpace(scalar) ? " " : scalar)
        }
        // "*#prendre*": bold, in the plain form of a mail.
        let emphasis = marks.last { "*_".unicodeScalars.contains($0) }
        while let last = command.unicodeScalars.last, last == " " || last == emphasis {
            command.unicodeScalars.removeLast()
        }
        return command
    }

    private static func isNumberSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "#" || scalar == "\u{FF03}" || scalar == "\u{FE5F}"
    }

    private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "*", "_", "\u{2022}", "\u{B7}", "\u{2013}", "\u{2014}", "\u{25E6}", "\u{25AA}",
            "\u{25CF}", "\u{2023}":
            true
        default: false
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace
    }

    // Zero-width spaces and joiners, marks of direction, soft hyphens, variation selectors.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
            0xFE00...0xFE0F, 0xFEFF:
            true
        default: false
        }
    }
}

/// The names with which a colleague signs without a formula.
struct SignedName {
    private let forms: Set<String>

    /// A colleague's first and last name.
    init(_ name: String) {
        let words = Self.words(of: name)
        let initials = String(words.compactMap(\.first))
        var forms: Set = [words.joined(separator: " "), words.reversed().joined(separator: " ")]
        forms.formUnion(words)
        if words.count > 1 { forms.insert(initials) }
        forms.remove("")
        self.forms = forms
    }

    /// Whether a line is such a name and nothing else.
    func `is`(_ line: Substring) -> Bool {
        forms.contains(Self.words(of: String(line).cut(toBytes: 120)).joined(separator: " "))
    }

    /// A text without such a name at its very end.
    func removed(from text: String) -> String {
        guard !forms.isEmpty else { return text }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while let last = lines.last {
            let words = Self.words(of: String(last).cut(toBytes: 120))
            guard
                words.isEmpty && last.allSatisfy(\.isWhitespace)
                    || forms.contains(words.joined(separator: " "))
            else { break }
            lines.removeLast()
        }
        return lines.joined(separator: "\n")
    }

    private static func words(of text: String) -> [String] {
        Folding.text(of: text).split { !$0.isLetter }.map(String.init)
    }
}
