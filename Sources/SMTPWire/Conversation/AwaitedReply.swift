// What the next reply will answer. The transport needs it to choose how long to wait
// (RFC 5321, 4.5.3.2) and to say what it waited for.

/// A command, or content, that has no reply yet.
package enum AwaitedReply: Hashable, Sendable {
    case ehlo
    case transaction(Stage)
    /// An empty content, sent only because the server asked for content after refusing the
    /// recipient (RFC 2920, 3.1). Whatever the reply says, nothing was accepted.
    case emptyBody
    case rset
    case quit

    /// What was sent, in the protocol's words.
    package var name: String {
        switch self {
        case .ehlo: "EHLO"
        case .transaction(.mail): "MAIL"
        case .transaction(.rcpt): "RCPT"
        case .transaction(.data): "DATA"
        case .transaction(.body): "the content"
        case .emptyBody: "the empty content"
        case .rset: "RSET"
        case .quit: "QUIT"
        }
    }
}
