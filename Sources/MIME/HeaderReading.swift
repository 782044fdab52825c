// The fields of a mail's own header as values.

import Desk

/// Reads the header fields of a mail into a message.
struct HeaderReading {
    private let header: HeaderBlock
    private let limits: ReadingLimits

    /// Reads these fields.
    init(_ header: HeaderBlock, limits: ReadingLimits) {
        self.header = header
        self.limits = limits
    }

    /// Fills in everything that stands in the header.
    func fill(_ message: inout InboundMessage, defects: inout Set<MessageDefect>) {
        fillPeople(&message, defects: &defects)
        message.subject = shortText("subject", defects: &defects)
        message.date = header.first("date").flatMap { MailDate.read($0) }
        if message.date == nil { defects.insert(.badDate) }
        message.id = MessageIDs.own(header.all("message-id"))
        if message.id == nil { defects.insert(.noMessageID) }
        message.inReplyTo = MessageIDs.all(header.all("in-reply-to"), limits: limits)
        message.references = MessageIDs.all(header.all("references"), limits: limits)
        fillSignals(&message, defects: &defects)
    }

    private func fillPeople(
        _ message: inout InboundMessage,
        defects: inout Set<MessageDefect>
    ) {
        message.from = author(defects: &defects)
        message.fromText = shortText("from", defects: &defects)
        message.replyTo = only("reply-to", defects: &defects)
        message.to = AddressList.read(header.all("to"), limits: limits, defects: &defects)
        message.cc = AddressList.read(header.all("cc"), limits: limits, defects: &defects)
        message.returnPath = returnPath()
        for name in ["delivered-to", "x-original-to", "envelope-to"] {
            let found = AddressList.read(header.all(name), limits: limits, defects: &defects)
            for address in found.map(\.address) where !message.deliveredTo.contains(address) {
                message.deliveredTo.append(address)
            }
        }
    }

    // One From field in the whole block, with one address; a field that was cut names nobody.
    private func author(defects: inout Set<MessageDefect>) -> NamedAddress? {
        guard header.authorFieldCount > 0 else {
            defects.insert(.noFrom)
            return nil
        }
        let author = header.authorFieldCount == 1 ? only("from", defects: &defects) : nil
        if author == nil { defects.insert(.ambiguousFrom) }
        return author
    }

    private func only(_ name: String, defects: inout Set<MessageDefect>) -> NamedAddress? {
        let fields = header.all(name)
        guard fields.count == 1, let raw = fields.first, raw.count < limits.fieldBytes,
            case .one(let address) = StrictAddress.read(raw, defects: &defects)
        else { return nil }
        return address
    }

    // The topmost is the one that our own server wrote.
    private func returnPath() -> ReturnPath {
        guard let raw = header.first("return-path") else { return .absent }
        var ignored: Set<MessageDefect> = []
        switch StrictAddress.read(raw, defects: &ignored) {
        case .one(let named): return .address(named.address)
        case .null: return .null
        case .nobody: return .absent
        }
    }

    private func shortText(_ name: String, defects: inout Set<MessageDefect>) -> String {
        guard let raw = header.first(name) else { return "" }
        return HeaderText.decode(raw, defects: &defects).prefixScalars(limits.subjectCharacters)
    }

    private func fillSignals(
        _ message: inout InboundMessage,
        defects: inout Set<MessageDefect>
    ) {
        for field in header.fields {
            let name = header.name(field).lowercasedText
            if name == "received" { message.hops += 1 }
            guard message.headers.count < SignalHeaders.countMaximum,
                SignalHeaders.names.contains(name)
            else { continue }
            let value = HeaderText.decode(header.value(field), defects: &defects)
            let cut = value.prefixUTF8(SignalHeaders.valueBytesMaximum)
            message.headers.append(HeaderField(name: name, value: cut))
        }
    }
}
