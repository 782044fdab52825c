// OK, NO, BAD and their kin: how a command ended, or news of the server itself. Only the code
// between brackets is ever judged; the text is for people. A bracket that never closes, and a text
// that looks like a literal, are text.

/// A status with its code and its words (RFC 9051, 7.1).
package struct StatusResponse: Hashable, Sendable {
    /// The word that the response begins with.
    package enum Status: Hashable, Sendable {
        case ok
        case no
        case bad
        case preauth
        case bye
    }

    package let status: Status
    package let code: ResponseCode?

    /// The server's words, for people: one line, at most 500 bytes, no control characters.
    package let text: String

    init(_ status: Status, parsing text: ArraySlice<UInt8>) {
        self.status = status
        var words = text
        if let end = Self.endOfCode(text),
            let code = ResponseCode(parsing: text[(text.startIndex + 1)..<end])
        {
            self.code = code
            words = text[(end + 1)...]
            if words.first == ASCII.space { words = words.dropFirst() }
        } else {
            code = nil
        }
        self.text = ASCII.sentence(words)
    }

    // The bracket that closes the code; one between quotes does not.
    private static func endOfCode(_ text: ArraySlice<UInt8>) -> Int? {
        guard text.first == UInt8(ascii: "[") else { return nil }
        var isQuoted = false
        var isEscaped = false
        for index in text.indices {
            let byte = text[index]
            if isEscaped {
                isEscaped = false
            } else if byte == ASCII.backslash, isQuoted {
                isEscaped = true
            } else if byte == ASCII.quote {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: "]"), !isQuoted {
                return index
            }
        }
        return nil
    }
}

extension StatusResponse.Status {
    /// The status of a word in upper case.
    init?(word: String) {
        switch word {
        case "OK": self = .ok
        case "NO": self = .no
        case "BAD": self = .bad
        case "PREAUTH": self = .preauth
        case "BYE": self = .bye
        default: return nil
        }
    }
}
