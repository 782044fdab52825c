// Reads a server's words where there is nothing else: which addresses a letter did not reach, why,
// and which letter it was.
//
// The grammar is that of all servers: a preamble, then for each recipient the address (at the
// beginning of a line, or behind a label), then what the other side said, then perhaps the returned
// letter. Whole lines are looked at, a bounded number of them, each once.

/// What a server's words say.
struct BounceText {
    /// One recipient with what was said about it.
    struct Block {
        var recipient: EmailAddress?
        /// The fields of a report that stand in the text.
        var action: DeliveryReport.Action?
        var statusField: String?
        /// What was said, line by line.
        var words: [UInt8] = []
    }

    /// The recipients with their words; one without a recipient where none is named.
    private(set) var blocks: [Block] = []
    /// What was said before the first recipient.
    private(set) var preamble: [UInt8] = []
    /// The Message-IDs that stand in the text, in order.
    private(set) var messageIDs: [MessageID] = []

    static let linesMaximum = 500
    static let lineBytesMaximum = 1000
    static let recipientsMaximum = 50
    static let blockBytesMaximum = 4000

    /// Reads a text; the addresses that `isNobody` holds for are no recipients.
    init(_ text: String, isNobody: (EmailAddress) -> Bool) {
        var lines: [BounceLine] = []
        var isReturned = false
        for raw in text.utf8.split(
            separator: UInt8(ascii: "\n"),
            maxSplits: Self.linesMaximum,
            omittingEmptySubsequences: false
        ).prefix(Self.linesMaximum) {
            let line = BounceLine(Array(raw.prefix(Self.lineBytesMaximum)), isNobody: isNobody)
            if let id = line.messageID, messageIDs.count < 20 { messageIDs.append(id) }
            if line.beginsReturnedLetter { isReturned = true }
            if !isReturned || line.isReportField { lines.append(line) }
        }
        readBlocks(lines)
    }

    // The best way in which a recipient is named decides; weaker mentions belong to its words.
    private mutating func readBlocks(_ lines: [BounceLine]) {
        let rank = lines.compactMap(\.rank).min()
        var places: [EmailAddress: Int] = [:]
        var current: Int?
        for line in lines {
            if let rank, line.rank == rank, let address = line.address {
                if let place = places[address] {
                    current = place
                } else if blocks.count < Self.recipientsMaximum {
                    places[address] = blocks.count
                    current = blocks.count
                    blocks.append(Block(recipient: address))
                }
            }
            guard let current else {
                if preamble.count < Self.blockBytesMaximum { preamble += line.bytes + [0x0A] }
                continue
            }
            blocks[current].take(line)
        }
        if blocks.isEmpty { blocks = [Block()] }
    }
}

extension BounceText.Block {
    fileprivate mutating func take(_ line: BounceLine) {
        switch line.label {
        case "action":
            let word = line.value.prefix { $0 > 0x20 && $0 != UInt8(ascii: "(") }
            action =
                action ?? DeliveryReport.Action(rawValue: String(decoding: word, as: UTF8.self))
        case "status":
            statusField = statusField ?? StatusScan(line.value).status
        default:
            break
        }
        if words.count < BounceText.blockBytesMaximum { words += line.bytes + [0x0A] }
    }
}

/// One line of a server's words.
struct BounceLine {
    /// The line, trimmed of blanks and of marks that stand before it.
    let bytes: [UInt8]
    /// What stands before its first colon, folded; empty where it has none.
    let label: String
    /// What stands behind it, folded.
    let value: ArraySlice<UInt8>
    /// The recipient that it names.
    private(set) var address: EmailAddress?
    /// How plainly: 0 in a report's field, 1 at the beginning or behind a label, 2 in a command, 3
    /// anywhere.
    private(set) var rank: Int?
    /// The Message-ID that it states.
    private(set) var messageID: MessageID?
    private let folded: [UInt8]

    /// Reads a line.
    init(_ raw: [UInt8], isNobody: (EmailAddress) -> Bool) {
        let trimmed = raw.drop { " \t>-*|#".utf8.contains($0) || $0 == 0x0D }
        bytes = Array(trimmed)
        let folded = Folding.bytes(of: String(decoding: bytes, as: UTF8.self))
        self.folded = folded
        let colon = folded.prefix(40).firstIndex(of: UInt8(ascii: ":"))
        label =
            colon.map { end in
                let name = folded[..<end]
                let isSpaced = name.last == UInt8(ascii: " ")
                return String(decoding: isSpaced ? name.dropLast() : name, as: UTF8.self)
            } ?? ""
        value = colon.map { folded[($0 + 1)...].drop { $0 == UInt8(ascii: " ") } } ?? []
        if Self.idLabels.contains(label) {
            messageID = Self.idInBrackets(bytes)
            return
        }
        let finds = AddressScan(bytes[...]).finds.filter { !isNobody($0.address) }
        guard let first = finds.first else { return }
        address = first.address
        rank = rank(of: first)
    }

    /// Whether it is a field of a report (RFC 3464) that was flattened into the text.
    var isReportField: Bool { Self.reportLabels.contains(label) }

    /// Whether the returned letter begins here.
    var beginsReturnedLetter: Bool {
        if Self.boundaries.prefix(of: folded[...]) != nil { return true }
        return label == "received" || label == "return-path"
    }

    private func rank(of find: AddressScan.Find) -> Int {
        if label == "final-recipient" { return 0 }
        if label == "original-recipient" || Self.recipientLabels.contains(label) { return 1 }
        let before = bytes[..<find.range.lowerBound]
        let isFirst = before.allSatisfy { "<[('\" ".utf8.contains($0) }
        if isFirst {
            guard let next = bytes[find.range.upperBound...].first else { return 1 }
            if ">:,;)]'\" \t(".utf8.contains(next) { return 1 }
        }
        return Self.commands.first(in: folded[...]) != nil ? 2 : 3
    }

    private static func idInBrackets(_ bytes: [UInt8]) -> MessageID? {
        guard let open = bytes.firstIndex(of: UInt8(ascii: "<")),
            let close = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        return MessageID(String(decoding: bytes[(open + 1)..<close], as: UTF8.self))
    }

    private static let idLabels: Set<String> = [
        "message-id", "message id", "messageid", "x-original-message-id", "original-message-id",
        "original message-id", "original message id", "id du message", "identifiant du message",
        "id de message", "internet message id", "nachrichten-id", "id del mensaje",
    ]

    private static let reportLabels: Set<String> = [
        "final-recipient", "original-recipient", "action", "status", "diagnostic-code",
        "remote-mta", "last-attempt-date", "will-retry-until",
    ]

    private static let recipientLabels: Set<String> = [
        "recipient", "recipients", "recipient address", "failed recipient", "failed recipients",
        "failed address", "intended recipient", "original recipient", "to", "rcpt to", "address",
        "email address", "x-failed-recipients", "destinataire", "destinataires", "a", "adresse",
        "adresse du destinataire", "destinataire(s)", "adresse e-mail", "an", "para",
        "destinatario", "empfanger", "envelope-to", "addressee", "your message to",
        "votre message a", "message to", "failed recipient(s)", "could not be delivered to",
    ]

    private static let commands = PhraseIndex([["rcpt to", "rcpt", "in reply to rcpt"]])

    private static let boundaries = PhraseIndex([
        [
            "below this line is a copy", "this is a copy of", "original message -",
            "original message",
            "unsent message follows", "original message headers", "original message follows",
            "original headers", "below is a copy of", "message header follows",
            "included is a copy of", "the original message follows",
            "the original message is", "the original message header", "the original message text",
            "en-tetes de message d'origine",
            "en-tetes du message d'origine", "en-tete de message d'origine", "message d'origine",
            "message original", "copie du message", "ci-dessous une copie",
            "returned message follows",
            "header of original message", "start of returned message", "begin message",
            "message headers follow", "the header of the original message",
            "ursprungliche nachrichtenkopf", "encabezados de mensajes originales",
        ]
    ])
}
