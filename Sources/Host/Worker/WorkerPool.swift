// Workers for questions that may kill whoever answers them: reading a stranger's mail. As many run
// as are asked at once. One that dies or stands still may have been killed or stopped from outside,
// so another one is asked, once; one that spends its time on the processor, or floods, does it by
// the question, and the question has had its answer: none. Questions that hang in a row are waited
// for less and less, so that whoever stands behind them does not wait for all of them.

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

    /// A worker may be charged so much for one answer (`WorkerPatience`).
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

    /// Asks a worker, and another one where the first is lost.
    ///
    /// Whoever is asked again has what the first one left of the time. Throws where no worker can
    /// be started, or gets a processor.
    package func answer(to question: [UInt8]) throws(HostError) -> WorkerAnswer {
        var patience = WorkerPatience(
            milliseconds: Self.patience(
                milliseconds: patienceMilliseconds,
                bytes: question.count,
                lateInARow: late
            ),
            at: WorkerChannel.moment()
        )
        var waiting = takeIdle()
        for attempt in 1...Self.triesMaximum {
            guard let worker = waiting ?? start() else { throw HostError(.noProcess) }
            waiting = nil
            let isLast = attempt == Self.triesMaximum
            if let answer = try ask(worker, question, &patience, isLast: isLast) { return answer }
        }
        preconditionFailure("the last one that is asked has an answer, or none")
    }

    private func start() -> WorkerProcess? {
        WorkerProcess(program, arguments) { [weak self] in self?.forgetTheEnded() }
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

    // Nil: another one may be asked.
    private func ask(
        _ worker: WorkerProcess,
        _ question: [UInt8],
        _ patience: inout WorkerPatience,
        isLast: Bool
    ) throws(HostError) -> WorkerAnswer? {
        do throws(WorkerChannel.Failure) {
            let answer = try worker.answer(
                to: question,
                bytesMaximum: Self.answerBytesMaximum,
                &patience
            )
            idle.withLock { $0.append(worker) }
            lateInARow.withLock { $0 = 0 }
            return .bytes(answer)
        } catch {
            switch error {
            case .closed where worker.endedByItsSeconds(): return lateAnswer()
            case .closed: return isLast ? .died : nil
            case .still: return isLast ? lateAnswer() : nil
            case .late: return lateAnswer()
            case .tooMuch: return .tooMuch
            case .starved: throw HostError(.noProcessor)
            }
        }
    }

    private func lateAnswer() -> WorkerAnswer {
        noteLate()
        return .late
    }
}
