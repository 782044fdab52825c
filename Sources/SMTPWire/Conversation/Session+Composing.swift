// What the session sends next. A piece is composed only when the last one is written and someone
// asks for it, from what is known at that moment; so a mail that has just been enqueued still
// travels in the same write as the final dot of the mail before it.
//
// With PIPELINING a group is [content and dot] [RSET] MAIL RCPT DATA: the content may be the first
// of a group and DATA only the last (RFC 2920, 3.1). Without it, one command a piece.

extension Session {
    /// Begins the next piece and fills it with whatever can go now, possibly nothing.
    mutating func composePiece() {
        outgoing.beginPiece()
        switch phase {
        case .unopened:
            phase = .opening
            send(.ehlo(clientDomain), awaiting: .ehlo)
        case .opening, .quitting, .closed:
            break
        case .open, .leaving:
            guard let capabilities, continueTransaction(capabilities) else { return }
            beginTransaction(capabilities)
            if phase == .leaving, begun.isEmpty, expectations.isEmpty {
                phase = .quitting
                send(.quit, awaiting: .quit)
            }
        }
    }

    /// Sends what the mail in hand needs; false when the piece is full with a part of its content.
    private mutating func continueTransaction(_ capabilities: Capabilities) -> Bool {
        guard let last = begun.indices.last else { return true }
        switch begun[last].step {
        case .envelopeSent, .contentSent:
            break
        case .rcptDue:
            begun[last].step = .envelopeSent
            send(.rcpt(begun[last].mail, capabilities), awaiting: .transaction(.rcpt))
        case .dataDue:
            begun[last].step = .envelopeSent
            send(.data, awaiting: .transaction(.data))
        case .contentDue:
            var isComplete = false
            outgoing.add { isComplete = begun[last].content.appendPiece(to: &$0) }
            guard isComplete else { return false }
            begun[last].dotMark = outgoing.end
            sendEndOfData(awaiting: .transaction(.body), of: last)
        case .emptyContentDue:
            needsReset = true
            sendEndOfData(awaiting: .emptyBody, of: last)
        }
        return true
    }

    private mutating func sendEndOfData(awaiting reply: AwaitedReply, of index: Int) {
        expectations.append(Expectation(reply: reply, mark: outgoing.end))
        outgoing.add { $0 += ContentEncoder.endOfData }
        begun[index].step = .contentSent
    }

    private mutating func beginTransaction(_ capabilities: Capabilities) {
        guard !waiting.isEmpty else { return }
        if capabilities.pipelining {
            guard begun.allSatisfy({ $0.step == .contentSent }) else { return }
        } else {
            guard begun.isEmpty, expectations.isEmpty else { return }
        }
        if needsReset {
            needsReset = false
            send(.rset, awaiting: .rset)
            guard capabilities.pipelining else { return }
        }
        guard let mail = waiting.popFirst() else { return }
        begun.append(Transaction(mail))
        send(.mail(mail, capabilities), awaiting: .transaction(.mail))
        guard capabilities.pipelining else { return }
        send(.rcpt(mail, capabilities), awaiting: .transaction(.rcpt))
        send(.data, awaiting: .transaction(.data))
    }

    private mutating func send(_ command: Command, awaiting reply: AwaitedReply) {
        outgoing.add { command.append(to: &$0) }
        expectations.append(Expectation(reply: reply, mark: outgoing.end - 1))
    }
}
