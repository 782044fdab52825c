// Auto-Submitted (RFC 3834, 5): "no" is a person; anything else is a machine.
//
// The value is a keyword, then perhaps parameters behind ";"; comments in brackets may stand
// anywhere; case does not matter; of several fields one that is not "no" is enough.

extension Rule {
    /// The sender declares itself a machine.
    static let autoSubmitted = Rule(
        "auto-submitted",
        "Auto-Submitted holds a keyword other than \"no\" (RFC 3834)."
    ) { reading in
        for value in reading.message.headers("auto-submitted") {
            let keyword = AutoSubmittedField.keyword(of: value)
            if !keyword.isEmpty, keyword != "no" {
                return (.nature(.autoreply), "Auto-Submitted: \(value)")
            }
        }
        return nil
    }
}

/// The grammar of one Auto-Submitted value.
enum AutoSubmittedField {
    /// The keyword in lower case, without comments and parameters; empty where there is none.
    static func keyword(of value: String) -> String {
        var keyword: [UInt8] = []
        var depth = 0
        var isEscaped = false
        for byte in value.utf8 {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch byte {
            case UInt8(ascii: "\\") where depth > 0: isEscaped = true
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth = max(0, depth - 1)
            case UInt8(ascii: ";") where depth == 0: return text(keyword)
            case 0x00...0x20 where depth == 0:
                // A keyword is one word: what follows behind a space is not part of it.
                if !keyword.isEmpty { return text(keyword) }
            default:
                if depth == 0 { keyword.append(byte) }
            }
        }
        return text(keyword)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased()
    }
}
