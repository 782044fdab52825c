// One client's conversation with the misbehaving server: the correct part of it. Where a
// misbehaviour may strike, it asks the other file of this type.

import Foundation

/// A connection to the misbehaving server.
final class IMAPConversation {
    enum Ending: Error {
        case ended
    }

    let server: FaultyIMAPServer
    private let connection: Descriptor
    private var input: [UInt8] = []
    var folder: String?
    private var isLoggedIn = false

    init(server: FaultyIMAPServer, connection: Descriptor) {
        self.server = server
        self.connection = connection
    }

    /// Talks until either side ends it.
    func run() {
        do {
            try greet()
            while true { try obey(try command()) }
        } catch {
            connection.hangUp()
        }
    }

    // MARK: Commands

    private func obey(_ command: IMAPCommand) throws {
        let tag = command.tag
        server.with { $0.commands.append(command.loggable) }
        switch command.name {
        case "CAPABILITY":
            try say("* CAPABILITY \(announced)", "\(tag) OK Said")
        case "NOOP", "CHECK": try say(existence, "\(tag) OK Done")
        case "ID": try say("* ID NIL", "\(tag) OK Done")
        case "NAMESPACE": try say("* NAMESPACE ((\"\" \"/\")) NIL NIL", "\(tag) OK Done")
        case "ENABLE": try say("* ENABLED", "\(tag) OK Done")
        case "STARTTLS": try startTLS(tag)
        case "LOGIN": try logIn(tag, isRight: command.words.last == "pw")
        case "AUTHENTICATE": try authenticate(command)
        case "LOGOUT":
            try say("* BYE Goodbye", "\(tag) OK Done")
            throw Ending.ended
        case _ where !isLoggedIn: try say("\(tag) BAD Log in first")
        case "SELECT", "EXAMINE": try select(command)
        case "LIST": try list(tag)
        case "CREATE": try create(command)
        case "STATUS": try status(command)
        case "APPEND": try append(command)
        case _ where folder == nil: try say("\(tag) BAD Select a folder first")
        case "CLOSE", "UNSELECT":
            folder = nil
            try say("\(tag) OK Closed")
        case "IDLE": try idle(tag)
        case "FETCH": try fetch(command, byUID: false)
        case "UID FETCH": try fetch(command, byUID: true)
        case "UID SEARCH": try search(command)
        case "UID STORE": try store(command)
        case "UID COPY", "UID MOVE": try transfer(command)
        case "UID EXPUNGE", "EXPUNGE": try expunge(command)
        case _: try say("\(tag) BAD What is \(command.name)?")
        }
    }

    private var announced: String {
        var words = server.capabilities
        switch server.misbehaviour {
        case .noStartTLS: words = words.filter { !$0.hasPrefix("AUTH=") } + ["LOGINDISABLED"]
        case .plainTextAfterStartTLS: words.append("STARTTLS")
        case _: break
        }
        return words.joined(separator: " ")
    }

    private func logIn(_ tag: String, isRight: Bool) throws {
        server.with { $0.logins += 1 }
        try misbehaveAtLogin(tag)
        isLoggedIn = isRight
        try say(isRight ? "\(tag) OK Welcome" : "\(tag) NO [AUTHENTICATIONFAILED] Wrong password")
    }

    private func authenticate(_ command: IMAPCommand) throws {
        guard command.words.first?.uppercased() == "PLAIN" else {
            return try say("\(command.tag) NO Not offered")
        }
        var answer = command.words.dropFirst().first
        if answer == nil {
            try say("+ ")
            answer = String(decoding: try line(), as: UTF8.self)
        }
        let text = answer.flatMap { Data(base64Encoded: $0) }.map {
            String(decoding: $0, as: UTF8.self)
        }
        try logIn(command.tag, isRight: text?.hasSuffix("\0pw") == true)
    }

    private func select(_ command: IMAPCommand) throws {
        let name = command.words.first ?? ""
        try misbehaveAtSelect()
        guard let shelf = server.with({ $0.shelves[name] }) else {
            folder = nil
            return try say("\(command.tag) NO [NONEXISTENT] There is no such folder")
        }
        folder = name
        let count = server.does(.existsIsHuge) ? "4294967296" : "\(shelf.mails.count)"
        try say(
            "* \(count) EXISTS",
            "* 0 RECENT",
            "* FLAGS (\\Seen \\Deleted \\Answered \\Flagged)",
            "* OK [PERMANENTFLAGS (\\Seen \\Deleted \\*)] Limited",
            "* OK [UIDVALIDITY \(shelf.uidValidity)] Valid",
            "* OK [UIDNEXT \(shelf.nextUID)] Next",
            "\(command.tag) OK [READ-\(command.name == "SELECT" ? "WRITE" : "ONLY")] Selected"
        )
    }

    private func list(_ tag: String) throws {
        for name in server.with({ $0.shelves.keys.sorted() }) {
            try say("* LIST () \"/\" \"\(name)\"")
        }
        try say("\(tag) OK Listed")
    }

    private func create(_ command: IMAPCommand) throws {
        let name = command.words.first ?? ""
        let isNew = server.with { state in
            guard state.shelves[name] == nil else { return false }
            state.shelves[name] = IMAPShelf()
            return true
        }
        try say("\(command.tag) \(isNew ? "OK Made" : "NO [ALREADYEXISTS] It is there")")
    }

    private func status(_ command: IMAPCommand) throws {
        let name = command.words.first ?? ""
        guard let shelf = server.with({ $0.shelves[name] }) else {
            return try say("\(command.tag) NO [NONEXISTENT] There is no such folder")
        }
        try say(
            "* STATUS \"\(name)\" (MESSAGES \(shelf.mails.count) UIDNEXT \(shelf.nextUID)"
                + " UIDVALIDITY \(shelf.uidValidity))",
            "\(command.tag) OK Said"
        )
    }

    private func append(_ command: IMAPCommand) throws {
        let name = command.words.first ?? ""
        guard let literal = command.literals.last, server.with({ $0.shelves[name] != nil }) else {
            return try say("\(command.tag) NO [TRYCREATE] There is no such folder")
        }
        let uid = server.with { state in
            state.shelves[name, default: IMAPShelf()].add(
                literal,
                command.flags,
                command.date ?? "17-Jul-2024 02:44:25 +0000"
            )
        }
        if server.does(.dropAfterAppend) { throw Ending.ended }
        let validity = shelf(name).uidValidity
        try say("\(command.tag) OK [APPENDUID \(validity) \(uid)] Appended")
    }

    private func idle(_ tag: String) throws {
        // Counted before the client hears that it idles: what comes from then on is news.
        var known = shelf().mails.count
        try say("+ Idling")
        while true {
            if Descriptor.waitReadable([connection], Deadline(milliseconds: 5)) != nil {
                _ = try line()
                return try say("\(tag) OK Done")
            }
            let count = shelf().mails.count
            if count != known { try say("* \(count) EXISTS") }
            known = count
        }
    }

    private func search(_ command: IMAPCommand) throws {
        var uids = shelf().places(command.set ?? "1:*", byUID: true).map { shelf().mails[$0] }
            .filter(command.selects).map(\.uid)
        if server.does(.searchInvents) { uids += [900, 901] }
        if server.does(.searchRepeats) { uids = uids.reversed().flatMap { [$0, $0] } }
        let numbers = uids.map(String.init)
        if command.rest.uppercased().hasPrefix("RETURN") {
            let all = numbers.isEmpty ? "" : " ALL \(numbers.joined(separator: ","))"
            try say("* ESEARCH (TAG \"\(command.tag)\") UID COUNT \(numbers.count)\(all)")
        } else {
            try say((["* SEARCH"] + numbers).joined(separator: " "))
        }
        try say("\(command.tag) OK Searched")
    }

    private func store(_ command: IMAPCommand) throws {
        if server.does(.storeRefused) { return try say("\(command.tag) NO [READ-ONLY] Not now") }
        let flags = command.flags
        let text = command.rest.uppercased()
        try change(command) { mail in
            let others = mail.flags.filter { !flags.contains($0) }
            if text.contains("-FLAGS") { mail.flags = others }
            if text.contains("+FLAGS") { mail.flags = others + flags }
            if text.contains(" FLAGS") { mail.flags = flags }
        }
        if !text.contains(".SILENT") {
            for place in shelf().places(command.set ?? "", byUID: true) {
                let mail = shelf().mails[place]
                try say(
                    "* \(place + 1) FETCH (UID \(mail.uid)"
                        + " FLAGS (\(mail.flags.joined(separator: " "))))"
                )
            }
        }
        try say("\(command.tag) OK Stored")
    }

    private func transfer(_ command: IMAPCommand) throws {
        let target = command.words.dropFirst().first ?? ""
        guard !server.does(.moveRefused), server.with({ $0.shelves[target] != nil }) else {
            return try say("\(command.tag) NO [TRYCREATE] There is no such folder")
        }
        let places = shelf().places(command.set ?? "", byUID: true)
        let mails = places.map { shelf().mails[$0] }
        let copies = server.with { state in
            mails.map { mail in
                state.shelves[target, default: IMAPShelf()].add(
                    mail.bytes,
                    mail.flags,
                    mail.internalDate
                )
            }
        }
        let pair = [mails.map(\.uid), copies].map { $0.map(String.init).joined(separator: ",") }
        let code = "[COPYUID \(shelf(target).uidValidity) \(pair.joined(separator: " "))]"
        guard command.name == "UID MOVE" else { return try say("\(command.tag) OK \(code) Copied") }
        if !mails.isEmpty { try say("* OK \(code) Moved") }
        try remove(places)
        try say("\(command.tag) OK Moved")
    }

    private func expunge(_ command: IMAPCommand) throws {
        let places = shelf().places(command.set ?? "1:*", byUID: true)
        try remove(places.filter { shelf().mails[$0].flags.contains("\\Deleted") })
        try say("\(command.tag) OK Expunged")
    }

    func remove(_ places: [Int]) throws {
        let name = folder ?? ""
        for place in places.reversed() {
            server.with { _ = $0.shelves[name]?.mails.remove(at: place) }
            try say("* \(place + 1) EXPUNGE")
        }
    }

    private func change(_ command: IMAPCommand, _ body: (inout ShelvedMail) -> Void) throws {
        let name = folder ?? ""
        let places = shelf().places(command.set ?? "", byUID: true)
        for place in places {
            var mail = shelf().mails[place]
            body(&mail)
            let changed = mail
            server.with { $0.shelves[name]?.mails[place] = changed }
        }
    }

    func shelf(_ name: String? = nil) -> IMAPShelf {
        server.with { $0.shelves[name ?? folder ?? ""] ?? IMAPShelf() }
    }

    private var existence: String {
        folder == nil ? "* OK Here" : "* \(shelf().mails.count) EXISTS"
    }

    // MARK: Bytes

    /// Says these lines.
    func say(_ lines: String...) throws {
        try send(lines.flatMap { Array($0.utf8) + [13, 10] })
    }

    /// Sends bytes as they are.
    func send(_ bytes: [UInt8]) throws {
        guard connection.write(bytes, Deadline(milliseconds: 60_000)) else { throw Ending.ended }
    }

    /// Says nothing until the client goes.
    func stayMute() throws {
        while true {
            input.removeAll()
            try fill()
        }
    }

    private func command() throws -> IMAPCommand {
        var parts = [try line()]
        var literals: [[UInt8]] = []
        while let (count, waits) = IMAPCommand.announcedLiteral(parts[parts.count - 1]) {
            if waits { try say("+ Go on") }
            while input.count < count { try fill() }
            literals.append(Array(input[..<count]))
            input.removeFirst(count)
            parts.append(try line())
        }
        return IMAPCommand(parts: parts, literals: literals)
    }

    private func line() throws -> [UInt8] {
        while true {
            if let end = input.firstOffset(of: 10, from: 0) {
                let line = Array(input[..<end])
                input.removeFirst(end + 1)
                return line.last == 13 ? line.dropLast() : line
            }
            try fill()
        }
    }

    private func fill() throws {
        let count = connection.read(appendingTo: &input, Deadline(milliseconds: 600_000))
        guard let count, count > 0 else { throw Ending.ended }
    }
}
