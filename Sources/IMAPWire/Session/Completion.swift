// How a command ended, under the tag that its owner knows. A move that took three commands has one
// completion. What came in untagged data on the way, and belongs to the command, is here too.

/// How a command ended.
package struct Completion: Hashable, Sendable {
    /// The tag that `send` gave for the command.
    package let tag: Tag
    package let command: Command.Name
    /// OK, NO or BAD, with the code and the text.
    package let response: StatusResponse
    /// Where the mails of a move went, where the server says it.
    ///
    /// An OK without it may mean that nothing was left to move. Given with a NO, it says which
    /// copies were made; whether the originals are still there only a search can tell.
    package let copied: CopyUID?
}
