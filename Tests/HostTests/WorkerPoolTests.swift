// Workers that behave, and workers that do not: each is a shell with its own manners. Descriptor 0
// is the way in both directions, so what echoes writes there.

import Foundation
import TestSupport
import Testing

@testable import Host

@Suite("A pool of workers")
struct WorkerPoolTests {
    private static func pool(_ script: String, patienceMilliseconds: Int = 5_000) -> WorkerPool {
        WorkerPool(
            program: "/bin/sh",
            arguments: ["-c", script],
            patienceMilliseconds: patienceMilliseconds
        )
    }

    private static let question = Array("hello".utf8)

    @Test("gives a worker's answer, and asks it again")
    func answers() throws {
        let pool = Self.pool("cat >&0")
        let large = [UInt8](repeating: 7, count: 100_000)
        for question in [Self.question, [], large, Self.question] {
            #expect(try pool.answer(to: question) == .bytes(question))
        }
    }

    @Test("starts a fresh worker where the idle one has ended")
    func replacesTheEnded() throws {
        let pool = Self.pool("head -c 9 >&0")
        for _ in 0..<4 {
            #expect(try pool.answer(to: Self.question) == .bytes(Self.question))
        }
    }

    @Test("leaves nothing of a worker in the system's table", arguments: ["exit 0", "sleep 600"])
    func reaps(script: String) throws {
        let ended = DispatchSemaphore(value: 0)
        var worker = WorkerProcess("/bin/sh", ["-c", script]) { ended.signal() }
        let number = try #require(worker?.number)
        // One that does not end by itself ends with its owner.
        if script != "exit 0" { worker = nil }
        ended.wait()
        #expect(ProcessTable.status("State", of: number) == nil)
        withExtendedLifetime(worker) {}
    }

    @Test(
        "says how a worker failed",
        arguments: [
            ("kill -9 $$", WorkerAnswer.died),
            ("head -c 3 >&0", .died),
            ("exit 0", .died),
            ("sleep 600", .late),
            ("head -c 9 >/dev/null; printf '\\011\\000' >&0; sleep 600", .late),
            ("printf '\\377\\377\\377\\377' >&0; sleep 600", .tooMuch),
        ]
    )
    func tellsFailures(script: String, expected: WorkerAnswer) throws {
        let pool = Self.pool(script, patienceMilliseconds: 300)
        #expect(try pool.answer(to: Self.question) == expected)
    }

    @Test("waits so briefly that no mail delays the next by more than 6 s")
    func patience() {
        #expect(WorkerPool.patienceMilliseconds <= 5_000)
        #expect(WorkerPool.triesMaximum <= 2)
    }

    @Test("lets nobody wait for more than 6 s behind four questions that hang in a row")
    func patienceInARow() {
        let waits = (0..<4).map { late in
            WorkerPool.patience(
                milliseconds: WorkerPool.patienceMilliseconds,
                bytes: 40_000,
                lateInARow: late
            )
        }
        #expect(waits.reduce(0, +) < 5_900)
        #expect(waits.allSatisfy { $0 >= WorkerPool.leastPatienceMilliseconds })
    }

    @Test("waits for a large question longer, and as ever once a question was answered")
    func patienceComesBack() throws {
        let large = WorkerPool.patience(milliseconds: 4_000, bytes: 20_000_000, lateInARow: 2)
        #expect(large == 2_500)
        let pool = Self.pool("cat >&0", patienceMilliseconds: 80_000)
        pool.noteLate()
        pool.noteLate()
        #expect(pool.late == 2)
        #expect(try pool.answer(to: Self.question) == .bytes(Self.question))
        #expect(pool.late == 0)
    }

    @Test("gives a question that was asked twice no more time than one that was asked once")
    func oneDeadline() throws {
        // It echoes "first"; whatever else is asked, it dies of after a while.
        let pool = Self.pool(
            """
            while q=$(head -c 9 | tail -c 5); do
            [ "$q" = first ] || { sleep 0.6; exit; }
            printf '\\005\\000\\000\\000first' >&0
            done
            """,
            patienceMilliseconds: 1_000
        )
        let first = Array("first".utf8)
        #expect(try pool.answer(to: first) == .bytes(first))
        #expect(try pool.answer(to: Self.question) == .late)
    }

    // A worker that leaves a line for each question that it is asked, then follows its script: `$n`
    // says which worker it is. The folder's name is its first argument.
    private static func counted(
        _ script: String,
        patienceMilliseconds: Int
    ) throws -> (pool: WorkerPool, folder: TemporaryFolder) {
        let folder = try TemporaryFolder()
        let log = folder.url.appending(path: "asked").path
        let pool = pool(
            "echo x >>'\(log)'; n=$(wc -l <'\(log)'); \(script)",
            patienceMilliseconds: patienceMilliseconds
        )
        return (pool, folder)
    }

    private static func asked(_ folder: TemporaryFolder) throws -> Int {
        let log = folder.url.appending(path: "asked")
        return try String(contentsOf: log, encoding: .utf8).count { $0 == "\n" }
    }

    @Test(
        "asks another worker where the first was stopped or killed from outside",
        arguments: ["kill -STOP $$", "kill -9 $$", "sleep 600", "exit 0", "head -c 3 >&0; exit"]
    )
    func secondTry(misfortune: String) throws {
        let (pool, folder) = try Self.counted(
            "[ $n -gt 1 ] || { \(misfortune); }; cat >&0",
            patienceMilliseconds: 2_000
        )
        #expect(try pool.answer(to: Self.question) == .bytes(Self.question))
        #expect(try Self.asked(folder) == 2)
        #expect(pool.late == 0)
    }

    @Test(
        "asks no more than two, and only one where the question keeps the processor busy",
        arguments: [
            ("kill -9 $$", WorkerAnswer.died, 2), ("kill -STOP $$", .late, 2),
            ("sleep 600", .late, 2), ("while :; do :; done", .late, 1),
            ("kill -XCPU $$", .late, 1),
            ("printf '\\377\\377\\377\\377' >&0; cat", .tooMuch, 1),
        ]
    )
    func twoTries(script: String, expected: WorkerAnswer, tries: Int) throws {
        let (pool, folder) = try Self.counted(script, patienceMilliseconds: 400)
        #expect(try pool.answer(to: Self.question) == expected)
        #expect(try Self.asked(folder) == tries)
    }

    @Test("says so where no process can be started")
    func noProcess() {
        let pool = WorkerPool(program: "/nowhere/at/all", arguments: [])
        #expect(throws: HostError.self) { try pool.answer(to: Self.question) }
    }
}
