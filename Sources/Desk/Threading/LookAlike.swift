// Addresses that a person would take for each other: "mıleo.example", "rnileo.example", a Cyrillic
// "а". Identity is decided on the exact bytes; this only lets a stranger be told from a stranger
// who disguises himself, so that staff see it.

/// Finds addresses that look like others.
package enum LookAlike {
    /// Whether two different addresses look the same.
    package static func resembles(_ one: EmailAddress, _ other: EmailAddress) -> Bool {
        one != other && skeleton(of: one.key) == skeleton(of: other.key)
    }

    /// A text with every character replaced by the plain one that it looks like.
    static func skeleton(of text: String) -> String {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false).map { label in
            let parts = label.split(separator: "@", omittingEmptySubsequences: false)
            return parts.map { Punycode.decoded(String($0)) ?? String($0) }.joined(separator: "@")
        }
        var skeleton = ""
        for scalar in Folding.text(of: labels.joined(separator: ".")).unicodeScalars {
            skeleton.append(plain[scalar] ?? String(scalar))
        }
        for (pair, letter) in [("rn", "m"), ("vv", "w"), ("ci", "d")] {
            skeleton = skeleton.replacing(pair, with: letter)
        }
        return skeleton
    }

    // Each row: the plain character, then those that look like it.
    private static let table = """
        a а α ɑ
        b Ь в
        c с ϲ
        d ԁ
        e е ε є
        g ɡ
        h һ
        i ı і ι l 1 | ӏ ⅼ ǀ
        j ј
        k κ к
        m м
        n п η
        o о ο 0 օ ө
        p р ρ
        q ԛ
        r г
        s ѕ 5
        t т τ
        u υ ս
        v ν ѵ
        w ԝ ω ѡ
        x х χ
        y у γ ү
        z ᴢ 2
        - _ ‐ ‑ –
        """

    private static let plain: [Unicode.Scalar: String] = {
        var plain: [Unicode.Scalar: String] = [:]
        for row in table.split(separator: "\n") {
            let letters = row.split(separator: " ")
            guard let target = letters.first else { continue }
            for letter in letters.dropFirst() {
                for scalar in letter.unicodeScalars { plain[scalar] = String(target) }
            }
        }
        return plain
    }()
}

/// The form in which domains carry other letters than ASCII (RFC 3492).
enum Punycode {
    /// The label behind `xn--`; nil where it is none, or is not well-formed.
    static func decoded(_ label: String) -> String? {
        guard label.utf8.count <= 63, label.hasPrefix("xn--") else { return nil }
        let body = label.dropFirst(4)
        var output: [Unicode.Scalar] = []
        var rest = body.utf8[...]
        if let hyphen = body.utf8.lastIndex(of: UInt8(ascii: "-")) {
            output = body.unicodeScalars[..<hyphen].map { $0 }
            rest = body.utf8[body.utf8.index(after: hyphen)...]
        }
        var (code, index, bias) = (128, 0, 72)
        while !rest.isEmpty {
            let start = index
            guard let step = delta(&rest, bias: bias) else { return nil }
            index += step
            let count = output.count + 1
            bias = adapted(index - start, count: count, isFirst: start == 0)
            code += index / count
            index %= count
            guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else {
                return nil
            }
            output.insert(scalar, at: index)
            index += 1
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: output)
        return String(text)
    }

    private static func delta(_ rest: inout Substring.UTF8View, bias: Int) -> Int? {
        var (sum, weight, place) = (0, 1, 36)
        while let byte = rest.popFirst() {
            let digit: Int
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = Int(byte - UInt8(ascii: "a"))
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = Int(byte - UInt8(ascii: "0")) + 26
            default: return nil
            }
            let (product, overflows) = digit.multipliedReportingOverflow(by: weight)
            guard !overflows, sum + product < 1 << 31 else { return nil }
            sum += product
            let threshold = min(max(place - bias, 1), 26)
            guard digit >= threshold else { return sum }
            let next = weight.multipliedReportingOverflow(by: 36 - threshold)
            guard !next.overflow else { return nil }
            weight = next.partialValue
            place += 36
        }
        return nil
    }

    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var bias = 0
        while delta > 455 {
            delta /= 35
            bias += 36
        }
        return bias + 36 * delta / (delta + 38)
    }
}
