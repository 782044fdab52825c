// How RFC822.SIZE is compared. The rule of the house is equality; it is relaxed only for servers
// that are known to state estimates, and only by the operator. Guessing from what a server sends
// would let it choose the rule that it is judged by.

/// What a stated size must be to a received body.
package enum SizeRule: Hashable, Sendable {
    /// RFC822.SIZE equals the number of bytes that came: what RFC 9051 (2.3.4) demands.
    case exact
    /// RFC822.SIZE is an estimate, as Exchange gives it unless told otherwise. The literal must
    /// still be whole, and its UID asked for. Read twice and compare to be as sure as with `exact`.
    case estimated
}
