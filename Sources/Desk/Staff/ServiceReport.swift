// How the service stands, as `guichet status` and #état tell it: both read the same, so that who
// asks by mail learns what whoever sits at the machine does. A convenience: no decision rests on
// it.

package import Foundation

/// How the service and what it watches stand.
package struct ServiceReport: Hashable, Sendable {
    /// How one mailbox is watched.
    package struct Watch: Hashable, Sendable {
        /// When it was looked into last.
        package var lastPoll: Date?
        /// How long the oldest mail of the latest group had waited.
        package var lagSeconds: Int?

        /// Describes a mailbox.
        package init(lastPoll: Date?, lagSeconds: Int?) {
            self.lastPoll = lastPoll
            self.lagSeconds = lagSeconds
        }
    }

    /// Whether it runs; nil where nobody has said.
    package var isRunning: Bool?
    /// Since when.
    package var since: Date?
    /// The mailboxes that are watched.
    package var watches: [MailboxName: Watch] = [:]
    /// What is in trouble with mailboxes and letters, one sentence each.
    package var troubles: [String] = []

    /// Describes a service of which nothing is known.
    package init() {}

    /// The service in a line; nil where nothing is known of it.
    func line(in company: CompanySettings) -> String? {
        guard let isRunning else { return nil }
        let state = isRunning ? "en marche" : "arrêté"
        let since = since.map { " depuis le \(company.calendar.words($0, in: .french))" } ?? ""
        return "- service : \(state)\(since)"
    }

    /// How a mailbox is watched, to stand behind its sums; empty where nothing is known of it.
    func words(of mailbox: MailboxName, in company: CompanySettings) -> String {
        guard let watch = watches[mailbox], let poll = watch.lastPoll else { return "" }
        let lag = watch.lagSeconds.map { ", retard \($0) s" } ?? ""
        return " ; dernière relève le \(company.calendar.words(poll, in: .french))\(lag)"
    }
}
