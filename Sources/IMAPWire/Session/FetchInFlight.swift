// One fetch between its command and its tagged answer: who was asked for, who has answered. This
// is where a body is believed or held; there is no other place that hands one out.
//
// Cases for a body: UID not asked · answered before · numbering changed · NIL · a piece · skipped
// as too large · no size stated · stated size differs from the received one · stated size differs
// from the one known before · agreed. A quoted string is a body like any other: the grammar allows
// it (nstring), and its size is compared after unquoting. An empty body is believed when the stated
// size is zero.

/// A UID FETCH under way.
struct FetchInFlight: Hashable, Sendable {
    /// What was asked for.
    enum Kind: Hashable, Sendable {
        case metadata
        case bodies
        case headers
    }

    let kind: Kind
    let asked: UIDSet
    /// The UIDs that have not been answered.
    private(set) var unanswered: UIDSet
    /// The numbering under which they were asked for; nil once it has changed.
    private(set) var uidValidity: UIDValidity?

    private let sizeRule: SizeRule
    /// Sizes known before the command, and those that came in a response of their own.
    private var sizes: [UID: Int64]
    /// UIDs that the server mentioned: they exist.
    private var mentioned = UIDSet()
    private var sawBodyWithoutUID = false

    init(
        _ kind: Kind,
        _ uids: UIDSet,
        uidValidity: UIDValidity,
        sizes: [UID: Int64] = [:],
        sizeRule: SizeRule
    ) {
        self.kind = kind
        self.sizes = sizes
        self.sizeRule = sizeRule
        self.uidValidity = uidValidity
        asked = uids
        unanswered = uids
    }

    /// The content that this kind of fetch asked for.
    func content(of response: FetchResponse) -> Content? {
        switch kind {
        case .metadata: nil
        case .bodies: response.body
        case .headers: response.header
        }
    }

    /// A response without the content that was asked for; its UID may not have been asked for.
    mutating func mention(_ uid: UID, _ response: FetchResponse) {
        guard asked.contains(uid) else { return }
        mentioned.insert(uid)
        guard kind != .metadata, let size = response.size, sizes[uid] == nil else { return }
        sizes[uid] = size
    }

    /// A body came and nothing says whose it is.
    mutating func sawUnnamedBody() { sawBodyWithoutUID = true }

    /// The mailbox was numbered anew: nothing of this fetch can be believed any more.
    mutating func void() { uidValidity = nil }

    /// Judges the metadata of an asked UID; nil while the size has not come.
    mutating func takeMetadata(_ uid: UID, _ response: FetchResponse) -> Event? {
        guard let size = response.size else { return nil }
        unanswered.remove(uid)
        guard uidValidity != nil else { return .held(uid, .uidValidityChanged) }
        return .metadata(
            MailMetadata(
                uid: uid,
                size: size,
                internalDate: response.internalDate,
                flags: response.flags ?? [],
                modSeq: response.modSeq
            )
        )
    }

    /// Judges the content that came for an asked UID.
    mutating func takeContent(_ uid: UID, _ response: FetchResponse) -> Event {
        guard unanswered.remove(uid) else { return .held(uid, .answeredTwice) }
        guard let uidValidity else { return .held(uid, .uidValidityChanged) }
        let bytes: [UInt8]
        switch content(of: response) {
        case nil, .absent: return .held(uid, .noBody)
        case .piece: return .held(uid, .piece)
        case .skipped(let length): return .held(uid, .tooLarge(length: length))
        case .bytes(let whole): bytes = whole
        }
        guard let size = response.size ?? sizes[uid] else { return .held(uid, .sizeMissing) }
        if let disagreement = disagreement(uid, size, received: bytes.count) {
            return .held(uid, disagreement)
        }
        let date = response.internalDate
        if kind == .headers {
            return .header(
                FetchedHeader(
                    uid: uid,
                    uidValidity: uidValidity,
                    internalDate: date,
                    size: size,
                    bytes: bytes
                )
            )
        }
        return .fetched(
            FetchedBody(uid: uid, uidValidity: uidValidity, internalDate: date, bytes: bytes)
        )
    }

    /// What is to be said of the UIDs that were not answered when the tagged answer came.
    func conclude(_ response: StatusResponse) -> [Event] {
        if uidValidity == nil { return unanswered.map { .held($0, .uidValidityChanged) } }
        switch response.status {
        case .ok:
            if sawBodyWithoutUID { return unanswered.map { .held($0, .bodyWithoutUID) } }
            let incomplete = unanswered.intersection(mentioned)
            let gone = unanswered.subtracting(mentioned)
            return incomplete.map { .held($0, .incomplete) } + (gone.isEmpty ? [] : [.gone(gone)])
        case .no:
            return unanswered.isEmpty ? [] : [.postponed(unanswered, .refused(response))]
        case .bad, .preauth, .bye:
            return unanswered.map { .held($0, .commandRefused(response)) }
        }
    }

    /// What is to be said of the unanswered UIDs when no answer will come.
    func abandon(_ reason: PostponeReason, cutShort: UID?) -> [Event] {
        var rest = unanswered
        var events: [Event] = []
        if kind != .metadata, let cutShort, rest.remove(cutShort) {
            events.append(.held(cutShort, .cutShort))
        }
        if !rest.isEmpty { events.append(.postponed(rest, reason)) }
        return events
    }

    private func disagreement(_ uid: UID, _ size: Int64, received: Int) -> HoldReason? {
        guard sizeRule == .exact else { return nil }
        let reason = HoldReason.sizeDisagrees(stated: size, received: received)
        if let known = sizes[uid], known != size {
            return .sizeDisagrees(stated: known, received: received)
        }
        switch kind {
        case .metadata, .headers: return Int64(received) > size ? reason : nil
        case .bodies: return Int64(received) != size ? reason : nil
        }
    }
}
