// In which order mails are asked for and handed over, and what becomes of those that do not come.

import Desk
import Foundation
import IMAPWire
import Testing

@testable import MailTransport

// The testing library has tags too.
private typealias WireTag = IMAPWire.Tag

private func wireTag(_ number: UInt32) -> WireTag {
    guard let tag = WireTag(number) else { preconditionFailure("a tag is not zero") }
    return tag
}

@Suite("Fetch queue")
struct FetchQueueTests {
    @Test("asks oldest first by the moment of reception, whatever the UIDs")
    func order() throws {
        var queue = FetchQueue([mail(1, at: 30), mail(2, at: 10), mail(3, at: 10)])
        let portion = try #require(queue.nextPortion())
        #expect(portion.mails.map(\.uid.number) == [2, 3, 1])
        queue.answer(portion, as: 1)
        #expect(queue.handOver(count: 9, bytes: 100).map(\.number) == [2, 3, 1])
        #expect(queue.isOver)
    }

    @Test("has two portions under way, of at most 100 mails and about 8 MB")
    func portions() throws {
        let small = (1...150).map { mail(UInt32($0), at: Double($0)) }
        let large = (151...154).map { mail(UInt32($0), at: Double($0), size: 4_000_000) }
        var queue = FetchQueue(small + large)
        let first = try #require(queue.nextPortion())
        queue.begin(first, as: wireTag(1))
        let second = try #require(queue.nextPortion())
        queue.begin(second, as: wireTag(2))
        #expect(first.mails.count == 100)
        #expect(second.mails.count == 51)
        #expect(queue.nextPortion() == nil)
        _ = queue.end(wireTag(1))
        let third = try #require(queue.nextPortion())
        #expect(third.mails.map(\.uid.number) == [152, 153])
    }

    @Test("asks only for the headers of mails that are too large")
    func tooLarge() throws {
        var queue = FetchQueue([mail(1, at: 1), mail(2, at: 2, size: 30_000_000), mail(3, at: 3)])
        var kinds: [Bool] = []
        for number in 1...3 {
            let portion = try #require(queue.nextPortion())
            kinds.append(portion.isHeaders)
            queue.answer(portion, as: UInt32(number))
        }
        #expect(kinds == [false, true, false])
    }

    @Test("hands over in order even where a later portion is answered first")
    func outOfOrder() throws {
        let mails = (1...150).map { mail(UInt32($0), at: Double($0)) }
        var queue = FetchQueue(mails)
        let first = try #require(queue.nextPortion())
        queue.begin(first, as: wireTag(1))
        let second = try #require(queue.nextPortion())
        queue.answer(second, as: 2)
        #expect(!queue.hasReady)
        queue.finish(first, as: 1)
        #expect(queue.handOver(count: 150, bytes: 1_000).map(\.number) == Array(1...150))
    }

    @Test("asks one by one for mails that were refused together, and then no more")
    func refused() throws {
        var queue = FetchQueue([mail(1, at: 1), mail(2, at: 2)])
        let both = try #require(queue.nextPortion())
        queue.begin(both, as: wireTag(1))
        let uids = UIDSet(both.mails.map(\.uid))
        #expect(queue.refuse(uids) == [])
        _ = queue.end(wireTag(1))
        let one = try #require(queue.nextPortion())
        #expect(one.mails.map(\.uid.number) == [1])
        queue.begin(one, as: wireTag(2))
        #expect(queue.refuse(UIDSet(one.mails.map(\.uid))) == one.mails.map(\.uid))
        _ = queue.end(wireTag(2))
        queue.answer(try #require(queue.nextPortion()), as: 3)
        #expect(queue.handOver(count: 9, bytes: 100).map(\.number) == [2])
        #expect(queue.isOver)
    }

    @Test("does not hand over what is doubted, or what did not come")
    func doubted() throws {
        var queue = FetchQueue([mail(1, at: 1), mail(2, at: 2), mail(3, at: 3)])
        let portion = try #require(queue.nextPortion())
        queue.begin(portion, as: wireTag(1))
        for mail in portion.mails.prefix(2) { queue.take(.sample(mail.uid), of: mail.uid) }
        queue.doubt(portion.mails[0].uid)
        _ = queue.end(wireTag(1))
        #expect(queue.handOver(count: 9, bytes: 100).map(\.number) == [2])
        #expect(queue.isOver)
    }

    @Test("hands over what fits, and one mail that fits nowhere")
    func handOver() throws {
        var queue = FetchQueue((1...5).map { mail(UInt32($0), at: Double($0)) })
        queue.answer(try #require(queue.nextPortion()), as: 1)
        #expect(queue.handOver(count: 2, bytes: 100).count == 2)
        #expect(queue.handOver(count: 9, bytes: 1).count == 1)
        #expect(queue.handOver(count: 9, bytes: 8).count == 2)
    }

    private func mail(_ number: UInt32, at second: Double, size: Int64 = 4) -> AwaitedMail {
        guard let uid = UID(number) else { preconditionFailure("a UID is not zero") }
        let moment = Date(timeIntervalSince1970: second)
        return AwaitedMail(uid: uid, receivedAt: moment, size: size)
    }
}

extension FetchQueue {
    fileprivate init(_ mails: [AwaitedMail]) {
        self.init(mails, messageBytesMaximum: 25_000_000)
    }

    fileprivate mutating func answer(_ portion: FetchPortion, as number: UInt32) {
        begin(portion, as: wireTag(number))
        finish(portion, as: number)
    }

    fileprivate mutating func finish(_ portion: FetchPortion, as number: UInt32) {
        for mail in portion.mails { take(.sample(mail.uid), of: mail.uid) }
        let isOurs = end(wireTag(number))
        #expect(isOurs)
    }
}

extension RawMessage {
    /// Four bytes.
    fileprivate static func sample(_ uid: UID) -> RawMessage {
        guard let mailbox = Desk.MailboxName("sav") else { preconditionFailure("sav is a name") }
        return RawMessage(
            origin: MailOrigin(mailbox: mailbox, validity: 1, uid: .number(uid.number)),
            receivedAt: Date(timeIntervalSince1970: 0),
            bytes: [1, 2, 3, 4]
        )
    }

    fileprivate var number: UInt32 {
        if case .number(let number) = origin.uid { number } else { 0 }
    }
}
