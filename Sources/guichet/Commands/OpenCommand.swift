// guichet open: a request that came by telephone or through the portal, entered for its client. It
// becomes a mail in the client's name and goes the way of all mails, so that nothing is different
// afterwards: number, class, clocks, handler, and the written confirmation.

import Desk
import Foundation
import Gateway
import MIME
import Store
import Synchronization

/// Enters a request.
enum OpenCommand {
    private static let client = Option(
        name: "--client",
        value: "ADDRESS",
        help: "the client's address, to which the confirmation goes"
    )
    private static let name = Option(
        name: "--name",
        value: "NAME",
        help: "the client's name"
    )
    private static let by = Option(
        name: "--by",
        value: "ADDRESS",
        help: "who enters it: an address of the staff"
    )
    private static let subject = Option(
        name: "--subject",
        value: "TEXT",
        help: "what it is about (default: the first words)"
    )
    private static let channel = Option(
        name: "--channel",
        value: "WAY",
        help: "phone (the default) or portal"
    )
    private static let procedure = Option(
        name: "--procedure",
        value: "NAME",
        help: "sav (the default) or complaint"
    )
    private static let criticality = Option(
        name: "--class",
        value: "CLASS",
        help: "critical, standard or informational (default: told from the words)"
    )
    private static let urgent = Option(
        name: "--urgent",
        value: nil,
        help: "a complaint with an incident or an emergency: the short delay"
    )

    static let command = Command(
        name: "open",
        operands: "TEXT",
        operandCount: 1...1,
        summary: "open a ticket for a client who telephoned or used the portal",
        details: [
            "TEXT is what the client said; - reads it from stdin. The ticket follows the same",
            "procedure as one that came by mail: number, class, handler, clocks; the client gets",
            "it confirmed in writing (a complaint by telephone within 2 h). The service sends",
            "that letter. Exit code 0 once the ticket exists; its number is printed.",
        ],
        options: [client, name, by, subject, channel, procedure, criticality, urgent, Command.json]
    ) { invocation in
        let house = try invocation.loadHouse()
        let address = try requester(invocation, house)
        let entry = try entered(invocation, house)
        let mailbox = try destination(invocation, house)
        let words = try said(invocation)
        let journey = try enter(
            words,
            titled: invocation.value(subject.name) ?? words.firstWords,
            from: address,
            at: mailbox,
            as: entry,
            house,
            invocation
        )
        return try tell(journey, invocation)
    }

    /// Enters a request: a mail in the client's name that goes the way of all mails.
    static func enter(
        _ words: String,
        titled title: String,
        from address: NamedAddress,
        at mailbox: MailboxSettings,
        as entry: EnteredRequest,
        _ house: HouseSettings,
        _ invocation: Invocation
    ) throws -> Journey? {
        let now = Clock.now()
        guard
            let id = MessageID(
                "entered-\(UInt64(now.timeIntervalSince1970 * 1_000))@"
                    + house.company.domain
            ),
            let shown = HeaderValue(title.withoutControls)
        else { throw CommandFailure(.usage, "The subject cannot stand in a mail; give another.") }
        let message = OutgoingMessage(
            id: id,
            from: address,
            to: mailbox.address,
            subject: shown,
            date: now,
            text: words
        )
        let bytes = MailWriter.bytes(of: message, timeZone: house.company.timeZone)
        return try file(bytes, mailbox, entry, house, at: now, invocation)
    }

    // MARK: - What was said

    private static func requester(
        _ invocation: Invocation,
        _ house: HouseSettings
    ) throws -> NamedAddress {
        guard let text = invocation.value(client.name) else {
            throw CommandFailure(.usage, "open wants --client ADDRESS: whose request it is.")
        }
        guard let address = EmailAddress(text) else {
            throw CommandFailure(.usage, "“\(text.withoutControls)” is not a mail address.")
        }
        return NamedAddress(try check(address, house), name: invocation.value(name.name) ?? "")
    }

    /// A client's address: none of the company's own.
    static func check(_ address: EmailAddress, _ house: HouseSettings) throws -> EmailAddress {
        guard !house.isOurs(address), !house.isStaff(address) else {
            throw CommandFailure(
                .usage,
                "\(address.text) is the company's own; the client's address is wanted."
            )
        }
        return address
    }

    private static func entered(
        _ invocation: Invocation,
        _ house: HouseSettings
    ) throws -> EnteredRequest {
        guard let text = invocation.value(by.name) else {
            throw CommandFailure(.usage, "open wants --by ADDRESS: who enters it.")
        }
        let staff = house.company.staff.map(\.address.text)
        guard let person = EmailAddress(text), staff.contains(person.text) else {
            throw CommandFailure(
                .usage,
                Invocation.unknown("person of the staff", text, among: staff)
            )
        }
        let word = invocation.value(channel.name) ?? EntryChannel.phone.rawValue
        guard let way = EntryChannel.spoken.first(where: { $0.rawValue == word }) else {
            let known = EntryChannel.spoken.map(\.rawValue)
            throw CommandFailure(.usage, Invocation.unknown("channel", word, among: known))
        }
        var entry = EnteredRequest(way, by: person)
        if let word = invocation.value(criticality.name) {
            guard let level = Criticality(rawValue: word) else {
                let known = Criticality.allCases.map(\.rawValue)
                throw CommandFailure(.usage, Invocation.unknown("class", word, among: known))
            }
            entry.criticality = level
        }
        entry.isUrgent = invocation.has(urgent)
        return entry
    }

    private static func destination(
        _ invocation: Invocation,
        _ house: HouseSettings
    ) throws -> MailboxSettings {
        let word = invocation.value(procedure.name) ?? Procedure.sav.rawValue
        guard let wanted = Procedure(rawValue: word) else {
            let known = Procedure.allCases.map(\.rawValue)
            throw CommandFailure(.usage, Invocation.unknown("procedure", word, among: known))
        }
        guard let mailbox = house.mailboxes.first(where: { $0.procedure == wanted }) else {
            throw CommandFailure(.configuration, "No mailbox follows the procedure \(word).")
        }
        return mailbox
    }

    private static func said(_ invocation: Invocation) throws -> String {
        let text = StandardInput.text(else: invocation.operands[0])
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw CommandFailure(.usage, "open wants what the client said; the text is empty.")
        }
        return text
    }

    // MARK: - What comes of it

    private static func file(
        _ bytes: [UInt8],
        _ mailbox: MailboxSettings,
        _ entry: EnteredRequest,
        _ house: HouseSettings,
        at now: Date,
        _ invocation: Invocation
    ) throws -> Journey? {
        let store = try invocation.openStore()
        let filed = LastJourney()
        let world = try invocation.makeWorld(
            house,
            store: store,
            templates: try invocation.loadTemplates()
        ) { filed.note($0) }
        let digest = ContentHash.digest(of: bytes)
        let mail = RawMessage(
            origin: MailOrigin(handedInto: mailbox.name, digest: digest),
            receivedAt: now,
            bytes: bytes
        )
        let kept = try store.keep([(mail: mail, digest: digest)])
        _ = try FilingDesk(world, entered: entry).file(kept.map { ($0, bytes) })
        return filed.journey
    }

    private static func tell(_ journey: Journey?, _ invocation: Invocation) throws -> ExitCode {
        guard let journey, let ticket = journey.ticket else {
            throw CommandFailure(.tryLater, "The request is kept and not filed yet; see status.")
        }
        let letter = journey.acknowledgement
        guard !invocation.has(Command.json) else {
            invocation.output.line(
                JSON.object([
                    ("ticket", .text(ticket.text)),
                    ("criticality", .optional(journey.criticality?.rawValue)),
                    ("disposition", .text(journey.disposition.rawValue)),
                    ("acknowledge", .bool(letter.isDue)),
                    ("acknowledgeReason", .text(letter.reason)),
                ]).line
            )
            return .success
        }
        let confirmation =
            letter.isDue ? "a written confirmation is queued" : "no letter: \(letter.reason)"
        invocation.output.line("\(ticket.text) (\(journey.disposition.rawValue)); \(confirmation).")
        return .success
    }
}

/// The journey of the one mail that is filed.
private final class LastJourney: Sendable {
    private let noted = Mutex<Journey?>(nil)

    var journey: Journey? { noted.withLock { $0 } }

    func note(_ journey: Journey) { noted.withLock { $0 = journey } }
}

/// What a person gives as a text.
enum StandardInput {
    /// The longest text that is read.
    static let bytesMaximum = 1_000_000

    /// The text itself, or what stands on standard input where it is "-".
    static func text(else text: String) -> String {
        guard text == "-" else { return text }
        let data = try? FileHandle.standardInput.read(upToCount: bytesMaximum)
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}

extension String {
    var firstWords: String {
        let line = split(whereSeparator: \.isNewline).first.map(String.init) ?? self
        return line.cut(to: 60)
    }
}
