// The composition root: the one place where the adapters meet. From an invocation to settings,
// templates, store and world.

import Desk
import Foundation
import Gateway
import Letters
import MIME
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

    /// What is doubtful in the settings on a day, one sentence each with its place.
    func reviewHouse(on today: CivilDay) throws -> [String] {
        try SettingsLoader.review(
            folder: configFolder,
            stateFolder: stateFolder,
            home: surroundings.home,
            on: today
        ).map(\.description)
    }

    /// The templates; every error of every file is told at once.
    func loadTemplates() throws -> TemplateLibrary {
        do {
            return try TemplateLibrary(folder: templatesFolder)
        } catch {
            throw CommandFailure(.configuration, sentences: error.errors.map(\.description))
        }
    }

    /// Settings and templates, read beside each other; what is wrong with the settings is told
    /// first.
    func loadHouseAndTemplates() throws -> (house: HouseSettings, templates: TemplateLibrary) {
        let templates = Parallel.begin { Result { try self.loadTemplates() } }
        let house = Result { try loadHouse() }
        let read = templates.take()
        guard let library = read.first else { preconditionFailure("the work has a result") }
        return (try house.get(), try library.get())
    }

    /// A mailbox by the name that a user typed.
    func mailbox(named name: String, in house: HouseSettings) throws -> MailboxSettings {
        guard let mailbox = house.mailboxes.first(where: { $0.name.text == name }) else {
            throw CommandFailure(
                .usage,
                Invocation.unknown("mailbox", name, among: house.mailboxes.map(\.name.text))
            )
        }
        return mailbox
    }

    /// The store, for writing.
    func openStore() throws -> Store {
        let store = try Store.open(folder: try knownStateFolder())
        for sentence in store.openingNotes { output.complain(sentence) }
        return store
    }

    // Whatever may move a clock: the settings as they are written, and the program that reads them.
    private func settingsMark() -> String {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: configFolder)) ?? []
        var bytes = Array(VersionCommand.version.utf8)
        for name in names.sorted() where name.hasSuffix(".yaml") {
            bytes += Array(name.utf8)
            bytes += FileManager.default.contents(atPath: "\(configFolder)/\(name)") ?? Data()
        }
        return ContentHash.digest(of: bytes).hexadecimal
    }

    /// The world of a run: everything that the shell needs, wired.
    func makeWorld(
        _ house: HouseSettings,
        store: Store,
        templates: TemplateLibrary,
        key given: KeyedHash? = nil,
        journal: @escaping @Sendable (Journey) -> Void
    ) throws -> World {
        let key = try given ?? HouseKey.find(house, self)
        let timeZone = house.company.timeZone
        let reading = MailReading()
        let files = FileReading(mails: reading, calendar: house.company.calendar)
        let routes = MailRoutes(self, ledger: store)
        var world = World(
            house: house,
            key: key,
            ledger: store,
            now: Clock.now,
            digest: { ContentHash.digest(of: $0) },
            read: { try reading.read($0) },
            compose: { letter in
                let message = try templates.compose(letter)
                let bytes = MailWriter.bytes(of: message, timeZone: timeZone)
                return (message.subject.text, bytes)
            },
            inboxes: house.mailboxes.map(routes.inbox)
                + house.mailboxes.compactMap(routes.handSentInbox),
            postmen: house.mailboxes.map(routes.postman),
            journal: journal
        )
        world.settingsMark = settingsMark()
        world.original = { try openReader().bytes(of: $0) }
        let stateFolder = stateFolder
        let mailboxes = house.mailboxes
        world.service = {
            var report = StatusFile(stateFolder: stateFolder).read()?.report ?? ServiceReport()
            // What lies unread in a mailbox is told by mail as it is at the machine.
            let reader = try? openReader()
            report.troubles += mailboxes.compactMap { mailbox in
                let left = reader.flatMap { CurMails(of: mailbox, $0) }
                return left.map { "\(mailbox.name.text): \($0.sentence)".withoutControls }
            }
            return report
        }
        world.enclose = { try files.enclose($0, $1) }
        let desk = PromiseDesk(world)
        world.tick = { try desk.tick(at: $0, goesOn: $1) }
        return world
    }
}
