// A command as bytes. Where a synchronising literal stands in it the bytes are cut: what follows
// may only be written after the server's "+". Every argument comes in a type that cannot hold a
// line break, or goes as a literal: no text from outside can become a second command.

/// The bytes of one command, in the pieces in which they may be written.
struct CommandText: Hashable, Sendable {
    /// The pieces; between two of them the server must say "+".
    private(set) var pieces: [[UInt8]] = [[]]

    init(_ tag: Tag, _ words: String) { add("\(tag) \(words)") }

    /// Adds words of the protocol, which hold nothing from outside.
    mutating func add(_ words: String) { add(Array(words.utf8)) }

    mutating func add(_ bytes: [UInt8]) { pieces[pieces.count - 1] += bytes }

    mutating func add(_ mailbox: MailboxName, capabilities: CapabilitySet) {
        add(astring: mailbox.wire, capabilities: capabilities)
    }

    /// Adds a text between quotes, or as a literal where quotes cannot hold it.
    mutating func add(astring bytes: [UInt8], capabilities: CapabilitySet) {
        if let quoted = QuotedString(bytes) {
            add(quoted.wire)
        } else if let literal = Literal(bytes) {
            add(literal, capabilities: capabilities)
        } else {
            preconditionFailure("An argument with a NUL cannot be sent.")
        }
    }

    /// Adds a literal, announced as the server's capabilities allow.
    mutating func add(_ literal: Literal, capabilities: CapabilitySet) {
        let announcement = Literal.Announcement(
            length: literal.bytes.count,
            capabilities: capabilities
        )
        add(literal.header(announcement))
        switch announcement {
        case .nonSynchronising: add(literal.bytes)
        case .synchronising: pieces.append(literal.bytes)
        }
    }

    /// The command with its line end.
    func ended() -> CommandText {
        var text = self
        text.add("\r\n")
        return text
    }
}

/// The rest of a command, which waits for the server's "+".
struct WaitingText: Hashable, Sendable {
    /// The command it belongs to: when that one is answered, the rest is not wanted any more.
    let tag: Tag
    private var pieces: ArraySlice<[UInt8]>

    /// Nil when the whole command could be written at once.
    init?(_ text: CommandText, tag: Tag) {
        guard text.pieces.count > 1 else { return nil }
        self.tag = tag
        pieces = text.pieces[1...]
    }

    var isOver: Bool { pieces.isEmpty }

    mutating func nextPiece() -> [UInt8]? { pieces.popFirst() }
}

extension CommandText {
    /// A command as it is sent; `mailbox` is the one that is selected.
    init(_ command: Command, tag: Tag, capabilities: CapabilitySet, mailbox: SelectedMailbox?) {
        switch command {
        case .capability: self.init(tag, "CAPABILITY")
        case .noop: self.init(tag, "NOOP")
        case .idle: self.init(tag, "IDLE")
        case .logout: self.init(tag, "LOGOUT")
        case .enable(let names):
            self.init(tag, "ENABLE \(names.map(\.name).joined(separator: " "))")
        case .id(let name, let version):
            self.init(tag, "ID (\"name\" ")
            add(name.wire + Array(" \"version\" ".utf8) + version.wire)
            add(")")
        case .select(let name), .examine(let name):
            self.init(tag, command.name == .select ? "SELECT " : "EXAMINE ")
            add(name, capabilities: capabilities)
            if capabilities.contains(.condstore) { add(" (CONDSTORE)") }
        case .list(let name):
            self.init(tag, "LIST \"\" ")
            add(name, capabilities: capabilities)
        case .create(let name):
            self.init(tag, "CREATE ")
            add(name, capabilities: capabilities)
        case .search(let keys): self.init(search: keys, tag: tag, capabilities: capabilities)
        case .fetchMetadata(let uids):
            let modSeq = mailbox?.highestModSeq == nil ? "" : " MODSEQ"
            self.init(
                tag,
                "UID FETCH \(uids.text) (UID INTERNALDATE RFC822.SIZE FLAGS\(modSeq))"
            )
        case .fetchBodies(let uids, _):
            self.init(
                tag,
                "UID FETCH \(uids.text) (UID RFC822.SIZE INTERNALDATE BODY.PEEK[])"
            )
        case .fetchHeaders(let uids):
            self.init(
                tag,
                "UID FETCH \(uids.text) (UID RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER])"
            )
        case .addFlags(let flags, let uids, let unchangedSince):
            let condition = unchangedSince.map { " (UNCHANGEDSINCE \($0))" } ?? ""
            let names = flags.map(\.text).joined(separator: " ")
            self.init(tag, "UID STORE \(uids.text)\(condition) +FLAGS.SILENT (\(names))")
        case .move(let uids, let target):
            self.init(tag, "UID MOVE \(uids.text) ")
            add(target, capabilities: capabilities)
        case .append(let mail, let target, let flags, let date):
            self.init(tag, "APPEND ")
            add(target, capabilities: capabilities)
            if !flags.isEmpty { add(" (\(flags.map(\.text).joined(separator: " ")))") }
            if let date { add(" \(date.text)") }
            add(" ")
            add(mail, capabilities: capabilities)
        }
        self = ended()
    }

    private init(search keys: [SearchKey], tag: Tag, capabilities: CapabilitySet) {
        let isExtended = capabilities.contains(.esearch)
        self.init(tag, isExtended ? "UID SEARCH RETURN (ALL)" : "UID SEARCH")
        let isASCII = keys.allSatisfy { key in
            if case .messageID(let value) = key { value.isASCII } else { true }
        }
        if !isASCII { add(" CHARSET UTF-8") }
        for key in keys { key.write(to: &self, capabilities: capabilities) }
    }
}
