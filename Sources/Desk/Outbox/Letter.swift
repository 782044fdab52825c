// A letter as the plan decides it: what is to be said, to whom, about which ticket. Letters (the
// module) turns it into an OutgoingMessage by its template; Desk never sees a template.

package import Foundation

/// A value that a template can name.
package enum LetterValue: Hashable, Sendable {
    /// A text; escaped when the letter is written.
    case text(String)
    /// A condition for a section.
    case flag(Bool)
    /// Rows for a repeated section.
    case list([LetterValue])
    /// A link that the house has made; written as it stands.
    case link(MailLink)
    /// Named values.
    case group([String: LetterValue])
}

/// One letter to be written.
package struct Letter: Hashable, Sendable {
    /// Which template.
    package var kind: LetterKind
    /// In which language.
    package var language: Language
    /// Its deterministic Message-ID.
    package var id: MessageID
    /// The ticket that it is about.
    package var ticket: TicketNumber
    /// The author: the mailbox's own address and name.
    package var from: NamedAddress
    /// The one recipient.
    package var to: NamedAddress
    /// Who gets a copy, as its header says; each copy is a letter of its own.
    package var copies: [NamedAddress] = []
    /// Whose copy this letter is; nil for the recipient's own.
    package var copyFor: EmailAddress?
    /// The files that go with it.
    package var enclosures: [Enclosure] = []
    /// Where answers shall go, if not to the author.
    package var replyTo: NamedAddress?
    /// The envelope sender; null for automatic letters.
    package var envelopeSender: EnvelopeAddress
    /// The moment at which it was queued; becomes its Date, where it does not wait.
    package var date: Date
    /// The earliest moment at which it may leave; nil: when its plan says.
    package var notBefore: Date?
    /// The mail that it answers.
    package var inReplyTo: MessageID?
    /// The thread, oldest first.
    package var references: [MessageID]
    /// What Auto-Submitted says; nil for a person's letter.
    package var autoSubmitted: AutoSubmitted?
    /// What it is about, from which the values are reckoned that its template names.
    let content: LetterContent
    private var replaced: [String: LetterValue]?

    /// Orders a letter.
    init(
        kind: LetterKind,
        language: Language,
        id: MessageID,
        ticket: TicketNumber,
        from: NamedAddress,
        to: NamedAddress,
        envelopeSender: EnvelopeAddress = .null,
        date: Date,
        inReplyTo: MessageID? = nil,
        references: [MessageID] = [],
        autoSubmitted: AutoSubmitted? = .replied,
        content: LetterContent
    ) {
        self.kind = kind
        self.language = language
        self.id = id
        self.ticket = ticket
        self.from = from
        self.to = to
        self.envelopeSender = envelopeSender
        self.date = date
        self.inReplyTo = inReplyTo
        self.references = references
        self.autoSubmitted = autoSubmitted
        self.content = content
    }

    /// What the template may name.
    package var values: [String: LetterValue] {
        get { replaced ?? content.values(of: kind) }
        set { replaced = newValue }
    }

    /// The values of these names, as far as there are any; nothing else is reckoned.
    package func values(named names: Set<String>) -> [String: LetterValue] {
        replaced ?? content.values(of: kind, named: names)
    }
}

/// What a letter is about.
///
/// To decide on a letter costs little; its values are reckoned when it is written, which need not
/// be where and when it was decided.
struct LetterContent: Hashable, Sendable {
    let facts: LetterValues
    let matter: LetterMatter
    /// The recipient's name, where the letter speaks to a colleague.
    var recipient = ""

    /// All values of a letter of a kind, or those of some names.
    func values(
        of kind: LetterKind,
        named names: Set<String>? = nil
    ) -> [String: LetterValue] {
        var values: [String: LetterValue] = [:]
        for name in kind.ownNames where names?.contains(name) ?? true {
            values[name] = facts.own(name, matter, of: kind, recipient: recipient)
        }
        for name in LetterValues.commonNames where names?.contains(name) ?? true {
            if let value = facts.common(name) { values[name] = value }
        }
        return values
    }
}
