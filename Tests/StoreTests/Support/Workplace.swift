// A store in a folder of its own, with the few things that nearly every test does first.

import Desk
import Foundation
import Store
import TestSupport
import Testing

/// A store that a test works on.
struct Workplace {
    let path: String
    let store: Store
    private let owned: TemporaryFolder?

    /// Opens a store in a fresh folder, which is removed with the last copy of this value.
    init(_ limits: StoreLimits = StoreLimits()) throws {
        let folder = try TemporaryFolder()
        path = folder.path
        owned = folder
        store = try Store.open(folder: path, limits: limits)
    }

    /// Opens a store in a folder that somebody else removes.
    init(at path: String) throws {
        self.path = path
        owned = nil
        store = try Store.open(folder: path)
    }

    /// The folder; only where it is this value's own.
    var folder: TemporaryFolder {
        get throws { try #require(owned) }
    }

    /// A reader of the same folder.
    func reader() throws -> StoreReader { try StoreReader(folder: path) }

    /// Keeps one mail.
    @discardableResult
    func keep(_ uid: UInt32, content: String? = nil) throws -> KeptMail {
        let kept = try store.keep([Sample.mail(uid, content: content)])
        return try #require(kept.first)
    }

    /// Files one plan.
    func file(_ plan: FilingPlan, letters: [ComposedLetter] = []) throws {
        try store.filing { _ = try $0.file(plan, letters: letters, at: Sample.now) }
    }

    /// Keeps a mail and opens the next ticket with it.
    @discardableResult
    func openTicket(_ uid: UInt32, letters names: [String] = []) throws -> TicketNumber {
        let mail = try keep(uid)
        var opened: TicketNumber?
        try store.filing { transaction in
            let number = try transaction.nextNumber(prefix: "SAV", year: 2026)
            let plan = Sample.opening(number, with: mail.id)
            let letters = names.map { Sample.letter($0, about: number) }
            opened = try transaction.file(plan, letters: letters, at: Sample.now).ticket
        }
        return try #require(opened)
    }

    /// The number that the next ticket would get.
    func nextNumber(_ prefix: String, _ year: Int) throws -> TicketNumber {
        var number: TicketNumber?
        try store.filing { number = try $0.nextNumber(prefix: prefix, year: year) }
        return try #require(number)
    }

    /// What the store answers to a question about a mail.
    func answer(_ question: ThreadQuestion, for mail: MailID) throws -> ThreadAnswer {
        var answer: ThreadAnswer?
        try store.filing { answer = try $0.answer(question, for: mail, at: Sample.now) }
        return try #require(answer)
    }

    /// The one letter of the outbox.
    func onlyLetter() throws -> OutboxEntry {
        let letters = try reader().outbox()
        try #require(letters.count == 1)
        return letters[0]
    }
}

/// The failure that a call ends in.
func failure(of work: () throws -> Void) throws -> StoreError {
    do {
        try work()
    } catch let failure as StoreError {
        return failure
    }
    throw NothingFailed()
}

/// A call went well that should not have.
struct NothingFailed: Error {}
