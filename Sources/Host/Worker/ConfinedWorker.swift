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
                let question = try? channel.receive(bytesMaximum: Limit.questionBytes, .until(rest))
            else { return }
            allowSeconds()
            guard (try? channel.send(answer(question), .forever)) != nil else { return }
        }
    }

    // Character sets are read from files, so reading stays allowed; there is no way out for what
    // is read but the answer.
    private static func confine() {
        closefrom(3)
        let mapped = mappedBytes()
        limit(
            RLIMIT_DATA,
            to: mapped < Limit.memoryBytes ? Limit.memoryBytes : mapped + Limit.memoryBytes
        )
        limit(RLIMIT_NOFILE, to: 32)
        limit(RLIMIT_CORE, to: 0)
        limit(RLIMIT_FSIZE, to: 0)
        _ = guichet_confine()
    }

    // What is mapped for writing before the first question: little, but terabytes, nearly all of
    // them empty, in a build that a sanitizer watches.
    private static func mappedBytes() -> Int {
        let file = unsafe open("/proc/self/statm", O_RDONLY)
        guard file >= 0 else { return 0 }
        defer { close(file) }
        var text = [UInt8](repeating: 0, count: 200)
        let count = unsafe read(file, &text, text.count)
        let fields = text.prefix(max(0, count)).split(separator: UInt8(ascii: " "))
        guard fields.count > 5, let pages = Int(String(decoding: fields[5], as: UTF8.self)) else {
            return 0
        }
        return pages * Int(getpagesize())
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
