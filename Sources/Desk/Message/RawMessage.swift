// A mail as a mailbox handed it over: bytes, and where they came from. Nothing has been read yet.

package import Foundation

/// The name under which a mailbox's settings file introduces it, such as `sav`.
package struct MailboxName: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The name.
    package let text: String

    /// Refuses anything but 1 to 40 lower-case letters, digits and hyphens.
    package init?(_ text: String) {
        let isNameByte = { (byte: UInt8) in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        guard (1...40).contains(text.utf8.count), text.utf8.allSatisfy(isNameByte) else {
            return nil
        }
        self.text = text
    }

    package var description: String { text }
}

/// What names one mail within one mailbox and one UIDVALIDITY.
package enum MailUID: Hashable, Sendable, Codable {
    /// The UID that an IMAP server gave (RFC 9051, 2.3.1.1).
    case number(UInt32)
    /// The unique part of a Maildir file's name; where the name was not made by a mail server, and
    /// so may come again, a slash and the file's moment in nanoseconds follow.
    case name(String)
}

/// Where a mail was found: unique for ever, and the whole cursor of its mailbox.
package struct MailOrigin: Hashable, Sendable, Codable {
    /// The mailbox.
    package let mailbox: MailboxName
    /// The mailbox's UIDVALIDITY; 0 for a Maildir, whose names never change their meaning.
    package let validity: UInt32
    /// The mail's UID under that validity.
    package let uid: MailUID

    /// Names a place in a mailbox.
    package init(mailbox: MailboxName, validity: UInt32, uid: MailUID) {
        self.mailbox = mailbox
        self.validity = validity
        self.uid = uid
    }
}

extension MailOrigin {
    // A Maildir's validity is 0, and an IMAP server's goes with numbers: nothing else is like this.
    private static let pipedValidity: UInt32 = 1

    /// Names a mail that somebody handed in, by its content: it lies in no mailbox.
    package init(handedInto mailbox: MailboxName, digest: ContentDigest) {
        self.init(
            mailbox: mailbox,
            validity: Self.pipedValidity,
            uid: .name(digest.hexadecimal)
        )
    }

    /// Whether the mail was handed in, so that no mailbox has anything to mark.
    package var isHandedIn: Bool {
        switch uid {
        case .number: false
        case .name: validity == Self.pipedValidity
        }
    }
}

/// The bytes of a mail with their origin and the moment at which the mail server received them.
package struct RawMessage: Sendable {
    /// Where the mail was found.
    package let origin: MailOrigin
    /// The moment of reception, from which every promise counts (never the Date header).
    package let receivedAt: Date
    /// The mail, whole; of a larger one that lies in a mailbox, its header.
    package let bytes: [UInt8]
    /// Whether the mail is larger than its mailbox reads: its header alone is looked at, and one
    /// that lies in a mailbox stays there whole.
    package let isCut: Bool
    /// How many bytes of the mail follow those that were handed over.
    package let bytesLeftOut: Int
    /// The digest of the whole mail, where its source could read through what it left out.
    package let wholeDigest: ContentDigest?

    /// Pairs bytes with their origin.
    package init(
        origin: MailOrigin,
        receivedAt: Date,
        bytes: [UInt8],
        isCut: Bool = false,
        bytesLeftOut: Int = 0,
        wholeDigest: ContentDigest? = nil
    ) {
        self.origin = origin
        self.receivedAt = receivedAt
        self.bytes = bytes
        self.isCut = isCut
        self.bytesLeftOut = bytesLeftOut
        self.wholeDigest = wholeDigest
    }
}

extension RawMessage {
    /// How much of a mail that is too large is read at most.
    package static let headerBytesMaximum = 256 * 1024

    /// A mail's header with the empty line that ends it; its first bytes where none does.
    package static func header(of bytes: [UInt8]) -> [UInt8] {
        var lineIsEmpty = true
        for (index, byte) in bytes.prefix(headerBytesMaximum).enumerated() {
            if byte == UInt8(ascii: "\n") {
                if lineIsEmpty { return Array(bytes[...index]) }
                lineIsEmpty = true
            } else if byte != UInt8(ascii: "\r") {
                lineIsEmpty = false
            }
        }
        return Array(bytes.prefix(headerBytesMaximum))
    }
}
