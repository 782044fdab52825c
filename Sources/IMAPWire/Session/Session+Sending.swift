// Which command may be sent when, and what it puts in flight. The owner asks before it sends; what
// is sent although it is not accepted stops the process.
//
// Rules (RFC 9051, 5.5, and our own): reading, marking and moving are pipelined as long as no mail
// is in two of them, except that marks may overlap with reads. A search, a listing and a move are
// one at a time. Selecting, creating, appending, enabling, waiting and leaving are alone in flight.
// While a command waits for "+", while IDLE lasts, and before the first answer nothing is sent.

extension Session {
    /// Whether a command may be sent now.
    ///
    /// The answer depends on the stage, the capabilities, the selected mailbox and what is in
    /// flight; it never depends on what the server might think of the command.
    package func accepts(_ command: Command) -> Bool {
        guard stage == .open, waiting == nil, idle == .off,
            inFlight.count < Limits.commandsInFlightMaximum,
            !inFlight.contains(where: { Self.isAlone($0) })
        else { return false }
        switch command {
        case .capability, .noop, .id:
            return true
        case .list:
            return !isInFlight(.list)
        case .create, .append, .logout, .select, .examine:
            return inFlight.isEmpty
        case .enable:
            return inFlight.isEmpty && mailbox == nil && capabilities.contains(.enable)
        case .idle:
            return inFlight.isEmpty && mailbox != nil && capabilities.contains(.idle)
        case .search:
            return mailbox != nil && !isInFlight(.search)
        case .fetchMetadata, .fetchBodies, .fetchHeaders:
            return mailbox != nil && isFree(command)
        case .addFlags(_, _, let unchangedSince):
            let isCounted = unchangedSince == nil || mailbox?.highestModSeq != nil
            return mailbox?.isReadOnly == false && isCounted && isFree(command)
        case .move:
            guard mailbox?.isReadOnly == false, !isInFlight(.move) else { return false }
            if capabilities.contains(.move) { return isFree(command) }
            return capabilities.contains(.uidplus) && inFlight.isEmpty
        }
    }

    /// Sends a command that is accepted now: gives its tag and the bytes to write.
    ///
    /// If the command has a synchronising literal, the rest follows as a `write` event.
    package mutating func send(_ command: Command) -> Sending {
        precondition(accepts(command), "A command was sent at a moment that does not allow it.")
        if let uids = command.uids {
            precondition(!uids.isEmpty, "A command was sent that is about no mail.")
            precondition(
                uids.text.utf8.count <= UIDSet.textLengthMaximum,
                "A set of UIDs was sent that is too long for one command; divide it with chunks."
            )
        }
        let tag = nextTag()
        switch command {
        case .capability, .id, .append, .list, .create, .noop:
            return enqueue(command, tag: tag, work: .plain)
        case .enable(let names):
            precondition(!names.isEmpty, "ENABLE was sent without a capability.")
            return enqueue(command, tag: tag, work: .plain)
        case .logout:
            stage = .leaving
            return enqueue(command, tag: tag, work: .plain)
        case .idle:
            idle.begin()
            return enqueue(command, tag: tag, work: .plain)
        case .select(let name), .examine(let name):
            mailbox = nil
            let selection = Selection(name, isExamined: command.name == .examine)
            return enqueue(command, tag: tag, work: .selection(selection))
        case .search(let keys):
            precondition(!keys.isEmpty, "A search was sent without a condition.")
            return enqueue(command, tag: tag, work: .search(SearchInFlight(keys)))
        case .fetchMetadata(let uids):
            return enqueue(command, tag: tag, work: fetch(.metadata, uids))
        case .fetchBodies(let uids, let sizes):
            return enqueue(command, tag: tag, work: fetch(.bodies, uids, sizes))
        case .fetchHeaders(let uids):
            return enqueue(command, tag: tag, work: fetch(.headers, uids))
        case .addFlags(let flags, let uids, _):
            precondition(!flags.isEmpty, "STORE was sent without a flag.")
            return enqueue(command, tag: tag, work: .store(uids))
        case .move(let uids, let target):
            return beginMove(uids, to: target, tag: tag)
        }
    }

    /// Ends IDLE: the bytes to write now, none while the server has not confirmed the wait (they
    /// then follow as a `write` event).
    package mutating func endIdle() -> [UInt8] {
        precondition(stage == .open, "IDLE was ended in a session that is not open.")
        return idle.end() ? Idle.done : []
    }

    private mutating func beginMove(
        _ uids: UIDSet,
        to target: MailboxName,
        tag: Tag
    ) -> Sending {
        if capabilities.contains(.move) {
            let work = MoveInFlight(uids: uids, step: .move)
            return enqueue(.move(uids, to: target), tag: tag, work: .move(work))
        }
        let work = MoveInFlight(uids: uids, step: .copy)
        inFlight.append(InFlight(tag, .move, .move(work)))
        var text = CommandText(tag, "UID COPY \(uids.text) ")
        text.add(target, capabilities: capabilities)
        text = text.ended()
        waiting = WaitingText(text, tag: tag)
        return Sending(tag: tag, bytes: text.pieces[0])
    }

    private func fetch(
        _ kind: FetchInFlight.Kind,
        _ uids: UIDSet,
        _ sizes: [UID: Int64] = [:]
    ) -> InFlight.Work {
        guard let mailbox else { preconditionFailure("A fetch was sent without a mailbox.") }
        return .fetch(
            FetchInFlight(
                kind,
                uids,
                uidValidity: mailbox.uidValidity,
                sizes: sizes,
                sizeRule: sizeRule
            )
        )
    }

    private func isInFlight(_ name: Command.Name) -> Bool {
        inFlight.contains { $0.name == name }
    }

    // Whether no command in flight is about the same mails in a way that would not be clear.
    private func isFree(_ command: Command) -> Bool {
        guard let uids = command.uids else { return true }
        return inFlight.allSatisfy { other in
            let mayOverlap =
                (command.name == .addFlags && other.name != .move)
                || (other.name == .addFlags && command.name != .move)
            return mayOverlap || other.uids.isDisjoint(with: uids)
        }
    }

    private static func isAlone(_ command: InFlight) -> Bool {
        switch command.name {
        case .create, .append, .logout, .select, .examine, .enable, .idle:
            true
        case .move:
            if case .move(let move) = command.work { move.step != .move } else { false }
        case .capability, .id, .search, .fetchMetadata, .fetchBodies, .fetchHeaders, .addFlags,
            .list, .noop:
            false
        }
    }
}
