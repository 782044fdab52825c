// A file that came with a mail. Its bytes stay where the raw mail is; this says what they are.

/// What is known of one attached file.
package struct Attachment: Hashable, Sendable, Codable {
    /// A name that is safe on any file system: no path, no control or bidi character, bounded.
    package let name: String
    /// The declared type in lower case, such as `image/jpeg`.
    package let type: String
    /// What its first bytes are, such as `application/pdf`; nil where they do not say.
    package let sniffedType: String?
    /// The size of the decoded content in bytes.
    package let size: Int
    /// SHA-256 of the decoded content, in hexadecimal.
    package let sha256: String
    /// The Content-ID without brackets, where the part has one.
    package let contentID: String?
    /// Whether it is a part of how the mail looks rather than a file that someone attached.
    ///
    /// So is a picture that the mail's own HTML shows, and a small one among its parts (a logo).
    package let isInline: Bool

    /// Whether it is a mail, attached whole.
    package var isMail: Bool {
        type == "message/rfc822"
            || (type == "application/octet-stream" && name.lowercased().hasSuffix(".eml"))
    }

    /// Describes one attached file.
    package init(
        name: String,
        type: String,
        sniffedType: String? = nil,
        size: Int,
        sha256: String,
        contentID: String? = nil,
        isInline: Bool = false
    ) {
        self.name = name
        self.type = type
        self.sniffedType = sniffedType
        self.size = size
        self.sha256 = sha256
        self.contentID = contentID
        self.isInline = isInline
    }
}
