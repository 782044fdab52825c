// What the session tells its owner. Every UID that a fetch of bodies asked for comes back before
// the fetch is completed or unanswered, in one of four events: fetched, held, gone, postponed. Held
// alone may come in addition: for a mail that was answered twice, or that nobody had asked for.

/// News of a session, in the order in which it happened.
package enum Event: Hashable, Sendable {
    /// These bytes must be written now.
    case write([UInt8])
    case capabilities(CapabilitySet)
    case selected(SelectedMailbox)
    /// How many mails the mailbox holds now: the sign of new mail.
    case exists(UInt32)
    /// A mail was removed; its number shifts those behind it and says nothing of its UID.
    case expunged(sequenceNumber: UInt32)
    /// Mails were removed.
    case vanished(UIDSet)
    /// The flags of a mail, without being asked or after a change.
    case flags(UID, [Flag])
    case metadata(MailMetadata)
    /// A mail that passed every check, best kept until its fetch is completed: what follows may
    /// still cast doubt on it (held as answered twice, a protocol error).
    case fetched(FetchedBody)
    case header(FetchedHeader)
    /// An answer that is not believed. The mail must be asked for again, and counted.
    case held(UID, HoldReason)
    /// Mails that a fetch asked for and that the server passed over without a word. A hint, not a
    /// proof: a mail is gone when a search by its UID does not find it.
    case gone(UIDSet)
    /// Mails that could not be had now.
    case postponed(UIDSet, PostponeReason)
    case found(Tag, SearchResult)
    case listed(MailboxListing)
    /// The server waits with us: news will come by itself.
    case idling
    /// A warning of the server (untagged NO or BAD, or an ALERT), which people should read.
    case notice(StatusResponse)
    /// The mailbox was numbered anew. It counts as no longer selected.
    case uidValidityChanged(UIDValidity)
    case completed(Completion)
    /// A command whose answer will never come; whether it was done is not known.
    case unanswered(Tag, Command.Name)
    /// The server ends the session.
    case bye(StatusResponse)
    /// The server broke the protocol. The session is closed and so must the connection be.
    case protocolError(ProtocolError)
}
