// What is odd about a mail. Odd mail is a value: it is filed like any other, and shown as odd.

/// One oddity of an inbound mail; its raw value is the stable word that `explain` prints.
package enum MessageDefect: String, Hashable, Sendable, Codable, CaseIterable {
    /// There is no mail: zero bytes.
    case empty
    /// The bytes do not begin like a mail (leading blank, no colon, binary).
    case unparseable
    /// No Message-ID field, or one that no program could have meant.
    case noMessageID = "no-message-id"
    /// No From field.
    case noFrom = "no-from"
    /// From names no address, several, or hides one: the sender is nobody.
    case ambiguousFrom = "ambiguous-from"
    /// Date is missing or unreadable.
    case badDate = "bad-date"
    /// Date lies far from the moment of reception.
    case unlikelyDate = "unlikely-date"
    /// Bytes that do not fit the declared charset were replaced.
    case badBytes = "bad-bytes"
    /// The charset is not known, or is not declared for 8-bit text.
    case unknownCharset = "unknown-charset"
    /// Raw 8-bit bytes in a header field.
    case rawHeader = "raw-header"
    /// A NUL or another control character was taken out of a header field or a text.
    case controlCharacter = "control-character"
    /// A decoded header field held a line break.
    case lineBreakInHeader = "line-break-in-header"
    /// More header bytes or fields than are read; the raw mail keeps them.
    case headersCut = "headers-cut"
    /// More parts than are read.
    case partsCut = "parts-cut"
    /// Parts nested more deeply than is read.
    case nestingCut = "nesting-cut"
    /// A text longer than is read.
    case textCut = "text-cut"
    /// More addresses than are read.
    case addressesCut = "addresses-cut"
    /// A multipart without its boundary, or without its end.
    case brokenMultipart = "broken-multipart"
    /// An unknown Content-Transfer-Encoding.
    case unknownEncoding = "unknown-encoding"
    /// An attachment's name was made safe.
    case unsafeName = "unsafe-name"
    /// Larger than its mailbox takes: only the header was fetched, and the whole mail stays on the
    /// server.
    case tooLarge = "too-large"
    /// A file is a program, and its declared type or its name says that it is a document.
    case misleadingType = "misleading-type"
    /// The text, or a part, is encrypted: it cannot be read here.
    case encrypted
    /// A winmail.dat that is cut or wrong; what could be read is there, and the file as it came.
    case brokenWinmail = "broken-winmail"
    /// A file within the text (uuencode, yEnc) that is cut, or is not what it says.
    case brokenEnclosure = "broken-enclosure"
    /// The reader gave up twice on this mail; only its bytes are filed.
    case readerGaveUp = "reader-gave-up"
}
