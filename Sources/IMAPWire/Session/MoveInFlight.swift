// One move between its command and its last tagged answer. Where the server has no MOVE it is three
// commands, each sent when the one before was done: copy, mark as deleted, expunge these UIDs. A
// plain EXPUNGE, which would take what others have marked, is never sent.

/// A move under way: one command where the server has MOVE, else three.
struct MoveInFlight: Hashable, Sendable {
    /// Where the move stands.
    enum Step: Hashable, Sendable {
        /// UID MOVE: the server does it all.
        case move
        /// UID COPY was sent.
        case copy
        /// UID STORE \Deleted was sent.
        case mark
        /// UID EXPUNGE was sent: these UIDs only, never a plain EXPUNGE.
        case expunge
    }

    let uids: UIDSet
    var step: Step
    var copied: CopyUID?

    /// Whether the present step is the last one.
    var isLastStep: Bool { step == .move || step == .expunge }

    /// The command that follows when the present one was done; nil when the move is over.
    mutating func advance(_ tag: Tag) -> CommandText? {
        switch step {
        case .move, .expunge:
            return nil
        case .copy:
            step = .mark
            return CommandText(tag, "UID STORE \(uids.text) +FLAGS.SILENT (\\Deleted)").ended()
        case .mark:
            step = .expunge
            return CommandText(tag, "UID EXPUNGE \(uids.text)").ended()
        }
    }
}
