// Files as values: safe name, declared and sniffed type, size, digest, and whether the file is a
// part of how the mail looks.

import Desk

/// Collects the files of a mail.
struct AttachmentList {
    /// The files so far.
    private(set) var attachments: [Attachment] = []
    /// What is odd about them.
    private(set) var defects: Set<MessageDefect> = []
    // The Content-IDs that the mail's HTML shows.
    private let shown: Set<String>
    private let limits: ReadingLimits

    /// Begins an empty list.
    init(shown: Set<String>, _ limits: ReadingLimits) {
        self.shown = shown
        self.limits = limits
    }

    /// Adds a part; an enclosed mail is named after its subject.
    mutating func add(_ part: PartContent, subject: String?) {
        let named = subject.flatMap { mailName($0) }
        add(
            name: named ?? name(part.declaredName, type: part.type),
            type: part.type,
            contentID: part.contentID,
            isInline: part.disposition == "inline",
            measure: part.measure()
        )
    }

    /// Adds a file that was found inside something else.
    mutating func add(_ file: OpenedFile) {
        let sniffedType = FileSignature.type(of: file.content)
        let type = file.type ?? sniffedType ?? "application/octet-stream"
        var hash = SHA256()
        hash.update(file.content)
        add(
            name: name(file.name, type: type),
            type: type,
            contentID: file.contentID,
            isInline: false,
            measure: PartContent.Measure(
                size: file.content.count,
                sha256: hash.finish().hexadecimal,
                sniffedType: sniffedType
            )
        )
    }

    private mutating func add(
        name: String,
        type: String,
        contentID: String?,
        isInline: Bool,
        measure: PartContent.Measure
    ) {
        let sniffed = measure.sniffedType
        if FileSignature.misleads(sniffed: sniffed, declared: type, name: name) {
            defects.insert(.misleadingType)
        }
        let contentID = contentID.flatMap { $0.isEmpty ? nil : $0 }
        let isPicture = type.hasPrefix("image/")
        // Shown by the HTML; or a picture that says that it is for showing and could be shown; or
        // a small one with the name that Outlook gives to the pictures of a signature.
        let isShown = contentID.map { shown.contains($0) || (isPicture && isInline) } ?? false
        let isLogo =
            isPicture && measure.size <= limits.logoBytes
            && (isInline || contentID != nil || Self.isSignaturePicture(name))
        attachments.append(
            Attachment(
                name: name,
                type: type,
                sniffedType: sniffed,
                size: measure.size,
                sha256: measure.sha256,
                contentID: contentID,
                isInline: isShown || isLogo
            )
        )
    }

    // MARK: - Names

    private mutating func name(_ declared: String?, type: String) -> String {
        let safe = declared.map { AttachmentName.safe($0, limits: limits, defects: &defects) }
        guard let safe, !safe.isEmpty else {
            return AttachmentName.unnamed(number: attachments.count + 1, type: type)
        }
        return safe
    }

    private func mailName(_ subject: String) -> String? {
        // A slash in a subject is no path.
        let flat = String(subject.map { $0 == "/" || $0 == "\\" ? "-" : $0 })
        var ignored: Set<MessageDefect> = []
        let name = AttachmentName.safe(flat + ".eml", limits: limits, defects: &ignored)
        return name.utf8.count > 4 ? name : nil
    }

    // image001.png and its like.
    private static func isSignaturePicture(_ name: String) -> Bool {
        let bytes = Array(name.lowercased().utf8)
        return bytes.count <= 14 && bytes.starts(with: Array("image00".utf8))
    }
}

extension OpenedFile {
    /// A file of a winmail.dat.
    init(_ file: TNEF.File) {
        self.init(
            name: file.name,
            type: file.type.flatMap { MediaType.known($0) },
            contentID: file.contentID,
            content: file.content
        )
    }
}
