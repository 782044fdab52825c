// From a folder of YAML files to the house that they describe, or to everything that is wrong.
//
// The three folders are arguments; the environment is never asked. Nothing is guessed: a house is
// returned only if every file was read to its end without one error. Secrets are not looked up
// here: the house holds references, and SecretReader follows one when it is needed.

package import Desk
import Foundation

/// Loads a settings folder.
package struct SettingsLoader {
    /// The largest settings file that is read, in bytes.
    package static let fileBytesMaximum = 1_000_000

    /// The name of the file that all mailboxes share.
    package static let companyFileName = "company.yaml"

    /// The folder of the house's own words; it need not be there.
    package static let lexiconFolderName = "lexicon"

    private var places: SettingsPlaces
    private(set) var company: (file: FileReading, draft: CompanyFile)?
    private(set) var mailboxes: [(file: FileReading, draft: MailboxFile)] = []
    private var lexicons: [(file: FileReading, draft: LexiconFile)] = []
    private var errors: [SettingsError] = []

    /// The house that a folder describes; throws all that is wrong at once.
    package static func load(
        folder: String,
        stateFolder: String,
        home: String
    ) throws(SettingsErrors) -> HouseSettings {
        try read(folder: folder, stateFolder: stateFolder, home: home).house()
    }

    /// A loader that has read every file to its end without one error.
    static func loaded(
        folder: String,
        stateFolder: String,
        home: String
    ) throws(SettingsErrors) -> SettingsLoader {
        let loader = read(folder: folder, stateFolder: stateFolder, home: home)
        try loader.throwErrors()
        return loader
    }

    // A loader that has read every file as far as it goes.
    private static func read(folder: String, stateFolder: String, home: String) -> SettingsLoader {
        let label = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let places = SettingsPlaces(settingsFolder: label, stateFolder: stateFolder, home: home)
        var loader = SettingsLoader(places: places)
        loader.readFiles()
        HouseAgreement(company: loader.company, mailboxes: loader.mailboxes).check()
        return loader
    }

    private init(places: SettingsPlaces) {
        self.places = places
    }

    // MARK: Files

    private mutating func readFiles() {
        let names: [String]
        do throws(FileTrouble) {
            names = try Self.names(in: places.settingsFolder)
        } catch {
            complain(
                of: places.settingsFolder,
                "\(error.reason); allowed: a folder with \(Self.companyFileName) and one YAML "
                    + "file for each mailbox"
            )
            return
        }
        if names.contains(Self.companyFileName) {
            readCompany()
        } else {
            complain(
                of: path(Self.companyFileName),
                "there is no such file; it must describe the company, its opening hours and staff"
            )
        }
        let others = names.filter { $0 != Self.companyFileName }
        for name in others where name.hasSuffix(".yml") {
            complain(of: path(name), "the name ends in .yml; rename it to .yaml to have it read")
        }
        let mailboxNames = others.filter { $0.hasSuffix(".yaml") }
        for name in mailboxNames { readMailbox(name) }
        let lexicon = "\(places.settingsFolder)/\(Self.lexiconFolderName)"
        for name in (try? Self.names(in: lexicon)) ?? [] {
            readLexicon("\(Self.lexiconFolderName)/\(name)")
        }
        if others.isEmpty {
            complain(
                of: places.settingsFolder,
                "there is no mailbox file; add one for each mailbox, such as sav.yaml"
            )
        }
    }

    /// The YAML files of a folder, sorted by name; hidden ones are an editor's, not ours.
    private static func names(in folder: String) throws(FileTrouble) -> [String] {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
            throw FileTrouble(reason: "there is no such folder")
        }
        guard isFolder.boolValue else { throw FileTrouble(reason: "this is not a folder") }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw FileTrouble(reason: "this account may not read the folder")
        }
        return names.filter { name in
            !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
        }
        .sorted()
    }

    private mutating func readCompany() {
        let file = FileReading(.company, label: path(Self.companyFileName))
        guard let entries = entries(of: Self.companyFileName, for: file) else { return }
        var fields = entries.reader(of: file)
        let draft = CompanyFile(&fields, in: places)
        places.timeZone = draft.timeZone ?? places.timeZone
        fields.finish()
        if keeps(file, entries) { company = (file, draft) }
    }

    private mutating func readMailbox(_ name: String) {
        let file = FileReading(.mailbox, label: path(name))
        guard let entries = entries(of: name, for: file) else { return }
        var fields = entries.reader(of: file)
        let stem = String(name.dropLast(".yaml".count))
        let draft = MailboxFile(&fields, stem: stem, in: places)
        fields.finish()
        if keeps(file, entries) { mailboxes.append((file, draft)) }
    }

    private mutating func readLexicon(_ name: String) {
        let file = FileReading(.lexicon, label: path(name))
        guard let entries = entries(of: name, for: file) else { return }
        // A house that has no words yet keeps the file, or its one key, and nothing in it.
        let isBare = entries.map.allSatisfy { $0.key == "words" && $0.value.isNothing }
        if isBare, entries.isWhole, file.errors.isEmpty { return }
        var fields = entries.reader(of: file)
        let draft = LexiconFile(&fields)
        fields.finish()
        if keeps(file, entries) { lexicons.append((file, draft)) }
    }

    /// The map at the top of a file.
    private struct Entries {
        var map: [YAMLEntry] = []
        var position = YAMLPosition.start
        /// Whether the file could be read to its end.
        var isWhole = true
        /// Whether the map may lack something for that.
        var isCut = false

        func reader(of file: FileReading) -> MapReader {
            MapReader(map, at: position, isCut: isCut, in: file)
        }
    }

    // A file that breaks off is wrong, and says nothing that others could be compared with.
    private mutating func keeps(_ file: FileReading, _ entries: Entries) -> Bool {
        if !entries.isWhole { errors += file.errors }
        return entries.isWhole
    }

    /// The map at the top of a file; nil once it has been complained of.
    private mutating func entries(
        of name: String,
        for file: FileReading
    ) -> Entries? {
        let document: YAMLDocument
        do throws(FileTrouble) {
            let path = "\(places.settingsFolder)/\(name)"
            let content = try FileContent(path: path, bytesMaximum: Self.fileBytesMaximum)
            document = YAMLDocument(content.bytes)
        } catch {
            complain(of: file.label, "\(error.reason); allowed: a readable YAML file")
            return nil
        }
        for fault in document.faults {
            file.complain(.malformed, at: fault.position, fault.sentence)
        }
        if document.isWhole, document.root?.isNothing ?? true { return Entries() }
        guard let root = document.root, case .mapping(let map) = root.content else {
            if document.isWhole {
                file.complain(
                    .malformed,
                    at: document.root?.position ?? .start,
                    "the file is not a map; allowed: keys and values, one key a line"
                )
            }
            errors += file.errors
            return nil
        }
        return Entries(
            map: map,
            position: root.position,
            isWhole: document.isWhole,
            isCut: root.isCut
        )
    }

    private func path(_ name: String) -> String {
        shownWithoutQuotes(places.settingsFolder) + "/" + shownWithoutQuotes(name)
    }

    private mutating func complain(of file: String, _ sentence: String) {
        errors.append(
            SettingsError(code: .unreadable, file: file, line: 0, column: 0, sentence: sentence)
        )
    }

    // MARK: The house

    private func throwErrors() throws(SettingsErrors) {
        let readings =
            [company?.file].compactMap(\.self) + mailboxes.map(\.file)
            + lexicons.map(\.file)
        let all = errors + readings.flatMap(\.errors)
        guard all.isEmpty else { throw SettingsErrors(all) }
    }

    // To lay out the words for finding takes most of a start: it is done once.
    private func house() throws(SettingsErrors) -> HouseSettings {
        try throwErrors()
        guard let settings = company?.draft.settings else {
            preconditionFailure("company.yaml was read without an error, and yet not whole")
        }
        let boxes = mailboxes.compactMap { $0.draft.settings(of: settings.name) }
        precondition(boxes.count == mailboxes.count, "a mailbox was lost without an error")
        return HouseSettings(
            company: settings,
            mailboxes: boxes,
            vocabulary: Vocabulary(ShippedWords.tables, lexicons.flatMap(\.draft.entries))
        )
    }
}

// MARK: - The keys

extension SettingsLoader {
    /// Every key that company.yaml, the mailbox files and the lexicon files may hold.
    package static var keys: [SettingsKey] {
        let places = SettingsPlaces(settingsFolder: "", stateFolder: "", home: "")
        let company = FileReading(.company, label: "")
        var companyFields = MapReader(nil, at: .start, in: company)
        _ = CompanyFile(&companyFields, in: places)
        let mailbox = FileReading(.mailbox, label: "")
        var mailboxFields = MapReader(nil, at: .start, in: mailbox)
        _ = MailboxFile(&mailboxFields, stem: "", in: places)
        let lexicon = FileReading(.lexicon, label: "")
        var lexiconFields = MapReader(nil, at: .start, in: lexicon)
        _ = LexiconFile(&lexiconFields)
        return company.keys + mailbox.keys + lexicon.keys
    }
}
