// The inside of a worker: it gives up whatever it will not need, then answers question after
// question until nobody asks any more.

import CConfine
import Glibc

/// A worker's own side.
package enum ConfinedWorker {
    /// What one answer may cost.
    package enum Limit {
        /// Seconds of the processor.
        package static let seconds = 5
        /// Bytes of memory, all in all.
        package static let memoryBytes = 768_000_000
        /// Bytes of a question.
        package static let questionBytes = 256_000_000
    }

    /// Answers; comes back when the program is gone or has had no question for a while.
    package static func serve(_ answer: ([UInt8]) -> [UInt8]) {
        confine()
        let channel = WorkerChannel(0)
        while true {
            let rest = WorkerChannel.moment() + WorkerPool.idleSecondsMaximum * 1_000
            guard
                let question = try? channel.receive(bytesMaximum: Limit.questionBytes, by: rest)
            else { return }
            allowSeconds()
            guard (try? channel.send(answer(question), by: nil)) != nil else { return }
        }
    }

    // Character sets are read from files, so reading stays allowed; there is no way out for what
    // is read but the answer.
    private static func confine() {
        closefrom(3)
        limit(RLIMIT_DATA, to: Limit.memoryBytes)
        limit(RLIMIT_NOFILE, to: 32)
        limit(RLIMIT_CORE, to: 0)
        limit(RLIMIT_FSIZE, to: 0)
        _ = guichet_confine()
    }

    // The limit counts from the process's birth, so each question moves it.
    private static func allowSeconds() {
        var usage = rusage()
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        var seconds = rlimit()
        seconds.rlim_cur = rlim_t(used + Limit.seconds + 1)
        seconds.rlim_max = rlim_t.max
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &seconds)
    }

    private static func limit(_ resource: __rlimit_resource, to value: Int) {
        var bound = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
        unsafe setrlimit(__rlimit_resource_t(resource.rawValue), &bound)
    }
}
