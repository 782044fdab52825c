// Things that each wait for somebody else, such as a server, done side by side: what they came to
// is handed out in their order, and a moment is set after which nothing is waited for any more.
//
// A thread for each, for a wait must not take a place where others are to work.

import Foundation
import Synchronization

/// Waits for many things at once.
final class SideBySide<Outcome: Sendable>: Sendable {
    private let works: [@Sendable () throws -> Outcome]
    private let places: Mutex<[Result<Outcome, any Error>?]>
    private let next = Mutex(0)
    private let ready: [DispatchSemaphore]

    /// How many are done at a time.
    private static var threadsMaximum: Int { 64 }

    /// Begins; what has not ended after so many seconds ends with that error.
    init(
        _ works: [@Sendable () throws -> Outcome],
        secondsMaximum: Double,
        late: any Error & Sendable
    ) {
        self.works = works
        places = Mutex([Result<Outcome, any Error>?](repeating: nil, count: works.count))
        ready = works.map { _ in DispatchSemaphore(value: 0) }
        for _ in works.prefix(Self.threadsMaximum) {
            Thread.detachNewThread { [self] in
                while let place = takeNext() { put(Result { try works[place]() }, at: place) }
            }
        }
        Thread.detachNewThread { [self] in
            Thread.sleep(forTimeInterval: secondsMaximum)
            for place in works.indices { put(.failure(late), at: place) }
        }
    }

    /// Waits for what one of them came to; each is asked for once.
    func outcome(of place: Int) throws -> Outcome {
        ready[place].wait()
        let outcome = places.withLock { $0[place] }
        guard let outcome else { preconditionFailure("what is ready has come to something") }
        return try outcome.get()
    }

    private func takeNext() -> Int? {
        next.withLock { next in
            guard next < works.count else { return nil }
            defer { next += 1 }
            return next
        }
    }

    // The first word counts: what comes after its time is nobody's any more.
    private func put(_ outcome: Result<Outcome, any Error>, at place: Int) {
        let isFirst = places.withLock { places in
            guard places[place] == nil else { return false }
            places[place] = outcome
            return true
        }
        if isFirst { ready[place].signal() }
    }
}
