// Why an answer about a mail was not believed, or did not come. The mail itself may be in perfect
// order: it stays where it is, and is asked for again. "Held" is a fault in an answer and should be
// counted for each mail; "postponed" is the server's state of mind and says nothing of the mail.

/// What was wrong with the server's answer for one UID.
package enum HoldReason: Hashable, Sendable {
    /// A body came for a UID that nobody had asked for.
    case notAsked
    /// A second body came for a UID; the first one is to be doubted as well.
    case answeredTwice
    /// NIL where a body should be.
    case noBody
    /// A piece of the body where the whole was asked for.
    case piece
    /// A literal above the limit; it was skipped.
    case tooLarge(length: Int)
    /// No RFC822.SIZE came with the body or before it.
    case sizeMissing
    /// The stated size is not the number of bytes that came.
    case sizeDisagrees(stated: Int64, received: Int)
    /// The connection ended within the body.
    case cutShort
    /// The mail was mentioned and what was asked for did not come.
    case incomplete
    /// A body came without any UID while this mail was still awaited.
    case bodyWithoutUID
    /// The mailbox was numbered anew while the fetch was under way.
    case uidValidityChanged
    /// The server called our command wrong (BAD).
    case commandRefused(StatusResponse)

    /// The reason for a person; it holds nothing of the mail.
    package var sentence: String {
        switch self {
        case .notAsked: "The server sent a mail that nobody had asked for."
        case .answeredTwice: "The server sent the same mail twice in one answer."
        case .noBody: "The server says that the mail has no content."
        case .piece: "The server sent a piece of the mail instead of the whole."
        case .tooLarge(let length): "The mail has \(length) bytes, more than the limit."
        case .sizeMissing: "The server sent the mail without saying how long it is."
        case .sizeDisagrees(let stated, let received):
            "The server says that the mail has \(stated) bytes and sent \(received)."
        case .cutShort: "The connection ended in the middle of the mail."
        case .incomplete: "The server mentioned the mail and did not send what was asked for."
        case .bodyWithoutUID: "The server sent a mail without saying which one it is."
        case .uidValidityChanged: "The server numbered the mailbox anew during the fetch."
        case .commandRefused(let response):
            "The server refused the command as wrong and said: \(response.text)"
        }
    }
}
