// What a running service needs of the process around it, as a struct of closures: time, waiting,
// chance, settings, and somebody to tell.

package import Foundation

/// New settings or templates that cannot be used.
package struct ReloadRefusal: Error {
    /// All errors, one sentence each.
    package let sentences: [String]

    /// Collects what is wrong.
    package init(sentences: [String]) {
        self.sentences = sentences
    }
}

/// The process around the supervisor.
package struct ServiceHost: Sendable {
    /// The moment.
    package var now: @Sendable () -> Date
    /// A number between 0 and 1, by chance.
    package var chance: @Sendable () -> Double
    /// Hangs up a bell for one service.
    package var makeBell: @Sendable () throws -> Bell
    /// Reads settings and templates anew.
    package var loadWorld: @Sendable () throws -> World
    /// Told of everything that happens.
    package var tell: @Sendable (ServiceEvent) -> Void
    /// Given every new picture of how things stand.
    package var publish: @Sendable (ServiceSnapshot) -> Void
    /// Feeds the watchdog; called while the services make progress.
    package var beat: @Sendable () -> Void
    /// The seconds between two beats; nil without a watchdog.
    package var beatSeconds: Double?

    /// Describes a process.
    package init(
        now: @escaping @Sendable () -> Date,
        chance: @escaping @Sendable () -> Double,
        makeBell: @escaping @Sendable () throws -> Bell,
        loadWorld: @escaping @Sendable () throws -> World,
        tell: @escaping @Sendable (ServiceEvent) -> Void,
        publish: @escaping @Sendable (ServiceSnapshot) -> Void = { _ in },
        beat: @escaping @Sendable () -> Void = {},
        beatSeconds: Double? = nil
    ) {
        self.now = now
        self.chance = chance
        self.makeBell = makeBell
        self.loadWorld = loadWorld
        self.tell = tell
        self.publish = publish
        self.beat = beat
        self.beatSeconds = beatSeconds
    }
}
