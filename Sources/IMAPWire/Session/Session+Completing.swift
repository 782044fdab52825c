// What a tagged answer ends, and what it begins where a command has several steps. An answer that
// cannot be worked with (no capabilities, no UIDVALIDITY) closes the session before the command
// counts as answered. UIDs without an answer of their own are accounted for here.

extension Session {
    /// Takes in the answer to one of our commands.
    mutating func complete(
        _ tag: Tag,
        _ response: StatusResponse,
        _ events: inout [Event]
    ) throws(ProtocolError) {
        guard let index = inFlight.firstIndex(where: { $0.awaited == tag }) else {
            throw ProtocolError(.unknownTag, in: "tagged response")
        }
        if waiting?.tag == tag { waiting = nil }
        if case .capability(let set) = response.code {
            capabilities = set
            events.append(.capabilities(set))
        }
        if response.status == .ok, continueMove(at: index, response, &events) { return }
        let selected = try selectedMailbox(by: inFlight[index], response)
        if stage == .beginning { try open(response) }
        let command = inFlight.remove(at: index)
        var copied: CopyUID?
        switch command.work {
        case .plain, .store:
            break
        case .selection:
            mailbox = selected
            if let selected { events.append(.selected(selected)) }
        case .search(let search):
            if response.status == .ok, mailbox != nil {
                events.append(.found(command.tag, search.result))
            }
        case .fetch(let fetch):
            events += fetch.conclude(response)
        case .move(let move):
            copied = move.copied
            if case .copyUID(let value) = response.code { copied = value }
        }
        if command.name == .idle { idle.finish() }
        if command.name == .logout { stage = .closed }
        events.append(
            .completed(
                Completion(
                    tag: command.tag,
                    command: command.name,
                    response: response,
                    copied: copied
                )
            )
        )
    }

    // The first answer: without knowing what the server can do, nothing can be asked of it.
    private mutating func open(_ response: StatusResponse) throws(ProtocolError) {
        let isIMAP4 = capabilities.contains(.imap4rev1) || capabilities.contains(.imap4rev2)
        guard response.status == .ok, isIMAP4 else {
            throw ProtocolError(.noCapabilities, in: "answer to CAPABILITY")
        }
        stage = .open
        leftovers = nil
    }

    // The mailbox that a command has selected; nil when it selected none.
    private func selectedMailbox(
        by command: InFlight,
        _ response: StatusResponse
    ) throws(ProtocolError) -> SelectedMailbox? {
        guard case .selection(var selection) = command.work, response.status == .ok else {
            return nil
        }
        if let code = response.code { selection.take(code) }
        guard let selected = selection.selected(response) else {
            throw ProtocolError(.noUIDValidity, in: "answer to SELECT")
        }
        return selected
    }

    // Goes on with a move by COPY; false when there is no further step.
    private mutating func continueMove(
        at index: Int,
        _ response: StatusResponse,
        _ events: inout [Event]
    ) -> Bool {
        guard case .move(var move) = inFlight[index].work, !move.isLastStep else { return false }
        guard mailbox != nil else {
            // Numbered anew in the middle: the UIDs of the next step would be other mails.
            let command = inFlight.remove(at: index)
            events.append(.unanswered(command.tag, command.name))
            return true
        }
        if case .copyUID(let copied) = response.code { move.copied = copied }
        let tag = nextTag()
        guard let text = move.advance(tag) else { return false }
        inFlight[index].work = .move(move)
        inFlight[index].awaited = tag
        events.append(.write(text.pieces[0]))
        return true
    }
}
