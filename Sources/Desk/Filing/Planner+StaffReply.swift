// What a colleague's words meet on their way to the client: doubts that are asked about first, the
// files and copies that go with them, the word that stops them, and the bound for robots.

import Foundation

extension StaffMailDesk {
    /// What goes with this mail's own words.
    var ownParts: ReplyParts { ReplyParts(of: reading.message, mail, on: ticket, house: house) }

    // MARK: - Doubts

    /// What the colleague is asked before the words leave; nil where nothing is in doubt.
    func doubt(
        about reply: ClientReply,
        isDoubtful: Bool = false
    ) -> (question: String, reason: String)? {
        let other = Collision(
            on: events,
            besides: person.address,
            since: now.addingTimeInterval(-hold)
        )
        let oddities =
            oddities(of: reply.text) + [thirdPartyDoubt, reportDoubt].compactMap(\.self)
        guard other != nil || !reply.doubts.isEmpty || isDoubtful || !oddities.isEmpty else {
            return nil
        }
        var lines: [String] = []
        if let other {
            lines.append("\(other.name(in: house)) vient de répondre au client.")
        }
        lines += reply.doubts + oddities
        if BareAnswer.isPlain(reply.text), awaitsAnswer {
            lines.append(
                "Une autre question attend votre réponse : c’est à la lettre qui la pose qu’il "
                    + "faut répondre."
            )
        }
        if isDoubtful {
            lines.append(
                "Votre programme a cité notre notification sans la marquer : où finit-elle ? Voici "
                    + "ce qui partirait : « \(shown(reply.text)) »"
            )
        }
        lines.append("Votre message n’est pas parti.")
        lines.append(
            "L’envoyer quand même ? Répondez « oui ». Sinon, écrivez-le de nouveau en réponse à la "
                + "notification."
        )
        let reason =
            other.map { "\($0.person.text) has just answered" } ?? "something in it is odd"
        return (lines.joined(separator: "\n"), "kept as a draft: \(reason)")
    }

    /// What the colleague is asked where the subject names another dossier than the one whose
    /// letter is answered; nil where it does not.
    var strayQuestion: String? {
        let mentions = ClientReply.mentions(in: reading.message.subject)
        guard !mentions.isEmpty, !mentions.contains(.valid(ticket.number)) else { return nil }
        let absorbed = events.compactMap { event -> TicketNumber? in
            if case .absorbed(let number, _) = event.fact { number } else { nil }
        }
        let told = mentions.prefix(3).compactMap { mention -> String? in
            switch mention {
            case .valid(let number):
                return absorbed.contains(number) || file.answer.merged[number] == ticket.number
                    ? nil : "\(number.text)"
            case .mistyped(let shown):
                guard house.isPrefixed(shown) else { return nil }
                return "\(shown) (un numéro qui n’a jamais été donné : un chiffre est faux)"
            }
        }
        guard !told.isEmpty else { return nil }
        return "Vous avez répondu à un mail du dossier \(ticket.number.text), mais l’objet nomme "
            + "\(told.joined(separator: ", ")). Rien n’a été exécuté ni envoyé.\n"
            + "Est-ce bien pour \(ticket.number.text) ? Répondez « oui ». Sinon, répondez à un "
            + "mail de l’autre dossier, ou nommez-le seul dans l’objet d’un nouveau mail.\n"
            + "Son texte : « \(ownWords) »"
    }

    /// About how many mails on this dossier the colleague was asked within a day.
    var questionsAsked: Int {
        let mails = events.compactMap { event -> MailID? in
            guard case .staff(.draftKept(let mail, person.address, .some, _)) = event.fact,
                event.at > now.addingTimeInterval(-86_400)
            else { return nil }
            return mail
        }
        return Set(mails).count
    }

    /// What goes with this mail's words, to be kept with them; nil for nothing.
    var draftParts: StaffFact? {
        let parts = ownParts
        guard !parts.enclosures.isEmpty || !parts.copies.isEmpty else { return nil }
        return .draftParts(mail, files: parts.enclosures, copies: parts.copies.map(\.address))
    }

    /// What was kept with a draft's words.
    func keptParts(of draft: MailID) -> ReplyParts {
        var parts = ReplyParts()
        for case .staff(.draftParts(draft, let files, let copies)) in events.map(\.fact) {
            parts.enclosures = files
            parts.copies = copies.map { NamedAddress($0) }
        }
        return parts
    }

    // MARK: - Stop

    /// Stops what waits to leave: the letters of the order whose transcript is answered, else all.
    func recall() -> FilingPlan {
        let stopped = StoppedReply(
            on: events,
            by: person.address,
            in: house.company,
            at: now,
            answering: answeredLetters
        )
        guard let stopped else {
            return tell(StoppedReply.tooLate(on: events, in: house.company, at: now))
        }
        var plan = blank(because: "\(person.address.text) works on it")
        plan.events += stopped.events
        let isBare = RecallWord.isAll(of: parts.message) || parts.message.isEmpty
        let unsent =
            isBare
            ? "" : "\nVos mots, « \(parts.message.cut(toBytes: 200)) », ne lui sont pas envoyés."
        tell(stopped.sentence + unsent, in: &plan)
        plan.undelivered = stopped.letters.first
        plan.further.recalls = Array(stopped.letters.dropFirst())
        tellAuthors(ofStopped: stopped.letters.map(\.id), in: &plan)
        return plan
    }

    /// Tells whoever had written or ordered what this mail has stopped or undone.
    func tellAuthors(
        ofStopped letters: [MessageID],
        undone code: String? = nil,
        in plan: inout FilingPlan
    ) {
        plan.further.tellAuthors(
            ofStopped: letters,
            undone: code,
            on: events,
            by: person,
            cause: cause,
            at: now
        )
        plan.letters += plan.further.writeLetters(of: house, key: planner.key, at: now)
    }

    // MARK: - Robots

    /// So many mails of one colleague about one dossier are carried out within an hour.
    static let mailsHourly = 15

    /// What becomes of the mail where the colleague's address writes like a machine: it is told
    /// once, and then mails are kept in silence until the hour is over.
    var robotBound: FilingPlan? {
        let mails = events.count { event in
            guard case .heard(_, person.address) = event.fact else { return false }
            return event.at > now.addingTimeInterval(-3_600)
        }
        guard mails >= Self.mailsHourly else { return nil }
        let reason = "\(Self.mailsHourly) mails of \(person.address.text) came within an hour"
        guard mails == Self.mailsHourly else {
            var plan = planner.putWith(ticket.number, because: "\(reason): kept, not carried out")
            // Nothing is swallowed: how many there were is told together when the hour is over.
            tellLater(ticket.number, in: &plan)
            return plan
        }
        return tell(
            "Plus de \(Self.mailsHourly) messages de votre adresse en une heure sur ce dossier : "
                + "celui-ci et les suivants sont gardés sans être exécutés ; leur nombre vous sera "
                + "dit à la fin de l’heure. Écrivez-les de nouveau ensuite."
        )
    }
}

extension HouseSettings {
    /// Whether a word begins like the numbers of one of the mailboxes.
    func isPrefixed(_ word: String) -> Bool {
        mailboxes.contains { word.uppercased().hasPrefix("\($0.prefix)-") }
    }
}
