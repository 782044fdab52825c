// The commands that need no dossier: lists, reports, absences. They are the same in a mail about a
// dossier, in a mail about none, and at the shell.

package import Foundation

/// Answers the commands that need no dossier.
struct StaffAnswers {
    let order: StaffOrder
    let company: CompanySettings
    let knowledge: StaffKnowledge
    let now: Date

    /// What came of one command.
    struct Answer {
        let result: String
        var list: String?
        var fact: HouseFact?
        var files: [Enclosure] = []

        func tell(in transcript: inout Transcript) {
            if let list { transcript.lists.append(list) }
            transcript.files += files
        }
    }

    private var lists: StaffLists { StaffLists(company: company, now: now) }

    /// A fact with who did it, when, by which proof.
    func event(_ fact: HouseFact) -> HouseEvent {
        HouseEvent(at: now, by: order.person.address, proof: order.proof, fact)
    }

    /// Why a command may not be carried out, whatever its dossier.
    func problem(with command: ReadCommand) -> CommandProblem? {
        let right = CommandTable.entry(of: command.verb).right
        guard right.isHeld(by: order.person) || isTheirAbsence(command.command) else {
            return CommandProblem(
                line: command.line,
                "« #\(command.verb.rawValue) » est réservé à "
                    + (right == .management ? "la direction." : "l’administration.")
            )
        }
        return nil
    }

    // One's own absence, and that of whom one stands in for, are for everybody to note.
    private func isTheirAbsence(_ command: StaffCommand) -> Bool {
        switch command {
        case .absence(let person, _, _), .presence(let person, _):
            person == order.person.address
                || company.staff.first { $0.address == person }?.deputy == order.person.address
        case .classify, .assign, .take, .giveBack, .note, .wait, .visit, .askClosing, .close,
            .reopen, .extend, .answerInSubstance, .merge, .split, .change, .escalate, .callBack,
            .spend, .spam, .decidePenalty, .attach, .open, .copy, .status, .undo, .help, .myTickets,
            .late,
            .house, .report, .accessRight:
            false
        }
    }

    /// What a command answers; nil for one that works on a dossier.
    func answer(to command: StaffCommand) -> Answer? {
        switch command {
        case .copy: return Answer(result: "Copie ci-dessous.", list: lists.copies(knowledge.copies))
        case .help(let verb): return Answer(result: "Aide ci-dessous.", list: help(verb))
        case .myTickets:
            let list = lists.own(of: order.person.address, among: knowledge.cases)
            return Answer(result: "Liste ci-dessous.", list: list)
        case .late:
            return Answer(result: "Liste ci-dessous.", list: lists.late(among: knowledge.cases))
        case .house:
            let list = knowledge.standing?.text(in: company, at: now) ?? "État inconnu."
            return Answer(result: "État ci-dessous.", list: list, fact: .told("state"))
        case .report:
            let list = knowledge.months.map { $0.text() }.joined(separator: "\n\n")
            return Answer(result: "Rapport ci-dessous.", list: list, fact: .told("report"))
        case .accessRight(let address):
            return access(to: address)
        case .absence(let person, let days, let deputy):
            let absence = StaffAbsence(person: person, days: days, deputy: deputy)
            return Answer(result: noted(absence), fact: .absence(absence))
        case .presence(let person, let days):
            return Answer(result: takenBack(person, days), fact: .presence(person, days: days))
        case .classify, .assign, .take, .giveBack, .note, .wait, .visit, .askClosing, .close,
            .reopen, .extend, .answerInSubstance, .merge, .split, .change, .escalate, .callBack,
            .spend, .spam, .decidePenalty, .attach, .open, .status, .undo:
            return nil
        }
    }

    // All that is kept, and a copy of it: a list alone gives nobody his data.
    private func access(to address: EmailAddress) -> Answer {
        let records = knowledge.records[address] ?? AddressRecords()
        let copy = records.copy(
            about: address,
            calendar: company.calendar,
            bytesMaximum: company.staffMail.attachmentBytesMaximum
        )
        let rest = records.words(
            about: copy,
            calendar: company.calendar,
            isByMail: order.proof != .shell
        )
        let list = records.text(about: address, calendar: company.calendar)
        return Answer(
            result: "Données ci-dessous.",
            list: [list, rest].filter { !$0.isEmpty }.joined(separator: "\n\n"),
            fact: .told("access-right \(address.text)"),
            files: order.proof == .shell ? [] : copy.files
        )
    }

    private func help(_ verb: StaffVerb?) -> String {
        let language = order.person.language
        guard let verb else { return CommandTable.help(in: language, for: order.person) }
        let entry = CommandTable.entry(of: verb)
        let (usage, sentence) = (entry.usage(in: language), entry.sentence(in: language))
        switch language {
        case .french: return "\(usage) : \(sentence)\nExemple : \(entry.example)"
        case .english: return "\(usage): \(sentence)\nExample: \(entry.example)"
        }
    }

    // Names what is taken back; an absence of the settings is not a command's to change.
    private func takenBack(_ person: EmailAddress, _ days: ClosedRange<CivilDay>) -> String {
        let member = company.staff.first { $0.address == person }
        let name = member?.name ?? person.text
        let away = (member?.absences ?? []).filter { $0.overlaps(days) }
        guard !away.isEmpty else {
            return "\(name) : aucune absence n’était notée pour ces jours."
        }
        let shown = away.map { absence in
            let first = max(absence.lowerBound, days.lowerBound).words(in: .french)
            let last = min(absence.upperBound, days.upperBound).words(in: .french)
            return first == last ? "le \(first)" : "du \(first) au \(last)"
        }
        return "Absence retirée : \(name), \(shown.joined(separator: ", ")). "
            + "(Une absence écrite dans les réglages y reste.)"
    }

    // Says who stands in, and whether that works.
    private func noted(_ absence: StaffAbsence) -> String {
        let member = company.staff.first { $0.address == absence.person }
        let first = absence.days.lowerBound.text
        let last = absence.days.upperBound.text
        let undo = "#absence \(member?.name ?? absence.person.text) du \(first) au \(last) annulée"
        let sentence = "Noté : \(absence.sentence(in: company)). Pour la retirer : « \(undo) »."
        guard let address = absence.deputy ?? member?.deputy,
            let deputy = company.staff.first(where: { $0.address == address })
        else { return sentence + " Attention : personne ne remplace." }
        guard let away = deputy.absences.first(where: { $0.overlaps(absence.days) }) else {
            return sentence
        }
        let from = away.lowerBound.words(in: .french)
        let until = away.upperBound.words(in: .french)
        return sentence + " Attention : \(deputy.name) est absent aussi, du \(from) au \(until) : "
            + "nommez quelqu’un d’autre pour ces jours."
    }
}

/// Carries out an order that is about no dossier.
package func carryOut(
    _ order: StaffOrder,
    in company: CompanySettings,
    knowing knowledge: StaffKnowledge,
    at now: Date
) -> StaffPlan {
    let answers = StaffAnswers(order: order, company: company, knowledge: knowledge, now: now)
    let problems = order.commands.compactMap { command in
        answers.problem(with: command)
            ?? (command.verb.needsTicket || command.verb == .undo
                ? CommandProblem(
                    line: command.line,
                    "« #\(command.verb.rawValue) » veut un dossier : répondez à un de ses mails, "
                        + "ou nommez son numéro dans l’objet."
                ) : nil)
    }
    guard problems.isEmpty else {
        return StaffPlan(transcript: Transcript(refusing: problems))
    }
    var plan = StaffPlan(transcript: Transcript())
    for command in order.commands {
        guard let answer = answers.answer(to: command.command) else { continue }
        plan.transcript.entries.append(.init(line: command.line, result: answer.result))
        answer.tell(in: &plan.transcript)
        if let fact = answer.fact { plan.further.house.append(answers.event(fact)) }
    }
    return plan
}
