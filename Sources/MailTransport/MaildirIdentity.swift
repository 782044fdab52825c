// What a mail in a Maildir is called for ever, and how its file is found again.
//
// A name that a mail server gave is unique for ever by the book. A name that a person gave may come
// again with another mail in it: `test.eml` is copied into new/ on Monday and on Tuesday. There the
// moment of the file belongs to the identity, or the second mail would pass for the first, filed
// already, and be lost. That the moment changes without need (a touched file) does no harm: then
// the mail is recognised by its content.

/// The unique part of a name, and the file's moment where the name alone does not suffice.
struct MaildirIdentity: Hashable, Sendable {
    /// The unique part.
    let name: MaildirName
    /// The moment in nanoseconds since 1970 that the file must have; nil where the name suffices.
    let moment: Int64?

    // No file name holds it, so it can stand between the two.
    private static let separator = "/"

    /// Identifies a file that was found.
    init(_ name: MaildirName, moment: Int64) {
        self.name = name.withoutFlags
        self.moment = name.deliverySeconds == nil ? moment : nil
    }

    /// Reads `text` back; nil for anything that `text` never was.
    init?(_ text: String) {
        let parts = text.split(
            separator: Self.separator,
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard let name = MaildirName(String(parts[0])), name.text == name.unique,
            !name.text.hasPrefix("."),
            (name.deliverySeconds == nil) == (parts.count == 2)
        else { return nil }
        self.name = name
        if parts.count == 2 {
            guard let moment = Int64(parts[1]) else { return nil }
            self.moment = moment
        } else {
            moment = nil
        }
    }

    /// The identity as the store keeps it.
    var text: String {
        guard let moment else { return name.unique }
        return "\(name.unique)\(Self.separator)\(moment)"
    }
}
