// Why a letter did not arrive, as a person would say it. Servers say the same few things in a
// thousand wordings: a kind is found by the enhanced code (RFC 3463) where it says something, else
// by set phrases.

/// A reason for which a letter does not arrive.
package enum FailureKind: Int, Hashable, Sendable, CaseIterable {
    /// The mailbox is full.
    case full
    /// The letter is too large.
    case tooLarge
    /// The mailbox was closed or switched off.
    case disabled
    /// Nobody has this address.
    case unknownUser
    /// No server takes mail for the domain.
    case unknownHost
    /// The owner has moved to another address.
    case moved
    /// A filter took the letter for unwanted.
    case unwanted
    /// The server does not let the sender write there.
    case refused
    /// The letter goes in circles.
    case loop
    /// The server cannot take the letter's content.
    case content
    /// The time for trying is over.
    case expired
    /// The server does not answer, or has asked to wait.
    case noAnswer
    /// The server is in trouble itself.
    case system

    /// Subject and detail of the enhanced code that says so.
    var detail: String {
        switch self {
        case .full: "2.2"
        case .tooLarge: "3.4"
        case .disabled: "2.1"
        case .unknownUser: "1.1"
        case .unknownHost: "1.2"
        case .moved: "1.6"
        case .unwanted, .refused: "7.1"
        case .loop: "4.6"
        case .content: "6.0"
        case .expired: "4.7"
        case .noAnswer: "4.1"
        case .system: "3.0"
        }
    }

    /// Whether the reason may pass by itself, where no code says otherwise.
    var isPassing: Bool {
        switch self {
        case .expired, .noAnswer, .system: true
        case .full, .tooLarge, .disabled, .unknownUser, .unknownHost, .moved, .unwanted, .refused,
            .loop, .content:
            false
        }
    }

    /// The kind that an enhanced code states; nil where it states nothing.
    init?(status: String) {
        let numbers = status.split(separator: ".")
        guard numbers.count == 3 else { return nil }
        switch (numbers[1], numbers[2]) {
        case ("1", "2"), ("4", "4"): self = .unknownHost
        case ("1", "6"), ("1", "9"): self = .moved
        case ("1", "7"), ("1", "8"): self = .refused
        case ("1", _): self = .unknownUser
        case ("2", "1"): self = .disabled
        case ("2", "2"): self = .full
        case ("2", "3"), ("3", "4"): self = .tooLarge
        case ("3", _): self = .system
        case ("4", "6"): self = .loop
        case ("4", "7"): self = .expired
        case ("4", "0"): return nil
        case ("4", _): self = .noAnswer
        case ("6", _): self = .content
        case ("7", _): self = .refused
        default: return nil
        }
    }

    /// The reason in a sentence's place, for people.
    package func words(in language: Language) -> String {
        switch language {
        case .french: frenchWords
        case .english: englishWords
        }
    }

    private var frenchWords: String {
        switch self {
        case .full: "la boîte aux lettres est pleine"
        case .tooLarge: "le message est trop volumineux"
        case .disabled: "la boîte aux lettres est fermée"
        case .unknownUser: "l’adresse n’existe pas"
        case .unknownHost: "le domaine de l’adresse ne reçoit pas de courriel"
        case .moved: "le destinataire a changé d’adresse"
        case .unwanted: "un filtre a pris le message pour du courrier indésirable"
        case .refused: "le serveur du destinataire a refusé le message"
        case .loop: "le message tourne en boucle"
        case .content: "le serveur du destinataire n’accepte pas ce contenu"
        case .expired: "le délai d’acheminement est dépassé"
        case .noAnswer: "le serveur du destinataire ne répond pas"
        case .system: "le serveur du destinataire est en panne"
        }
    }

    private var englishWords: String {
        switch self {
        case .full: "the mailbox is full"
        case .tooLarge: "the letter is too large"
        case .disabled: "the mailbox is closed"
        case .unknownUser: "the address does not exist"
        case .unknownHost: "the address’s domain takes no mail"
        case .moved: "the recipient has another address now"
        case .unwanted: "a filter took the letter for spam"
        case .refused: "the recipient’s server refused the letter"
        case .loop: "the letter goes in circles"
        case .content: "the recipient’s server does not take this content"
        case .expired: "the time for delivery is over"
        case .noAnswer: "the recipient’s server does not answer"
        case .system: "the recipient’s server is in trouble"
        }
    }
}
