// Reads one mailbox's file: where its mail comes from, where letters go, what is promised.
//
// What it gives is a draft, as with company.yaml. The delays of the other procedure are unknown
// keys in a mailbox, and the error says where they belong: a promise that is written down and
// never kept would be worse than an error.

import Desk

/// A mailbox file, as far as it could be read.
struct MailboxFile {
    let name: Located<MailboxName>?
    let procedure: Located<Procedure>?
    let prefix: Located<String>?
    let address: Located<EmailAddress>?
    let displayName: String?
    let aliases: [Located<EmailAddress>]?
    let source: Located<MailSource>?
    let handSent: Located<String>?
    let letters: Located<MailSink>?
    let acknowledge: AcknowledgementPolicy
    let confirmsFollowUps: Bool
    let delays: PromisedDelays
    let promises: PromiseTable
    let messageSize: ByteSize

    /// Asks the top of the file for everything that it may hold.
    init(_ fields: inout MapReader, stem: String, in places: SettingsPlaces) {
        let hasName = fields.has("name")
        let written = fields.optional("name", .name, otherwise: "the file's name without .yaml")
        name = written ?? (hasName ? nil : fields.name(from: stem))
        let procedure = fields.required("procedure", ScalarKind<Procedure>.word())
        self.procedure = procedure
        prefix = fields.required("prefix", .prefix)
        address = fields.required("address", .address)
        displayName = fields.optional("display-name", .text, otherwise: "company.name")?.value
        aliases = fields.distinctList("aliases", of: .address)
        var handSent: Located<String>?
        source = fields.map("source", isMandatory: true) { fields in
            let source = fields.source(in: places)
            handSent = fields.handSentMaildir(in: places)
            return source
        }
        self.handSent = handSent
        letters = fields.map("letters", isMandatory: true) { $0.letters(in: places) }
        acknowledge = fields.value("acknowledge", .word(), default: "at-once")
        // C1: a complaint is acknowledged within 30 minutes, day and night.
        if acknowledge == .openingHours, procedure?.value == .complaint {
            fields.file.complain(
                .conflict,
                at: fields.place(of: "acknowledge"),
                "\"acknowledge\": found \"opening-hours\", which would break the acknowledgement "
                    + "of complaints within 30 min at every hour; allowed: at-once"
            )
        }
        confirmsFollowUps = fields.value("confirm-follow-ups", .flag, default: "false")
        delays = fields.map("delays") { $0.delays(of: procedure?.value) }
        promises = PromiseTable(&fields, of: procedure?.value)
        messageSize = fields.map("limits") { $0.value("message-size", .size, default: "25 MB") }
    }

    /// The name under which mails that were sent by hand are read, where any are.
    var handSentName: String? {
        let isRead: Bool =
            switch source?.value {
            case .imap(let imap): imap.handSentFolder != nil
            case .maildir, nil: handSent != nil
            }
        return isRead ? name.map { "\($0.value.text)-sent" } : nil
    }

    /// The mailbox, if everything that is mandatory could be read.
    func settings(of company: String) -> MailboxSettings? {
        guard let name, let procedure, let prefix, let address, let aliases, let source,
            let letters,
            let promises = promises.rules
        else { return nil }
        var settings = MailboxSettings(
            name: name.value,
            procedure: procedure.value,
            prefix: prefix.value,
            address: NamedAddress(address.value, name: displayName ?? company),
            aliases: aliases.map(\.value),
            source: source.value,
            sink: letters.value,
            acknowledge: acknowledge,
            confirmsFollowUps: confirmsFollowUps,
            delays: delays,
            promises: promises,
            messageBytesMaximum: messageSize.bytes
        )
        settings.handSentMaildir = handSent?.value
        return settings
    }
}

extension MapReader {
    fileprivate func name(from stem: String) -> Located<MailboxName>? {
        guard let name = MailboxName(stem) else {
            guard !mayLack else { return nil }
            file.complain(
                .wrongValue,
                at: .start,
                "the file's name makes no mailbox name: found \(shown(stem)); allowed: "
                    + "\(ScalarKind.name.allowed); rename the file, or add the key \"name\""
            )
            return nil
        }
        return Located(value: name, position: .start)
    }

    // While the procedure itself is wrong, both kinds of delay are read and neither is misplaced.
    fileprivate mutating func delays(of procedure: Procedure?) -> PromisedDelays {
        let belongsTo = { (home: Procedure) -> String? in
            guard let procedure, procedure != home else { return nil }
            return "it belongs in a mailbox with procedure: \(home.rawValue)"
        }
        let handling = map("handling", misplaced: belongsTo(.sav)) { fields in
            var delays: [Criticality: Delay] = [:]
            for level in Criticality.allCases.reversed() {
                delays[level] =
                    fields.optional(
                        level.rawValue,
                        .delay,
                        otherwise: "the contract's first-answer"
                    )?.value
            }
            return delays
        }
        let complaint = belongsTo(.complaint)
        return PromisedDelays(
            handling: handling,
            formalAcknowledgement: value(
                "formal-acknowledgement",
                .delay,
                default: "4 bh",
                misplaced: complaint
            ),
            substantiveAnswer: value(
                "substantive-answer",
                .delay,
                default: "5 bd",
                misplaced: complaint
            ),
            urgentAnswer: value("urgent-answer", .delay, default: "48 h", misplaced: complaint)
        )
    }
}
