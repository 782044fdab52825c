// A written letter's bytes, made readable for a terminal: its header fields decoded, its text part.

import Desk
import MIME

/// Reads our own letters back.
enum WrittenLetter {
    /// Header fields that matter, then the text part.
    static func readable(_ bytes: [UInt8]) -> [String] {
        let message = MailReader.read(bytes)
        let from = message.from.map { "\($0.name) <\($0.address.text)>" } ?? ""
        let to = message.to.map { "\($0.name) <\($0.address.text)>" }.joined(separator: ", ")
        let answered = message.inReplyTo.map(\.description).joined(separator: " ")
        let head = [
            "From: \(from)", "To: \(to)", "Subject: \(message.subject)",
            "Message-ID: \(message.id?.description ?? "")", "In-Reply-To: \(answered)",
            "Auto-Submitted: \(message.header("auto-submitted") ?? "")",
        ]
        let text = message.text.split(separator: "\n", omittingEmptySubsequences: false)
        return head.map(\.withoutControls) + [""] + text.map { String($0).withoutControls }
    }
}
