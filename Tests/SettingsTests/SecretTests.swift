// Where secrets come from, and that no failure ever shows one.

import Desk
import Foundation
import Settings
import Testing

@Suite("A secret")
struct SecretTests {
    private let folder: SettingsFolder
    private let reader: SecretReader

    init() throws {
        folder = try SettingsFolder()
        reader = SecretReader(
            environment: [
                "KEY": "hunter2", "EMPTY": "", "PATH": "/usr/bin:/bin",
                "CREDENTIALS_DIRECTORY": folder.path,
            ]
        )
    }

    private func write(_ text: String, to name: String, mode: Int = 0o600) throws -> String {
        let path = "\(folder.path)/\(name)"
        try folder.write(Data(text.utf8), to: name)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return path
    }

    private func failure(_ reference: SecretReference) -> SecretError? {
        do throws(SecretError) {
            _ = try reader.secret(at: reference)
            return nil
        } catch {
            #expect(!"\(error)".contains("hunter2"), "a secret was shown")
            return error
        }
    }

    @Test("never shows itself")
    func isSilent() {
        let secret = Secret("hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        dump([secret], to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), "\([secret])", dumped] {
            #expect(!text.contains("hunter2"))
        }
        #expect(secret.exposedText == "hunter2")
    }

    @Test("is read from each of the four places")
    func isRead() throws {
        let file = try write("hunter2\nsecond line\n", to: "key")
        _ = try write("hunter2\r\n", to: "credential", mode: 0o440)
        for reference in [
            SecretReference.environment("KEY"), .file(file), .credential("credential"),
            .command(["/bin/echo", "hunter2"]), .command(["/bin/cat", file]),
        ] {
            #expect(try reader.secret(at: reference).exposedText == "hunter2")
        }
    }

    @Test("that cannot be had is told with the place where the settings name it")
    func place() throws {
        let phone = "  phone: 01 99 00 10 00\n"
        let company = SettingsFolder.company
            .replacingOccurrences(of: phone, with: phone + "  key:\n    file: /nope\n")
        let login = """
            {imap: {host: imap.mileo.example, user: sav, password: {environment: NONE}}}
            """
        let sav = SettingsFolder.sav.replacingOccurrences(of: "{maildir: in}", with: login)
        let folder = try SettingsFolder(["company.yaml": company, "sav.yaml": sav])
        let house = try folder.house()
        let key = try #require(house.company.key)
        #expect(
            failure(key)?.sentence == """
                \(folder.path)/company.yaml:6:11: "company.key": the secret file "/nope" cannot \
                be read: there is no such file
                """
        )
        guard case .imap(let imap)? = house.mailboxes.first?.source,
            case .password(_, let password) = imap.login
        else {
            Issue.record("the mailbox is read over IMAP with a password")
            return
        }
        #expect(
            failure(password)?.sentence == """
                \(folder.path)/sav.yaml:4:78: "source.imap.password": the environment variable \
                "NONE" is not set; set it, or change the reference in the settings
                """
        )
    }

    @Test("that is not in the environment, or empty there, is missed")
    func environment() {
        #expect(
            failure(.environment("NONE"))?.sentence == """
                the environment variable "NONE" is not set; set it, or change the reference in \
                the settings
                """
        )
        #expect(
            failure(.environment("EMPTY"))?.sentence == """
                the first line of the environment variable "EMPTY" is empty; put the secret there
                """
        )
    }

    @Test("in a file that others may read is refused", arguments: [0o640, 0o604, 0o601, 0o620])
    func openFile(_ mode: Int) throws {
        let path = try write("hunter2\n", to: "léa's key", mode: mode)
        let error = try #require(failure(.file(path)))
        #expect(error.code == .unprotected)
        #expect(error.sentence.hasSuffix("run: chmod 600 '\(folder.path)/léa'\\''s key'"))
    }

    @Test("in a file that is none, is too large or holds no text is refused")
    func oddFiles() throws {
        #expect(failure(.file("\(folder.path)/none"))?.code == .missing)
        #expect(
            failure(.file(folder.path))?.sentence.hasSuffix("this is a folder, not a file") == true
        )
        let large = try write(String(repeating: "x", count: 65_537), to: "large")
        #expect(failure(.file(large))?.code == .missing)
        for text in ["", "\nhunter2", "\r\nhunter2", "hun\0ter2"] {
            #expect(failure(.file(try write(text, to: "odd")))?.code == .unusable)
        }
        try folder.write(Data([0xE9]), to: "odd")
        #expect(failure(.file("\(folder.path)/odd"))?.code == .unusable)
    }

    @Test("in a credential needs systemd's folder and a plain name")
    func credential() throws {
        let lonely = SecretReader(environment: [:])
        #expect(throws: SecretError.self) { try lonely.secret(at: .credential("key")) }
        #expect(failure(.credential("none"))?.code == .missing)
        _ = try write("hunter2", to: "key")
        let parent = "../" + URL(fileURLWithPath: folder.path).lastPathComponent
        for name in ["", ".", "..", "\(parent)/key"] {
            #expect(failure(.credential(name))?.code == .missing)
        }
    }

    @Test(
        "from a command that fails is missed, with the reason",
        arguments: [
            (
                ["/bin/sh", "-c", "echo hunter2; exit 3"], SecretError.Code.commandFailed,
                "ended with the status 3; run it by hand as Guichet's account to see why"
            ),
            (
                ["/bin/sh", "-c", "echo hunter2; kill -9 $$"], .commandFailed,
                "was ended by a signal; run it by hand as Guichet's account to see why"
            ),
            (
                ["/bin/cat", "/dev/zero"], .commandFailed,
                "printed more than 65536 bytes; it must print the secret alone"
            ),
        ]
    )
    func failingCommand(_ words: [String], _ code: SecretError.Code, _ reason: String) {
        let error = failure(.command(words))
        #expect(error?.code == code)
        #expect(error?.sentence == "the secret command \"\(words[0])\" \(reason)")
        #expect(error?.isTemporary == false)
    }

    @Test("from a program that is not there, or from none, is missed")
    func noProgram() {
        #expect(
            failure(.command(["/none/pass"]))?.sentence == """
                the secret command "/none/pass" cannot be started: there is no such file; check \
                the path and its execute permission
                """
        )
        #expect(failure(.command([]))?.code == .commandFailed)
        #expect(failure(.command(["/bin/true"]))?.code == .unusable)
    }

    @Test(
        "from a command that waits is given up in time",
        arguments: [
            ["/bin/sleep", "600"], ["/bin/sh", "-c", "exec >&-; sleep 600"],
            ["/bin/sh", "-c", "echo hunter2; sleep 600 & sleep 600"],
        ]
    )
    func lateCommand(_ words: [String]) {
        let hasty = SecretReader(
            environment: ["PATH": "/usr/bin:/bin"],
            commandMillisecondsMaximum: 100
        )
        do throws(SecretError) {
            _ = try hasty.secret(at: .command(words))
            Issue.record("the command was waited for")
        } catch {
            #expect(error.code == .commandTimedOut)
            #expect(error.isTemporary)
            #expect(!"\(error)".contains("hunter2"))
        }
    }

    @Test("from a command gets the environment given, no input and no shell")
    func surroundings() throws {
        let variable = SecretReference.command(["/bin/sh", "-c", "echo \"$KEY\""])
        #expect(try reader.secret(at: variable).exposedText == "hunter2")
        let input = SecretReference.command(["/bin/sh", "-c", "cat; echo end"])
        #expect(try reader.secret(at: input).exposedText == "end")
        let words = SecretReference.command(["/bin/echo", "$KEY;", "`id`"])
        #expect(try reader.secret(at: words).exposedText == "$KEY; `id`")
    }
}
