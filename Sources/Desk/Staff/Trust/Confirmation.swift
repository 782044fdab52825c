// The question "was this mail yours?", asked at the registered address, and its answer.
//
// The letter that asks bears a capability, so that only whoever reads the colleague's mail can
// answer. It asks once for each mail; it is an automatic letter, and the bounds of automatic
// letters hold for it. An answer that proves nothing asks nothing again, so nothing loops.

/// Whether a colleague's "stop" recalls a reply that has not left yet.
package enum RecallWord {
    /// How long a text may be that asks to stop, however politely.
    private static let charactersMaximum = 60

    private static let words: Set = [
        "stop", "stopp", "stoppe", "stoppez", "stopper", "arrete", "arretes", "arretez", "arreter",
        "annule", "annules", "annulez", "annuler", "cancel", "halt", "halte",
    ]

    private static let phrases = [
        ["ne", "pas", "envoyer"], ["ne", "l'envoie", "pas"], ["n'envoie", "pas"],
        ["n'envoyez", "pas"], ["do", "not", "send"], ["don't", "send"],
    ]

    /// Whether the new text of a mail is nothing but that word.
    package static func isAll(of text: String) -> Bool {
        let words = spoken(in: text)
        return words.count <= 3 && words.first.map(Self.words.contains) == true
    }

    /// Whether a text is short and begins by asking to stop: "Stop svp, ne pas envoyer".
    package static func isShort(_ text: String) -> Bool {
        text.count <= charactersMaximum && begins(text)
    }

    /// Whether a text, however long, begins by asking to stop.
    static func begins(_ text: String) -> Bool {
        let words = spoken(in: text)
        return words.first.map(Self.words.contains) == true
            || phrases.contains { words.starts(with: $0) }
    }

    /// Whether a line with a "#" is that word, as "#stop" is; "#annuler" is a command of its own.
    package static func isCommand(_ line: String) -> Bool {
        guard line.hasPrefix("#"), let first = spoken(in: line).first else { return false }
        return words.contains(first) && CommandTable.verb(named: first) == nil
    }

    // Words with which a text begins that takes back what was just written.
    private static let refusals: Set = [
        "non", "no", "nan", "nope", "attends", "attend", "attendez", "oups", "oops", "erreur",
        "mince", "zut", "wait", "faux",
    ]
    private static let prohibitions = PhraseIndex([
        [
            "ne pas envoyer", "pas l'envoyer", "n'envoie", "n'envoyez", "l'envoie pas",
            "l'envoies pas", "l'envoyez pas", "envoie pas", "envoyez pas", "rien envoyer",
            "pas d'envoi", "ne part pas", "ne parte pas", "do not send", "don't send",
        ]
    ])
    private static let regrets = PhraseIndex([
        [
            "a annuler", "suis trompe", "me suis trompee", "erreur de", "mauvais client",
            "mauvais dossier", "mauvais destinataire", "pas le bon", "pas la bonne",
            "wrong client", "wrong file", "my mistake",
        ]
    ])

    // What shall be done before something is sent.
    private static let delays = PhraseIndex([
        [
            "avant d'envoyer", "avant de l'envoyer", "avant de lui envoyer", "avant de l'expedier",
            "avant l'envoi", "avant envoi", "avant le depart", "avant de repondre au client",
            "avant de lui repondre", "avant que ca parte", "avant que cela parte",
            "avant qu'il parte", "before sending", "before you send", "before it leaves",
        ]
    ])

    /// Whether a short text may take a message back, or tell its reader to wait before he does
    /// something: "Attendez avant de réarmer".
    static func mayRefuse(_ text: String) -> Bool {
        let words = spoken(in: text)
        return text.utf8.count <= 200 && words.count <= 16
            && ["attendez", "wait"].contains(words.first)
            && words.dropFirst().first.map(["avant", "before"].contains) == true
    }

    /// Whether a short text forbids, in whatever words, that something be sent.
    static func forbids(_ text: String) -> Bool {
        let words = spoken(in: text)
        return text.utf8.count <= 200 && words.count <= 16
            && prohibitions.first(in: Folding.bytes(of: text)[...]) != nil
    }

    /// Whether a short text, as an answer to what we told of a message, takes that message back.
    static func refuses(_ text: String) -> Bool {
        let words = spoken(in: text)
        guard text.utf8.count <= 200, words.count <= 16, let first = words.first else {
            return false
        }
        let isRefusal = refusals.contains(first) || Self.words.contains(first)
        if isRefusal, delays.first(in: Folding.bytes(of: text)[...]) != nil { return true }
        return words.count <= 8 && isRefusal && !mayRefuse(text)
            || prohibitions.first(in: Folding.bytes(of: text)[...]) != nil
            || regrets.first(in: Folding.bytes(of: text)[...]) != nil
    }

    /// Whether a text is so short that it may be meant for us: "Pas ça !", "?".
    static func isHint(_ text: String) -> Bool {
        text.utf8.count <= 40 && spoken(in: text).count <= 2
    }

    private static func spoken(in text: String) -> [String] {
        Folding.text(of: text.cut(toBytes: 200)).split { !$0.isLetter && $0 != "'" }
            .map(String.init)
    }
}

/// Words with which a colleague answers us, and which say nothing to a client: "oui", "ok merci".
enum BareAnswer {
    private static let agreements: Set = ["oui", "ouii", "yes", "non", "no"]
    private static let courtesies: Set = [
        "ok", "okay", "merci", "d'accord", "dac", "entendu", "parfait", "super", "bien", "recu",
        "vu", "note", "c'est", "bon", "thanks", "thank", "you", "noted", "fine", "tres", "je",
        "confirme", "svp",
    ]
    private static let wordsMaximum = 4

    /// Whether a text is nothing else.
    static func isAll(of text: String) -> Bool {
        let words = words(of: text)
        return !words.isEmpty && words.allSatisfy { agreements.union(courtesies).contains($0) }
    }

    /// Whether a text is nothing but "oui" or "non", with a courtesy at most.
    static func isPlain(_ text: String) -> Bool {
        let words = words(of: text)
        return words.first.map(agreements.contains) == true && isAll(of: text)
    }

    // None where there are too many.
    private static func words(of text: String) -> [String] {
        guard text.utf8.count <= 80 else { return [] }
        let words = Folding.text(of: text).split { !$0.isLetter && !$0.isNumber && $0 != "'" }
        return words.count <= wordsMaximum ? words.map(String.init) : []
    }
}

/// What becomes of a colleague's mail that proves nothing.
package enum UnprovenMail: Hashable, Sendable {
    /// It is kept as a draft, and the registered address is asked once.
    case ask(reason: String)
    /// It is kept as a draft; nobody is asked, for this reason.
    case keep(reason: String)

    /// Decides; a machine's mail, and one above the bounds of automatic letters, asks nobody.
    ///
    /// The questions of the last day are counted on the dossier, and over all dossiers.
    package init(
        _ reading: Reading,
        reason: String,
        isAutomatic: Bool,
        questionsOnTicket: Int,
        questionsToPerson: Int
    ) {
        if isAutomatic {
            self = .keep(reason: "a machine wrote it; \(reason)")
        } else if questionsOnTicket >= Self.questionsMaximum
            || questionsToPerson >= QuestionTally.dailyMaximum
        {
            let asked = max(questionsOnTicket, questionsToPerson)
            self = .keep(reason: "asked \(asked) times today already; \(reason)")
        } else if ConfirmationAnswer(
            reading.newText,
            signedBy: reading.staffSender?.name ?? ""
        ) != nil {
            self = .keep(reason: "an answer without proof; \(reason)")
        } else {
            self = .ask(reason: reason)
        }
    }

    /// Questions to one address about one dossier in 24 hours.
    static let questionsMaximum = 3
}
