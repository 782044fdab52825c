// One round of handing letters over: which have an outcome, which are to be offered again on a new
// connection, and when a lost connection is worth a new one.
//
// A new connection is opened within a round only where the lost one was old (the server had closed
// it in the meantime) or had settled at least one letter (some servers take a number of letters a
// connection). So the number of connections never exceeds that of letters plus one.

import Desk
import Foundation
import SMTPWire

/// The letters of one round.
struct DeliveryRound {
    private let entries: [OutboxEntry]
    private let now: Date
    private let notes: HandingNotes?
    private var waiting: [Int]
    private var found: [SendOutcome?]
    private var setbacks = 0
    private var isStopped = false
    /// Whether nothing has been settled on the present connection, which was opened for it.
    private var isFirst = false
    /// Why no connection could be had or used.
    private(set) var failure: TransportError?

    /// How many letters a server may go away at before all wait.
    private static let setbacksMaximum = 3

    /// Begins with letters that have no outcome.
    init(_ entries: [OutboxEntry], now: Date, notes: HandingNotes?) {
        self.entries = entries
        self.now = now
        self.notes = notes
        waiting = Array(entries.indices)
        found = Array(repeating: nil, count: entries.count)
    }

    /// What became of each letter, in their order.
    var outcomes: [(OutboxID, SendOutcome)] {
        zip(entries, found).map { entry, outcome in
            guard let outcome else { preconditionFailure("a round ended without an outcome") }
            return (entry.row, outcome)
        }
    }

    /// Hands all letters over, as long as it may go on; keeps the connection for the next round
    /// where it lives.
    mutating func run(
        _ kept: inout SMTPConversation?,
        goesOn: @Sendable () -> Bool,
        open: () throws(TransportError) -> SMTPConversation
    ) {
        while !waiting.isEmpty {
            guard goesOn() else { return leave(waiting, "stopped before its turn came") }
            let isFresh = kept == nil
            isFirst = isFresh
            let before = waiting.count
            do throws(TransportError) {
                let conversation = if let kept { kept } else { try open() }
                kept = conversation
                try converse(conversation, goesOn)
                if isStopped { conversation.leave() }
                if isStopped || conversation.isClosed { kept = nil }
            } catch {
                lose(kept?.abandon() ?? [], because: error.sentence)
                kept = nil
                if isFresh, waiting.count == before {
                    failure = error
                    for index in waiting { found[index] = later(index, error.sentence) }
                    waiting = []
                } else if setbacks == Self.setbacksMaximum {
                    failure = error
                    leave(waiting, error.sentence)
                }
            }
        }
    }

    private mutating func converse(
        _ conversation: SMTPConversation,
        _ goesOn: @Sendable () -> Bool
    ) throws(TransportError) {
        for index in waiting { enqueue(index, conversation) }
        while conversation.unsettledCount > 0 {
            if !isStopped, !goesOn() {
                isStopped = true
                leave(conversation.stopBeginning(), "stopped before its turn came")
            }
            let events = try conversation.turn { tokens throws(TransportError) in
                try notes?.leaving(tokens.map { entries[$0].letter.id })
            }
            for event in events {
                switch event {
                case .ready: continue
                case .outcome(let index, let outcome): settle(index, outcome, conversation)
                case .closed(let closing, let unsettled):
                    throw end(closing, unsettled, conversation)
                }
            }
        }
        // A server can end the session in the same breath in which it opens it.
        guard waiting.isEmpty else {
            let server = conversation.connection.endpoint.shown
            throw TransportError(
                .closed,
                "\(server) has ended the session at once; it is tried again by itself"
            )
        }
    }

    // A server that goes away at the first letter of a connection would do so each time: this is an
    // attempt of that letter, and the others go first. Where it goes away at one letter after the
    // other, it is the server: then the others wait, and no attempt of theirs is counted. After
    // other letters it may only have had enough of this connection.
    private mutating func end(
        _ closing: Closing,
        _ unsettled: [UnsettledMail],
        _ conversation: SMTPConversation
    ) -> TransportError {
        let failure = conversation.failure(closing)
        lose(unsettled, because: failure.sentence)
        if case .shutDown(_, _, let inHand?) = closing, found[inHand] == nil, isFirst {
            setbacks += 1
            give(inHand, later(inHand, failure.sentence))
        }
        return failure
    }

    // A letter that cannot be put on an envelope, or that this server can never take.
    private mutating func enqueue(_ index: Int, _ conversation: SMTPConversation) {
        let letter = entries[index].letter
        let sender = letter.sender == .null ? Path.null : Path(letter.sender.text)
        guard let sender, let recipient = Path(letter.recipient.text) else {
            return give(index, .never(note: "the address cannot stand on an envelope"))
        }
        let mail = MailObject(
            token: index,
            sender: sender,
            recipient: recipient,
            body: MailBody(letter.bytes)
        )
        do {
            try conversation.enqueue(mail)
        } catch {
            guard !error.isTemporary else { return }
            give(index, .never(note: error.sentence.fitForSentence))
        }
    }

    private mutating func settle(
        _ index: Int,
        _ outcome: Outcome,
        _ conversation: SMTPConversation
    ) {
        let words = { (reply: Reply) in conversation.said(reply.description) }
        switch outcome {
        case .accepted(let reply):
            notes?.accepted(entries[index].letter.id)
            give(index, .done(note: words(reply)))
        case .deferred(let reply, _):
            give(index, later(index, words(reply)))
        case .refused(let reply, .mail):
            // The server judges the sender: that is our trouble, and no fault of this recipient.
            give(index, later(index, "our sender is refused: \(words(reply))"))
        case .refused(let reply, _):
            give(index, .never(note: words(reply)))
        }
    }

    private mutating func lose(_ unsettled: [UnsettledMail], because sentence: String) {
        for mail in unsettled where mail.loss == .uncertain {
            let note = "the answer to the whole letter did not come: \(Self.cause(sentence))"
            give(mail.token, .uncertain(note: note))
        }
    }

    // Of a way, not of an uncertain letter, is true that it is tried again by itself.
    private static func cause(_ sentence: String) -> String {
        let promise = sentence.range(of: "it is tried again by itself", options: .caseInsensitive)
        guard let promise else { return sentence }
        let ends: Set<Character> = [" ", ";", "."]
        let cause = sentence[..<promise.lowerBound]
        return String(
            cause.prefix(through: cause.lastIndex { !ends.contains($0) } ?? cause.startIndex)
        )
    }

    private mutating func leave(_ indices: [Int], _ note: String) {
        for index in indices { give(index, .untouched(note: note)) }
    }

    private mutating func give(_ index: Int, _ outcome: SendOutcome) {
        found[index] = outcome
        isFirst = false
        waiting.removeAll { $0 == index }
    }

    private func later(_ index: Int, _ note: String) -> SendOutcome {
        let entry = entries[index]
        let next = SendingSchedule.next(
            after: entry.attempts + 1,
            queuedAt: entry.letter.queuedAt,
            now: now
        )
        guard let next else { return .never(note: "given up after five days: \(note)") }
        return .later(next, note: note)
    }
}
