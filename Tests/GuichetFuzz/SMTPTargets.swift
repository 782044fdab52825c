// A mail server that says anything, in any portions: to the parser of SMTP's replies, and to a
// session with mails in hand, each of which must come to exactly one end.

import SMTPWire

/// The client's side of SMTP.
enum SMTPTargets {
    static let all = [replies, session]

    // The portions must not matter.
    private static let replies = FuzzTarget("smtp-replies") { input in
        let whole = read(input.dropFirst(), piece: input.count)
        let pieces = read(input.dropFirst(), piece: Int(input.first ?? 0) % 17 + 1)
        promise(whole.0 == pieces.0, "replies are the same, whatever portions the bytes come in")
        promise(whole.1 == pieces.1, "so is the mistake that ends them")
        for reply in whole.0 {
            promise(isOneLine(reply.description), "a reply is told on one line")
        }
    }

    private static func read(
        _ bytes: ArraySlice<UInt8>,
        piece: Int
    ) -> ([Reply], ProtocolError?) {
        var parser = ReplyParser()
        var replies: [Reply] = []
        var rest = bytes
        while !rest.isEmpty {
            parser.append(rest.prefix(piece))
            rest = rest.dropFirst(piece)
            do throws(ProtocolError) {
                while let reply = try parser.next() { replies.append(reply) }
            } catch {
                return (replies, error)
            }
        }
        return (replies, nil)
    }

    private static let session = FuzzTarget("smtp-session") { input in
        guard let domain = ClientDomain("gate.mileo.example") else {
            preconditionFailure("the client's name is well-formed")
        }
        var session = Session(clientDomain: domain)
        var open: Set<Int> = []
        var next = 0
        var rest = input.dropFirst()
        let piece = Int(input.first ?? 0) % 64 + 1
        while !rest.isEmpty {
            write(&session)
            let events = session.receive(rest.prefix(piece))
            rest = rest.dropFirst(piece)
            take(events, &open)
            guard next < 3, let mail = mail(next) else { continue }
            if (try? session.enqueue(mail)) != nil {
                open.insert(next)
                next += 1
            }
        }
        for unsettled in session.connectionLost() {
            promise(
                open.remove(unsettled.token) != nil,
                "mail \(unsettled.token) comes to one end only"
            )
        }
        promise(open.isEmpty, "every mail comes to an end: \(open)")
    }

    private static func write(_ session: inout Session) {
        for _ in 0..<100 {
            let bytes = session.bytesToSend()
            guard !bytes.isEmpty else { return }
            session.didWrite(bytes.count)
        }
        promise(false, "a session waits for its server at some time")
    }

    private static func take(_ events: [Event], _ open: inout Set<Int>) {
        for event in events {
            switch event {
            case .ready: break
            case .outcome(let token, _):
                promise(open.remove(token) != nil, "mail \(token) comes to one end only")
            case .closed(_, let unsettled):
                for mail in unsettled {
                    promise(open.remove(mail.token) != nil, "mail \(mail.token) ends once")
                }
            }
        }
    }

    private static func mail(_ token: Int) -> MailObject? {
        guard let recipient = Path("client\(token)@client.example") else { return nil }
        return MailObject(
            token: token,
            sender: .null,
            recipient: recipient,
            body: MailBody(Array("Subject: Bonjour\r\n\r\n.\r\nBonjour\r\n".utf8))
        )
    }
}
