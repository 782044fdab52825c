// From a mailbox's settings to its ways in and out: the adapters of MailTransport get their values
// here, and their secrets as closures that look them up at the moment of a login.

import Desk
import Foundation
import Gateway
import MIME
import MailTransport
import Settings

/// Makes the ways of mailboxes.
struct MailRoutes {
    private let ledger: (any Ledger)?
    private let secrets: SecretReader
    private let environment: [String: String]
    private let stateFolder: String
    private let answerSeconds: Int?
    private let host = ProcessInfo.processInfo.hostName

    /// Ways whose cursor is in a ledger; for a look, none is needed, and a server may be given
    /// less time for each of its answers.
    init(_ invocation: Invocation, ledger: (any Ledger)? = nil, answerSeconds: Int? = nil) {
        self.ledger = ledger
        self.answerSeconds = answerSeconds
        environment = invocation.surroundings.environment
        stateFolder = invocation.stateFolder
        secrets = SecretReader(environment: environment)
    }

    // MARK: In

    /// A mailbox's source for the shell.
    func inbox(_ mailbox: MailboxSettings) -> Inbox {
        switch mailbox.source {
        case .maildir(let path):
            Self.inbox(maildirSource(mailbox, path), mailbox.name)
        case .imap(let imap):
            Self.inbox(imapMailbox(mailbox, imap), mailbox.name, pollSeconds: imap.pollSeconds)
        }
    }

    /// A Maildir as a source.
    func maildirSource(_ mailbox: MailboxSettings, _ path: String) -> MaildirSource {
        MaildirSource(
            path: path,
            mailbox: mailbox.name,
            messageBytesMaximum: mailbox.messageBytesMaximum,
            digest: { size, read throws(TransportError) in
                try ContentHash.digest(ofSize: size, reading: read)
            }
        )
    }

    /// An IMAP folder as a source.
    func imapMailbox(_ mailbox: MailboxSettings, _ imap: IMAPSettings) -> IMAPMailbox {
        var source = IMAPSource(
            endpoint: endpoint(.imap, imap.server),
            account: account(imap.login, imap.server),
            mailbox: mailbox.name
        )
        source.folder = imap.folder
        source.done =
            switch imap.done {
            case .keyword(let keyword): .keyword(keyword)
            case .seen: .seen
            case .move(let folder): .move(folder)
            }
        source.refused = imap.refused
        source.adoptSince = imap.adoptSince
        source.timeouts = timeouts(source.timeouts)
        source.areSizesEstimated = imap.areSizesEstimated
        source.messageBytesMaximum = mailbox.messageBytesMaximum
        let ledger = ledger
        return IMAPMailbox(
            source,
            now: Clock.now,
            done: { try ledger?.doneUIDs(of: mailbox.name, validity: $0) ?? [] },
            refused: { try ledger?.refusedUIDs(of: mailbox.name, validity: $0) ?? [] }
        )
    }

    private static func inbox(_ source: MaildirSource, _ mailbox: MailboxName) -> Inbox {
        Inbox(
            mailbox: mailbox,
            beginPass: {
                var pass = try source.pass()
                return { count, bytes in
                    let batch = try pass.next(count: count, bytes: bytes)
                    return FetchedBatch(
                        mails: batch.messages,
                        complaints: batch.complaints.map(\.sentence)
                    )
                }
            },
            markDone: { try source.markDone($0) }
        )
    }

    private static func inbox(
        _ source: IMAPMailbox,
        _ mailbox: MailboxName,
        pollSeconds: Int
    ) -> Inbox {
        var inbox = Inbox(
            mailbox: mailbox,
            beginPass: {
                try source.beginPass()
                return { count, bytes in
                    let batch = try source.next(count: count, bytes: bytes)
                    return FetchedBatch(mails: batch.messages, complaints: batch.complaints)
                }
            },
            markDone: { try source.markDone($0) },
            markRefused: { try source.markRefused($0) },
            pollSeconds: Double(pollSeconds),
            waitForNews: { until, bell in
                let seconds = min(max(until.timeIntervalSince(Clock.now()), 0), 3_600)
                let milliseconds = Int((seconds * 1_000).rounded(.up))
                let news = try source.waitForNews(
                    milliseconds: milliseconds,
                    orBell: bell.descriptor
                )
                // The ring was only seen: it is taken here, or the next wait would end at once.
                if news == .interrupted { _ = bell.wait(Clock.now()) }
            }
        )
        inbox.takeComplaints = { source.takeComplaints() }
        return inbox
    }

    /// The source of the mails that people have sent from a mailbox by hand; nil for none.
    func handSentInbox(_ mailbox: MailboxSettings) -> Inbox? {
        guard let place = mailbox.handSent, let name = mailbox.handSentName else { return nil }
        var sent = mailbox
        sent.name = name
        switch (place, mailbox.source) {
        case (.maildir(let path), _): return Self.inbox(maildirSource(sent, path), name)
        case (.folder(let folder), .imap(var imap)):
            imap.folder = folder
            imap.done = .keyword("$GuichetDone")
            imap.refused = nil
            return Self.inbox(imapMailbox(sent, imap), name, pollSeconds: imap.pollSeconds)
        case (.folder, .maildir): return nil
        }
    }

    // MARK: Out

    /// A mailbox's way out for the shell.
    func postman(_ mailbox: MailboxSettings) -> Postman {
        switch mailbox.sink {
        case .maildir(let path):
            maildirPostman(mailbox.name, path)
        case .smtp(let smtp):
            smtpPostman(mailbox, smtp)
        case .sendmail(let command):
            sendmailPostman(mailbox.name, command)
        }
    }

    /// An SMTP server as the way out.
    func smtpSink(_ smtp: SMTPSettings) -> SMTPPostman {
        var sink = SMTPSink(
            endpoint: endpoint(.smtp, smtp.server),
            account: account(smtp.login, smtp.server),
            clientName: host,
            perMinute: smtp.ratePerMinute
        )
        sink.timeouts = timeouts(sink.timeouts)
        return SMTPPostman(sink)
    }

    /// The folder in which copies of sent letters lie; nil where there is none.
    func sentFolder(_ mailbox: MailboxSettings, _ smtp: SMTPSettings) -> SentFolder? {
        guard let folder = smtp.sentFolder, case .imap(let imap) = mailbox.source else {
            return nil
        }
        return SentFolder(
            endpoint: endpoint(.imap, imap.server),
            account: account(imap.login, imap.server),
            folder: folder,
            timeouts: timeouts(Timeouts())
        )
    }

    /// A command as the way out.
    func sendmail(_ command: [String]) -> SendmailSink {
        SendmailSink(command: command, environment: environment)
    }

    private func maildirPostman(_ mailbox: MailboxName, _ path: String) -> Postman {
        let sink = MaildirSink(path: path, host: host)
        return Postman(
            mailbox: mailbox,
            handOver: { entries, now, _ in
                do throws(TransportError) {
                    do throws(TransportError) {
                        try sink.createIfMissing()
                    } catch {
                        return Self.untouched(entries, error)
                    }
                    // What an earlier stop left half written; it stays where it cannot be removed.
                    _ = try? sink.sweepLeftovers(now: now)
                    try sink.deliver(
                        entries.map { MaildirLetter(id: $0.letter.id, bytes: $0.letter.bytes) },
                        now: now
                    )
                } catch {
                    guard error.isBeforeAnyLetter else { throw error }
                    return Self.untouched(entries, error)
                }
                return HandedOver(
                    entries.map { ($0.row, .done(note: "delivered to \(path)")) }
                )
            },
            findDelivered: { ids in
                try sink.createIfMissing()
                return try sink.delivered(among: ids)
            }
        )
    }

    // It is certain that nothing has left, so the letters wait as before.
    private static func untouched(
        _ entries: [OutboxEntry],
        _ error: TransportError
    ) -> HandedOver {
        HandedOver(entries.map { ($0.row, .untouched(note: error.sentence)) }, failure: error)
    }

    // A copy that cannot be put into the folder of sent letters changes nothing of what was sent;
    // it is told, and noted with the letters.
    private func smtpPostman(_ mailbox: MailboxSettings, _ smtp: SMTPSettings) -> Postman {
        let postman = smtpSink(smtp)
        let folder = sentFolder(mailbox, smtp)
        let copies = smtp.appendsSent ? folder : nil
        let notes = handingNotes(mailbox.name)
        var way = Postman(
            mailbox: mailbox.name,
            handOver: { entries, now, goesOn in
                let delivery = postman.deliver(entries, now: now, notes: notes, goesOn: goesOn)
                var handed = HandedOver(delivery.outcomes, failure: delivery.failure)
                if let copies { Self.keepCopies(of: entries, in: copies, &handed, now) }
                return handed
            },
            findDelivered: nil
        )
        if let folder {
            way.findDelivered = { ids in try folder.delivered(among: ids, now: Clock.now()) }
        }
        way.notes = Self.reading(notes)
        way.absenceTells = !smtp.appendsSent
        way.evidenceSeconds = folder == nil ? 0 : Double(smtp.evidenceSeconds)
        way.room = { now in
            postman.room(at: now).map { letters in
                SendingRoom(letters: letters, nextAt: postman.nextRoom(at: now))
            }
        }
        return way
    }

    private static func keepCopies(
        of entries: [OutboxEntry],
        in folder: SentFolder,
        _ handed: inout HandedOver,
        _ now: Date
    ) {
        let sent = handed.outcomes.indices.filter { place in
            if case .done = handed.outcomes[place].1 { true } else { false }
        }
        guard !sent.isEmpty else { return }
        do {
            try folder.append(sent.map { entries[$0].letter.bytes }, now: now)
        } catch {
            handed.complaints.append("a letter was sent and its copy not kept: \(error.sentence)")
            for place in sent {
                guard case .done(let note) = handed.outcomes[place].1 else { continue }
                handed.outcomes[place].1 = .done(note: "\(note); no copy: \(error.sentence)")
            }
        }
    }

    // A command leaves no evidence: where nobody knows of a letter, a person decides.
    private func sendmailPostman(_ mailbox: MailboxName, _ command: [String]) -> Postman {
        let sink = sendmail(command)
        let notes = handingNotes(mailbox)
        var way = Postman(
            mailbox: mailbox,
            handOver: { entries, now, goesOn in
                HandedOver(sink.deliver(entries, now: now, notes: notes, goesOn: goesOn))
            },
            findDelivered: nil
        )
        way.notes = Self.reading(notes)
        return way
    }

    private func handingNotes(_ mailbox: MailboxName) -> HandingNotes {
        HandingNotes(path: "\(stateFolder)/handing-\(mailbox.text).notes")
    }

    private static func reading(
        _ notes: HandingNotes
    ) -> @Sendable (Set<MessageID>) -> [MessageID: Bool] {
        { ids in notes.traces(of: ids).mapValues { $0 == .accepted } }
    }

    // MARK: Servers

    private func timeouts(_ usual: Timeouts) -> Timeouts {
        guard let answerSeconds else { return usual }
        return Timeouts(milliseconds: answerSeconds * 1_000)
    }

    private func endpoint(_ kind: MailProtocol, _ server: ServerSettings) -> Endpoint {
        let protection: Protection =
            switch server.security {
            case .tls: .tls
            case .startTLS: .startTLS
            case .none: .none
            }
        return Endpoint(
            kind,
            host: server.host,
            port: server.port,
            protection: protection,
            authorities: server.authorities
        )
    }

    private func account(_ login: LoginSettings, _ server: ServerSettings) -> Account {
        switch login {
        case .none:
            return .anonymous
        case .password(let user, let reference):
            return .password(user: user, secret(reference))
        case .oauth2(let user, let oauth2):
            let mechanism: TokenMechanism =
                switch oauth2.mechanism {
                case .xoauth2: .xoauth2
                case .oauthbearer: .oauthbearer
                }
            return .token(user: user, TokenSource(endpoint(oauth2, server)), mechanism)
        }
    }

    private func endpoint(_ oauth2: OAuth2Settings, _ server: ServerSettings) -> TokenEndpoint {
        let grant: TokenGrant =
            if oauth2.grant == .refreshToken, let reference = oauth2.refreshToken {
                .refreshToken(secret(reference))
            } else {
                .clientCredentials
            }
        return TokenEndpoint(
            url: oauth2.tokenURL,
            clientID: oauth2.clientID,
            clientSecret: oauth2.clientSecret.map(secret),
            scope: oauth2.scope,
            grant: grant,
            authorities: server.authorities
        )
    }

    private func secret(_ reference: SecretReference) -> @Sendable () throws -> Secret {
        let secrets = secrets
        return { try secrets.secret(at: reference) }
    }
}
