// The commands as bytes. Every argument is of a type that cannot hold the end of a line, so a
// command is always one line (RFC 5321, 4.1.1).

/// A command with its arguments.
enum Command {
    case ehlo(ClientDomain)
    case mail(MailObject, Capabilities)
    case rcpt(MailObject, Capabilities)
    case data
    case rset
    case quit

    /// Appends the command's line.
    func append(to output: inout [UInt8]) {
        switch self {
        case .ehlo(let domain):
            output += "EHLO ".utf8
            output += domain.text.utf8
        case .mail(let mail, let capabilities):
            Self.appendMail(mail, capabilities, to: &output)
        case .rcpt(let mail, let capabilities):
            output += "RCPT TO:<".utf8
            output += mail.recipient.bytes
            output += ">".utf8
            if capabilities.deliveryStatusNotification, mail.reports.never {
                output += " NOTIFY=NEVER".utf8
            }
        case .data: output += "DATA".utf8
        case .rset: output += "RSET".utf8
        case .quit: output += "QUIT".utf8
        }
        output.append(ASCII.carriageReturn)
        output.append(ASCII.lineFeed)
    }

    private static func appendMail(
        _ mail: MailObject,
        _ capabilities: Capabilities,
        to output: inout [UInt8]
    ) {
        output += "MAIL FROM:<".utf8
        output += mail.sender.bytes
        output += ">".utf8
        if capabilities.size {
            output += " SIZE=".utf8
            output += String(mail.body.size).utf8
        }
        // Both are only said when needed; that they are offered was made sure by `obstacle(to:)`.
        if mail.body.isEightBit { output += " BODY=8BITMIME".utf8 }
        if mail.needsSMTPUTF8 { output += " SMTPUTF8".utf8 }
        if capabilities.deliveryStatusNotification, let id = mail.reports.envelopeID {
            output += " ENVID=".utf8
            output += id.xtext
        }
    }
}
