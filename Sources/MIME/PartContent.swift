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
        if case .message = part.kind { isMessage = true } else { isMessage = false }
        let contentType = header.first("content-type").map { StructuredField($0, limits: limits) }
        let field = header.first("content-disposition")
        let contentDisposition = field.map { StructuredField($0, limits: limits) }
        disposition = contentDisposition?.value ?? ""
        declaredName =
            contentDisposition?.text("filename", defects: &defects)
            ?? contentType?.text("name", defects: &defects)
        type = Self.type(contentType?.value, isMessage: isMessage, isNamed: declaredName != nil)
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
    var isText: Bool { type == "text/plain" || type == "text/html" }

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

    /// The text as clean UTF-8 of at most so many bytes.
    func text(bytesMaximum: Int, defects: inout Set<MessageDefect>) -> [UInt8] {
        var decoded = decoded(bytesMaximum: bytesMaximum, defects: &defects)
        if encoding == .base64, !Base64.isPlausible(bytes[range]) {
            // A text that only says that it is encoded.
            defects.insert(.unknownEncoding)
            decoded = Array(bytes[range].prefix(bytesMaximum))
        }
        let utf8 = charset.decode(decoded[...], defects: &defects)
        return TextCleaning.lines(utf8, defects: &defects)
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

    /// The size and the SHA-256 of the decoded content; nothing is kept of it.
    func measure() -> (size: Int, sha256: String) {
        var hash = SHA256()
        var size = 0
        encoding.decode(bytes, in: range) { piece in
            hash.update(piece)
            size += piece.count
            return true
        }
        return (size, hash.finish().hexadecimal)
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
        let pieces = declared?.split(separator: "/", omittingEmptySubsequences: false) ?? []
        guard pieces.count == 2, let declared, !pieces[0].isEmpty, !pieces[1].isEmpty,
            declared.utf8.count <= 127, pieces.allSatisfy({ $0.utf8.allSatisfy(isTokenByte) })
        else {
            if isMessage { return "message/rfc822" }
            return isNamed ? "application/octet-stream" : "text/plain"
        }
        // A multipart in which no part was found is read as the text that it is.
        return pieces[0] == "multipart" ? "text/plain" : declared
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte.lowercased)
            || "!#$&-^_.+".utf8.contains(byte)
    }
}
