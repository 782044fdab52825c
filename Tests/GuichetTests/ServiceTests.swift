// The watching service, as the real program: signals, the service manager, the log, the status.

import Foundation
import Glibc
import TestSupport
import Testing

@Suite("guichet run", .timeLimit(.minutes(10)))
struct ServiceTests {
    @Test("takes mail in as it comes, and ends well on a signal", arguments: [SIGTERM, SIGINT])
    func stop(signal: Int32) throws {
        let counter = try Counter()
        let service = try RunningProgram(counter)
        #expect(service.line(with: "event=running") != nil)
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        #expect(service.line(with: "outcome=sent") != nil)
        service.send(signal)
        #expect(try service.end() == 0)
        #expect(service.log.lines.last?.hasSuffix("event=stopped") == true)
        #expect(try counter.letters().count == 1)
        #expect(try counter.values("waiting", "status") == ["0", "0"])
    }

    @Test("leaves nothing half done when it is stopped amid a pile of mail")
    func stopAmid() throws {
        let counter = try Counter()
        for number in 1...200 {
            let mail = Counter.mail(
                id: "\(number)@client.example",
                from: "client\(number)@firm\(number).example",
                subject: "Sujet \(number)"
            )
            try counter.lay(mail, name: "\(number)")
        }
        let service = try RunningProgram(counter)
        #expect(service.line(with: "event=took-in") != nil)
        service.send(SIGTERM)
        #expect(try service.end() == 0)
        #expect(!service.log.lines.contains { $0.contains("left-behind") })
        let status = try counter.values("waiting", "status")
        #expect(status.allSatisfy { $0 == "0" })
        #expect(
            try counter.values("state", "outbox").allSatisfy { ["sent", "queued"].contains($0) }
        )
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.values("number", "tickets", "--limit", "500").count == 200)
        #expect(Set(try counter.letterFields("In-Reply-To")).count == 200)
        #expect(try counter.letters().count == 200)
    }

    @Test("names the mail from its filing to its letter, and nobody")
    func thread() throws {
        let counter = try Counter()
        let hostile = "=?utf-8?Q?Badge=0D=0A<3>event=3Dforged=1B[2J?="
        try counter.lay(Counter.mail(id: "1@client.example", subject: hostile), name: "1")
        let service = try RunningProgram(counter, environment: ["JOURNAL_STREAM": "1:2"])
        let filed = try #require(service.anyLine(with: "event=filed"))
        let sent = try #require(service.anyLine(with: "event=letter"))
        service.send(SIGTERM)
        #expect(try service.end() == 0)
        let mail = try #require(filed.split(separator: " ").first { $0.hasPrefix("mail=") })
        #expect(mail.count == "mail=".count + 16)
        #expect(sent.contains(" \(mail) "))
        for line in service.log.lines {
            #expect(line.hasPrefix("<"))
            for word in ["client.example", "Roy", "Badge", "forged", "\u{1B}"] {
                #expect(!line.contains(word), "\(line)")
            }
        }
    }

    @Test("is ready, well and stopping in the service manager's eyes")
    func manager() throws {
        let counter = try Counter()
        let listener = try #require(NotifyListener(path: counter.folder.path("notify")))
        let service = try RunningProgram(
            counter,
            environment: ["NOTIFY_SOCKET": listener.path, "WATCHDOG_USEC": "400000"]
        )
        #expect(listener.hears("STATUS=running, 2 mailboxes"))
        #expect(listener.hears("READY=1"))
        #expect(listener.hears("WATCHDOG=1"))
        #expect(listener.hears("WATCHDOG=1"))
        service.send(SIGHUP)
        #expect(listener.hears("RELOADING=1"))
        #expect(listener.hears("READY=1"))
        service.send(SIGTERM)
        #expect(listener.hears("STOPPING=1"))
        #expect(try service.end() == 0)
    }

    @Test("keeps its settings where new ones are broken, and takes whole ones")
    func reload() throws {
        let counter = try Counter()
        let service = try RunningProgram(counter)
        #expect(service.line(with: "event=running") != nil)
        let old = try counter.folder.read("config/sav.yaml")
        try counter.folder.write("config/sav.yaml", "procedure: sav\nprefix: SAV\nadress: x\n")
        service.send(SIGHUP)
        let refused = try #require(service.line(with: "event=reload-refused"))
        #expect(refused.contains("sav.yaml:3:1"))
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        #expect(service.line(with: "outcome=sent") != nil)
        try counter.folder.write("config/sav.yaml", old)
        service.send(SIGHUP)
        #expect(service.line(with: "event=reloaded") != nil)
        service.send(SIGTERM)
        #expect(try service.end() == 0)
    }

    @Test("is alone on its state folder: a second ends with 75 and names the first")
    func second() throws {
        let counter = try Counter()
        let service = try RunningProgram(counter)
        #expect(service.line(with: "event=running") != nil)
        for arguments in [["run"], ["run", "--once"]] {
            let second = try RunningProgram(counter, arguments)
            #expect(try second.end() == 75)
            #expect(second.log.lines.contains { $0.contains("(process \(service.number))") })
        }
        service.send(SIGTERM)
        #expect(try service.end() == 0)
    }

    @Test("shows each mailbox's poll, lag and trouble")
    func status() throws {
        let counter = try Counter()
        try FileManager.default.removeItem(atPath: counter.folder.path("state/mail/reclamations"))
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        let service = try RunningProgram(counter)
        #expect(service.anyLine(with: "event=failed") != nil)
        #expect(service.anyLine(with: "event=running") != nil)
        #expect(try counter.values("service", "status") == ["running", "running"])
        #expect(try counter.values("mailbox", "status") == ["reclamations", "sav"])
        #expect(try counter.values("failures", "status") == ["1", "0"])
        #expect(try counter.values("lastError", "status")[0].contains("mail/reclamations"))
        #expect(try counter.values("nextTry", "status")[1] == "null")
        let text = try counter.run("status").output
        #expect(text.contains("service: running (process \(service.number)"))
        #expect(text.contains("mailbox reclamations: last poll never; failed 1 times"))
        service.send(SIGTERM)
        #expect(try service.end() == 0)
        #expect(try counter.values("service", "status") == ["stopped", "stopped"])
    }

    @Test("has a unit that systemd accepts", .enabled(if: UnitFile.canBeVerified))
    func unit() throws {
        let result = try UnitFile.verify()
        #expect(result.code == 0, "\(result.complaints)")
        #expect(result.complaints.isEmpty, "\(result.complaints)")
    }
}

/// The systemd unit, and the tool that reads it where systemd is.
private enum UnitFile {
    static let tool = "/usr/bin/systemd-analyze"

    static var canBeVerified: Bool { FileManager.default.isExecutableFile(atPath: tool) }

    // The program is not installed where the unit will look for it: the built one takes its place.
    static func verify() throws -> (code: Int32, complaints: String) {
        let folder = try TemporaryFolder()
        let unit = try String(
            contentsOf: PackageRoot.file("Packaging/systemd/guichet.service"),
            encoding: .utf8
        )
        let program = BuiltProgram.folder.appendingPathComponent("guichet").path
        try folder.write(
            "guichet.service",
            unit.replacing("/usr/bin/guichet", with: program)
        )
        let process = Process()
        let complaints = Pipe()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = ["verify", "--man=no", folder.path("guichet.service")]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = complaints
        try process.run()
        let text = complaints.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }
}
