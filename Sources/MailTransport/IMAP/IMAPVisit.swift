// One stay in a folder, from its selection to the loss of the connection. The cursor is
// (UIDVALIDITY, set of UIDs done): it comes from the store when the folder is selected and grows by
// what is marked here. Neither \Seen, nor the highest UID, nor a keyword is ever asked what has
// been done.
//
// Whatever breaks the connection ends the visit; the next one finds everything that is not done.

import Desk
import Foundation
import IMAPWire

/// A selected folder with the mails on their way.
final class IMAPVisit {
    let source: IMAPSource
    let conversation: IMAPConversation
    let validity: UInt32
    var done: UIDSet
    let refused: UIDSet
    /// Mails of which is known whether they stay in the folder; those that do are too large, or
    /// from before the moment of adoption.
    private(set) var known = UIDSet()
    private(set) var staying = UIDSet()
    private var isRemarked = false
    /// The folders that mails are moved to, by the names in the settings.
    var targets: [String: IMAPWire.MailboxName] = [:]
    var queue = FetchQueue([], messageBytesMaximum: 1)
    var marks: Set<Tag> = []
    private var notes = VisitNotes()
    private var stop: TransportError?
    // Mails that were asked for and passed over without a word.
    private var passedOver = UIDSet()
    // What the server said to the latest marks, where it refused them.
    private var markRefusal: String?
    private(set) var hasNews = false

    /// UIDs in one command that asks for sizes and dates, or that marks.
    static let uidsAtOnce = 1_000

    /// Connects, logs in and selects the folder.
    init(
        _ source: IMAPSource,
        now: Date,
        ended: IMAPMailbox.Ended
    ) throws(TransportError) {
        let connection = try Connection.open(
            source.endpoint,
            as: source.account,
            now: now,
            timeouts: source.timeouts
        )
        self.source = source
        conversation = try IMAPConversation(
            connection,
            literalBytesMaximum: source.messageBytesMaximum,
            sizeRule: source.areSizesEstimated ? .estimated : .exact
        )
        let selected = try conversation.open(source.folder, toChange: true)
        guard selected.areUIDsSticky else {
            throw TransportError(
                .refused,
                "\(conversation.server) does not number the mails of "
                    + "\(source.folder.fitForSentence) for good; choose another folder"
            )
        }
        validity = selected.uidValidity.number
        do {
            done = Self.set(try ended.done(validity))
            refused = Self.set(try ended.refused(validity))
        } catch let failure as any WorldFailure {
            throw TransportError(failure.isTemporary ? .unknown : .refused, failure.sentence)
        } catch {
            throw TransportError(.unknown, "the mails that are done cannot be listed: \(error)")
        }
        checkMark(selected)
    }

    private static func set(_ ranges: [ClosedRange<UInt32>]) -> UIDSet {
        UIDSet(
            joining: ranges.compactMap { range in
                guard let first = UID(max(range.lowerBound, 1)), let last = UID(range.upperBound)
                else { return nil }
                return first...last
            }
        )
    }

    private func checkMark(_ selected: SelectedMailbox) {
        let folder = source.folder.fitForSentence
        if selected.isReadOnly {
            notes.complain(
                "\(conversation.server) lets us only read \(folder), so filed mails are not "
                    + "marked; give the account the right to write"
            )
        }
        guard case .keyword(let text) = source.done, let keyword = Keyword(text),
            selected.permanentFlags?.keeps(keyword) == false
        else { return }
        notes.complain(
            "\(conversation.server) keeps no keyword \(text) in \(folder), so filed mails are not "
                + "marked; set done: {seen: true} or done: {move: FOLDER}"
        )
    }

    /// What has been noted so far.
    func notedComplaints() -> [String] { notes.takeAll().complaints }

    // MARK: - Finding

    /// Looks what is there, and puts what is not done in order.
    func beginPass(now: Date) throws(TransportError) {
        hasNews = false
        stop = nil
        passedOver = UIDSet()
        if let markRefusal { complain(markRefusal) }
        let missing = try findTargets { isRemarked = false }
        for sentence in missing { complain(sentence) }
        let there = try find([.all])
        if !isRemarked {
            isRemarked = true
            try remark(there, now: now)
        }
        let new = there.subtracting(done)
        let mails = try metadata(of: new, now: now)
        queue = FetchQueue(mails, messageBytesMaximum: source.messageBytesMaximum)
    }

    func find(_ keys: [SearchKey]) throws(TransportError) -> UIDSet {
        try waitUntilAccepted(.search(keys))
        let (end, events) = try conversation.run(.search(keys))
        try take(events)
        guard end.response.status == .ok else {
            throw conversation.refusal(end.response, of: "search the folder")
        }
        for case .found(_, let result) in events { return result.uids }
        return UIDSet()
    }

    /// Size and moment of mails; notes which of them stay in the folder, whatever becomes of them.
    @discardableResult
    func metadata(of uids: UIDSet, now: Date) throws(TransportError) -> [AwaitedMail] {
        var mails: [AwaitedMail] = []
        for part in uids.chunks(countMaximum: Self.uidsAtOnce) {
            try waitUntilAccepted(.fetchMetadata(part))
            let (end, events) = try conversation.run(.fetchMetadata(part))
            try take(events)
            guard end.response.status == .ok else {
                throw conversation.refusal(end.response, of: "list the folder")
            }
            for case .metadata(let mail) in events {
                // A mail without a date counts from the moment at which it is first seen.
                let seconds = mail.internalDate.map { Double($0.secondsSince1970) }
                let receivedAt = seconds.map { Date(timeIntervalSince1970: $0) } ?? now
                mails.append(AwaitedMail(uid: mail.uid, receivedAt: receivedAt, size: mail.size))
            }
        }
        let stay = mails.filter { mail in
            mail.size > source.messageBytesMaximum
                || source.adoptSince.map { mail.receivedAt < $0 } ?? false
        }
        known = known.union(uids)
        staying = staying.union(UIDSet(stay.map(\.uid)))
        return mails
    }

    // MARK: - Fetching

    /// The next mails; none at the end of the pass.
    func next(count: Int, bytes: Int) throws(TransportError) -> IMAPBatch {
        while true {
            try askForMore()
            if queue.hasReady { break }
            if queue.isOver {
                try finishMarks()
                try tellPassedOver()
                if let stop { throw stop }
                break
            }
            try take(conversation.read())
        }
        var batch = notes.takeAll()
        batch.messages = queue.handOver(count: count, bytes: bytes)
        return batch
    }

    // Gone is only a hint: what a search still finds is there.
    private func tellPassedOver() throws(TransportError) {
        guard !passedOver.isEmpty else { return }
        let there = try find([.all])
        for uid in passedOver.intersection(there) {
            complain(of: uid, "The server lists it and says nothing when it is asked for it.")
        }
        passedOver = UIDSet()
    }

    private func askForMore() throws(TransportError) {
        while stop == nil, let portion = queue.nextPortion() {
            let command = portion.command
            guard conversation.accepts(command) else { return }
            queue.begin(portion, as: try conversation.send(command))
        }
    }

    // MARK: - News

    /// Waits for new mail with IDLE.
    func idle(milliseconds: Int, bell: Int32?) throws(TransportError) -> IMAPMailbox.News {
        let watch = Stopwatch()
        while !hasNews {
            guard milliseconds > watch.elapsed else { return .time }
            let tag = try conversation.send(.idle)
            let stretch = Stopwatch()
            var isRung = false
            while !hasNews, !isRung {
                try take(conversation.readWhatIsThere())
                let left = min(
                    milliseconds - watch.elapsed,
                    Idle.secondsMaximum * 1000 - stretch.elapsed
                )
                guard left > 0, !hasNews, conversation.session.idle != .off else { break }
                let wait = conversation.connection.waitForBytes(milliseconds: left, or: bell)
                isRung = wait == .interrupted
            }
            try endIdle(tag)
            if isRung { return .interrupted }
        }
        return .mail
    }

    private func endIdle(_ tag: Tag) throws(TransportError) {
        guard conversation.session.idle != .off else { return }
        try conversation.endIdle()
        while conversation.session.idle != .off { try take(conversation.read()) }
    }

    /// Whether the server can wait with us.
    var canIdle: Bool { conversation.accepts(.idle) }

    // MARK: - What the server says

    func take(_ events: [Event]) throws(TransportError) {
        for event in events { try take(event) }
    }

    private func take(_ event: Event) throws(TransportError) {
        switch event {
        case .fetched(let body):
            queue.take(message(body.uid, body.internalDate, body.bytes), of: body.uid)
        case .header(let header):
            let uid = header.uid
            let size = Int(clamping: header.size)
            let mail = message(uid, header.internalDate, header.bytes, cutFrom: size)
            queue.take(mail, of: uid)
        case .held(let uid, let reason):
            queue.doubt(uid)
            let words = conversation.connection.quotation.words(reason.sentence)
            complain(of: uid, words, remedy: Self.remedy(for: reason))
        case .gone(let uids):
            passedOver = passedOver.union(uids)
        case .postponed(let uids, let reason):
            postpone(uids, reason)
        case .completed(let completion):
            end(completion)
        case .exists:
            hasNews = true
        case .uidValidityChanged:
            throw TransportError(
                .closed,
                "\(conversation.server) has numbered the mails of \(source.folder.fitForSentence) "
                    + "anew; they are recognised by their content at the next pass"
            )
        case .notice(let status):
            notes.complain("\(conversation.server) says: \(conversation.said(status))")
        case .write, .capabilities, .selected, .expunged, .vanished, .flags, .metadata, .found,
            .listed, .idling, .unanswered, .bye, .protocolError:
            return
        }
    }

    private func end(_ completion: Completion) {
        if queue.end(completion.tag) { return }
        guard marks.remove(completion.tag) != nil else { return }
        guard completion.response.status != .ok else {
            markRefusal = nil
            return
        }
        let refusal = conversation.refusal(completion.response, of: "mark filed mails")
        let sentence =
            "\(refusal.sentence); the mails of the mailbox \(source.mailbox.text) are filed "
            + "all the same"
        // It stays so until a mark is taken: each pass tells it.
        markRefusal = sentence
        complain(sentence)
    }

    private func postpone(_ uids: UIDSet, _ reason: PostponeReason) {
        guard case .refused(let status) = reason else { return }
        let refusal = conversation.refusal(status, of: "hand over mails")
        // An internal error may be about one mail only: the others are asked for one by one.
        if refusal.code == .busy, status.code != .serverBug {
            queue.stopAsking()
            if stop == nil { stop = refusal }
            return
        }
        for uid in queue.refuse(uids) { complain(of: uid, refusal.sentence) }
    }

    func complain(_ sentence: String) { notes.complain(sentence) }

    private func complain(of uid: UID, _ sentence: String, remedy: String = "") {
        let end = sentence.hasSuffix(".") ? "" : "."
        notes.complain(
            "mail \(uid) in \(source.folder.fitForSentence) on \(conversation.server), mailbox "
                + "\(source.mailbox.text), stays there: \(sentence)\(end) It is asked for again at "
                + "every look; if this lasts, read it with a mail program and tell the server's "
                + "administrator\(remedy)"
        )
    }

    private static func remedy(for reason: HoldReason) -> String {
        switch reason {
        case .sizeDisagrees:
            ", or set sizes: estimated where the sizes of this server are known to be wrong"
        case .notAsked, .answeredTwice, .noBody, .piece, .tooLarge, .sizeMissing, .cutShort,
            .incomplete, .bodyWithoutUID, .uidValidityChanged, .commandRefused:
            ""
        }
    }

    private func message(
        _ uid: UID,
        _ date: InternalDate?,
        _ bytes: [UInt8],
        cutFrom size: Int? = nil
    ) -> RawMessage {
        RawMessage(
            origin: origin(of: uid),
            receivedAt: queue.moment(of: uid)
                ?? Date(timeIntervalSince1970: Double(date?.secondsSince1970 ?? 0)),
            bytes: bytes,
            isCut: size != nil,
            bytesLeftOut: size.map { max(0, $0 - bytes.count) } ?? 0
        )
    }

    private func origin(of uid: UID) -> MailOrigin {
        MailOrigin(mailbox: source.mailbox, validity: validity, uid: .number(uid.number))
    }
}
