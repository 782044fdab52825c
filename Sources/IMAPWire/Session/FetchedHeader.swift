// The header of a mail whose body was not asked for, because the mail is too large. It passes the
// checks of a body, except that its length can only be compared with the size of the whole.

/// The header of a mail whose body was not asked for.
package struct FetchedHeader: Hashable, Sendable {
    package let uid: UID
    package let uidValidity: UIDValidity
    package let internalDate: InternalDate?
    /// RFC822.SIZE of the whole mail as the server states it.
    package let size: Int64
    /// The header fields and the empty line behind them.
    package let bytes: [UInt8]
}
