// The one way to the writing connection: one thread at a time.
//
// A filing keeps the door for milliseconds. A Mutex of Synchronization lends its holder the
// priority of those who wait, and these look again and again as long as it runs, which costs a
// processor that mails could be judged on; here whoever waits sleeps.

import Foundation

/// Lets one thread at a time write.
final class Door: Sendable {
    private let lock = NSLock()
    private let writer: Writer

    init(_ writer: Writer) { self.writer = writer }

    /// Does something by the writer, alone.
    func withLock<Result, Failure: Error>(
        _ work: (Writer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try work(writer)
    }
}
