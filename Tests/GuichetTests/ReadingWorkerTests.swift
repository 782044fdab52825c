// Mail is read by workers, and whatever becomes of a worker is no more than one mail's trouble: the
// real program, whose workers are stopped and killed from outside, as a poisoned mail would do it.

import Foundation
import Glibc
import TestSupport
import Testing

@Suite("The workers that read mail", .timeLimit(.minutes(10)))
struct ReadingWorkerTests {
    private static func worker(of service: RunningProgram) -> Int32? {
        ProcessTable.children(of: service.number, with: "read-mail-worker").first
    }

    // A counter that has filed one mail, and whose one worker waits for the next.
    private static func served() throws -> (Counter, RunningProgram, Int32) {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        let service = try RunningProgram(counter)
        try #require(service.line(with: "event=filed") != nil)
        return (counter, service, try #require(Self.worker(of: service)))
    }

    private static func lay(_ numbers: ClosedRange<Int>, in counter: Counter) throws {
        for number in numbers {
            let mail = Counter.mail(
                id: "\(number)@client.example",
                from: "client\(number)@firm\(number).example",
                subject: "Sujet \(number)"
            )
            try counter.lay(mail, name: "\(number)")
        }
    }

    @Test("have no file, no network and no variable of the program, and little to spend")
    func confined() throws {
        let (_, service, worker) = try Self.served()
        #expect(ProcessTable.descriptors(of: worker) == [0, 1, 2])
        #expect(ProcessTable.status("Seccomp", of: worker) == "2")
        #expect(ProcessTable.status("NoNewPrivs", of: worker) == "1")
        // What a sanitizer keeps of the memory lies in the same space, and is many times as large.
        if !SanitizerSettings.areGiven {
            #expect(ProcessTable.limit("Max data size", of: worker) == "768000000")
        }
        #expect(ProcessTable.limit("Max file size", of: worker) == "0")
        #expect(ProcessTable.limit("Max core file size", of: worker) == "0")
        #expect(ProcessTable.limit("Max open files", of: worker) == "32")
        let seconds = try #require(
            ProcessTable.limit("Max cpu time", of: worker).flatMap { Int($0) }
        )
        #expect(seconds <= 10)
        #expect(ProcessTable.environment(of: worker) == ["LANG", "SWIFT_BACKTRACE"])
        service.send(SIGTERM)
        #expect(try service.end() == 0)
    }

    @Test("that are stopped from outside cost no mail its reading")
    func stopped() throws {
        let (counter, service, worker) = try Self.served()
        Glibc.kill(worker, SIGSTOP)
        try Self.lay(2...4, in: counter)
        for _ in 2...4 {
            let line = service.line(with: "event=filed", withinMilliseconds: 20_000)
            #expect(line?.contains("disposition=file ") == true, "every mail is read")
        }
        service.send(SIGTERM)
        #expect(try service.end() == 0)
        #expect(try counter.balance() == [4, 0, 0, 0, 0, 0])
    }

    @Test("that end between two mails are nobody's trouble")
    func endsIdle() throws {
        let (counter, service, worker) = try Self.served()
        Glibc.kill(worker, SIGSTOP)
        try Self.lay(2...2, in: counter)
        // Whether it had the question or not: the mail is given to another, once.
        Glibc.kill(worker, SIGKILL)
        try #require(service.line(with: "event=filed") != nil)
        service.send(SIGTERM)
        #expect(try service.end() == 0)
        #expect(try counter.balance() == [2, 0, 0, 0, 0, 0])
    }

    // A counter with one mail, so large that reading it takes a while in which its reader can be
    // seen; so many of its readers are killed, one after the other.
    private static func served(killing count: Int) throws -> (Counter, RunningProgram, String) {
        let counter = try Counter()
        let line = String(repeating: "0123456789ABCDEF", count: 4) + "\n"
        let poison = Counter.mail(
            id: "1@client.example",
            text: "Le poison.\n" + String(repeating: line, count: 300_000)
        )
        try counter.lay(poison, name: "1")
        let service = try RunningProgram(counter)
        var killed: Int32?
        for _ in 0..<count {
            var worker: Int32?
            for _ in 0..<10_000 where worker == nil {
                worker = Self.worker(of: service).flatMap { $0 == killed ? nil : $0 }
                guard worker == nil else { break }
                let filed = service.line(with: "event=filed", withinMilliseconds: 1)
                try #require(filed == nil, "the mail was read before its reader was seen")
            }
            let number = try #require(worker)
            Glibc.kill(number, SIGKILL)
            killed = number
        }
        return (counter, service, try #require(service.line(with: "event=filed")))
    }

    @Test("that are killed once from outside cost no mail its reading")
    func killedOnce() throws {
        let (counter, service, filed) = try Self.served(killing: 1)
        #expect(filed.contains("disposition=file "))
        service.send(SIGTERM)
        #expect(try service.end() == 0)
        #expect(try counter.balance() == [1, 0, 0, 0, 0, 0])
    }

    @Test("that are killed by a mail again and again leave it as a quiet item with its text")
    func killed() throws {
        let (counter, service, filed) = try Self.served(killing: 2)
        #expect(filed.contains("disposition=file-quiet"))
        try Self.lay(2...4, in: counter)
        for _ in 2...4 { #expect(service.line(with: "event=filed") != nil) }
        service.send(SIGTERM)
        #expect(try service.end() == 0)
        try Self.expectOneQuiet(counter, filed: 3)
        let raw = try counter.run("quarantine", "show", "1")
        #expect(raw.output.contains("Le poison."))
    }

    // One mail is a quiet item that says why, tried once or twice, with its text; a later run has
    // nothing left to do.
    private static func expectOneQuiet(_ counter: Counter, filed: Int) throws {
        #expect(try counter.balance() == [filed, 0, 1, 0, 0, 0])
        var quiet = 0
        for number in 1...filed + 1 {
            let run = try counter.run("quarantine", "show", "\(number)", "--json")
            let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
            let mail = try #require(object as? [String: Any])
            guard mail["disposition"] as? String == "file-quiet" else { continue }
            quiet += 1
            #expect(mail["defects"] as? [String] == ["reader-gave-up"])
            #expect(try #require(mail["attempts"] as? Int) <= 2)
            #expect(mail["acknowledge"] as? Bool == false)
            let raw = try counter.run("quarantine", "show", "\(number)")
            #expect(raw.output.contains("Subject: "))
        }
        #expect(quiet == 1)
        // One for each client, and the one that tells a colleague of the mail nobody could read.
        #expect(try counter.letters().count == filed + 1)
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.balance() == [filed, 0, 1, 0, 0, 0])
    }
}
