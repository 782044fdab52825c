// A mail after reading: plain values only, every one within a limit, nothing that can fail later.
//
// MIME makes it from bytes; everything after MIME sees nothing else. Attachments' bytes stay in the
// raw mail.

package import Foundation

/// Who the Return-Path says sent the mail.
package enum ReturnPath: Hashable, Sendable, Codable {
    /// No such field.
    case absent
    /// `<>`: the mark of a machine.
    case null
    /// An address.
    case address(EmailAddress)
}

/// One inbound mail as a value.
package struct InboundMessage: Hashable, Sendable, Codable {
    /// The Message-ID, where it has a usable one.
    package var id: MessageID?
    /// The author: exactly one address by our own strict reading, else nobody.
    package var from: NamedAddress?
    /// The From field as it stands, for display only.
    package var fromText: String = ""
    /// Reply-To, where it holds exactly one address.
    package var replyTo: NamedAddress?
    /// The To addresses.
    package var to: [NamedAddress] = []
    /// The Cc addresses; they are shown and never written to.
    package var cc: [NamedAddress] = []
    /// Delivered-To, X-Original-To and their like, in the order found.
    package var deliveredTo: [EmailAddress] = []
    /// The Return-Path.
    package var returnPath: ReturnPath = .absent
    /// The decoded subject on one line.
    package var subject: String = ""
    /// The Date field; shown only, for clocks count from the reception.
    package var date: Date?
    /// In-Reply-To.
    package var inReplyTo: [MessageID] = []
    /// References, oldest first.
    package var references: [MessageID] = []
    /// The fields that rules look at, in order.
    package var headers: [HeaderField] = []
    /// How many Received fields the mail has passed.
    package var hops: Int = 0
    /// The readable text with LF line ends: the plain part, else the HTML as text.
    package var text: String = ""
    /// Whether `text` was made from HTML.
    package var textIsFromHTML: Bool = false
    /// The attached files.
    package var attachments: [Attachment] = []
    /// The mails that are attached whole, each as far as a forward is of interest.
    package var attachedMails: [ForwardedMessage] = []
    /// What its calendar part asks for or answers, where it has one that says so.
    package var calendarMethod: CalendarMethod?
    /// The machine-readable reports, where the mail is a delivery report.
    package var deliveryReports: [DeliveryReport] = []
    /// The letter that it brings back, or any other that it encloses; the first one.
    package var returned: ReturnedLetter?
    /// What is odd, each once, in a stable order.
    package var defects: [MessageDefect] = []

    /// An empty mail, to be filled in by the reader.
    package init() {}

    /// A mail that no reader could take apart: its bytes, as far as they are text.
    package static func unread(_ bytes: [UInt8]) -> InboundMessage {
        var message = InboundMessage()
        message.text = String(decoding: bytes.prefix(unreadBytesMaximum), as: UTF8.self)
        message.defects = [.readerGaveUp]
        return message
    }

    /// How much of an unread mail is shown.
    package static let unreadBytesMaximum = 20_000

    /// The first value of a kept header field; the name is in lower case.
    package func header(_ name: String) -> String? {
        headers.first { $0.name == name }?.value
    }

    /// All values of a kept header field; the name is in lower case.
    package func headers(_ name: String) -> [String] {
        headers.filter { $0.name == name }.map(\.value)
    }
}
