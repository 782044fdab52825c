// A mail that was believed. A value of this type exists only after every check of `FetchInFlight`;
// nothing else makes one. The UID comes with the UIDVALIDITY under which it was asked for, since
// neither means anything alone.

/// A whole mail that passed every check.
package struct FetchedBody: Hashable, Sendable {
    package let uid: UID
    /// The numbering under which the UID stands.
    package let uidValidity: UIDValidity
    package let internalDate: InternalDate?
    /// The mail, exactly as it was sent over the wire.
    package let bytes: [UInt8]
}
