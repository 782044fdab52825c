// One line of LIST: a mailbox that exists. A mailbox that does not exist has no line at all, so its
// absence shows only when LIST is completed. The names of other people's folders may be anything; a
// name that cannot be read is passed over and never guessed.

/// A mailbox as LIST describes it (RFC 9051, 7.3.1).
package struct MailboxListing: Hashable, Sendable {
    package let name: MailboxName

    /// The character between the levels of names; nil where names have no levels.
    package let delimiter: Character?

    /// The attributes such as `\HasNoChildren` or `\Sent`, as flags, whose grammar they share.
    package let attributes: [Flag]

    /// Whether mails can be put there: it exists and is more than a level of names.
    package var holdsMails: Bool {
        !attributes.contains { attribute in
            ["\\noselect", "\\nonexistent"].contains { attribute == Flag(parsing: $0.utf8) }
        }
    }

    /// Reads what follows the word LIST; nil for a name that is not modified UTF-7, because no
    /// name that we can ask for would be meant.
    static func parse(_ scanner: inout Scanner) throws(ProtocolError) -> MailboxListing? {
        let attributes = try scanner.words().compactMap { Flag(parsing: $0) }
        try scanner.expect(ASCII.space)
        let delimiter: Character?
        switch try scanner.nstring() {
        case .absent, .skipped, .piece: delimiter = nil
        case .bytes(let bytes): delimiter = String(decoding: bytes, as: UTF8.self).first
        }
        try scanner.expect(ASCII.space)
        guard let wire = try scanner.astring(), let name = MailboxName(wire: wire) else {
            return nil
        }
        return MailboxListing(name: name, delimiter: delimiter, attributes: attributes)
    }
}
