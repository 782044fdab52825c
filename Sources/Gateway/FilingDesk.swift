// From kept mails to filed ones: read, ask, identify, classify, plan, file. A group shares one
// transaction; a mail that spoils its group is filed alone, and put on hold if it spoils that too.

package import Desk
import Foundation

/// Files groups of kept mails.
package struct FilingDesk: Sendable {
    private let world: World
    private let entry: EnteredRequest?

    /// So often in a row the whole program may be gone before it is done with a mail that it
    /// reads by itself; then the mail is filed unread.
    ///
    /// A mail that ends its reader's process is filed at once, by its bytes. What ends the whole
    /// program is a kill from outside in nearly every case, which may meet the same mail by chance
    /// more than once; it must all the same end one day if it is the mail.
    package static let unfinishedMaximum = 6

    /// Works in a world; with an entry, what is filed is a request that a person enters.
    package init(_ world: World, entered entry: EnteredRequest? = nil) {
        self.world = world
        self.entry = entry
    }

    /// Files mails that are durable; returns those that have found their end.
    package func file(_ mails: [(kept: KeptMail, bytes: [UInt8])]) throws -> [EndedMail] {
        try file(judge(mails))
    }

    /// Files mails that are being judged.
    func file(_ mails: Pending<Result<JudgedMail, any Error>>) throws -> [EndedMail] {
        let judged = try mails.take().map { try $0.get() }
        do {
            return try file(judged)
        } catch let failure as any WorldFailure where failure.isTemporary {
            throw failure
        } catch {
            return try judged.flatMap(fileAlone)
        }
    }

    private func fileAlone(_ mail: JudgedMail) throws -> [EndedMail] {
        do {
            return try file([mail])
        } catch let failure as any WorldFailure where !failure.isTemporary {
            try world.ledger.hold(mail.kept.id, reason: failure.sentence)
            return []
        }
    }

    private func file(_ mails: [JudgedMail]) throws -> [EndedMail] {
        var journeys: [Journey] = []
        var done: [EndedMail] = []
        let now = world.now()
        try world.ledger.filing { transaction in
            var notices = try NoticeBook(world.house, transaction)
            var letters: [Pending<[ComposedLetter]>] = []
            for mail in mails {
                // Another process, or another service, may have been quicker.
                let standing = try transaction.disposition(of: mail.kept.id)
                guard standing == nil || standing == .hold else {
                    done.append(EndedMail(mail.kept.origin, standing))
                    continue
                }
                let journey = try file(mail, at: now, in: transaction, &notices, &letters)
                done.append(EndedMail(mail.kept.origin, journey.disposition))
                journeys.append(journey)
            }
            try notices.keep(transaction)
            for written in letters {
                try transaction.complete(written.take().flatMap(\.self), at: now)
            }
        }
        for journey in journeys { world.journal(journey) }
        return done
    }

    private func file(
        _ mail: JudgedMail,
        at now: Date,
        in transaction: any FilingTransaction,
        _ notices: inout NoticeBook,
        _ written: inout [Pending<[ComposedLetter]>]
    ) throws -> Journey {
        let behalf = try onBehalf(mail, at: now, in: transaction)
        let kept = mail.kept
        let reading =
            behalf.map { self.reading($0.message, fetchedFrom: mailbox(of: kept)) } ?? mail.reading
        let question = ask(reading, digest: kept.digest)
        let answer = try transaction.answer(question, for: kept.id, at: now)
        var file = Case(
            kept: kept,
            reading: reading,
            identified: identify(reading, answer: answer),
            classification: behalf == nil ? mail.classification : classify(reading),
            answer: answer
        )
        file.behalf = behalf
        if case .followUp(let ticket, _) = file.identified.identification {
            file.history = try transaction.clockedTicket(ticket.number)
            let history = file.history?.events ?? []
            file.exchanges = try notices.exchanges(on: ticket.number, history, transaction)
        }
        file.entry = entry ?? behalf?.entry
        if let ticket = file.handSentTicket ?? file.bouncedTicket {
            file.history = try transaction.clockedTicket(ticket.number)
        }
        file.tallies = notices.tallies
        let asked = reading.staffSender.map { QuestionTally.mark(of: $0.address) }
        if let asked { file.questions = QuestionTally(try transaction.mark(asked) ?? "") }
        if reading.asksForStatus, let sender = reading.message.from?.address {
            file.dossiers = try transaction.openTickets(of: sender)
        }
        if !file.classification.nature.isAutomatic {
            file.loads = try transaction.staffLoads()
        }
        let commands = file.staffCommands(at: now, key: world.key)
        if !commands.isEmpty {
            let lookUp = StaffLookUp(world: world, transaction: transaction, now: now)
            file.knowledge = try lookUp.knowledge(
                for: commands,
                on: file.history,
                of: behalf?.message.from?.address
            )
        }
        let number = try transaction.nextNumber(
            prefix: file.destination.prefix,
            year: world.year(of: now)
        )
        let plan = plan(file, number: number, now: now, key: world.key)
        notices.note(plan.tallies)
        if let asked, let tally = plan.questions { try transaction.setMark(asked, tally.text) }
        let letters = sketches(of: plan, on: file, &written)
        _ = try transaction.file(plan, letters: letters, at: now)
        return Journey(
            origin: kept.origin,
            digest: kept.digest,
            sender: mail.reading.message.from?.address.text ?? "",
            plan: plan,
            criticality: file.classification.criticality
        )
    }

    // The letters without their words, which are found while the next mails are filed.
    private func sketches(
        of plan: FilingPlan,
        on file: Case,
        _ written: inout [Pending<[ComposedLetter]>]
    ) -> [ComposedLetter] {
        guard !plan.letters.isEmpty else { return [] }
        let sketches = plan.letters.map { letter in
            world.sketch(
                letter,
                from: mailbox(of: letter, else: file),
                notBefore: letter.notBefore ?? plan.lettersNotBefore
            )
        }
        written.append(
            Parallel.begin { [world] in
                world.write(plan.letters, into: sketches)
            }
        )
        return sketches
    }

    // A colleague's mail may be a client's: a telephone call, a mail passed on, or such a one that
    // waited for the colleague's "oui".
    private func onBehalf(
        _ mail: JudgedMail,
        at now: Date,
        in transaction: any FilingTransaction
    ) throws -> OnBehalf? {
        guard entry == nil, let person = mail.reading.staffSender,
            !mail.classification.nature.isAutomatic
        else { return nil }
        if let own = OnBehalf(mail.reading, mail: mail.kept.id, at: now, key: world.key) {
            return own
        }
        let answer = ConfirmationAnswer(mail.reading.newText, signedBy: person.name)
        guard answer == .yes else { return nil }
        let marks = mail.reading.marks
        for number in Set(marks.sealed.map(\.ticket) + marks.staffTags.map(\.ticket)) {
            guard let clocked = try transaction.clockedTicket(number),
                let draft = clocked.draft(confirmedBy: mail.reading, at: now, key: world.key)
            else { continue }
            let message = try world.read(try world.original(draft))
            return OnBehalf(
                reading(message, fetchedFrom: mailbox(of: mail.kept)),
                mail: draft,
                confirmedOn: number,
                endingErrand: clocked.isOpenErrand,
                at: now
            )
        }
        return nil
    }

    private func mailbox(of letter: Letter, else file: Case) -> MailboxSettings {
        world.house.mailboxes.first { $0.address == letter.from } ?? file.destination
    }

    /// Begins to read and judge mails, on all processors at once: what a mail says by itself
    /// depends on no other.
    func judge(
        _ mails: [(kept: KeptMail, bytes: [UInt8])]
    ) -> Pending<Result<JudgedMail, any Error>> {
        // What cannot be learned now is learned with the next group.
        try? world.lookWhoIsAway()
        return Parallel.begin(mails) { [self] kept, bytes in
            Result { try judge(kept, bytes) }
        }
    }

    private func judge(_ kept: KeptMail, _ bytes: [UInt8]) throws -> JudgedMail {
        let isReadable = kept.unfinished <= Self.unfinishedMaximum
        // One that was handed in is kept whole, however large it is.
        let bytes = kept.isCut ? RawMessage.header(of: bytes) : bytes
        var message = isReadable ? try world.read(bytes) : .unread(bytes)
        if kept.isCut { message.defects.append(.tooLarge) }
        let reading = reading(message, fetchedFrom: mailbox(of: kept))
        return JudgedMail(kept: kept, reading: reading, classification: classify(reading))
    }

    private func reading(
        _ message: InboundMessage,
        fetchedFrom mailbox: MailboxSettings
    ) -> Reading {
        Reading(
            message,
            mailbox: world.house.mailbox(of: message, fetchedFrom: mailbox),
            house: world.house,
            key: world.key
        )
    }

    // A mailbox that has left the settings while its mail waited is served by the first one.
    private func mailbox(of kept: KeptMail) -> MailboxSettings {
        guard
            let mailbox = world.house.mailbox(named: kept.origin.mailbox)
                ?? world.house.mailbox(ofSent: kept.origin.mailbox) ?? world.house.mailboxes.first
        else { preconditionFailure("the settings have no mailbox; the loader refuses that") }
        return mailbox
    }
}

/// A mail with all that can be said of it without looking at the past.
struct JudgedMail: Sendable {
    let kept: KeptMail
    let reading: Reading
    let classification: Classification
}
