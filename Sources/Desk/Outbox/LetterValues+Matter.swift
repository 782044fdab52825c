// What a kind of letter has beside what all letters have.

import Foundation

extension LetterKind {
    /// The names at the top of the values that letters of this kind have beside the common ones.
    package var ownNames: Set<String> {
        switch self {
        case .followUpReceipt: []
        case .tacitlyClosed: ["hasHeard"]
        case .reopened: ["person", "absent"]
        case .savAcknowledgement, .complaintAcknowledgement:
            [
                "noted", "verbatim", "isPassedOn", "isLate", "date", "promises", "next",
                "informed",
            ]
        case .wrongMailbox: ["wroteTo"]
        case .informationNeeded: ["words", "person", "hasGreeting"]
        case .answer: ["words", "person", "date", "visit", "asksClosing", "isQuestion", "link"]
        case .progress, .delayAnnounced, .extended: ["words", "person", "date", "hasGreeting"]
        case .visitPlanned: ["words", "person", "date"]
        case .delayRecall: ["words", "date"]
        case .closingAsked, .closingReminder, .survey: ["link"]
        case .closed: ["ground", "hasHeard"]
        case .surveyThanks: ["callBack", "replacement"]
        case .callBackFollowUp: ["person"]
        case .escalationReceived: ["escalation", "person", "absent", "replacement"]
        case .escalationProposed: ["link"]
        case .handlerReplaced: ["person", "day", "absent", "standIns", "isInTurn"]
        case .breach: ["promises", "next", "informed"]
        case .status: ["dossiers", "hasDossiers"]
        case .formalAcknowledgement: ["recipient"]
        case .answerIncomplete: ["recipient", "missing"]
        case .reminder, .breachReport: ["recipient", "promises", "isOne"]
        case .escalationToManager:
            ["recipient", "escalation", "bearsDossier", "state", "asker", "verbatim"]
        case .callBackAsked: ["recipient", "note", "verbatim", "bearsDossier", "replacement"]
        case .verbatim: ["recipient", "note", "verbatim", "bearsDossier"]
        case .digest: ["recipient", "digest"]
        case .notification: ["recipient", "verbatim", "state", "promises", "notice"]
        case .noticesGrouped: ["recipient", "dossiers", "count"]
        case .transcript: ["recipient", "words", "state", "bearsDossier"]
        case .oversizedMail: ["recipient", "largeMail"]
        }
    }
}

extension LetterValues {
    /// One of the values that some kinds of letters have beside the common ones; nil where the
    /// matter lacks it.
    func own(
        _ name: String,
        _ matter: LetterMatter,
        of kind: LetterKind,
        recipient: String
    ) -> LetterValue? {
        switch name {
        case "recipient": .group(["name": .text(recipient)])
        // A transcript is a list.
        case "words" where kind == .transcript: .list(Self.rows(matter.text))
        case "words", "verbatim": .list(WrittenLines(matter.text).lines.map { .text($0) })
        case "hasGreeting": .flag(CourtesyFrame(matter.text).greets)
        case "date": .text(dated(matter))
        case "visit":
            .text(
                matter.visit.map { company.calendar.words($0, matter.part, in: language) } ?? ""
            )
        case "asksClosing": .flag(matter.asksClosing)
        case "isQuestion": .flag(matter.isQuestion)
        case "day": .text(matter.day?.words(in: language) ?? "")
        case "promises":
            .list(matter.promises.map { row($0, isForClient: kind.isForClient) })
        case "isOne": .flag(Set(matter.promises.map(\.ticket)).count == 1)
        case "dossiers": .list(matter.dossiers.map(row))
        case "hasDossiers": .flag(!matter.dossiers.isEmpty)
        case "callBack": .flag(matter.promisesCall || matter.note.map { $0 < 3 } ?? false)
        case "note": .text(matter.note.map(String.init) ?? "")
        case "bearsDossier": .flag(matter.bearsDossier)
        case "state" where kind == .transcript && !tellsState(matter): .text("")
        case "state": .text(dossier.state.words(isForClient: false, in: language))
        case "hasHeard": .flag(matter.hasHeard)
        case "wroteTo": .text(matter.wroteTo?.text ?? "")
        case "ground":
            .group([
                "isConfirmed": .flag(matter.ground == .confirmed),
                "isUnanswered": .flag(matter.ground == .unanswered),
            ])
        case "escalation":
            .group([
                "isLevel1": .flag(matter.level == 1), "isLevel2": .flag(matter.level == 2),
                "isByManagement": .flag(matter.level == 1 && isManagement(matter.person)),
            ])
        case "missing": missing(matter)
        case "link": .group(links)
        case "digest": .group(digest(matter.digest ?? DigestMatter()))
        case "largeMail": .group(matter.largeMail.map(row) ?? [:])
        case "count": .text(matter.count.map(String.init) ?? "")
        case "notice": notice(matter.notice ?? blankNotice, matter)
        case "person": self.name(of: matter.person).map { .group(["name": .text($0)]) }
        case "asker": self.name(of: matter.asker).map { .group(["name": .text($0)]) }
        case "absent": self.name(of: matter.absent).map { .group(["name": .text($0)]) }
        case "replacement": matter.replacement.flatMap(row)
        case "standIns": .list(matter.standIns.map(row))
        case "isInTurn": .flag(matter.standIns.count > 1)
        case "informed":
            .group([
                "isOperations": .flag(matter.informed == .operationsManager),
                "isManagement": .flag(matter.informed == .generalManagement),
            ])
        case "noted": .flag(matter.isNoted)
        case "isPassedOn": .flag(matter.isPassedOn)
        case "isLate": .flag(matter.isLate)
        case "next": dossier.next.map(group)
        default: nil
        }
    }

    // MARK: - Parts

    // A transcript that says where the dossier stands does not say it twice, and what only stands
    // for commands that need no dossier has no state of interest.
    private func tellsState(_ matter: LetterMatter) -> Bool {
        dossier.client != nil && !matter.text.contains("\(dossier.number.text) — ")
    }

    // Whoever stands in for the operations manager without being one.
    private func isManagement(_ person: EmailAddress?) -> Bool {
        let roles = company.staff.first { $0.address == person }?.roles ?? []
        return roles.contains(.generalManagement) && !roles.contains(.operationsManager)
    }

    // The part of the day belongs to the visit, wherever its date stands.
    private func dated(_ matter: LetterMatter) -> String {
        let part = matter.visit == nil ? matter.part : nil
        return matter.date.map { company.calendar.words($0, part, in: language) } ?? ""
    }

    private func words(_ moment: Date) -> String { company.calendar.words(moment, in: language) }

    private func missing(_ matter: LetterMatter) -> LetterValue {
        let parts = SubstantiveAnswer.Part.allCases.map { part in
            (part.rawValue, LetterValue.flag(matter.missing.contains(part)))
        }
        return .group(Dictionary(uniqueKeysWithValues: parts))
    }

    private func group(_ next: PromiseMention) -> LetterValue {
        .group([
            "date": .text(words(next.due)),
            "promise": .text(next.words(in: language, isForClient: true)),
        ])
    }

    // Each line becomes a row of a list: a list within it stands below its own row's mark.
    private static func rows(_ text: String) -> [LetterValue] {
        text.split(whereSeparator: \.isNewline)
            .map { line in
                if line.hasPrefix("- ") { return String(line.dropFirst(2)) }
                return line.hasPrefix("  - ") ? "· \(line.dropFirst(4))" : String(line)
            }
            .filter { $0.contains { !$0.isWhitespace } }
            .map { .text($0) }
    }

    private var links: [String: LetterValue] {
        let named: KeyValuePairs<String, ClickedAnswer> = [
            "yes": .resolved, "no": .notResolved, "level2": .level2, "note1": .note(1),
            "note2": .note(2),
            "note3": .note(3), "note4": .note(4), "note5": .note(5),
        ]
        let address = mailbox.address.address
        return Dictionary(
            uniqueKeysWithValues: named.map { name, answer in
                (name, .link(answer.link(about: dossier.number, to: address, in: language)))
            }
        )
    }

    private func row(_ promise: PromiseMention, isForClient: Bool = false) -> LetterValue {
        .group([
            "number": .text(promise.ticket.text),
            "promise": .text(promise.words(in: language, isForClient: isForClient)),
            "due": .text(words(promise.due)),
            "since": .text(promise.since.map(words) ?? ""),
            "isNow": .flag(promise.percent.map { $0 >= 100 } ?? false),
            "percent": .text(promise.percent.map(String.init) ?? ""),
            "subject": .text(promise.subject),
            "client": .text(shown(promise.client)),
            "isUnassigned": .flag(promise.isUnassigned),
            "isSubstance": .flag(promise.key.name.text == "substantive-answer"),
        ])
    }

    private func row(_ found: Assignment) -> LetterValue? {
        found.absent.map { absent in
            .group(["name": .text(found.person.name), "absent": .text(absent.name)])
        }
    }

    private func row(_ standIn: StandIn) -> LetterValue {
        .group([
            "name": .text(name(of: standIn.person) ?? ""),
            "from": .text(standIn.from.words(in: language)),
            "until": .text(standIn.until.words(in: language)),
            "isOneDay": .flag(standIn.from == standIn.until),
        ])
    }

    private func shown(_ client: NamedAddress?) -> String {
        client.map { $0.name.isEmpty ? $0.address.text : $0.name } ?? ""
    }

    private func row(_ other: LetterDossier) -> LetterValue {
        .group([
            "number": .text(other.number.text),
            "subject": .text(other.subject),
            "criticality": .text(other.criticality?.word(in: language) ?? ""),
            "handler": .text(name(of: other.handler) ?? ""),
            "state": .text(
                other.answeredAt == nil
                    ? other.state.words(isForClient: true, in: language)
                    : language == .french ? "réponse envoyée" : "answered"
            ),
            "next": .text(other.next.map { words($0.due) } ?? ""),
            "late": .text(other.late.map { words($0.due) } ?? ""),
            "promise": .text(other.next?.words(in: language, isForClient: true) ?? ""),
            "visit": .text(other.visit.map(words) ?? ""),
            "missed": .text(other.late?.words(in: language, isForClient: true) ?? ""),
            "answered": .text(other.answeredAt.map(words) ?? ""),
            "closing": .text(other.closesAt.map(words) ?? ""),
            "client": .text(shown(other.client)),
        ])
    }

    private func row(_ mail: LargeMail) -> [String: LetterValue] {
        [
            "number": .text(String(mail.mail.row)),
            "sender": .text(mail.sender),
            "subject": .text(mail.subject),
            "date": .text(words(mail.receivedAt)),
            "mailbox": .text(mail.mailbox.text),
            "limit": .text(LetterSize(mail.bytesMaximum).words(in: language)),
            "isKeptWhole": .flag(mail.isKeptWhole),
            "isUnread": .flag(mail.isUnread),
        ]
    }

    private func digest(_ digest: DigestMatter) -> [String: LetterValue] {
        var values: [String: LetterValue] = [
            "open": .text(String(digest.open)), "closed": .text(String(digest.closed)),
        ]
        let lists: KeyValuePairs<String, (rows: [LetterValue], count: Int)> = [
            "dueToday": (digest.dueToday.map { row($0) }, digest.counts.dueToday),
            "overdue": (digest.overdue.map { row($0) }, digest.counts.overdue),
            "waiting": (digest.waiting.map(row), digest.counts.waiting),
            "new": (digest.new.map(row), digest.counts.new),
        ]
        for (name, list) in lists where !list.rows.isEmpty {
            let count = max(list.count, list.rows.count)
            values[name] = .group(["count": .text(String(count)), "rows": .list(list.rows)])
        }
        return values
    }
}

extension TicketState {
    /// The state in words, as the client or a colleague reads it.
    func words(isForClient: Bool, in language: Language) -> String {
        switch (self, language) {
        case (.new, .french): "enregistré"
        case (.new, .english): "registered"
        case (.open, .french): "en cours de traitement"
        case (.open, .english): "in progress"
        case (.waitingClient, .french):
            isForClient ? "en attente de votre réponse" : "en attente du client"
        case (.waitingClient, .english):
            isForClient ? "waiting for your answer" : "waiting for the client"
        case (.resolved, .french):
            isForClient ? "en attente de votre confirmation" : "clôture demandée au client"
        case (.resolved, .english):
            isForClient ? "waiting for your confirmation" : "closing asked of the client"
        case (.closed, .french): "clos"
        case (.closed, .english): "closed"
        }
    }
}
