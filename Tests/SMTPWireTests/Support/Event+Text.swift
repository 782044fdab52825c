// Events as lines of text, so that dialogues and tables can be read.

@testable import SMTPWire

extension Event {
    /// What happened, on one line.
    var text: String {
        switch self {
        case .ready(let capabilities):
            (["ready"] + capabilities.keywords).joined(separator: " ")
        case .outcome(let token, .accepted(let reply)):
            "accepted \(token): \(reply)"
        case .outcome(let token, .deferred(let reply, let stage)):
            "deferred \(token) at \(stage): \(reply)"
        case .outcome(let token, .refused(let reply, let stage)):
            "refused \(token) at \(stage): \(reply)"
        case .closed(let closing, let unsettled):
            (["closed by \(closing.text)"] + unsettled.map(\.text)).joined(separator: ", ")
        }
    }
}

extension UnsettledMail {
    var text: String { "\(token) \(loss)" }
}

extension Closing {
    var text: String {
        switch self {
        case .quit: "quit"
        case .refused(let reply): "refusal: \(reply)"
        case .shutDown(let reply, let answering, let inHand):
            "shutdown after \(answering?.name ?? "nothing")"
                + "\(inHand.map { " with \($0) in hand" } ?? ""): \(reply)"
        case .protocolError(let error): "\(error.code)"
        }
    }
}
