// Why mails did not come. Unlike a held answer this says nothing of the mails: the server was busy,
// full, leaving or gone. Whether to come back in a second or an hour is read from its code by
// whoever asks again.

/// Why mails that were asked for did not come, although nothing is wrong with them.
package enum PostponeReason: Hashable, Sendable {
    /// The server answered NO; its code says whether it is a quota, a limit or something else.
    case refused(StatusResponse)
    /// The server ended the session.
    case bye(StatusResponse)
    /// The connection ended.
    case connectionLost
    /// The session was closed because the server broke the protocol.
    case protocolError(ProtocolError)
}
