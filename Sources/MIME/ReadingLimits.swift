// How much of one mail is read. Every number has a test that passes it; what lies beyond a limit
// stays in the raw mail, and a defect says so.

/// The bounds within which MailReader works on one mail.
package struct ReadingLimits: Sendable {
    /// Bytes of one header block; fields beyond are read only if the structure needs them.
    package var headerBytes = 100 * 1024
    /// Fields of one header block.
    package var headerFields = 1000
    /// Fields of all parts' header blocks together.
    package var partFields = 20_000
    /// Bytes of one header field.
    package var fieldBytes = 32 * 1024
    /// Parts of a mail.
    package var parts = 1000
    /// Parts within parts, enclosed messages included.
    package var depth = 50
    /// Parameters of one structured field.
    package var parameters = 100
    /// Addresses of To, and of Cc.
    package var addresses = 100
    /// Message-IDs of In-Reply-To, and of References.
    package var messageIDs = 100
    /// Characters (Unicode scalars) of the subject and of other short texts.
    package var subjectCharacters = 1000
    /// Characters (Unicode scalars) of a person's name.
    package var nameCharacters = 200
    /// Bytes of the text, as UTF-8.
    package var textBytes = 1 << 20
    /// Bytes of a container that is opened: winmail.dat, S/MIME, a text that files stand in.
    package var openedBytes = 64 << 20
    /// Bytes of a text within such a container.
    package var openedTextBytes = 4 << 20
    /// Containers within containers.
    package var openedDepth = 3
    /// Bytes of one HTML part, as UTF-8.
    package var htmlBytes = 1 << 20
    /// Open elements in HTML.
    package var htmlDepth = 512
    /// Bytes of a picture that may be a logo without being shown by the HTML.
    package var logoBytes = 12 * 1024
    /// Bytes of an attachment's name.
    package var nameBytes = 120
    /// Attached mails of which the writer and the text are told.
    package var attachedMails = 3
    /// Recipients of one delivery report.
    package var deliveryReports = 100

    /// The limits in force everywhere but in tests.
    package static let standard = ReadingLimits()

    /// The standard limits, to be narrowed by a test.
    package init() {}
}
