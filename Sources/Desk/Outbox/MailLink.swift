// A link in a letter that opens a ready answer in the client's mail program (RFC 6068).

/// A `mailto:` link; holds nothing but letters, digits and the marks of a percent-encoded URL, so
/// that neither Markdown nor HTML can read anything else in it.
package struct MailLink: Hashable, Sendable {
    /// The whole link.
    package let text: String

    /// Opens a mail with a subject and a text; its line feeds become line breaks of mail.
    package init(to address: EmailAddress, subject: String, body: String) {
        var link = Array("mailto:".utf8)
        Self.append(address.text, sparing: UInt8(ascii: "@"), to: &link)
        link += Array("?subject=".utf8)
        Self.append(subject, to: &link)
        link += Array("&body=".utf8)
        Self.append(body, to: &link)
        text = String(decoding: link, as: UTF8.self)
    }

    private static func append(
        _ text: String,
        sparing spared: UInt8? = nil,
        to link: inout [UInt8]
    ) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                link.append(byte)
            case UInt8(ascii: "\n"):
                link += "%0D%0A".utf8
            case UInt8(ascii: "\r"):
                break
            default:
                if byte == spared {
                    link.append(byte)
                } else {
                    link.append(UInt8(ascii: "%"))
                    link.append(digit(byte >> 4))
                    link.append(digit(byte & 15))
                }
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
