// Where copied and moved mails went. A move that was done by a server without UIDPLUS has none, and
// neither has a move of mails that were no longer there: OK alone does not prove that anything was
// moved.

/// The sets of COPYUID (RFC 4315, 3): which UIDs were taken, and which they became.
///
/// The sets have the same size. Which UID became which is not kept: nothing here asks for it.
package struct CopyUID: Hashable, Sendable {
    /// The UIDVALIDITY of the mailbox that took the mails in.
    package let uidValidity: UIDValidity

    /// The UIDs in the mailbox that was selected.
    package let source: UIDSet

    /// The UIDs in the mailbox that took the mails in.
    package let destination: UIDSet

    /// Reads `38505 304,319:320 3956:3958`; refuses sets of different sizes.
    package init?(parsing text: some Collection<UInt8>) {
        let words = text.split(separator: ASCII.space, omittingEmptySubsequences: false)
        guard words.count == 3, let uidValidity = UIDValidity(parsing: words[0]),
            let source = UIDSet(parsing: words[1]), let destination = UIDSet(parsing: words[2]),
            source.count == destination.count
        else { return nil }
        self.uidValidity = uidValidity
        self.source = source
        self.destination = destination
    }
}
