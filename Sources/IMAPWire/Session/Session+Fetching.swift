// To which fetch a FETCH response belongs. It belongs to one only if it names a UID that the fetch
// asked for and brings what the fetch asked for; a body that belongs to none is never handed out.
// Sequence numbers are not looked at: servers get them wrong, and they shift.

extension Session {
    /// Takes in what the server says of one mail.
    mutating func take(_ response: FetchResponse, _ events: inout [Event]) {
        guard let uid = response.uid else {
            if response.body != nil || response.header != nil { noteBodyWithoutUID() }
            return
        }
        if response.body != nil || response.header != nil {
            return takeContent(uid, response, &events)
        }
        if let index = fetchIndex(.metadata, awaiting: uid),
            let answer = update(index, { $0.takeMetadata(uid, response) }), let event = answer
        {
            events.append(event)
        } else if let flags = response.flags, mailbox != nil {
            events.append(.flags(uid, flags))
        }
        for index in inFlight.indices { update(index) { $0.mention(uid, response) } }
    }

    private mutating func takeContent(
        _ uid: UID,
        _ response: FetchResponse,
        _ events: inout [Event]
    ) {
        let answered = inFlight.firstIndex { command in
            guard case .fetch(let fetch) = command.work else { return false }
            return fetch.asked.contains(uid) && fetch.content(of: response) != nil
        }
        if let answered, let event = update(answered, { $0.takeContent(uid, response) }) {
            events.append(event)
        } else {
            for index in inFlight.indices { update(index) { $0.mention(uid, response) } }
            events.append(.held(uid, .notAsked))
        }
    }

    private mutating func noteBodyWithoutUID() {
        for index in inFlight.indices { update(index) { $0.sawUnnamedBody() } }
    }

    private func fetchIndex(_ kind: FetchInFlight.Kind, awaiting uid: UID) -> Int? {
        inFlight.firstIndex { command in
            guard case .fetch(let fetch) = command.work else { return false }
            return fetch.kind == kind && fetch.unanswered.contains(uid)
        }
    }

    // Changes the fetch at an index, if it is one, without a second owner of its sets.
    @discardableResult
    private mutating func update<Answer>(
        _ index: Int,
        _ change: (inout FetchInFlight) -> Answer
    ) -> Answer? {
        guard case .fetch(var fetch) = inFlight[index].work else { return nil }
        inFlight[index].work = .plain
        defer { inFlight[index].work = .fetch(fetch) }
        return change(&fetch)
    }
}
