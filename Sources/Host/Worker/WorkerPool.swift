// Workers for questions that may kill whoever answers them: reading a stranger's mail. As many run
// as are asked at once; a worker that dies, is late or floods is replaced, and the question has had
// its answer: none. Questions that hang in a row are waited for less and less, so that whoever
// stands behind them does not wait for all of them.

import Synchronization

/// What became of a question.
package enum WorkerAnswer: Hashable, Sendable {
    /// The answer.
    case bytes([UInt8])
    /// The worker died of it.
    case died
    /// It took too long.
    case late
    /// The answer was too large.
    case tooMuch
}

/// Keeps workers at hand.
package final class WorkerPool: Sendable {
    private let program: String
    private let arguments: [String]
    private let patienceMilliseconds: Int
    private let idle = Mutex<[WorkerProcess]>([])
    private let lateInARow = Mutex<Int>(0)

    /// No answer is waited for longer than this.
    package static let patienceMilliseconds = 4_000
    /// However many hung before, an answer is waited for so long.
    package static let leastPatienceMilliseconds = 250
    /// A large question is waited for longer, a millisecond for so many bytes.
    private static let bytesAMillisecond = 10_000
    /// No answer may be larger.
    package static let answerBytesMaximum = 64_000_000
    /// A worker without a question ends after so many seconds.
    package static let idleSecondsMaximum = 30

    /// A question that kills is not asked more often.
    package static let triesMaximum = 2

    /// Workers are this very program with these arguments, or another one.
    ///
    /// The program is found by its own running image: an upgrade may have replaced the file.
    package init(
        program: String = "/proc/self/exe",
        arguments: [String],
        patienceMilliseconds: Int = WorkerPool.patienceMilliseconds
    ) {
        self.program = program
        self.arguments = arguments
        self.patienceMilliseconds = patienceMilliseconds
    }

    /// Asks a worker; whoever is asked again has what the first one left of the time.
    package func answer(to question: [UInt8]) throws(HostError) -> WorkerAnswer {
        let patience = Self.patience(
            milliseconds: patienceMilliseconds,
            bytes: question.count,
            lateInARow: late
        )
        let deadline = WorkerChannel.moment() + patience
        for _ in 0..<Self.triesMaximum - 1 {
            guard let worker = takeIdle() else { break }
            let answer = ask(worker, question, by: deadline)
            // It may have come to its own end in this very moment: a fresh one tells.
            guard answer == .died else { return answer }
        }
        let worker = WorkerProcess(program, arguments) { [weak self] in self?.forgetTheEnded() }
        guard let worker else { throw HostError(.noProcess) }
        return ask(worker, question, by: deadline)
    }

    /// How long an answer is waited for: a quarter behind one question that hung, an eighth behind
    /// two, and so on.
    static func patience(milliseconds: Int, bytes: Int, lateInARow: Int) -> Int {
        guard lateInARow > 0 else { return milliseconds }
        let shorter = max(leastPatienceMilliseconds, milliseconds >> min(lateInARow + 1, 8))
        return min(milliseconds, shorter + bytes / bytesAMillisecond)
    }

    /// How many questions in a row had no answer in time.
    var late: Int { lateInARow.withLock { $0 } }

    func noteLate() { lateInARow.withLock { $0 += 1 } }

    private func forgetTheEnded() {
        // What is let go of closes its way, which is not for under the lock.
        let all = idle.withLock { idle in
            defer { idle = idle.filter(\.isWaiting) }
            return idle
        }
        withExtendedLifetime(all) {}
    }

    // Those that had nothing to do for a while have ended by themselves.
    private func takeIdle() -> WorkerProcess? {
        while let worker = idle.withLock({ $0.popLast() }) {
            if worker.isWaiting { return worker }
        }
        return nil
    }

    private func ask(
        _ worker: WorkerProcess,
        _ question: [UInt8],
        by deadline: Int
    ) -> WorkerAnswer {
        do throws(WorkerChannel.Failure) {
            let answer = try worker.answer(
                to: question,
                bytesMaximum: Self.answerBytesMaximum,
                by: deadline
            )
            idle.withLock { $0.append(worker) }
            lateInARow.withLock { $0 = 0 }
            return .bytes(answer)
        } catch {
            switch error {
            case .closed: return .died
            case .late:
                noteLate()
                return .late
            case .tooMuch: return .tooMuch
            }
        }
    }
}
