// A letter that somebody passes on: who wrote it, when, about what, and its text.
//
// It is copied into the mail below "Message transféré" (or below a bare header, where the subject
// says "TR :"), or it is attached whole. Where letters are copied into each other, the first level
// counts: the letter that was passed on, not what that one quotes; but for a letter of the house's
// own, where a colleague passed on what another colleague had passed on to him. What is found here
// is somebody's word about somebody else: it decides nothing unless the one who passes it on is on
// the staff.

package import Foundation

/// A forwarded letter.
package struct ForwardedMessage: Hashable, Sendable, Codable {
    /// Who wrote it; nil where only a name is given.
    package var address: EmailAddress?
    /// The name of who wrote it; empty where only an address is given.
    package var name: String
    /// When it was written, where that can be told.
    package var date: Date?
    /// Its subject.
    package var subject: String
    /// Its text, with whatever it quotes itself.
    package var text: String
    /// Whether it is attached whole, and not copied into the text.
    package var isAttached: Bool
    /// Its own Message-ID, where it is attached and has one.
    package var id: MessageID?
    /// Its own files, where it is attached.
    package var attachments: [Attachment]

    /// The longest text that is kept of it.
    package static let textBytesMaximum = 200_000

    /// States what is known of a forwarded letter.
    package init(
        address: EmailAddress?,
        name: String,
        date: Date? = nil,
        subject: String = "",
        text: String = "",
        isAttached: Bool = false,
        id: MessageID? = nil,
        attachments: [Attachment] = []
    ) {
        self.address = address
        self.name = name
        self.date = date
        self.subject = subject
        self.text = text.cut(toBytes: Self.textBytesMaximum)
        self.isAttached = isAttached
        self.id = id
        self.attachments = attachments
    }

    /// Whoever wrote it, with an address; nil where there is only a name.
    package var author: NamedAddress? { address.map { NamedAddress($0, name: name) } }

    /// Finds the letter that a mail passes on; nil where it passes on none.
    ///
    /// A separating line that speaks of forwarding comes first, then an attached mail, then a
    /// copied header under a subject that begins with "TR :".
    init?(in message: InboundMessage, split: NewText, subject: SubjectLine, timeZone: TimeZone) {
        let copied = split.letter.flatMap { letter in
            CopiedForward(letter, of: message.text, subject: subject)
        }
        if let copied, copied.isAnnounced, let found = copied.message(in: timeZone, of: message) {
            self = found
        } else if let attached = message.attachedMails.first {
            self = attached
        } else if let copied, let found = copied.message(in: timeZone, of: message) {
            self = found
        } else {
            return nil
        }
    }

    // How often a letter may have gone from colleague to colleague.
    private static let stationsMaximum = 4

    /// The letter behind those that went from colleague to colleague; itself where none did.
    func behindColleagues(
        of company: CompanySettings,
        attached: [ForwardedMessage]
    ) -> ForwardedMessage {
        var letter = self
        var attached = attached.drop { $0 != self }.dropFirst()
        for _ in 0..<Self.stationsMaximum {
            guard let address = letter.address, company.owns(domain: address.domain) else { break }
            var mail = InboundMessage()
            mail.subject = letter.subject
            mail.text = letter.text
            mail.attachedMails = letter.isAttached ? Array(attached) : []
            guard
                let next = ForwardedMessage(
                    in: mail,
                    split: NewText(of: letter.text),
                    subject: SubjectLine(letter.subject),
                    timeZone: company.timeZone
                )
            else { break }
            attached = attached.dropFirst()
            letter = next
        }
        return letter
    }
}
