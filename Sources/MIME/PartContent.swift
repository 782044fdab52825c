// One leaf as the rest of the reader wants it: its type, its role in the mail, its text, its
// digest.

import Desk

/// A leaf or enclosed message, with its fields read.
struct PartContent {
    /// The declared type in lower case; `text/plain` where none is declared.
    let type: String
    /// Whether it is an enclosed message.
    let isMessage: Bool
    /// `attachment`, `inline`, or empty.
    let disposition: String
    /// The name that the sender gave it, decoded and not yet safe.
    let declaredName: String?
    /// The Content-ID without brackets.
    let contentID: String?
    /// The fields of the part.
    let header: HeaderBlock
    /// Whether lines that end in a blank go on (RFC 3676), and whether that blank is dropped.
    let isFlowed: Bool
    private let deletesSpace: Bool
    /// The `method` of a calendar part's type.
    let declaredMethod: String?
    private let charset: Charset
    private let encoding: TransferEncoding
    private let bytes: [UInt8]
    private let range: Range<Int>

    /// Reads the fields of a part.
    init(
        _ part: Part,
        of tree: PartTree,
        limits: ReadingLimits,
        defects: inout Set<MessageDefect>
    ) {
        header = part.header
        bytes = tree.bytes
        range = part.content
        let isEnclosed = if case .message = part.kind { true } else { false }
        let contentType = header.first("content-type").map { StructuredField($0, limits: limits) }
        let field = header.first("content-disposition")
        let contentDisposition = field.map { StructuredField($0, limits: limits) }
        disposition = contentDisposition?.value ?? ""
        declaredName =
            contentDisposition?.text("filename", defects: &defects)
            ?? contentType?.text("name", defects: &defects)
        type = Self.type(contentType?.value, isMessage: isEnclosed, isNamed: declaredName != nil)
        // The library sees no message in one that is encoded.
        isMessage = isEnclosed || type == "message/rfc822" || type == "message/global"
        let isText = type.hasPrefix("text/")
        let word = { (name: String) in
            isText ? contentType?.bytes(name).map { $0[...].lowercasedText } : nil
        }
        isFlowed = word("format") == "flowed"
        deletesSpace = word("delsp") == "yes"
        declaredMethod = word("method")
        let charsetLabel = contentType?.bytes("charset")
        charset = Charset(label: charsetLabel.map { String(decoding: $0, as: UTF8.self) })
        encoding = TransferEncoding(
            header.first("content-transfer-encoding"),
            defects: &defects
        )
        let rawID = header.first("content-id")?.trimmed.prefix(300)
        contentID = rawID.map { id in
            HeaderText.decode(
                id.first == UInt8(ascii: "<") && id.last == UInt8(ascii: ">")
                    ? id.dropFirst().dropLast() : id,
                defects: &defects
            )
        }
    }

    /// Whether it is a text for people to read, unless it is a file.
    var isText: Bool { type == "text/plain" || type == "text/html" || isEnriched }

    // The little markup of before HTML (RFC 1896).
    private var isEnriched: Bool { type == "text/enriched" || type == "text/richtext" }

    /// Whether a machine wrote it for machines, as a part of a report.
    var isReportData: Bool {
        disposition != "attachment"
            && [
                "message/delivery-status", "message/global-delivery-status",
                "message/disposition-notification", "text/rfc822-headers",
            ].contains(type)
    }

    /// Whether it is a file: so disposed, named, or not a text.
    func isFile(isWholeMail: Bool) -> Bool {
        guard !isReportData else { return false }
        guard isText else { return true }
        // A mail that is one named text is a text all the same.
        return disposition == "attachment" || (declaredName != nil && !isWholeMail)
    }

    /// Whether it is a container of Outlook, by its type or by its name.
    var isWinmail: Bool {
        type == "application/ms-tnef" || type == "application/vnd.ms-tnef"
            || (type == "application/octet-stream"
                && declaredName?.lowercased().hasSuffix("winmail.dat") == true)
    }

    /// Whether it is S/MIME in one piece, by its type or by its name.
    var isSecured: Bool {
        type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime"
            || (type == "application/octet-stream"
                && declaredName?.lowercased().hasSuffix(".p7m") == true)
    }

    /// The page as clean UTF-8 of at most so many bytes.
    func page(bytesMaximum: Int, defects: inout Set<MessageDefect>) -> [UInt8] {
        let encoded = encodedText(bytesMaximum: bytesMaximum, defects: &defects)
        // What the mail does not say, the page may.
        if charset == .absent, UTF8Validity(of: encoded[...]) != .valid,
            let own = Charset(headOf: encoded[...]), own != .utf8
        {
            return TextCleaning.lines(
                own.decode(encoded[...], defects: &defects),
                defects: &defects
            )
        }
        return clean(encoded, defects: &defects)
    }

    /// The plain text as people read it, without the files that stand in it.
    func plainText(limits: ReadingLimits, defects: inout Set<MessageDefect>) -> MailText.Found {
        var found: Set<MessageDefect> = []
        var encoded = encodedText(bytesMaximum: limits.textBytes, defects: &found)
        var files: [OpenedFile] = []
        if EnclosedFiles.mayStand(in: encoded) {
            found.remove(.textCut)
            let whole = encodedText(bytesMaximum: limits.openedBytes, defects: &found)
            let enclosed = EnclosedFiles(whole, limits: limits, defects: &found)
            files = enclosed.files
            encoded = enclosed.text
            if encoded.count > limits.textBytes {
                found.insert(.textCut)
                encoded.removeLast(encoded.count - limits.textBytes)
            }
        }
        var text = clean(encoded, defects: &found)
        if isEnriched { text = PlainLayout.withoutMarkup(text) }
        if isFlowed { text = PlainLayout.unflowed(text, deletesSpace: deletesSpace) }
        text = PlainLayout.withoutArmour(text, defects: &found)
        text = PlainLayout.withoutDoubledLines(text)
        defects.formUnion(found)
        return MailText.Found(text: text, isFromHTML: false, files: files)
    }

    private func encodedText(
        bytesMaximum: Int,
        defects: inout Set<MessageDefect>
    ) -> [UInt8] {
        if encoding == .base64, let foot = Base64.foot(in: bytes, range) {
            var text: [UInt8] = []
            encoding.decode(bytes, in: range.lowerBound..<foot) { piece in
                text += piece
                return text.count <= bytesMaximum
            }
            if text.last != .lineFeed { text.append(.lineFeed) }
            text += bytes[foot..<range.upperBound]
            if text.count > bytesMaximum { defects.insert(.textCut) }
            return Array(text.prefix(bytesMaximum))
        }
        if encoding == .base64, !Base64.isPlausible(bytes[range]) {
            // A text that only says that it is encoded.
            defects.insert(.unknownEncoding)
            if range.count > bytesMaximum { defects.insert(.textCut) }
            return Array(bytes[range].prefix(bytesMaximum))
        }
        return decoded(bytesMaximum: bytesMaximum, defects: &defects)
    }

    private func clean(_ encoded: [UInt8], defects: inout Set<MessageDefect>) -> [UInt8] {
        TextCleaning.lines(charset.decode(encoded[...], defects: &defects), defects: &defects)
    }

    /// The decoded content, cut at so many bytes.
    func decoded(bytesMaximum: Int, defects: inout Set<MessageDefect>) -> [UInt8] {
        var content: [UInt8] = []
        encoding.decode(bytes, in: range) { piece in
            content += piece
            return content.count <= bytesMaximum
        }
        guard content.count > bytesMaximum else { return content }
        defects.insert(.textCut)
        // Not within a character of UTF-8.
        var end = bytesMaximum
        while end > bytesMaximum - 4, content[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(content[..<end])
    }

    /// What is known of the decoded content; nothing is kept of it.
    func measure() -> Measure {
        var hash = SHA256()
        var size = 0
        var sniffedType: String?
        encoding.decode(bytes, in: range) { piece in
            if size == 0 { sniffedType = FileSignature.type(of: piece) }
            hash.update(piece)
            size += piece.count
            return true
        }
        return Measure(size: size, sha256: hash.finish().hexadecimal, sniffedType: sniffedType)
    }

    /// Size, digest and kind of a file.
    struct Measure {
        var size: Int
        var sha256: String
        var sniffedType: String?
    }

    /// The header block at the beginning of an enclosed message or of returned header fields.
    func enclosedHeader(limits: ReadingLimits) -> HeaderBlock {
        guard encoding != .identity else {
            return HeaderBlock(bytes, from: range.lowerBound, to: range.upperBound, limits: limits)
        }
        var ignored: Set<MessageDefect> = []
        let decoded = decoded(bytesMaximum: limits.headerBytes, defects: &ignored)
        return HeaderBlock(decoded, limits: limits)
    }

    private static func type(_ declared: String?, isMessage: Bool, isNamed: Bool) -> String {
        guard let known = declared.flatMap({ MediaType.known($0) }) else {
            if isMessage { return "message/rfc822" }
            return isNamed ? "application/octet-stream" : "text/plain"
        }
        // A multipart in which no part was found is read as the text that it is.
        return known.hasPrefix("multipart/") ? "text/plain" : known
    }
}
