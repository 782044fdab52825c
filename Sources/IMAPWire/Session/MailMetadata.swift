// What the server says of one mail without its content. It is what mails are ordered and sorted out
// by before any of them is read: the oldest first, the too large not at all. The size is kept and
// compared when the body comes.

/// What the server says of one mail without its content.
package struct MailMetadata: Hashable, Sendable {
    package let uid: UID
    /// RFC822.SIZE as the server states it.
    package let size: Int64
    /// When the server took the mail in; nil when it gave no date that a calendar has.
    package let internalDate: InternalDate?
    package let flags: [Flag]
    package let modSeq: ModSeq?
}
