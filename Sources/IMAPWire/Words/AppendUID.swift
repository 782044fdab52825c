// Where an appended mail went. With it the owner can find a letter again without a search, and
// knows that the server has it. A server without UIDPLUS does not say; then a search by Message-ID
// is the evidence.

/// The mailbox numbering and the UID that an appended mail was given (RFC 4315, 3: APPENDUID).
package struct AppendUID: Hashable, Sendable {
    package let uidValidity: UIDValidity
    package let uid: UID

    /// Reads `38505 3955`; a set of several UIDs is refused, since we append one mail at a time.
    package init?(parsing text: some Collection<UInt8>) {
        let words = text.split(separator: ASCII.space, omittingEmptySubsequences: false)
        guard words.count == 2, let uidValidity = UIDValidity(parsing: words[0]),
            let uid = UID(parsing: words[1])
        else { return nil }
        self.uidValidity = uidValidity
        self.uid = uid
    }
}
