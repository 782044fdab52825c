// Which mails a stream of replies accepts, found in the plainest way: by counting. It knows nothing
// of the session's states; it only knows in which order commands are sent.

/// A second reading of the same replies.
enum ReferenceReading {
    /// The mails accepted, if `count` mails were enqueued at once and everything was answered.
    static func accepted(_ stream: [UInt8], count: Int, pipelining: Bool) -> Set<Int> {
        var codes = codes(in: stream)[...]
        var accepted: Set<Int> = []
        guard codes.popFirst()?.first == "2" else { return [] }
        var needsReset = false
        for token in 1...count {
            if needsReset, codes.popFirst()?.first != "2" { return accepted }
            needsReset = true
            guard let mail = codes.popFirst()?.first else { return accepted }
            if !pipelining, mail != "2" { continue }
            guard let rcpt = codes.popFirst()?.first else { return accepted }
            if !pipelining, rcpt != "2" { continue }
            guard let data = codes.popFirst()?.first else { return accepted }
            guard data == "3" else { continue }
            guard let body = codes.popFirst()?.first else { return accepted }
            let isWhole = mail == "2" && rcpt == "2"
            if isWhole, body == "2" { accepted.insert(token) }
            // With the final dot the next envelope has gone; nothing is left to be reset.
            needsReset = pipelining ? !isWhole : body != "2"
        }
        return accepted
    }

    /// The codes of complete replies, up to the first line that is none.
    private static func codes(in stream: [UInt8]) -> [String] {
        var codes: [String] = []
        var open: String?
        for line in stream.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
            let text = line.last == 0x0D ? line.dropLast() : line
            let code = String(decoding: text.prefix(3), as: UTF8.self)
            let isCode =
                text.count >= 3 && ("2"..."5").contains(code.prefix(1))
                && text.prefix(3).allSatisfy { (0x30...0x39).contains($0) }
            let sign = text.dropFirst(3).first ?? 0x20
            guard isCode, sign == 0x20 || sign == 0x2D, open == nil || open == code else { break }
            open = sign == 0x2D ? code : nil
            if open == nil { codes.append(code) }
        }
        return codes
    }
}
