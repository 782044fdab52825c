// What an SMTP server may do instead of agreeing: where, to whom, how often.
//
// A fault is a value, so that a test lists what will happen before it happens. The first fault that
// fits and is not used up strikes; without one the sink accepts.

/// Something the sink does instead of accepting.
package struct SMTPFault: Sendable {
    /// Where in the conversation it strikes.
    package enum Stage: Sendable, CaseIterable {
        /// When the connection is made, before the greeting.
        case greeting
        /// At EHLO or HELO.
        case hello
        /// At MAIL FROM.
        case mail
        /// At RCPT TO.
        case recipient
        /// At DATA.
        case data
        /// At the final dot; a drop before it happens within the body.
        case body
    }

    /// What it does.
    package enum Action: Sendable {
        /// Answers with this instead; several lines are parted by LF. The command has no effect.
        case reply(String)
        /// Answers with this and ends the connection: 421.
        case replyAndDrop(String)
        /// Ends the connection without having done anything; at `body`, before the dot.
        case dropBefore
        /// Does what was asked, the taking of the mail included, and ends without a word.
        case dropAfter
        /// Says nothing more; the connection stays.
        case mute
        /// Does what was asked, and answers this much later.
        case slow(milliseconds: Int)
        /// Does what was asked, and answers byte by byte, this far apart.
        case drip(milliseconds: Int)
    }

    /// Where it strikes.
    package var stage: Stage
    /// What it does.
    package var action: Action
    /// Only in transactions with this recipient; nil for all.
    package var recipient: String?
    /// Only on this connection, counted from 1; nil for all.
    package var connection: Int?
    /// How often it strikes before it is used up.
    package var times: Int

    package init(
        _ stage: Stage,
        _ action: Action,
        recipient: String? = nil,
        connection: Int? = nil,
        times: Int = .max
    ) {
        self.stage = stage
        self.action = action
        self.recipient = recipient
        self.connection = connection
        self.times = times
    }
}
