// What a reply means. Replies carry no name of what they answer, only their place in the order;
// so each one must be possible at its place, and the first that is not ends the session before
// a mail could be counted as accepted by a neighbour's reply.
//
//   reply to      2yz              3yz              4yz, 5yz               421
//   EHLO          ready            protocol error   closed, refused        closed
//   MAIL          go on            protocol error   deferred, refused      closed, untouched
//   RCPT          go on            protocol error   deferred, refused      closed, untouched
//   DATA          protocol error   content          deferred, refused      closed, untouched
//   content       accepted         protocol error   deferred, refused      deferred, closed
//   empty content go on            protocol error   go on                  closed
//   RSET          go on            protocol error   protocol error         closed
//   QUIT          closed           closed           closed                 closed
//   nothing       protocol error   protocol error   protocol error (1)     closed
//
// (1) In the midst of its content a mail is deferred or refused; the session ends there.
// The first refusal decides about a mail; later replies of its group are only counted off.

extension Session {
    mutating func handle(_ reply: Reply, _ events: inout [Event]) {
        guard let expectation = expectations.first, outgoing.mayHaveLeft(expectation.mark) else {
            return handleUnawaited(reply, &events)
        }
        _ = expectations.popFirst()
        if reply.code.value == ReplyCode.serviceNotAvailable, expectation.reply != .quit {
            return handleShutDown(reply, answering: expectation.reply, &events)
        }
        switch expectation.reply {
        case .ehlo: handleHello(reply, &events)
        case .transaction(.mail): handleMail(reply, &events)
        case .transaction(.rcpt): handleRecipient(reply, &events)
        case .transaction(.data): handleData(reply, &events)
        case .transaction(.body): handleContent(reply, &events)
        case .emptyBody: handleEmptyContent(reply, &events)
        case .rset: handleReset(reply, &events)
        case .quit: close(.quit, &events)
        }
    }

    private mutating func handleHello(_ reply: Reply, _ events: inout [Event]) {
        switch reply.code.category {
        case .positive:
            let offered = Capabilities(reply)
            capabilities = offered
            if phase == .opening { phase = .open }
            events.append(.ready(offered))
        case .intermediate:
            fail(.impossibleReply, reply, to: .ehlo, &events)
        case .transient, .permanent:
            close(.refused(reply), &events)
        }
    }

    private mutating func handleMail(_ reply: Reply, _ events: inout [Event]) {
        switch reply.code.category {
        case .positive:
            if isStepByStep { begun[0].step = .rcptDue }
        case .intermediate:
            fail(.impossibleReply, reply, to: .transaction(.mail), &events)
        case .transient, .permanent:
            settle(by: reply, .mail, &events)
            if isStepByStep { endTransaction(accepted: false) }
        }
    }

    private mutating func handleRecipient(_ reply: Reply, _ events: inout [Event]) {
        switch reply.code.category {
        case .positive:
            begun[0].recipientAccepted = true
            if isStepByStep { begun[0].step = .dataDue }
        case .intermediate:
            fail(.impossibleReply, reply, to: .transaction(.rcpt), &events)
        case .transient, .permanent:
            settle(by: reply, .rcpt, &events)
            if isStepByStep { endTransaction(accepted: false) }
        }
    }

    private mutating func handleData(_ reply: Reply, _ events: inout [Event]) {
        switch reply.code.category {
        case .positive:
            fail(.impossibleReply, reply, to: .transaction(.data), &events)
        case .intermediate where !begun[0].isSettled:
            begun[0].step = .contentDue
        case .intermediate where begun[0].recipientAccepted:
            // An empty mail would reach the recipient; only going away prevents it.
            fail(.dataAfterRefusedSender, reply, to: .transaction(.data), &events)
        case .intermediate:
            begun[0].step = .emptyContentDue
        case .transient, .permanent:
            settle(by: reply, .data, &events)
            endTransaction(accepted: false)
        }
    }

    private mutating func handleContent(_ reply: Reply, _ events: inout [Event]) {
        switch reply.code.category {
        case .positive:
            events.append(.outcome(token: begun[0].mail.token, .accepted(reply)))
            endTransaction(accepted: true)
        case .intermediate:
            fail(.impossibleReply, reply, to: .transaction(.body), &events)
        case .transient, .permanent:
            settle(by: reply, .body, &events)
            endTransaction(accepted: false)
        }
    }

    private mutating func handleEmptyContent(_ reply: Reply, _ events: inout [Event]) {
        switch reply.code.category {
        case .intermediate:
            fail(.impossibleReply, reply, to: .emptyBody, &events)
        case .positive, .transient, .permanent:
            endTransaction(accepted: false)
        }
    }

    private mutating func handleReset(_ reply: Reply, _ events: inout [Event]) {
        switch reply.code.category {
        case .positive: break
        case .intermediate: fail(.impossibleReply, reply, to: .rset, &events)
        case .transient, .permanent: fail(.resetRefused, reply, to: .rset, &events)
        }
    }

    private mutating func handleShutDown(
        _ reply: Reply,
        answering: AwaitedReply?,
        _ events: inout [Event]
    ) {
        let inHand: Int? =
            switch answering {
            case .transaction, nil: begun.first.flatMap { $0.isSettled ? nil : $0.mail.token }
            case .ehlo, .emptyBody, .rset, .quit: nil
            }
        if answering == .transaction(.body) { settle(by: reply, .body, &events) }
        close(.shutDown(reply, answering: answering, inHand: inHand), &events)
    }

    /// A reply while none can be due: nothing was asked, or the question has not left yet.
    private mutating func handleUnawaited(_ reply: Reply, _ events: inout [Event]) {
        if reply.code.value == ReplyCode.serviceNotAvailable {
            return handleShutDown(reply, answering: nil, &events)
        }
        guard begun.first?.content.hasBegun == true else {
            return fail(.unexpectedReply, reply, to: expectations.first?.reply, &events)
        }
        switch reply.code.category {
        case .positive, .intermediate: break
        case .transient, .permanent: settle(by: reply, .body, &events)
        }
        fail(.replyBeforeEndOfData, reply, to: .transaction(.body), &events)
    }

    // MARK: - What all of them do

    private var isStepByStep: Bool { capabilities?.pipelining != true }

    /// Tells the outcome of the mail whose replies are coming, unless it has been told.
    private mutating func settle(by reply: Reply, _ stage: Stage, _ events: inout [Event]) {
        guard !begun[0].isSettled else { return }
        begun[0].isSettled = true
        let isTransient = reply.code.category == .transient
        events.append(
            .outcome(
                token: begun[0].mail.token,
                isTransient ? .deferred(reply, stage) : .refused(reply, stage)
            )
        )
    }

    /// The last reply about the first mail has come.
    ///
    /// After anything but acceptance the next mail begins with RSET: it forgets the rest of the
    /// transaction, and its reply proves that the order of replies is still right. A mail that is
    /// already on its way needs none: the end of content before it has cleared the server's state
    /// (RFC 5321, 4.1.1.4).
    private mutating func endTransaction(accepted: Bool) {
        begun.removeFirst()
        if begun.isEmpty { needsReset = !accepted }
    }

    private mutating func fail(
        _ code: ProtocolError.Code,
        _ reply: Reply,
        to awaited: AwaitedReply?,
        _ events: inout [Event]
    ) {
        let place = awaited.map { "In answer to \($0.name)" } ?? "While nothing was asked"
        close(.protocolError(ProtocolError(code, at: "\(place), \(reply.code)")), &events)
    }
}
