// What a server offers. Everything here is optional: a server that offers nothing is spoken to
// step by step, and a line that cannot be read is an offer that was not made.

/// The service extensions of a reply to EHLO (RFC 5321, 4.1.1.1).
package struct Capabilities: Hashable, Sendable {
    /// The server's name for itself: the first word of the reply.
    package let serverName: String

    /// Every keyword in upper case, in the order in which it came, for people.
    package let keywords: [String]

    /// Groups of commands may be sent in one write (RFC 2920).
    package let pipelining: Bool
    /// The size of a mail may be declared (RFC 1870).
    package let size: Bool
    /// The largest mail in bytes, if the server fixes a limit (RFC 1870, 4: 0 means none).
    package let sizeLimit: Int?
    /// Delivery reports may be asked for (RFC 3461).
    package let deliveryStatusNotification: Bool
    /// Bodies may hold bytes above 127 (RFC 6152).
    package let eightBitMIME: Bool
    /// Addresses may hold more than ASCII (RFC 6531).
    package let smtpUTF8: Bool
    /// Texts begin with an enhanced status (RFC 2034).
    package let enhancedStatusCodes: Bool
    /// BDAT is known (RFC 3030); this client does not use it.
    package let chunking: Bool
    /// Encryption can be started (RFC 3207); seen after authentication, it means there is none yet.
    package let startTLS: Bool
    /// The mechanisms of authentication in upper case (RFC 4954, 4), also of the old `AUTH=` form.
    package let authentication: [String]

    /// Reads the reply to EHLO; a reply of one line offers nothing.
    package init(_ reply: Reply) {
        var offers = Offers()
        for line in reply.lines.dropFirst() { offers.add(line) }
        let greeting = reply.lines.first ?? ""
        serverName = greeting.split(separator: " ").first.map(String.init) ?? ""
        keywords = offers.keywords
        pipelining = offers.keywords.contains("PIPELINING")
        size = offers.keywords.contains("SIZE")
        sizeLimit = offers.sizeLimit
        deliveryStatusNotification = offers.keywords.contains("DSN")
        eightBitMIME = offers.keywords.contains("8BITMIME")
        smtpUTF8 = offers.keywords.contains("SMTPUTF8")
        enhancedStatusCodes = offers.keywords.contains("ENHANCEDSTATUSCODES")
        chunking = offers.keywords.contains("CHUNKING")
        startTLS = offers.keywords.contains("STARTTLS")
        authentication = offers.mechanisms
    }
}

/// What the lines of one reply add up to.
private struct Offers {
    var keywords: [String] = []
    var sizeLimit: Int?
    var mechanisms: [String] = []

    mutating func add(_ line: String) {
        // Servers that already spoke so before the standard was written put "=" after AUTH.
        let words = line.utf8.split { $0 == ASCII.space || $0 == 0x09 || $0 == UInt8(ascii: "=") }
        guard let first = words.first,
            first.allSatisfy({ ASCII.isAlphanumeric($0) || $0 == ASCII.hyphen })
        else { return }
        let keyword = ASCII.uppercased(first)
        if !keywords.contains(keyword) { keywords.append(keyword) }
        if keyword == "SIZE", words.count > 1, let limit = Int(String(words[1]) ?? ""), limit > 0 {
            // Two limits are a contradiction; the smaller one cannot be wrong.
            sizeLimit = min(limit, sizeLimit ?? limit)
        } else if keyword == "AUTH" {
            for word in words.dropFirst() {
                let mechanism = ASCII.uppercased(word)
                if !mechanisms.contains(mechanism) { mechanisms.append(mechanism) }
            }
        }
    }
}
