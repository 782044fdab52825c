// Breaks what a mail program would turn into a link by itself, with a space, and nothing else.
//
// A letter repeats what a stranger wrote. Programs make links of schemes (`http://`), of `www.`, of
// addresses and of what looks like a host name; a space within is the one thing that stops all of
// them and stays visible. Names of files (`rapport.pdf`), versions (`4.2.b`), initials (`S.A.V.`)
// and hardware addresses (`00:1A:2B`) are no links, and come through as they are: what somebody
// reads must be what was written. Linear: each word is looked at once.

enum LinkBreaker {
    /// The text with a space in each link.
    static func broken(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
        // Most texts have no mark within a word, and are done with here.
        guard hasMarkWithin(text) else { return text }
        var safe = String.UnicodeScalarView()
        var word: [Unicode.Scalar] = []
        for scalar in text {
            if scalar.properties.isWhitespace {
                append(word, to: &safe)
                word.removeAll(keepingCapacity: true)
                safe.append(scalar)
            } else {
                word.append(scalar)
            }
        }
        append(word, to: &safe)
        return safe
    }

    // Every break stands behind one of these marks, and before a letter of the same word.
    private static func hasMarkWithin(_ text: some Sequence<Unicode.Scalar>) -> Bool {
        var follows = false
        for scalar in text {
            if follows, scalar != " " { return true }
            switch scalar {
            case ".", ":", "\\", "\u{3002}", "\u{FF0E}", "\u{FF1A}", "\u{FF61}": follows = true
            default: follows = false
            }
        }
        return false
    }

    private static func append(_ word: [Unicode.Scalar], to safe: inout String.UnicodeScalarView) {
        guard hasMarkWithin(word) else {
            safe.append(contentsOf: word)
            return
        }
        let isFree = isFreeOfLinks(word)
        for (place, scalar) in word.enumerated() {
            if place > 0, isBreak(before: place, in: word, isFree: isFree) { safe.append(" ") }
            if isFree, isAmbiguous(from: place, in: word) { safe.append("\u{2060}") }
            safe.append(scalar)
        }
    }

    private static func isBreak(
        before place: Int,
        in word: [Unicode.Scalar],
        isFree: Bool
    ) -> Bool {
        let scalar = word[place]
        switch word[place - 1] {
        case ":", "\u{FF1A}":
            return scalar == "/" || scalar == "\\" || isScheme(before: place - 1, in: word)
        case "\\":
            return scalar == "\\"
        case ".":
            guard place > 1, scalar.properties.isAlphabetic else { return false }
            return !isFree || isRegion(from: place, in: word)
        case "\u{3002}", "\u{FF0E}", "\u{FF61}":
            return place > 1 && scalar.properties.isAlphabetic
        default:
            return false
        }
    }

    /// Whether the dots of a word are those of a file's name, of initials or of a version.
    private static func isFreeOfLinks(_ word: [Unicode.Scalar]) -> Bool {
        guard !word.contains(where: { "/@:\\?#%".unicodeScalars.contains($0) }) else {
            return false
        }
        let marks = word.split(omittingEmptySubsequences: true) { !isLabel($0) && $0 != "." }
        return marks.allSatisfy { part in
            let labels = part.split(separator: ".").map { String(String.UnicodeScalarView($0)) }
            guard labels.count > 1, let last = labels.last?.lowercased() else { return true }
            if labels[0].lowercased() == "www" { return false }
            // No host ends in one letter, or in a label with a digit.
            return fileEndings.contains(last) || ambiguousEndings.contains(last)
                || last.unicodeScalars.count == 1
                || last.contains { $0.isNumber } && !last.hasPrefix("xn--")
        }
    }

    /// Whether a label within a file's name could end a host's: `evil.com.pdf`.
    private static func isRegion(from place: Int, in word: [Unicode.Scalar]) -> Bool {
        let label = word[place...].prefix(while: isLabel)
        guard label.endIndex < word.count - 1, word[label.endIndex] == ".",
            isLabel(word[label.endIndex + 1]), (2...4).contains(label.count)
        else { return false }
        let text = String(String.UnicodeScalarView(label)).lowercased()
        return !fileEndings.contains(text) && !text.contains { $0.isNumber }
    }

    /// Whether an ending begins here that a file and a host may have; nobody sees what breaks it.
    private static func isAmbiguous(from place: Int, in word: [Unicode.Scalar]) -> Bool {
        guard place > 1, word[place - 1] == "." else { return false }
        let label = word[place...].prefix(while: isLabel)
        return ambiguousEndings.contains(String(String.UnicodeScalarView(label)).lowercased())
    }

    private static func isScheme(before colon: Int, in word: [Unicode.Scalar]) -> Bool {
        let letters = word[..<colon].reversed().prefix { $0.properties.isAlphabetic }
        let name = String(String.UnicodeScalarView(letters.reversed())).lowercased()
        return schemes.contains(name)
    }

    private static func isLabel(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
            || scalar == "_"
    }

    /// Schemes that programs follow without two slashes behind them.
    private static let schemes: Set<String> = [
        "mailto", "tel", "sms", "sip", "sips", "callto", "xmpp", "skype", "javascript", "data",
        "vbscript", "news", "urn", "cid", "mid", "file", "http", "https", "ftp", "magnet", "geo",
        "whatsapp", "outlook", "search", "about", "view-source", "im", "facetime",
    ]

    /// Endings of files that are regions of hosts, too.
    private static let ambiguousEndings: Set<String> = ["zip", "mov"]

    /// Endings of files that no host name has.
    private static let fileEndings: Set<String> = [
        "pdf", "doc", "docx", "docm", "dotx", "rtf", "odt", "ods", "odp", "odg", "xls",
        "xlsx", "xlsm", "xlsb", "csv", "tsv", "ppt", "pptx", "pps", "ppsx", "txt", "log", "xml",
        "json", "yaml", "yml", "html", "htm", "jpg", "jpeg", "jpe", "png", "gif", "bmp", "tif",
        "tiff", "webp", "heic", "heif", "svg", "psd", "mp3", "wav", "wma", "ogg", "amr", "flac",
        "aac", "mp4", "avi", "mkv", "mpg", "mpeg", "wmv", "webm", "flv", "dav", "vob", "msg", "eml",
        "ics", "vcf", "pst", "ost", "mbox", "dat", "bin", "exe", "dll", "msi", "cmd", "ini", "cfg",
        "conf", "bak", "tmp", "sql", "mdb", "accdb", "dbf", "iso", "img", "rar", "gz", "tgz", "tar",
        "dwg", "dxf", "dwf", "ifc", "rvt", "stl", "pages", "numbers", "key", "apk", "ipa",
        "jar", "cer", "crt", "pem", "pfx", "sig", "asc", "ttf", "vsd", "vsdx", "mpp", "epub",
    ]
}
