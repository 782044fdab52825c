// A letter, ready to become bytes: every header is a type that cannot be broken out of.

package import Foundation

/// What Auto-Submitted says of a letter (RFC 3834, 5).
package enum AutoSubmitted: String, Hashable, Sendable, Codable {
    /// Answers one mail.
    case replied = "auto-replied"
    /// Caused by the clock.
    case generated = "auto-generated"
}

/// A file of an outgoing mail.
package struct OutgoingFile: Hashable, Sendable {
    /// Its name: any text; what no name may hold is written as what it may.
    package var name: String
    /// Its type, such as `application/pdf`; what is no plain type becomes a stream of bytes.
    package var type: String
    /// Its content.
    package var content: [UInt8]

    /// Takes a file.
    package init(name: String, type: String, content: [UInt8]) {
        self.name = name
        self.type = type
        self.content = content
    }
}

/// One outgoing mail as a value.
package struct OutgoingMessage: Hashable, Sendable {
    /// Its name, derived from its cause.
    package var id: MessageID
    /// The author shown to the client.
    package var from: NamedAddress
    /// The one recipient.
    package var to: NamedAddress
    /// Who gets a copy; each copy is handed over by itself.
    package var cc: [NamedAddress] = []
    /// Where answers shall go, if not to the author.
    package var replyTo: NamedAddress?
    /// The subject line.
    package var subject: HeaderValue
    /// The date line; fixed when the letter is queued, so that a repeat has the same bytes.
    package var date: Date
    /// The mail that is answered, if any.
    package var inReplyTo: MessageID?
    /// The thread, oldest first.
    package var references: [MessageID]
    /// Nil for a person's letter.
    package var autoSubmitted: AutoSubmitted?
    /// The language of the text.
    package var language: Language
    /// The text part.
    package var text: String
    /// The HTML part; empty for text only.
    package var html: String
    /// The files that go with it.
    package var files: [OutgoingFile] = []

    /// Puts a mail together.
    package init(
        id: MessageID,
        from: NamedAddress,
        to: NamedAddress,
        subject: HeaderValue,
        date: Date,
        inReplyTo: MessageID? = nil,
        references: [MessageID] = [],
        autoSubmitted: AutoSubmitted? = nil,
        language: Language = .french,
        text: String,
        html: String = ""
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.subject = subject
        self.date = date
        self.inReplyTo = inReplyTo
        self.references = references
        self.autoSubmitted = autoSubmitted
        self.language = language
        self.text = text
        self.html = html
    }
}
