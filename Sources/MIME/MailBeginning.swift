// Where a mail begins in its bytes. Some programs hand over an empty line first, or the mark of
// UTF-8; by the letter of the law the header would end before it begins, and author, subject and
// files would be text. So what is empty goes, but only before what is a mail's first line beyond
// doubt: a text keeps its empty lines.

/// Finds the beginning of a mail.
enum MailBeginning {
    // Nobody puts more before a mail.
    private static let bytesMaximum = 200
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let envelope = Array("From ".utf8)

    /// The bytes of the mail; the same ones where nothing stands before it.
    static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        guard let first = bytes.first, first.isBlankOrLineEnd || first == mark[0] else {
            return bytes
        }
        var start = bytes.starts(with: mark) ? mark.count : 0
        let last = min(bytes.count, bytesMaximum)
        var index = start
        while index < last, bytes[index].isBlankOrLineEnd {
            index += 1
            if bytes[index - 1] == .lineFeed { start = index }
        }
        // A first line that goes in is no field.
        guard start > 0, start == index, start < bytes.count, isFirstLine(bytes[start...]) else {
            return bytes
        }
        return Array(bytes[start...])
    }

    private static func isFirstLine(_ rest: Bytes) -> Bool {
        let line = rest.prefix(bytesMaximum)
        if line.starts(with: envelope) { return true }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return FieldName.isOfMail(line[..<colon])
    }
}
