// What the server's responses do to a session. Untagged data is given to the command it answers
// only where it names one beyond doubt; everything else is news of the mailbox, or nothing. Events
// come in the order of the bytes, whatever pieces the bytes arrive in.

extension Session {
    /// Takes in bytes, cut anywhere, and tells what they mean.
    ///
    /// After a protocol error, a BYE or a lost connection the session is closed and bytes mean
    /// nothing any more.
    package mutating func receive(_ bytes: ArraySlice<UInt8>) -> [Event] {
        precondition(stage != .fresh, "Bytes came into a session that was not begun.")
        guard stage != .closed else { return [] }
        var input = bytes
        var events: [Event] = []
        do throws(ProtocolError) {
            while stage != .closed, let response = try nextResponse(&input) {
                try take(response, &events)
            }
        } catch {
            close(.protocolError(error), cutShort: nil, &events)
            events.append(.protocolError(error))
        }
        return events
    }

    /// The connection has ended: what was in flight will not be answered.
    package mutating func disconnect() -> [Event] {
        guard stage != .closed else { return [] }
        var events: [Event] = []
        close(.connectionLost, cutShort: parser.uidCutShort, &events)
        return events
    }

    private mutating func nextResponse(
        _ input: inout ArraySlice<UInt8>
    ) throws(ProtocolError) -> Response? {
        if stage == .beginning {
            return try leftovers?.next(from: &input)
        }
        return try parser.next(from: &input)
    }

    private mutating func take(
        _ response: Response,
        _ events: inout [Event]
    ) throws(ProtocolError) {
        if case .tagged(let tag, let status) = response {
            untaggedCount = 0
            return try complete(tag, status, &events)
        }
        untaggedCount += 1
        guard untaggedCount <= Limits.untaggedMaximum else {
            throw ProtocolError(.tooManyResponses, in: "response")
        }
        switch response {
        case .tagged, .enabled, .flags, .other: break
        case .continuation: try takeContinuation(&events)
        case .status(let status): try take(status, &events)
        case .capability(let set): replaceCapabilities(set, &events)
        case .list(let listing):
            if inFlight.contains(where: { $0.name == .list }) { events.append(.listed(listing)) }
        case .search(let search): try take(search)
        case .exists(let count): takeExists(count, &events)
        case .expunge(let number): takeExpunge(number, &events)
        case .vanished(let uids): if mailbox != nil { events.append(.vanished(uids)) }
        case .fetch(let fetch): take(fetch, &events)
        }
    }

    // MARK: - Ends

    /// Everything in flight ends without an answer.
    mutating func close(_ reason: PostponeReason, cutShort: UID?, _ events: inout [Event]) {
        stage = .closed
        mailbox = nil
        idle.finish()
        waiting = nil
        let abandoned = inFlight
        inFlight = []
        for command in abandoned {
            if case .fetch(let fetch) = command.work {
                events += fetch.abandon(reason, cutShort: cutShort)
            }
            events.append(.unanswered(command.tag, command.name))
        }
    }

    // MARK: - News of the server

    private mutating func takeContinuation(_ events: inout [Event]) throws(ProtocolError) {
        if let piece = waiting?.nextPiece() {
            if waiting?.isOver == true { waiting = nil }
            return events.append(.write(piece))
        }
        switch idle.confirm() {
        case .begun: events.append(.idling)
        case .endNow: events.append(.write(Idle.done))
        case .signOfLife: break
        case .unexpected: throw ProtocolError(.unexpectedContinuation, in: "continuation")
        }
    }

    private mutating func replaceCapabilities(_ set: CapabilitySet, _ events: inout [Event]) {
        capabilities = set
        events.append(.capabilities(set))
    }

    private mutating func take(
        _ status: StatusResponse,
        _ events: inout [Event]
    ) throws(ProtocolError) {
        switch status.status {
        case .preauth:
            throw ProtocolError(.malformed, in: "greeting in mid-session")
        case .bye:
            events.append(.bye(status))
            if stage != .leaving { close(.bye(status), cutShort: nil, &events) }
        case .no, .bad:
            events.append(.notice(status))
        case .ok:
            if let code = status.code { take(code, &events) }
            if status.code == .alert { events.append(.notice(status)) }
        }
    }

    private mutating func take(_ code: ResponseCode, _ events: inout [Event]) {
        if case .capability(let set) = code { return replaceCapabilities(set, &events) }
        if updateSelection({ $0.take(code) }) { return }
        if case .uidValidity(let value) = code, let mailbox, mailbox.uidValidity != value {
            renumber(value, &events)
        }
        if case .copyUID(let copied) = code {
            updateMove { $0.copied = copied }
        }
    }

    // A server that numbers a mailbox anew under our eyes breaks the rules, and all our UIDs.
    private mutating func renumber(_ value: UIDValidity, _ events: inout [Event]) {
        mailbox = nil
        for index in inFlight.indices {
            guard case .fetch(var fetch) = inFlight[index].work else { continue }
            fetch.void()
            inFlight[index].work = .fetch(fetch)
        }
        events.append(.uidValidityChanged(value))
    }

    // MARK: - News of the mailbox

    private mutating func takeExists(_ count: UInt32, _ events: inout [Event]) {
        if updateSelection({ $0.exists = count }) { return }
        guard mailbox != nil else { return }
        mailbox?.exists = count
        events.append(.exists(count))
    }

    private mutating func takeExpunge(_ number: UInt32, _ events: inout [Event]) {
        guard let exists = mailbox?.exists else { return }
        mailbox?.exists = exists > 0 ? exists - 1 : 0
        events.append(.expunged(sequenceNumber: number))
    }

    private mutating func take(_ response: SearchResponse) throws(ProtocolError) {
        for index in inFlight.indices {
            guard case .search(var search) = inFlight[index].work,
                response.tag == nil || response.tag == inFlight[index].tag
            else { continue }
            guard response.isByUID else {
                throw ProtocolError(.searchNotByUID, in: "search response")
            }
            // One owner only: a search over a large mailbox may come in many responses.
            inFlight[index].work = .plain
            search.take(response)
            guard search.uids.count <= Limits.setMembersMaximum else {
                throw ProtocolError(.tooManyMembers, in: "search response")
            }
            inFlight[index].work = .search(search)
        }
    }

    // MARK: - What is in flight

    /// Changes the selection under way; false when there is none.
    private mutating func updateSelection(_ change: (inout Selection) -> Void) -> Bool {
        for index in inFlight.indices {
            guard case .selection(var selection) = inFlight[index].work else { continue }
            change(&selection)
            inFlight[index].work = .selection(selection)
            return true
        }
        return false
    }

    private mutating func updateMove(_ change: (inout MoveInFlight) -> Void) {
        for index in inFlight.indices {
            guard case .move(var move) = inFlight[index].work else { continue }
            change(&move)
            inFlight[index].work = .move(move)
        }
    }
}
