// Why a mail cannot be given to a server at all. It is known before anything is sent; sending it
// again would change nothing, so it is permanent as long as mail and server stay the same.

/// What a mail needs and a server does not offer.
package enum Obstacle: Hashable, Sendable {
    /// The mail is larger than the server takes (RFC 1870, 6.1).
    case tooLarge(size: Int, limit: Int)
    /// An address is not ASCII and the server does not know SMTPUTF8 (RFC 6531, 3.2).
    case needsSMTPUTF8
    /// The content is not 7-bit and the server does not know 8BITMIME (RFC 6152, 3).
    case needsEightBit
    /// A line is longer than any server must take (RFC 5321, 4.5.3.1.6).
    case lineTooLong(length: Int)

    /// What the matter is and what to do, for a person.
    package var sentence: String {
        switch self {
        case .tooLarge(let size, let limit):
            "The mail has \(size) bytes and the server takes at most \(limit); make it smaller."
        case .needsSMTPUTF8:
            "An address has letters outside ASCII, which the server does not take (no SMTPUTF8); "
                + "use another address of this person or another server."
        case .needsEightBit:
            "The content has bytes above 127, which the server does not take (no 8BITMIME); "
                + "encode it as quoted-printable or base64."
        case .lineTooLong(let length):
            "The content has a line of \(length) bytes and \(MailBody.lineMaximum) are allowed; "
                + "encode it as quoted-printable or base64."
        }
    }
}

extension Capabilities {
    /// The first reason why this mail cannot be sent here.
    package func obstacle(to mail: MailObject) -> Obstacle? {
        if mail.body.longestLine > MailBody.lineMaximum {
            return .lineTooLong(length: mail.body.longestLine)
        }
        if mail.body.isEightBit, !eightBitMIME { return .needsEightBit }
        if mail.needsSMTPUTF8, !smtpUTF8 { return .needsSMTPUTF8 }
        if let sizeLimit, mail.body.size > sizeLimit {
            return .tooLarge(size: mail.body.size, limit: sizeLimit)
        }
        return nil
    }
}
