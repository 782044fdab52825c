// What lies in new/ and is no mail, and folders that are no Maildir: said clearly, never touched.
// A test that hangs here has waited for a pipe; one that loses a file has taken a complaint for an
// answer.

import Desk
import Foundation
import Glibc
import MailTransport
import TestSupport
import Testing

@Suite("Maildir source: what is no mail")
struct MaildirOddFilesTests {
    /// Something that lies where a mail is expected.
    enum Oddity: String, CaseIterable, Sendable {
        case folder, pipe, link, linkToNowhere, onlyFlags, tooLongName, sameNameWithFlags, notUTF8

        var code: TransportError.Code {
            switch self {
            case .folder, .pipe, .link, .linkToNowhere: .notRegular
            case .onlyFlags, .tooLongName, .sameNameWithFlags, .notUTF8: .unusableName
            }
        }

        func lie(in maildir: MaildirFixture) throws {
            let new = maildir.folder.path("new")
            switch self {
            case .folder: try maildir.folder.makeFolder("new/odd")
            case .pipe: try OddFile.makePipe(at: "\(new)/odd")
            case .link: try Self.link("\(new)/odd", to: "\(new)/1791187200.M1.mx")
            case .linkToNowhere: try Self.link("\(new)/odd", to: "/nowhere/at/all")
            case .onlyFlags: try maildir.receive(":2,S")
            case .tooLongName: try maildir.receive(String(repeating: "n", count: 252))
            case .sameNameWithFlags: try maildir.receive("1791187200.M1.mx:2,")
            case .notUTF8: try OddFile.makeFile(named: Array("od".utf8) + [0xE9], in: new)
            }
        }

        static func link(_ path: String, to target: String) throws {
            try FileManager.default.createSymbolicLink(
                atPath: path,
                withDestinationPath: target
            )
        }
    }

    @Test(
        "complains once a pass, leaves it, and reads the mail beside it",
        arguments: Oddity.allCases
    )
    func oddity(_ oddity: Oddity) throws {
        let maildir = try MaildirFixture()
        try maildir.receive("1791187200.M1.mx")
        try oddity.lie(in: maildir)
        let before = try maildir.folder.names(in: "new")
        let batches = try maildir.readAll(count: 1)
        let complaints = batches.flatMap(\.complaints)
        #expect(batches.flatMap(\.messages).map(\.uidText) == ["1791187200.M1.mx"])
        #expect(complaints.map(\.error.code) == [oddity.code])
        #expect(complaints.allSatisfy { $0.sentence.contains("/new/") })
        #expect(complaints.allSatisfy { !$0.error.isTemporary })
        #expect(try maildir.folder.names(in: "new") == before)
    }

    @Test("never waits for a pipe that took a mail's place after the listing")
    func swapped() throws {
        let maildir = try MaildirFixture()
        try maildir.receive("1791187200.M1.mx")
        var pass = try maildir.source.pass()
        let path = maildir.folder.path("new/1791187200.M1.mx")
        try FileManager.default.removeItem(atPath: path)
        try OddFile.makePipe(at: path)
        let batch = try pass.next(count: 5, bytes: 1000)
        #expect(batch.messages.isEmpty)
        #expect(batch.complaints.map(\.error.code) == [.notRegular])
    }

    @Test("complains about an unreadable file and reads on", .enabled(if: geteuid() != 0))
    func unreadable() throws {
        let maildir = try MaildirFixture()
        try maildir.receive("1791187200.M1.mx")
        try maildir.receive("1791187201.M2.mx")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0],
            ofItemAtPath: maildir.folder.path("new/1791187200.M1.mx")
        )
        let batch = try #require(try maildir.readAll().first)
        #expect(batch.messages.map(\.uidText) == ["1791187201.M2.mx"])
        #expect(batch.complaints.map(\.error.code) == [.forbidden])
    }

    @Test("words a hundred complaints and counts the others")
    func manyComplaints() throws {
        let maildir = try MaildirFixture()
        for number in 0..<130 { try maildir.folder.makeFolder("new/odd\(number)") }
        try maildir.receive("1791187200.M1.mx")
        let complaints = try maildir.readAll().flatMap(\.complaints)
        #expect(complaints.count == MaildirPass.complaintsMaximum + 1)
        #expect(complaints.last?.sentence.hasPrefix("30 more files in ") == true)
    }

    @Test("shows a hostile name on one line")
    func hostileName() throws {
        let maildir = try MaildirFixture()
        try maildir.folder.makeFolder("new/a\nERROR all is lost\u{1B}[31m\u{202E}")
        let complaint = try #require(try maildir.readAll().first?.complaints.first)
        let sentence = complaint.sentence
        #expect(sentence.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    }

    struct Place: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let files: [String]
        let path: String
        let code: TransportError.Code
        let says: [String]
    }

    @Test(
        "tells what a wrong path is and which line mends it",
        arguments: [
            Place(
                testDescription: "nothing there",
                files: [],
                path: "box",
                code: .absent,
                says: ["there is no Maildir at ", "/box; run: (umask", "mkdir -p '", "/box/new' '"]
            ),
            Place(
                testDescription: "a quote in the path",
                files: [],
                path: "l'été",
                code: .absent,
                says: ["/l'\\''été/new'"]
            ),
            Place(
                testDescription: "a file",
                files: ["box"],
                path: "box",
                code: .absent,
                says: ["there is no Maildir at "]
            ),
            Place(
                testDescription: "a folder of .eml files",
                files: ["box/1.eml", "box/2.eml"],
                path: "box",
                code: .notMaildir,
                says: ["is a plain folder with 2 .eml files, not a Maildir; run: (umask 077; "]
            ),
            Place(
                testDescription: "cur/ missing",
                files: ["box/new/1791187200.M1.mx"],
                path: "box",
                code: .notMaildir,
                says: ["is not a complete Maildir: cur/ missing; run: (umask 077; mkdir -p '"]
            ),
            Place(
                testDescription: "new/ and cur/ missing",
                files: ["box/README"],
                path: "box",
                code: .notMaildir,
                says: ["new/ and cur/ missing"]
            ),
        ]
    )
    func wrongPath(_ place: Place) throws {
        let folder = try TemporaryFolder()
        for file in place.files { try folder.write(file, "x") }
        let mailbox = try #require(MailboxName("sav"))
        let source = MaildirSource(path: folder.path(place.path), mailbox: mailbox)
        let error = try #require(throws: TransportError.self) { try source.pass() }
        #expect(error.code == place.code)
        for words in place.says { #expect(error.sentence.contains(words)) }
    }
}
