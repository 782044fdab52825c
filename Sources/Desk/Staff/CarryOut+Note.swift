// #note: the house's own words, which reach no client. A note that tells of a call with the client
// is a word with him all the same: nobody goes on reminding the handler that he waits.

import Foundation

extension Execution {
    /// Keeps a note, and the call that it tells of; what there is to say of the call.
    mutating func note(_ text: String) -> String {
        add(.staff(.noted(by: person, text: text)))
        guard NotedCall.isTold(in: text) else { return "" }
        apply(.phone(note: ""))
        let isAwaited = file.states(at: now).contains { state in
            state.isOpen && state.rule.isOfHouse && state.rule.ends.contains(.clientCalled)
        }
        return isAwaited
            ? " L’appel au client est noté : son message n’attend plus de réponse."
            : " L’appel au client est noté."
    }
}

/// A note of a call that took place.
enum NotedCall {
    /// Whether a note begins by telling of it; who was not reached has not been spoken to.
    static func isTold(in note: String) -> Bool {
        let start = Folding.text(of: note.prefix(while: { !$0.isNewline }).description)
            .replacing("’", with: "'").trimmingCharacters(in: .whitespaces)
        return beginnings.contains { start.hasPrefix($0) }
            && !failures.contains { start.contains($0) }
    }

    private static let beginnings = [
        "appele", "rappele", "telephone", "appel au client", "appel du client", "appel de m",
        "appel avec", "appel :", "appel:", "appel passe", "client appele", "client rappele",
        "le client a appele", "le client a rappele", "client joint", "client au telephone",
        "j'ai appele", "j'ai rappele", "j'ai eu le client", "j'ai telephone", "nous avons appele",
        "eu au telephone", "eu le client", "called", "phoned", "spoke to", "spoke with",
        "i called", "i phoned", "i spoke", "client called", "call with",
    ]

    private static let failures = [
        "injoignable", "repondeur", "messagerie", "pas joint", "pas joignable", "pas repondu",
        "pas eu ", "ne repond", "pas de reponse", "sans reponse", "sans succes", "occupe",
        "absent", "personne ne", "manque", "no answer", "not reach", "voicemail", "unreachable",
        "not available", "did not answer", "didn't answer",
    ]
}
