// A mail that was read, as bytes and back, field by field in the order of its declaration. A field
// that is added there is added here: a test compares what comes back with what was given.

extension InboundMessage {
    /// The mail as bytes.
    package var compact: [UInt8] {
        var writer = CompactWriter()
        writer.write(id) { $0.write($1.text) }
        writer.write(from) { $0.write($1) }
        writer.write(fromText)
        writer.write(replyTo) { $0.write($1) }
        writer.write(to) { $0.write($1) }
        writer.write(cc) { $0.write($1) }
        writer.write(deliveredTo) { $0.write($1.text) }
        writer.write(returnPath)
        writer.write(subject)
        writer.write(date) { $0.write($1) }
        writer.write(inReplyTo) { $0.write($1.text) }
        writer.write(references) { $0.write($1.text) }
        writer.write(headers) { writer, field in
            writer.write(field.name)
            writer.write(field.value)
        }
        writer.write(hops)
        writer.write(text)
        writer.write(textIsFromHTML)
        writer.write(attachments) { $0.write($1) }
        writer.write(attachedMails) { $0.write($1) }
        writer.write(deliveryReports) { $0.write($1) }
        writer.write(returned) { writer, letter in
            writer.write(letter.id) { $0.write($1.text) }
            writer.write(letter.recipient) { $0.write($1.text) }
        }
        writer.write(calendarMethod) { $0.write($1.rawValue) }
        writer.write(defects) { $0.write($1.rawValue) }
        return writer.bytes
    }

    /// The mail that these bytes are.
    package init(compact bytes: [UInt8]) throws(CompactDamage) {
        var reader = CompactReader(bytes)
        self.init()
        id = try reader.optional { reader throws(CompactDamage) in try reader.messageID() }
        from = try reader.optional { reader throws(CompactDamage) in try reader.named() }
        fromText = try reader.text()
        replyTo = try reader.optional { reader throws(CompactDamage) in try reader.named() }
        to = try reader.list { reader throws(CompactDamage) in try reader.named() }
        cc = try reader.list { reader throws(CompactDamage) in try reader.named() }
        deliveredTo = try reader.list { reader throws(CompactDamage) in try reader.address() }
        returnPath = try reader.returnPath()
        subject = try reader.text()
        date = try reader.optional { reader throws(CompactDamage) in try reader.moment() }
        inReplyTo = try reader.list { reader throws(CompactDamage) in try reader.messageID() }
        references = try reader.list { reader throws(CompactDamage) in try reader.messageID() }
        headers = try reader.list { reader throws(CompactDamage) in
            HeaderField(name: try reader.text(), value: try reader.text())
        }
        hops = try reader.number()
        text = try reader.text()
        textIsFromHTML = try reader.flag()
        attachments = try reader.list { reader throws(CompactDamage) in try reader.attachment() }
        attachedMails = try reader.list { reader throws(CompactDamage) in try reader.forwarded() }
        deliveryReports = try reader.list { reader throws(CompactDamage) in try reader.report() }
        returned = try reader.optional { reader throws(CompactDamage) in
            ReturnedLetter(
                id: try reader.optional { reader throws(CompactDamage) in try reader.messageID() },
                recipient: try reader.optional { reader throws(CompactDamage) in
                    try reader.address()
                }
            )
        }
        calendarMethod = try reader.optional { reader throws(CompactDamage) in
            try reader.value(CalendarMethod.init(rawValue:))
        }
        defects = try reader.list { reader throws(CompactDamage) in
            try reader.value(MessageDefect.init(rawValue:))
        }
        guard reader.isAtEnd else { throw CompactDamage() }
    }
}

extension CompactWriter {
    fileprivate mutating func write(_ named: NamedAddress) {
        write(named.address.text)
        write(named.name)
    }

    // An address has no empty text, so the empty one is free to stand for "<>".
    fileprivate mutating func write(_ path: ReturnPath) {
        switch path {
        case .absent: write(false)
        case .null:
            write(true)
            write("")
        case .address(let address):
            write(true)
            write(address.text)
        }
    }

    fileprivate mutating func write(_ attachment: Attachment) {
        write(attachment.name)
        write(attachment.type)
        write(attachment.sniffedType) { $0.write($1) }
        write(attachment.size)
        write(attachment.sha256)
        write(attachment.contentID) { $0.write($1) }
        write(attachment.isInline)
    }

    fileprivate mutating func write(_ mail: ForwardedMessage) {
        write(mail.address) { $0.write($1.text) }
        write(mail.name)
        write(mail.date) { $0.write($1) }
        write(mail.subject)
        write(mail.text)
        write(mail.isAttached)
        write(mail.id) { $0.write($1.text) }
        write(mail.attachments) { $0.write($1) }
    }

    fileprivate mutating func write(_ report: DeliveryReport) {
        write(report.recipient) { $0.write($1.text) }
        write(report.action) { $0.write($1.rawValue) }
        write(report.status) { $0.write($1) }
        write(report.diagnostic) { $0.write($1) }
        write(report.originalMessageID) { $0.write($1.text) }
    }
}

extension CompactReader {
    fileprivate mutating func messageID() throws(CompactDamage) -> MessageID {
        try value { MessageID($0) }
    }

    fileprivate mutating func address() throws(CompactDamage) -> EmailAddress {
        try value { EmailAddress($0) }
    }

    fileprivate mutating func named() throws(CompactDamage) -> NamedAddress {
        NamedAddress(try address(), name: try text())
    }

    fileprivate mutating func returnPath() throws(CompactDamage) -> ReturnPath {
        guard try flag() else { return .absent }
        return try value { text in
            text.isEmpty ? .null : EmailAddress(text).map(ReturnPath.address)
        }
    }

    fileprivate mutating func attachment() throws(CompactDamage) -> Attachment {
        Attachment(
            name: try text(),
            type: try text(),
            sniffedType: try optional { reader throws(CompactDamage) in try reader.text() },
            size: try number(),
            sha256: try text(),
            contentID: try optional { reader throws(CompactDamage) in try reader.text() },
            isInline: try flag()
        )
    }

    fileprivate mutating func forwarded() throws(CompactDamage) -> ForwardedMessage {
        ForwardedMessage(
            address: try optional { reader throws(CompactDamage) in try reader.address() },
            name: try text(),
            date: try optional { reader throws(CompactDamage) in try reader.moment() },
            subject: try text(),
            text: try text(),
            isAttached: try flag(),
            id: try optional { reader throws(CompactDamage) in
                try reader.messageID()
            },
            attachments: try list { reader throws(CompactDamage) in try reader.attachment() }
        )
    }

    fileprivate mutating func report() throws(CompactDamage) -> DeliveryReport {
        DeliveryReport(
            recipient: try optional { reader throws(CompactDamage) in try reader.address() },
            action: try optional { reader throws(CompactDamage) in
                try reader.value(DeliveryReport.Action.init(rawValue:))
            },
            status: try optional { reader throws(CompactDamage) in try reader.text() },
            diagnostic: try optional { reader throws(CompactDamage) in try reader.text() },
            originalMessageID: try optional { reader throws(CompactDamage) in
                try reader.messageID()
            }
        )
    }
}
