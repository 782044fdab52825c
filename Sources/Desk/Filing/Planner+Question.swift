// A colleague answers a question of ours: about a mail in his name, about words that look odd.
//
// Only a plain yes sends or carries out what was asked about. An answer to "is this yours?" is
// never a text for the client; where it is neither yes nor no it is asked again, a few times at
// most, and nothing of it is passed over in silence.

import Foundation

/// The draft that a colleague's answer is about.
struct AskedDraft: Hashable {
    /// The mail that was kept, and its text.
    var mail: MailID
    var text: String
    /// Whether it still waits for an answer.
    var isOpen: Bool
    /// Whether the answer was written to that very question.
    var isDirect: Bool
    /// Whether the question leaves no room for another text.
    var isYesOnly: Bool
}

extension Reading {
    /// The draft about which the very letter asked that this mail answers; where the mail names no
    /// letter of ours at all, the latest one, about which it decides nothing.
    ///
    /// A bare word to another letter of ours is no answer to a question: somebody else's mail may
    /// wait there for nothing but a "oui" that its owner means for a client.
    func draft(
        of person: EmailAddress,
        asBare words: String,
        in events: [TicketEvent]
    ) -> AskedDraft? {
        let isUnmarked = message.inReplyTo.isEmpty && message.references.isEmpty
        let isBare = marks.answered == nil && BareAnswer.isPlain(words)
        var decided: Set<MailID> = []
        var yesOnly: Set<MailID> = []
        var direct: AskedDraft?
        var latest: AskedDraft?
        for event in events.reversed() {
            switch event.fact {
            case .staff(.draftDecided(let mail, _, _)): decided.insert(mail)
            case .staff(.yesAwaited(let mail, _)): yesOnly.insert(mail)
            case .staff(.draftKept(let mail, person, let question?, let text)):
                let draft = AskedDraft(
                    mail: mail,
                    text: text,
                    isOpen: !decided.contains(mail),
                    isDirect: marks.answered == question,
                    isYesOnly: yesOnly.contains(mail)
                )
                if draft.isDirect {
                    if direct.map({ !$0.isOpen && draft.isOpen }) ?? true { direct = draft }
                } else if isBare && draft.isOpen || isUnmarked {
                    if latest.map({ !$0.isOpen && draft.isOpen }) ?? true { latest = draft }
                }
            default: continue
            }
        }
        return direct ?? latest
    }
}

extension StaffMailDesk {
    /// A draft is asked about so often at most.
    private static let questionsMaximum = 4

    private static let tellsToAnswerQuestion =
        "Une question attend votre réponse sur ce dossier, mais votre mail ne dit pas à laquelle "
        + "de nos lettres il répond : rien n’est exécuté, rien n’est envoyé.\n"
        + "Répondez « oui » ou « non » à la lettre qui pose la question, avec « Répondre ». Si "
        + "votre programme de courrier ne garde pas ce lien, écrivez de nouveau vous-même ce qui "
        + "doit partir."

    /// What becomes of a mail that answers a question of ours; nil where it answers none, or where
    /// it is a new text instead.
    func answered(_ parts: StaffText) -> FilingPlan? {
        guard !parts.message.isEmpty,
            let asked = reading.draft(of: person.address, asBare: parts.message, in: events)
        else { return nil }
        let reply = QuestionReply(
            parts.message,
            signedBy: person.name,
            isYesOnly: asked.isYesOnly && asked.isDirect
        )
        let isOrdering = !parts.commandLines.isEmpty
        guard reply != .text, asked.isDirect || !isOrdering else { return nil }
        guard asked.isOpen else {
            let isAnswer = asked.isYesOnly && asked.isDirect || [.yes, .no].contains(reply)
            guard isAnswer, !isOrdering || asked.isYesOnly else { return nil }
            return tell(
                "Vous avez déjà répondu à cette question : rien de plus n’est fait, et rien de ce "
                    + "message n’est parti chez le client."
            )
        }
        guard asked.isDirect else {
            let isAnswer = reply != .unclear || ConfirmationAnswer.begins(parts.message)
            return isAnswer ? tell(Self.tellsToAnswerQuestion) : nil
        }
        if isOrdering { return askAgain(asked) }
        switch reply {
        case .yes: return confirm(asked)
        case .no: return drop(asked)
        case .unclear: return askAgain(asked)
        case .text: return nil
        }
    }

    /// A plan in which a new text, written to a question, takes the place of what was asked about:
    /// a later "oui" cannot send the old one.
    func replacing(_ given: FilingPlan, by parts: StaffText) -> FilingPlan {
        guard !parts.message.isEmpty, given.carriesText,
            let asked = reading.draft(of: person.address, asBare: parts.message, in: events),
            asked.isDirect, asked.isOpen, !asked.isYesOnly
        else { return given }
        var plan = given
        let decided = StaffFact.draftDecided(asked.mail, by: person.address, isTheirs: false)
        plan.events.append(event(.staff(decided)))
        return plan
    }

    // The letter that says so asks nothing, and yet an answer to it is not for the client either.
    private func drop(_ draft: AskedDraft) -> FilingPlan {
        var plan = blank(because: "\(person.address.text) works on it")
        let isHolding = !ClientReply.waiting(on: events, in: house.company, at: now).isEmpty
        let letter = toPerson(
            "Entendu : rien n’est exécuté, rien n’est envoyé."
                + (isHolding
                    ? "\nUn autre message au client attend encore son départ : « stop » l’arrête."
                    : ""),
            cause: "\(cause).transcript",
            after: errandsEnd
        )
        plan.events += errandsEnd
        if draft.isYesOnly { plan.events.append(kept(draft, askedIn: letter)) }
        let decided = StaffFact.draftDecided(draft.mail, by: person.address, isTheirs: false)
        plan.events.append(event(.staff(decided)))
        send(letter, in: &plan)
        return plan
    }

    private func askAgain(_ draft: AskedDraft) -> FilingPlan {
        let asked = events.count { event in
            guard case .staff(.draftKept(draft.mail, _, .some, _)) = event.fact else {
                return false
            }
            return true
        }
        let reason = "\(person.address.text) answers neither yes nor no"
        guard asked < Self.questionsMaximum else {
            return planner.putWith(ticket.number, because: "\(reason): kept")
        }
        var plan = blank(because: reason)
        let letter = toPerson(
            "Votre réponse n’est pas un simple « oui » : « \(ownWords.cut(toBytes: 500)) ». Rien "
                + "n’a été exécuté, rien n’est parti chez le client.\n"
                + "Pour donner suite tel quel au message ci-dessous, répondez « oui », seul ; pour "
                + "l’abandonner, « non ». Pour autre chose, un texte changé ou des commandes, "
                + "écrivez le tout de nouveau en réponse à une notification du dossier.\n"
                + "Le message : « \(words(of: draft)) »",
            cause: "\(cause).question"
        )
        plan.events.append(kept(draft, askedIn: letter))
        send(letter, in: &plan)
        return plan
    }

    private func kept(_ draft: AskedDraft, askedIn letter: Letter?) -> TicketEvent {
        event(
            .staff(
                .draftKept(
                    draft.mail,
                    claimedBy: person.address,
                    question: letter?.id,
                    text: draft.text
                )
            )
        )
    }
}

extension FilingPlan {
    // Whether a text goes to the client, or waits for a yes.
    fileprivate var carriesText: Bool {
        letters.contains { $0.kind.isForClient }
            || events.contains { event in
                if case .staff(.draftKept) = event.fact { true } else { false }
            }
    }
}
