// Stage "keep": every mail is durable, whole, once, before anything reads it.

import Desk
import Foundation
import Store
import TestSupport
import Testing

@Suite("Keeping mails")
struct KeepingTests {
    @Test("gives back every byte of a mail", arguments: [0, 1, 7, 8, 9, 200, 70_000])
    func everyByte(_ count: Int) throws {
        let place = try Workplace()
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 256) }
        let origin = MailOrigin(mailbox: Sample.sav, validity: 1, uid: .number(1))
        let mail = RawMessage(origin: origin, receivedAt: Sample.now, bytes: bytes)
        let kept = try #require(try place.store.keep([(mail, Sample.digest("a"))]).first)
        #expect(try place.store.bytes(of: kept.id) == bytes)
        #expect(try place.reader().bytes(of: kept.id) == bytes)
    }

    @Test("returns one kept mail for each given, in order, with no attempt counted")
    func inOrder() throws {
        let place = try Workplace()
        let mails = [Sample.mail(3), Sample.mail(1), Sample.mail(2)]
        let kept = try place.store.keep(mails)
        #expect(kept.map(\.origin) == mails.map(\.mail.origin))
        #expect(kept.map(\.digest) == mails.map(\.digest))
        #expect(kept.map(\.attempts) == [0, 0, 0])
        #expect(kept.allSatisfy { $0.disposition == nil && $0.receivedAt == Sample.now })
    }

    @Test("keeps nothing where nothing was given")
    func nothing() throws {
        #expect(try Workplace().store.keep([]).isEmpty)
    }

    @Test("does not keep an origin twice, filed or not")
    func knownOrigin() throws {
        let place = try Workplace()
        let first = try place.keep(1)
        let again = try place.keep(1)
        #expect(again.id == first.id)
        try place.file(Sample.opening(Sample.number(1), with: first.id))
        let filed = try place.keep(1)
        #expect(filed.id == first.id)
        #expect(filed.disposition == .file)
    }

    @Test(
        "tells mailboxes, validities and kinds of UID apart",
        arguments: [
            Sample.mail(1, in: Sample.complaints), Sample.mail(1, validity: 2),
            Sample.mail(.name("1")), Sample.mail(.name("1760000000.M1P2.mx,S=10")),
            Sample.mail(UInt32.max),
        ].map(\.mail)
    )
    func origins(_ other: RawMessage) throws {
        let place = try Workplace()
        let first = try place.keep(1)
        let kept = try place.store.keep([(other, Sample.digest("other"))])
        #expect(kept.first?.id != first.id)
        #expect(kept.first?.origin == other.origin)
        #expect(try place.store.keep([(other, Sample.digest("other"))]).first?.id == kept.first?.id)
    }

    @Test("stores the bytes of one content once, also within one group")
    func copies() throws {
        let place = try Workplace()
        let kept = try place.store.keep([
            Sample.mail(1, content: "the same", bytesCount: 5_000),
            Sample.mail(2, content: "the same", bytesCount: 5_000),
        ])
        let later = try place.keep(3, content: "the same")
        #expect(try place.folder.read("raw/000001.pack").count == 5_024)
        let reader = try place.reader()
        #expect(try reader.mail(kept[0].id)?.original == nil)
        #expect(try reader.mail(kept[1].id)?.original == kept[0].id)
        #expect(try reader.mail(later.id)?.original == kept[0].id)
        #expect(try place.store.bytes(of: later.id) == place.store.bytes(of: kept[0].id))
    }

    @Test("survives the end of its process without any farewell")
    func reopened() throws {
        let place = try Workplace()
        let kept = try place.keep(1)
        let other = try Store.open(folder: place.folder.path)
        #expect(try other.bytes(of: kept.id) == place.store.bytes(of: kept.id))
        #expect(try other.takeUnfiled(limit: 5).map(\.id) == [kept.id])
    }
}

@Suite("Mails that wait to be filed")
struct UnfiledTests {
    @Test("are handed out oldest first, so many at a time")
    func oldestFirst() throws {
        let place = try Workplace()
        let kept = try place.store.keep((1...3).map { Sample.mail($0) })
        let first = try place.store.takeUnfiled(limit: 2)
        #expect(first.map(\.id) == kept.prefix(2).map(\.id))
    }

    @Test("count an attempt when they are read by themselves, and can take it back")
    func attempts() throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        #expect(try place.store.beginAttempt(mail.id) == 1)
        #expect(try place.store.beginAttempt(mail.id) == 2)
        try place.store.takeBackAttempt(mail.id)
        #expect(try place.store.takeUnfiled(limit: 1).map(\.attempts) == [1])
    }

    @Test("keep their place when a stop has met one at its reading: its answer stays behind it")
    func placeAfterStop() throws {
        let place = try Workplace()
        let question = try place.keep(1)
        let answer = try place.keep(2)
        _ = try place.store.beginAttempt(question.id)
        #expect(try place.store.takeUnfiled(limit: 5).map(\.id) == [question.id, answer.id])
    }

    @Test("wait behind the others when the program has ended at one again and again")
    func placeAfterStops() throws {
        let place = try Workplace()
        let struck = try place.keep(1)
        let other = try place.keep(2)
        for _ in 1...3 { _ = try place.store.beginAttempt(struck.id) }
        #expect(try place.store.takeUnfiled(limit: 5).map(\.id) == [other.id, struck.id])
    }

    @Test("count as never finished only what no end followed")
    func unfinished() throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        for _ in 1...2 { _ = try place.store.beginAttempt(mail.id) }
        try place.store.takeBackAttempt(mail.id)
        #expect(try place.store.beginAttempt(mail.id) == 1)
        try place.store.hold(mail.id, reason: "the letter’s template is broken")
        #expect(try place.store.beginAttempt(mail.id) == 1)
        #expect(try place.store.takeUnfiled(limit: 1).map(\.attempts) == [3])
    }

    @Test("never wait behind mails that stay on hold")
    func holdDoesNotBlock() throws {
        let place = try Workplace()
        let stuck = try place.keep(1)
        let other = try place.keep(2)
        try place.store.hold(stuck.id, reason: "the letter’s template is broken")
        #expect(try place.store.takeUnfiled(limit: 1).map(\.id) == [stuck.id])
        _ = try place.store.beginAttempt(stuck.id)
        #expect(try place.store.takeUnfiled(limit: 1).map(\.id) == [other.id])
    }

    @Test("are no more when they have found their end", arguments: Disposition.allCases)
    func ended(_ disposition: Disposition) throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        var plan = Sample.plan(mail.id, disposition)
        switch disposition {
        case .file: plan = Sample.opening(Sample.number(1), with: mail.id)
        case .append, .fileQuiet, .quarantine, .hold: break
        }
        try place.file(plan)
        let waiting = try place.store.takeUnfiled(limit: 5)
        #expect(waiting.map(\.id) == (disposition == .hold ? [mail.id] : []))
    }

    @Test("tell why they are on hold")
    func reason() throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        try place.store.hold(mail.id, reason: "no template for it")
        let listed = try place.reader().mails(in: .hold)
        #expect(listed.map(\.reason) == ["no template for it"])
    }

    @Test("remembers that only the header of a mail was fetched")
    func cut() throws {
        let place = try Workplace()
        let (whole, digest) = Sample.mail(1)
        let cut = RawMessage(
            origin: whole.origin,
            receivedAt: whole.receivedAt,
            bytes: whole.bytes,
            isCut: true
        )
        #expect(try place.store.keep([(cut, digest)]).map(\.isCut) == [true])
        #expect(try place.store.keep([Sample.mail(2)]).map(\.isCut) == [false])
        #expect(try place.store.takeUnfiled(limit: 9).map(\.isCut) == [true, false])
    }

    @Test("tells which mails of a folder are kept from the tickets")
    func refused() throws {
        let place = try Workplace()
        for uid in 1...4 { try place.keep(UInt32(uid)) }
        let ends: [(Int64, Disposition)] = [(1, .quarantine), (2, .fileQuiet), (3, .quarantine)]
        for (row, end) in ends { try place.file(Sample.plan(MailID(row), end)) }
        #expect(try place.store.refusedUIDs(of: Sample.sav, validity: 1) == [1...1, 3...3])
        #expect(try place.store.refusedUIDs(of: Sample.sav, validity: 2) == [])
        #expect(try place.store.doneUIDs(of: Sample.sav, validity: 1) == [1...3])
    }
}
