// What a settings folder that is right becomes, and what is wrong with a folder that is not one.

import Desk
import Foundation
import Settings
import Testing

@Suite("Loading the settings")
struct LoadingTests {
    @Test("fills every default from the smallest files")
    func defaults() throws {
        let folder = try SettingsFolder(["reclamations.yaml": SettingsFolder.reclamations])
        let house = try folder.house()
        #expect(house.company.timeZone.identifier == "Europe/Paris")
        #expect(house.company.otherDomains.isEmpty)
        #expect(house.company.key == nil)
        let terms = house.company.contracts
        #expect(terms.count == 3)
        #expect(terms[.premium]?.firstAnswer == Delay(1, .businessHours))
        #expect(terms[.premium]?.hasDuty == true)
        for level in [ContractLevel.comfort, .essential] {
            #expect(terms[level]?.firstAnswer == Delay(4, .businessHours))
            #expect(terms[level]?.hasDuty == false)
        }
        #expect(house.mailboxes.map(\.name.text) == ["reclamations", "sav"])
        for mailbox in house.mailboxes {
            #expect(mailbox.address.name == "Mileo Technology")
            #expect(mailbox.aliases.isEmpty)
            #expect(mailbox.acknowledge == .atOnce)
            #expect(!mailbox.confirmsFollowUps)
            #expect(mailbox.messageBytesMaximum == 25_000_000)
            #expect(mailbox.delays.handling.isEmpty)
            #expect(mailbox.delays.formalAcknowledgement == Delay(4, .businessHours))
            #expect(mailbox.delays.substantiveAnswer == Delay(5, .businessDays))
            #expect(mailbox.delays.urgentAnswer == Delay(48, .hours))
        }
    }

    @Test("reads every key of company.yaml")
    func wholeCompany() throws {
        let text = """
            company:
              name: No
              domain: Mileo.Example
              other-domains: [mileo-services.example]
              phone: +33 1 99 00 10 00
              key: {command: [~/bin/key, --show, "no"]}
            timezone: America/Guadeloupe
            hours:
              monday: ["13:30-18:00", "08:30-12:30"]
              sunday: ["00:00-24:00"]
              tuesday: []
            staff:
              - {name: Léa Martin, address: lea@mileo.example, roles: [technician]}
              - name: Karim Haddad
                address: karim@mileo.example
                roles: [administrator, technician]
                deputy: LEA@mileo.example
            contracts:
              essential: {first-answer: 2 bd, duty: true}
            """
        let company = try SettingsFolder(["company.yaml": text]).house().company
        #expect(company.name == "No")
        #expect(company.domain == "mileo.example")
        #expect(company.otherDomains == ["mileo-services.example"])
        #expect(company.phone == "+33 1 99 00 10 00")
        #expect(company.key == .command(["/var/home/lea/bin/key", "--show", "no"]))
        #expect(company.timeZone.identifier == "America/Guadeloupe")
        #expect(company.hours.ranges.keys.count == 2)
        #expect(company.hours.ranges[.monday]?.map(\.from.text) == ["08:30", "13:30"])
        #expect(company.hours.ranges[.sunday]?.map(\.until.text) == ["24:00"])
        #expect(company.staff.map(\.name) == ["Léa Martin", "Karim Haddad"])
        #expect(company.staff[1].roles == [.administrator, .technician])
        #expect(company.staff[1].deputy == company.staff[0].address)
        #expect(company.contracts[.essential]?.firstAnswer == Delay(2, .businessDays))
        #expect(company.contracts[.essential]?.hasDuty == true)
        #expect(company.contracts[.premium]?.firstAnswer == Delay(1, .businessHours))
    }

    @Test("reads every key of a mailbox file")
    func wholeMailbox() throws {
        let text = """
            name: depannage
            procedure: sav
            prefix: DEP
            address: sav@mileo.example
            display-name: "no"
            aliases: [help@mileo.example, aide@mileo.example]
            source: {maildir: in}
            letters: {maildir: out}
            acknowledge: opening-hours
            confirm-follow-ups: true
            delays:
              handling: {critical: 1 h, informational: 3 bd}
            limits: {message-size: 500kB}
            """
        let house = try SettingsFolder(["sav.yaml": text]).house()
        let mailbox = try #require(house.mailboxes.first)
        #expect(mailbox.name.text == "depannage")
        #expect(mailbox.prefix == "DEP")
        #expect(mailbox.address.name == "no")
        #expect(mailbox.aliases.map(\.text) == ["help@mileo.example", "aide@mileo.example"])
        #expect(mailbox.acknowledge == .openingHours)
        #expect(mailbox.confirmsFollowUps)
        #expect(
            mailbox.delays.handling
                == [
                    .critical: Delay(1, .hours), .informational: Delay(3, .businessDays),
                ]
                .compactMapValues(\.self)
        )
        #expect(mailbox.messageBytesMaximum == 500_000)
    }

    @Test(
        "finds a path from the right folder",
        arguments: [
            ("mail/sav", "FOLDER/mail/sav"),
            ("./mail//sav/", "FOLDER/mail/sav"),
            ("../mail/sav", "FOLDER/../mail/sav"),
            ("/var/mail/sav", "/var/mail/sav"),
            ("$STATE/mail/sav", "/var/lib/guichet/mail/sav"),
            ("~/mail/sav", "/var/home/lea/mail/sav"),
            ("mail/~/$STATE", "FOLDER/mail/~/$STATE"),
        ]
    )
    func paths(_ written: String, _ expected: String) throws {
        let text = SettingsFolder.sav
            .replacingOccurrences(of: "{maildir: in}", with: "{maildir: \(written)}")
        let folder = try SettingsFolder(["sav.yaml": text])
        let mailbox = try #require(try folder.house().mailboxes.first)
        let path = expected.replacingOccurrences(of: "FOLDER", with: folder.path)
        #expect(mailbox.source == .maildir(path))
        #expect(mailbox.sink == .maildir("\(folder.path)/out"))
    }

    @Test(
        "reads each reference to a secret",
        arguments: [
            ("{environment: GUICHET_KEY}", SecretReference.environment("GUICHET_KEY")),
            ("{file: $STATE/key}", .file("/var/lib/guichet/key")),
            ("{credential: guichet-key}", .credential("guichet-key")),
            ("{command: [/usr/bin/pass, show]}", .command(["/usr/bin/pass", "show"])),
        ]
    )
    func secretReferences(_ written: String, _ expected: SecretReference) throws {
        let phone = "  phone: 01 99 00 10 00\n"
        let text = SettingsFolder.company
            .replacingOccurrences(of: phone, with: phone + "  key: \(written)\n")
        let house = try SettingsFolder(["company.yaml": text]).house()
        #expect(house.company.key == expected)
    }

    @Test("reads files with a byte order mark and with Windows line ends")
    func foreignEditors() throws {
        let folder = try SettingsFolder()
        let windows = SettingsFolder.sav.replacingOccurrences(of: "\n", with: "\r\n")
        try folder.write(Data([0xEF, 0xBB, 0xBF]) + Data(windows.utf8), to: "sav.yaml")
        #expect(folder.errors() == [])
        try folder.write(Data("\u{FEFF}imap: x\r\n\(windows)".utf8), to: "sav.yaml")
        #expect(folder.errors().first?.hasPrefix("Mailboxes/sav.yaml:1:1: ") == true)
    }

    @Test("reports all errors of all files at once, sorted")
    func allAtOnce() throws {
        let folder = try SettingsFolder([
            "company.yaml": """
            company:
              name: Mileo Technology
              domain: mileo.example
              phon: 01 99 00 10 00
            hours:
              monday: ["8:30-12:30", "13:00-12:00"]
            staff:
              - name: Léa Martin
                address: lea.martin
                roles: [complaint-handlr]
            """,
            "sav.yaml": "procedure: sav\nprefix: SAV\nacknowledge: [",
            "reclamations.yaml": SettingsFolder.reclamations + "imap: {}\nprefix: REC\n",
        ])
        let places = folder.errors().map { $0.split(separator: " ")[0] }
        #expect(
            places == [
                "Mailboxes/company.yaml:4:3:", "Mailboxes/company.yaml:6:12:",
                "Mailboxes/company.yaml:6:26:", "Mailboxes/company.yaml:9:14:",
                "Mailboxes/company.yaml:10:13:", "Mailboxes/reclamations.yaml:6:1:",
                "Mailboxes/reclamations.yaml:7:1:", "Mailboxes/sav.yaml:3:15:",
            ]
        )
    }

    @Test(
        "blames a line that breaks the file off, and nothing that would have followed",
        arguments: ["@", "x: \"", "x: {a: [", "\u{7}"]
    )
    func brokenAnywhere(_ broken: String) throws {
        var files: [String: String] = [:]
        for name in ["company.yaml", "sav.yaml", "reclamations.yaml"] {
            let place = URL(fileURLWithPath: RepositorySettings.folder).appending(path: name)
            files[name] = try String(contentsOf: place, encoding: .utf8)
        }
        let folder = try SettingsFolder(files)
        for (name, text) in files {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for count in lines.indices where !lines[count].hasPrefix("#") {
                // As far in as the line that it stands before, or it would end what is open there.
                let line = lines[count].prefix { $0 == " " } + broken
                let cut = lines[..<count] + [line] + lines[count...]
                try folder.write(Data(cut.joined(separator: "\n").utf8), to: name)
                let errors = folder.errors().filter { !$0.contains("unknown key \"x\"") }
                #expect(errors.count <= 1, "\(name) with \(broken) in line \(count + 1): \(errors)")
            }
            try folder.write(Data(text.utf8), to: name)
        }
    }

    @Test("is never temporary when it fails, and says so in one line an error")
    func errorDescription() throws {
        let folder = try SettingsFolder(["sav.yaml": ""])
        #expect(throws: SettingsErrors.self) { try folder.house() }
        do throws(SettingsErrors) {
            _ = try folder.house()
        } catch {
            #expect(!error.isTemporary)
            #expect(error.description.split(separator: "\n").count == error.errors.count)
            #expect(error.errors.allSatisfy { $0.code == .missingKey })
        }
    }
}
