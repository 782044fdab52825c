// A command between its sending and its tagged answer, with what its answer needs. Tags alone
// decide which command is answered; the order of answers means nothing. A move without MOVE is
// three commands for the server and one for the owner: its steps are kept here.

/// A command in flight.
struct InFlight: Hashable, Sendable {
    /// The tag that `send` gave out.
    let tag: Tag
    let name: Command.Name
    /// The tag whose answer is awaited: another one in the later steps of a move.
    var awaited: Tag
    var work: Work

    init(_ tag: Tag, _ name: Command.Name, _ work: Work) {
        self.tag = tag
        self.name = name
        self.work = work
        awaited = tag
    }

    /// What a command needs to know until it is answered.
    enum Work: Hashable, Sendable {
        case plain
        case selection(Selection)
        case search(SearchInFlight)
        case fetch(FetchInFlight)
        case store(UIDSet)
        case move(MoveInFlight)
    }

    /// The mails that the command is about.
    var uids: UIDSet {
        switch work {
        case .plain, .selection, .search: UIDSet()
        case .fetch(let fetch): fetch.asked
        case .store(let uids): uids
        case .move(let move): move.uids
        }
    }
}
