// Where the misbehaving server misbehaves: at the greeting, at a login, at SELECT, and above all
// when it is asked for bodies.

extension IMAPConversation {
    /// The greeting.
    func greet() throws {
        if server.does(.mute) { try stayMute() }
        if server.does(.byeAtGreeting) {
            try say("* BYE Too many connections")
            throw Ending.ended
        }
        try say("* OK Ready")
    }

    /// Answers STARTTLS without any TLS behind it.
    func startTLS(_ tag: String) throws {
        guard server.does(.plainTextAfterStartTLS) else { return try say("\(tag) BAD No TLS here") }
        try say("\(tag) OK Begin", "* CAPABILITY IMAP4rev1 AUTH=PLAIN")
    }

    /// What may come instead of the answer to a login.
    func misbehaveAtLogin(_ tag: String) throws {
        if server.does(.noStartTLS) {
            try say("\(tag) NO [PRIVACYREQUIRED] Not in plain text")
            throw Ending.ended
        }
        if server.does(.muteAtLogin) { try stayMute() }
        if server.does(.byeAtLogin) {
            try say("* BYE Going down")
            throw Ending.ended
        }
        if server.does(.loginUnavailable) {
            try say("\(tag) NO [UNAVAILABLE] Too many simultaneous connections")
            throw Ending.ended
        }
    }

    /// What may come instead of the answer to SELECT.
    func misbehaveAtSelect() throws {
        if server.does(.muteAtSelect) { try stayMute() }
        if server.does(.byeAtSelect) {
            try say("* BYE Going down")
            throw Ending.ended
        }
    }

    // MARK: Fetching

    /// Answers FETCH.
    ///
    /// The misbehaviours are for those who ask for bodies, but for the size.
    func fetch(_ command: IMAPCommand, byUID: Bool) throws {
        let items = command.rest.uppercased()
        let wantsBody = items.contains("BODY") || items.contains("RFC822 ")
        if wantsBody, let refusal = refusal() { return try say("\(command.tag) \(refusal)") }
        if wantsBody { try misbehaveBeforeBodies(command) }
        let shelf = shelf()
        for place in shelf.places(command.set ?? "", byUID: byUID) {
            let mail = shelf.mails[place]
            let parts = attributes(of: mail, items)
            if wantsBody {
                try sendBody(of: mail, at: place, in: shelf, parts, command)
            } else {
                try say("* \(place + 1) FETCH (UID \(mail.uid) \(parts))")
            }
        }
        try say("\(command.tag) OK Fetched")
    }

    private func attributes(of mail: ShelvedMail, _ items: String) -> String {
        var parts: [String] = []
        if items.contains("FLAGS") {
            parts.append("FLAGS (\(mail.flags.joined(separator: " ")))")
        }
        if items.contains("INTERNALDATE") {
            parts.append("INTERNALDATE \"\(mail.internalDate)\"")
        }
        if items.contains("RFC822.SIZE") {
            let size = mail.bytes.count + (server.does(.sizeLies) ? 7 : 0)
            parts.append("RFC822.SIZE \(size)")
        }
        return parts.joined(separator: " ")
    }

    private func refusal() -> String? {
        if server.does(.overQuota) { return "NO [OVERQUOTA] Account exceeded bandwidth limits" }
        if server.does(.unavailable) { return "NO [UNAVAILABLE] Backend is away" }
        if server.does(.throttled) { return "NO [THROTTLED] Slow down" }
        if server.does(.bad) { return "BAD Could not parse command" }
        if server.does(.noData) { return "OK Fetched" }
        return nil
    }

    private func misbehaveBeforeBodies(_ command: IMAPCommand) throws {
        if server.does(.muteAtFetch) { try stayMute() }
        if server.does(.unsolicitedFlags) { try say("* 2 FETCH (FLAGS (\\Seen \\Flagged))") }
        if server.does(.unknownTag) { try say("ZZ9 OK Fetched") }
        if server.does(.garbage) { try send([0, 255, 254, 13, 13, 123, 125, 40, 10]) }
        if server.does(.existsShrinks) { try say("* 0 EXISTS") }
        if server.does(.expungeDuringFetch) { try remove([0]) }
        if server.does(.uidValidityChanges) {
            let name = folder ?? ""
            server.with { $0.shelves[name]?.uidValidity += 1 }
            try say("* OK [UIDVALIDITY \(shelf().uidValidity)] Everything is new")
        }
        if server.does(.endlessNoise) {
            while true { try say("* OK Still here", "* 3 EXISTS", "* 1 FETCH (FLAGS (\\Seen))") }
        }
        if server.does(.endlessLine) {
            try send(Array("* OK ".utf8))
            while true { try send(Array(repeating: 120, count: 65_536)) }
        }
    }

    private func bodyMisbehaviour() -> IMAPMisbehaviour? {
        guard let misbehaviour = server.misbehaviour,
            IMAPMisbehaviour.inBodies.contains(misbehaviour), server.does(misbehaviour)
        else { return nil }
        return misbehaviour
    }

    private func sendBody(
        of mail: ShelvedMail,
        at place: Int,
        in shelf: IMAPShelf,
        _ parts: String,
        _ command: IMAPCommand
    ) throws {
        let bytes = mail.bytes
        let number = place + 1
        let gap = parts.isEmpty ? "" : "\(parts) "
        func item(_ uid: Int, _ body: [UInt8], announced: String? = nil) -> [UInt8] {
            let count = announced ?? "\(body.count)"
            return Array("* \(number) FETCH (UID \(uid) \(gap)BODY[] {\(count)}\r\n".utf8)
                + body + Array(")\r\n".utf8)
        }
        switch bodyMisbehaviour() {
        case .wrongUID:
            let other = shelf.mails[(place + 1) % shelf.mails.count]
            try send(item(other.uid, other.bytes) + item(mail.uid, bytes))
        case .onlyWrongUID: try send(item(mail.uid + 100, bytes))
        case .uidZero: try send(item(0, bytes))
        case .duplicateUIDs: try send(item(shelf.mails[0].uid, bytes))
        case .twoBodies: try send(item(mail.uid, bytes) + item(mail.uid, bytes.reversed()))
        case .emptyLiteral: try send(item(mail.uid, []))
        case .nilBody: try say("* \(number) FETCH (UID \(mail.uid) \(gap)BODY[] NIL)")
        case .quotedBody:
            try say("* \(number) FETCH (UID \(mail.uid) \(gap)BODY[] \"From: a@client.example\")")
        case .shortLiteral: try send(item(mail.uid, bytes, announced: "\(bytes.count - 9)"))
        case .hugeLiteral: try send(item(mail.uid, bytes, announced: "9223372036854775807"))
        case .endlessLiteralNumber:
            try send(item(mail.uid, bytes, announced: String(repeating: "9", count: 40)))
        case .negativeLiteral: try send(item(mail.uid, bytes, announced: "-5"))
        case .bodyHoldsTag:
            let fake = Array("\r\n\(command.tag) OK Fetched\r\n* 99 EXISTS\r\n".utf8)
            try send(item(mail.uid, bytes.dropLast(fake.count) + fake))
        case .bodyHoldsNUL: try send(item(mail.uid, bytes.dropLast(2) + [0, 0]))
        case .dropInMidLiteral:
            try send(Array(item(mail.uid, bytes).prefix(150)))
            throw Ending.ended
        case .stallInMidLiteral:
            try send(Array(item(mail.uid, bytes).prefix(150)))
            try stayMute()
        case .byeDuringFetch:
            try send(item(mail.uid, bytes))
            try say("* BYE Going down")
            throw Ending.ended
        case .slowDrip:
            for byte in item(mail.uid, bytes) {
                try send([byte])
                Descriptor.pause(milliseconds: 1)
            }
        case _: try send(item(mail.uid, bytes))
        }
    }
}
