// What an earlier run left: a kill of the whole program is no fault of the mail that it met, but a
// mail at which every run ends must find its end all the same.

import Desk
import Foundation
import Gateway
import Store
import Synchronization
import TestSupport
import Testing

@Suite("A mail that kills have met")
struct ResumeTests {
    private static let last = FilingDesk.unfinishedMaximum - 1

    @Test(
        "is read like any other, and filed unread only when no run gets past it",
        arguments: [(0, true), (3, true), (last, true), (last + 1, false)]
    )
    func isRead(_ kills: Int, _ isRead: Bool) throws {
        let place = try DispatchPlace(letters: 0)
        let mail = try place.keep("alice")
        for _ in 0..<kills { _ = try place.store.beginAttempt(mail) }
        let journeys = try place.resume()
        #expect(journeys.map(\.disposition) == [isRead ? .file : .fileQuiet])
        #expect(journeys.map(\.sender) == [isRead ? "alice@client.example" : ""])
    }
}
