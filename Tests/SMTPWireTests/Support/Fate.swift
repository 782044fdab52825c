// What a caller learns about each mail, collected, so that it can be compared with the truth.

@testable import SMTPWire

/// The end of one mail, as the session told it.
enum Fate: Equatable {
    case accepted
    case deferred(Stage)
    case refused(Stage)
    case untouched, uncertain, givenBack
}

/// Every fate that was told, by token.
struct Fates {
    private(set) var all: [Int: [Fate]] = [:]

    /// Takes note of what happened.
    mutating func note(_ events: [Event]) {
        for event in events {
            switch event {
            case .ready: break
            case .outcome(let token, .accepted): all[token, default: []].append(.accepted)
            case .outcome(let token, .deferred(_, let stage)):
                all[token, default: []].append(.deferred(stage))
            case .outcome(let token, .refused(_, let stage)):
                all[token, default: []].append(.refused(stage))
            case .closed(_, let unsettled): note(unsettled)
            }
        }
    }

    mutating func note(_ unsettled: [UnsettledMail]) {
        for mail in unsettled {
            all[mail.token, default: []].append(mail.loss == .untouched ? .untouched : .uncertain)
        }
    }

    mutating func note(givenBack tokens: [Int]) {
        for token in tokens { all[token, default: []].append(.givenBack) }
    }

    /// The tokens that were told to be accepted.
    var accepted: Set<Int> { Set(all.filter { $0.value.contains(.accepted) }.keys) }
}
