// One service at its work: a thread of its own that turns, rests, and turns again until it is asked
// to stop. A service that waits for a server blocks nobody else.
//
// A turn never throws: what goes wrong in one service is dealt with there.

import Foundation
import Synchronization

/// What runs on a service's thread; used by that thread alone.
protocol Service {
    /// Does what is to be done now; returns until when there is nothing to do, unless it is woken.
    mutating func turn() -> Date
    /// Waits until that moment, or until the bell rings.
    mutating func rest(until moment: Date)
    /// Does what may not wait for the next start, when everything else has ended.
    mutating func lastTurn()
}

extension Service {
    mutating func lastTurn() {}
}

/// A service's thread, as the supervisor sees it.
final class ServiceThread: Sendable {
    let name: ServiceName
    let bell: Bell
    private let now: @Sendable () -> Date
    private let inside = Mutex(Inside())

    /// A service that works for longer than this without a sign of progress is stuck.
    static let busySecondsMaximum = 300.0

    private struct Inside {
        var isAskedToStop = false
        var stopAskedAt: Date?
        var hasEnded = false
        var isEndTold = false
        /// The moment by which there must be another sign.
        var nextSign: Date?
    }

    init(_ name: ServiceName, bell: Bell, now: @escaping @Sendable () -> Date) {
        self.name = name
        self.bell = bell
        self.now = now
    }

    /// Whether the work is to end after the group in hand.
    var isAskedToStop: Bool { inside.withLock { $0.isAskedToStop } }

    /// When it was asked to end; nil where it was not.
    var stopAskedAt: Date? { inside.withLock { $0.stopAskedAt } }

    /// Whether the thread is at its end.
    var hasEnded: Bool { inside.withLock { $0.hasEnded } }

    /// Whether its end has not been told yet.
    func isFirstLook() -> Bool {
        inside.withLock { inside in
            defer { inside.isEndTold = true }
            return !inside.isEndTold
        }
    }

    /// Whether it has given its sign in time.
    func isAlive(at moment: Date) -> Bool {
        inside.withLock { $0.hasEnded || $0.nextSign.map { moment < $0 } ?? true }
    }

    /// Shows that the work goes on; whether it may.
    func goesOn() -> Bool {
        let moment = now()
        return inside.withLock { inside in
            inside.nextSign = moment.addingTimeInterval(Self.busySecondsMaximum)
            return !inside.isAskedToStop
        }
    }

    /// Asks it to end after the group in hand.
    func askToStop() {
        let moment = now()
        inside.withLock { inside in
            inside.isAskedToStop = true
            inside.stopAskedAt = inside.stopAskedAt ?? moment
        }
        bell.ring()
    }

    /// Begins the work.
    func begin(_ make: @escaping @Sendable () -> any Service, ended: @escaping @Sendable () -> Void)
    {
        Thread.detachNewThread { [self] in
            work(make())
            inside.withLock { $0.hasEnded = true }
            ended()
        }
    }

    private func work(_ made: any Service) {
        var service = made
        while goesOn() {
            let moment = service.turn()
            guard !isAskedToStop else { break }
            inside.withLock { inside in
                inside.nextSign = moment.addingTimeInterval(Self.busySecondsMaximum)
            }
            service.rest(until: moment)
        }
        service.lastTurn()
    }
}
