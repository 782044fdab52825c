// Bytes in, one value out: the only door through which a mail is read.
//
// It never throws and never answers nothing: what is not a mail becomes a message that says so,
// with its bytes as text. It touches no file, clock or network, keeps no state, and may run on any
// number of threads. Its work is bounded by ReadingLimits whatever the bytes are.

package import Desk

/// Reads inbound mails.
package enum MailReader {
    /// For a process that will read mail after mail: loads what each of them would load by itself.
    package static func prepare() { CharsetConverter.keepUsual() }

    /// The mail as a value, with what is odd about it.
    package static func read(
        _ bytes: [UInt8],
        limits: ReadingLimits = .standard
    ) -> InboundMessage {
        read(bytes, limits: limits, attachedDepth: attachedDepth)
    }

    /// How deep mails within mails are read.
    static let attachedDepth = 2

    /// The mail as a value, with what is told of mails that are attached to it, so deep.
    static func read(
        _ given: [UInt8],
        limits: ReadingLimits,
        attachedDepth: Int
    ) -> InboundMessage {
        let bytes = MailBeginning.trimmed(given)
        var defects: Set<MessageDefect> = []
        var message = InboundMessage()
        let header = HeaderBlock(bytes, limits: limits)
        if header.isCut { defects.insert(.headersCut) }
        HeaderReading(header, limits: limits).fill(&message, defects: &defects)
        if bytes.isEmpty {
            defects.insert(.empty)
        } else if !readBody(
            bytes,
            header,
            into: &message,
            limits: limits,
            attachedDepth: attachedDepth,
            defects: &defects
        ) {
            defects.insert(.unparseable)
            message.text = plainText(bytes, limits: limits, defects: &defects)
        }
        message.defects = MessageDefect.allCases.filter { defects.contains($0) }
        return message
    }

    // False where the library sees no mail in the bytes.
    private static func readBody(
        _ bytes: [UInt8],
        _ header: HeaderBlock,
        into message: inout InboundMessage,
        limits: ReadingLimits,
        attachedDepth: Int,
        defects: inout Set<MessageDefect>
    ) -> Bool {
        let copy = StructureGuard.shorterCopy(of: bytes, limits: limits, defects: &defects)
        let top = copy.map { HeaderBlock($0, limits: limits) } ?? header
        guard
            let tree = PartTree(copy ?? bytes, header: top, limits: limits, defects: &defects)
        else { return false }
        let leaves = MailLeaves(tree, limits: limits, defects: &defects)
        let found = MailText(leaves, limits: limits).read(defects: &defects)
        if let found {
            message.text = text(found.text, limits: limits, defects: &defects)
            message.textIsFromHTML = found.isFromHTML
        }
        message.attachments = Attachments.read(
            leaves,
            files: found?.files ?? [],
            limits: limits,
            defects: &defects
        )
        if attachedDepth > 0 {
            message.attachedMails = AttachedMails.read(
                leaves,
                depth: attachedDepth,
                limits: limits,
                defects: &defects
            )
        }
        message.calendarMethod = CalendarPart.method(leaves, defects: &defects)
        message.deliveryReports = DeliveryStatus.read(leaves, limits: limits, defects: &defects)
        message.returned = DeliveryStatus.returnedLetter(leaves, limits: limits)
        return true
    }

    private static func plainText(
        _ bytes: [UInt8],
        limits: ReadingLimits,
        defects: inout Set<MessageDefect>
    ) -> String {
        let utf8 = Charset.guess(bytes.prefix(limits.textBytes), defects: &defects)
        if bytes.count > limits.textBytes { defects.insert(.textCut) }
        return text(
            TextCleaning.lines(utf8, defects: &defects),
            limits: limits,
            defects: &defects
        )
    }

    private static func text(
        _ utf8: [UInt8],
        limits: ReadingLimits,
        defects: inout Set<MessageDefect>
    ) -> String {
        let text = String(decoding: utf8, as: UTF8.self)
        if utf8.count > limits.textBytes { defects.insert(.textCut) }
        return text.prefixUTF8(limits.textBytes)
    }
}
