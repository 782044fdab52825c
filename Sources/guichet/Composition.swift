// The composition root: the one place where the adapters meet. From an invocation to settings,
// templates, store and world.

import Desk
import Foundation
import Gateway
import Letters
import MIME
import MailTransport
import Settings
import Store

extension Invocation {
    /// The settings; every error of every file is told at once.
    func loadHouse() throws -> HouseSettings {
        do {
            return try SettingsLoader.load(
                folder: configFolder,
                stateFolder: stateFolder,
                home: surroundings.home
            )
        } catch {
            throw CommandFailure(.configuration, sentences: error.errors.map(\.description))
        }
    }

    /// The templates; every error of every file is told at once.
    func loadTemplates() throws -> TemplateLibrary {
        do {
            return try TemplateLibrary(folder: templatesFolder)
        } catch {
            throw CommandFailure(.configuration, sentences: error.errors.map(\.description))
        }
    }

    /// A mailbox by the name that a user typed.
    func mailbox(named name: String, in house: HouseSettings) throws -> MailboxSettings {
        guard let mailbox = house.mailboxes.first(where: { $0.name.text == name }) else {
            throw CommandFailure(
                .usage,
                Invocation.unknown("mailbox", name, among: house.mailboxes.map(\.name.text))
                    + " The settings know "
                    + "\(house.mailboxes.map(\.name.text).joined(separator: ", "))."
            )
        }
        return mailbox
    }

    /// The store, for writing.
    func openStore() throws -> Store {
        try Store.open(folder: stateFolder)
    }

    /// The world of a run: everything that the shell needs, wired.
    func makeWorld(
        _ house: HouseSettings,
        store: Store,
        templates: TemplateLibrary,
        journal: @escaping @Sendable (Journey) -> Void
    ) throws -> World {
        let key = try HouseKey.find(house, self)
        let timeZone = house.company.timeZone
        return World(
            house: house,
            key: key,
            ledger: store,
            now: Clock.now,
            digests: { mails in Parallel.map(mails) { ContentHash.digest(of: $0.bytes) } },
            read: { mails in Parallel.map(mails) { MailReader.read($0) } },
            compose: { letter in
                let message = try templates.compose(letter)
                let bytes = MailWriter.bytes(of: message, timeZone: timeZone)
                return (message.subject.text, bytes)
            },
            inboxes: house.mailboxes.map(Self.inbox),
            postmen: house.mailboxes.map(Self.postman),
            journal: journal
        )
    }

    private static func inbox(_ mailbox: MailboxSettings) -> Inbox {
        switch mailbox.source {
        case .maildir(let path):
            let source = MaildirSource(
                path: path,
                mailbox: mailbox.name,
                messageBytesMaximum: mailbox.messageBytesMaximum
            )
            return Inbox(
                mailbox: mailbox.name,
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
    }

    private static func postman(_ mailbox: MailboxSettings) -> Postman {
        switch mailbox.sink {
        case .maildir(let path):
            let sink = MaildirSink(path: path, host: ProcessInfo.processInfo.hostName)
            return Postman(
                mailbox: mailbox.name,
                deliver: { entries, now in
                    try sink.createIfMissing()
                    try sink.deliver(
                        entries.map { MaildirLetter(id: $0.letter.id, bytes: $0.letter.bytes) },
                        now: now
                    )
                    return entries.map { ($0.row, .done(note: "delivered to \(path)")) }
                },
                findDelivered: { ids in
                    try sink.createIfMissing()
                    return try sink.delivered(among: ids)
                }
            )
        }
    }
}
