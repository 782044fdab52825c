// Every misbehaviour of the misbehaving server, through a real session: a mail is held, never lost,
// and never handed over with a wrong body; and once the server behaves, every mail comes.

import Desk
import Foundation
import MailTransport
import Synchronization
import TestServers
import Testing

@Suite("A server that misbehaves")
struct MisbehaviourTests {
    // Those change the bodies themselves: what they send is the mail.
    private static let otherBodies: Set<IMAPMisbehaviour> = [.bodyHoldsTag, .bodyHoldsNUL]

    @Test("costs no mail and falsifies none", arguments: IMAPMisbehaviour.allCases)
    func isSurvived(_ misbehaviour: IMAPMisbehaviour) throws {
        let mails = FaultyIMAPServer.sampleMails.map { Array($0.prefix(300)) }
        let server = try FaultyIMAPServer(misbehaviour, mails: mails)
        let filed = Mutex<Set<Int>>([])
        let mailbox = try mailbox(server, filed)
        for _ in 1...2 { try Self.takeIn(mailbox, filed, misbehaviour) }
        #expect(server.connections <= 6, "a storm of logins")

        server.behave()
        let lost: Set<Int> = misbehaviour == .expungeDuringFetch ? [1] : []
        try Self.takeIn(mailbox, filed, nil)
        #expect(filed.withLock { $0 }.union(lost) == [1, 2, 3])
        #expect(Set(server.mails().map(\.uid)).union(lost) == [1, 2, 3])
        #expect(server.mails().map(\.bytes) == mails.suffix(server.mails().count))
    }

    @Test(
        "makes an error that names the server, repeats its words and says what to do",
        arguments: [
            (IMAPMisbehaviour.mute, TransportError.Code.mute, ""), (.muteAtLogin, .mute, ""),
            (.muteAtSelect, .mute, ""), (.muteAtFetch, .mute, ""), (.stallInMidLiteral, .mute, ""),
            (.byeAtGreeting, .closed, ""), (.byeAtLogin, .closed, ""),
            (.byeAtSelect, .closed, "Going down"), (.byeDuringFetch, .closed, "Going down"),
            (.dropInMidLiteral, .closed, ""), (.loginUnavailable, .busy, "Too many simultaneous"),
            (.overQuota, .busy, "exceeded bandwidth limits"),
            (.overQuota, .busy, "(OVERQUOTA: this account has used up its share); free space"),
            (.unavailable, .busy, "(UNAVAILABLE: a part of it is away); ask its administrator"),
            (.throttled, .busy, "Slow down"),
            (.throttled, .busy, "(THROTTLED: too much was asked of it); look for other programs"),
            (.hugeLiteral, .brokenProtocol, ""),
            (.endlessLiteralNumber, .brokenProtocol, ""), (.garbage, .brokenProtocol, ""),
            (.unknownTag, .brokenProtocol, ""), (.endlessLine, .brokenProtocol, ""),
            (.endlessNoise, .brokenProtocol, ""), (.uidValidityChanges, .closed, "INBOX"),
        ]
    )
    func error(
        _ misbehaviour: IMAPMisbehaviour,
        _ code: TransportError.Code,
        _ words: String
    ) throws {
        let server = try FaultyIMAPServer(misbehaviour)
        let mailbox = try mailbox(server, Mutex([]))
        let error = #expect(throws: TransportError.self) { try mailbox.pass() }
        expectSentence(error, code)
        #expect(error?.isTemporary == true)
        #expect(error?.sentence.contains(words) == true || words.isEmpty)
    }

    @Test(
        "makes a complaint for each mail that stays, and the others come",
        arguments: [
            (IMAPMisbehaviour.shortLiteral, 1), (.emptyLiteral, 1), (.nilBody, 1),
            (.quotedBody, 1), (.twoBodies, 1), (.sizeLies, 1),
        ]
    )
    func complaint(_ misbehaviour: IMAPMisbehaviour, _ count: Int) throws {
        let server = try FaultyIMAPServer(misbehaviour, times: 1)
        let mailbox = try mailbox(server, Mutex([]))
        do {
            let (mails, complaints) = try mailbox.pass()
            #expect(mails.map(\.uid) == [2, 3], "\(complaints)")
            #expect(complaints.count == count)
            #expect(complaints.first?.hasPrefix("mail 1 in INBOX on localhost:") == true)
        } catch {
            #expect(misbehaviour == .shortLiteral, "\(error)")
        }
    }

    @Test("is told of where it lists mails and says nothing when it is asked for them")
    func passedOver() throws {
        let server = try FaultyIMAPServer(.noData)
        let mailbox = try mailbox(server, Mutex([]))
        for _ in 1...2 {
            let (mails, complaints) = try mailbox.pass()
            #expect(mails.isEmpty)
            #expect(complaints.count == 3)
            #expect(complaints.allSatisfy { $0.contains("The server lists it and says nothing") })
        }
        server.behave()
        let (mails, complaints) = try mailbox.pass()
        #expect(mails.count == 3)
        #expect(complaints == [])
    }

    @Test("is told of, and mails are filed all the same, where it lets nothing be marked")
    func marks() throws {
        for misbehaviour in [IMAPMisbehaviour.storeRefused, .moveRefused] {
            let server = try FaultyIMAPServer(misbehaviour)
            let mailbox = try mailbox(server, Mutex([])) { source in
                source.done = misbehaviour == .moveRefused ? .move("Done") : .keyword("$Filed")
            }
            let (mails, _) = try mailbox.pass()
            try mailbox.markDone(mails.map(\.origin))
            // At once, for a program that ends with this pass, and at each one until it is over.
            for _ in 1...3 {
                let told = mailbox.takeComplaints()
                let (again, more) = try mailbox.pass()
                let complaints = Set(told + more)
                #expect(again.isEmpty)
                #expect(complaints.count == 1)
                #expect(complaints.first?.contains("localhost:") == true)
                #expect(complaints.first?.contains("mailbox sav") == true)
            }
            #expect(server.mails().count == 3)
        }
    }

    private static func takeIn(
        _ mailbox: IMAPMailbox,
        _ filed: borrowing Mutex<Set<Int>>,
        _ misbehaviour: IMAPMisbehaviour?
    ) throws {
        do throws(TransportError) {
            try mailbox.beginPass()
            while true {
                let mails = try mailbox.next(count: 1, bytes: 8_000_000).messages
                guard !mails.isEmpty else { return }
                for mail in mails {
                    let right = FaultyIMAPServer.sampleMails[mail.uid - 1].prefix(300)
                    let isRight = mail.bytes == Array(right)
                    let mayDiffer = misbehaviour.map(otherBodies.contains) ?? false
                    #expect(isRight || mayDiffer)
                    #expect(mail.bytes.count == right.count)
                    filed.withLock { _ = $0.insert(mail.uid) }
                }
                try mailbox.markDone(mails.map(\.origin))
            }
        } catch {
            #expect(misbehaviour != nil, "\(error.sentence)")
            #expect(error.sentence.contains("localhost:"), "\(error.sentence)")
            #expect(error.sentence.contains("; "), "\(error.sentence)")
        }
    }

    private func mailbox(
        _ server: FaultyIMAPServer,
        _ filed: borrowing Mutex<Set<Int>>,
        _ change: (inout IMAPSource) -> Void = { _ in }
    ) throws -> IMAPMailbox {
        try IMAPMailbox.sav(at: .here(.imap, server.port)) { source in
            source.timeouts.openMilliseconds = 400
            source.timeouts.readMilliseconds = 400
            change(&source)
        }
    }
}
