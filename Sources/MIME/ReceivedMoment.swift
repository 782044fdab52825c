// When a mail that lies in a folder was received, by what is written in it: the topmost Received
// field, which the company's own server wrote, or else the author's Date. Only for mails that are
// played again; a service counts from what its mail server says.

package import Foundation

/// Reads the moment of reception from a mail.
package enum ReceivedMoment {
    /// The moment; nil where no field names one.
    package static func of(_ bytes: [UInt8]) -> Date? {
        let header = HeaderBlock(MailBeginning.trimmed(bytes), limits: .standard)
        // The moment stands behind the last semicolon (RFC 5322, 3.6.7).
        let stamp = header.first("received").flatMap { $0.split(separator: 0x3B).last }
        return stamp.flatMap { MailDate.read($0) } ?? header.first("date").flatMap(MailDate.read)
    }
}
