// What the services of one run share: who is told, who is woken, what each stands like, and the
// mails that the clock's service filed and a mailbox's service has to mark.

import Desk
import Foundation
import Synchronization

/// The common desk of the services.
final class ServiceDesk: Sendable {
    let host: ServiceHost
    private let board: StatusBoard
    private let unmarked = Mutex<[MailboxName: [EndedMail]]>([:])

    init(host: ServiceHost, board: StatusBoard) {
        self.host = host
        self.board = board
    }

    /// Changes how a service stands.
    func note(_ name: ServiceName, _ change: (inout ServiceStanding) -> Void) {
        board.note(name, change)
    }

    /// Leaves mails for their mailboxes to mark.
    func leaveToMark(_ mails: [EndedMail]) {
        unmarked.withLock { unmarked in
            for mail in mails { unmarked[mail.origin.mailbox, default: []].append(mail) }
        }
    }

    /// Takes up what a mailbox has to mark.
    func takeToMark(_ mailbox: MailboxName) -> [EndedMail] {
        unmarked.withLock { $0.removeValue(forKey: mailbox) ?? [] }
    }

    /// Counts a failure of a service's way and tells of the first.
    func fail(
        _ trouble: inout Trouble,
        of name: ServiceName,
        way: MailboxName? = nil,
        _ failure: any Error
    ) {
        let now = host.now()
        let isFirst = trouble.begin(failure, at: now, chance: host.chance())
        let (sentence, nextTry) = (trouble.sentence ?? "", trouble.nextTry ?? now)
        let failures = trouble.count
        if isFirst { host.tell(.failed(name, way: way, sentence, nextTry: nextTry)) }
        note(name) { standing in
            standing.failures = failures
            standing.lastError = sentence
            standing.lastErrorAt = now
            standing.nextTry = nextTry
        }
    }

    /// Tells that a way works again, where it did not.
    func recover(_ trouble: inout Trouble, of name: ServiceName, way: MailboxName? = nil) {
        guard let failures = trouble.end() else { return }
        host.tell(.recovered(name, way: way, failures: failures))
        note(name) { standing in
            standing.failures = 0
            standing.nextTry = nil
        }
    }
}

/// Keeps the picture of how things stand, and hands it out: at once when something changed for
/// better or worse, else only now and then.
final class StatusBoard: Sendable {
    private let host: ServiceHost
    private let picture: Mutex<(snapshot: ServiceSnapshot, publishedAt: Date?)>

    /// The seconds between two pictures that differ only by the moment of the last turn.
    static let quietSecondsMinimum = 2.0

    init(_ host: ServiceHost) {
        self.host = host
        let now = host.now()
        let snapshot = ServiceSnapshot(state: .starting, since: now, at: now, services: [:])
        picture = Mutex((snapshot, nil))
    }

    /// Changes the supervisor's state.
    func note(_ state: Supervisor.State) {
        update(isUrgent: true) { $0.state = state }
    }

    /// Knows these services from now on, and forgets those that are no more.
    func keep(_ names: [ServiceName]) {
        update(isUrgent: true) { picture in
            let known = picture.services
            let standings = names.map { ($0, known[$0] ?? ServiceStanding()) }
            picture.services = Dictionary(standings) { first, _ in first }
        }
    }

    /// Changes how a service stands.
    func note(_ name: ServiceName, _ change: (inout ServiceStanding) -> Void) {
        update(isUrgent: false) { change(&$0.services[name, default: ServiceStanding()]) }
    }

    // Published inside the lock, so that an older picture never replaces a newer one.
    private func update(isUrgent: Bool, _ change: (inout ServiceSnapshot) -> Void) {
        let now = host.now()
        picture.withLock { picture in
            let before = picture.snapshot.services
            change(&picture.snapshot)
            picture.snapshot.at = now
            let isQuiet = Self.isSame(before, picture.snapshot.services)
            let isSoon = picture.publishedAt.map {
                now.timeIntervalSince($0) < Self.quietSecondsMinimum
            }
            if !isUrgent, isQuiet, isSoon ?? false { return }
            picture.publishedAt = now
            host.publish(picture.snapshot)
        }
    }

    private static func isSame(
        _ one: [ServiceName: ServiceStanding],
        _ other: [ServiceName: ServiceStanding]
    ) -> Bool {
        let still = { (standing: ServiceStanding) in
            var standing = standing
            standing.lastTurn = nil
            standing.lagSeconds = nil
            return standing
        }
        return one.mapValues(still) == other.mapValues(still)
    }
}
