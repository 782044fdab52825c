// The words behind a verb, read by the verb's form.

import Foundation

/// The arguments of one command line.
struct CommandArguments {
    typealias Cause = CommandProblem.Cause

    let words: [String]
    let entry: CommandEntry
    let parser: CommandParser
    var used = 0

    init(words: [String], entry: CommandEntry, parser: CommandParser) {
        self.words = words
        self.entry = entry
        self.parser = parser
    }

    /// The command; a sentence where the words do not fit its form.
    mutating func command() throws(Cause) -> StaffCommand {
        switch entry.verb {
        case .critical: .classify(.critical, reason: rest)
        case .standard: .classify(.standard, reason: rest)
        case .informational: .classify(.informational, reason: rest)
        case .assign: .assign(try person().address, reason: rest)
        case .take: .take
        case .giveBack: .giveBack(reason: rest)
        case .note: .note(rest)
        case .wait: .wait(reason: rest)
        case .visit: .visit(try visit())
        case .resolved: .askClosing(reason: rest)
        case .close: try closing()
        case .reopen: .reopen(reason: rest)
        case .extend: .extend(try shift(), reason: try reason())
        case .answer: try answer()
        case .merge: .merge(into: try ticket())
        case .split: .split
        case .complaint: .change(to: .complaint, reason: rest)
        case .sav: .change(to: .sav, reason: rest)
        case .escalate: .escalate(level: try level(), reason: rest)
        case .callBack: try call()
        case .time: .spend(minutes: try minutes())
        case .spam: .spam
        case .penalty: try penalty()
        case .client: .attach(client: try name())
        case .open: .open(try address(), subject: rest)
        case .copy: .copy
        case .status: .status
        case .undo: .undo(code: try code())
        case .help: .help(try verb())
        case .myTickets: .myTickets
        case .late: .late
        case .house: .house
        case .absence: try absence()
        case .report: .report
        case .accessRight: .accessRight(try address())
        }
    }

    // MARK: - Words

    private var rest: String {
        var left = words[min(used, words.count)...]
        while let first = left.first, ["-", "–", "—", ":", ","].contains(first) {
            left.removeFirst()
        }
        return left.joined(separator: " ").cut(toBytes: 1000)
    }

    var folded: [String] { words[used...].map { Folding.text(of: $0) } }

    func missing(_ what: String) -> Cause {
        Cause("Il manque \(what) ; par exemple : « \(entry.example) ».")
    }

    private func reason() throws(Cause) -> String {
        guard !rest.isEmpty else { throw missing("le motif") }
        return rest
    }

    // "#clore accord donné au téléphone": the client's agreement is said by that word alone, and
    // any other motive is the handler's.
    private func closing() throws(Cause) -> StaffCommand {
        let reason = try reason()
        let words = Folding.text(of: reason).split { !$0.isLetter }.map(String.init)
        let opening = words.drop { ["avec", "l", "son", "with", "the"].contains($0) }
        let isNamed = ["accord", "agreed", "agreement"].contains(opening.first ?? "")
        let isDenied = words.contains { word in
            Self.denials.contains(word) || word.hasPrefix("refus") || word.hasPrefix("atten")
        }
        return .close(reason: reason, isAgreed: isNamed && !isDenied)
    }

    private static let denials: Set = [
        "pas", "non", "jamais", "sans", "obtenir", "demander", "demande", "manque", "ni", "not",
        "no", "never", "without", "pending", "wait", "waiting", "ask", "missing",
    ]

    private func answer() throws(Cause) -> StaffCommand {
        guard rest.isEmpty else {
            throw Cause("La réponse s’écrit sous la commande, sur ses propres lignes.")
        }
        return .answerInSubstance
    }

    private func name() throws(Cause) -> String {
        guard !rest.isEmpty else { throw missing("le nom du client") }
        return rest
    }

    private mutating func take() -> String? {
        guard used < words.count else { return nil }
        defer { used += 1 }
        return words[used].trimmedMarks
    }

    private mutating func address() throws(Cause) -> EmailAddress {
        guard let word = take() else { throw missing("l’adresse") }
        let bare =
            word.hasPrefix("<") && word.hasSuffix(">") ? word.dropFirst().dropLast() : word[...]
        // "a@b.example<mailto:a@b.example>": a link, in the plain form of a mail.
        let shown = bare.prefix { $0 != "<" }
        let plain = shown.hasPrefix("mailto:") ? shown.dropFirst(7) : shown
        guard let address = EmailAddress(String(plain)) else {
            throw Cause("« \(word.cut(toBytes: 80)) » n’est pas une adresse.")
        }
        return address
    }

    // MARK: - Dates

    private mutating func moment() throws(Cause) -> Date {
        let calendar = parser.calendar
        let date = try spoken { $0.date(in: calendar) }
        guard date > parser.now else { throw Cause("Cette date est passée.") }
        return date
    }

    // What a delay is counted from, only the dossier knows.
    private mutating func shift() throws(Cause) -> DeadlineShift {
        try refuseMonths()
        if let duration = readDuration() {
            if case .minutes(let count) = duration, count < 60 {
                throw Cause(
                    "Une prolongation de moins d’une heure n’est pas annoncée : écrivez 1j, 2h, "
                        + "3 semaines, ou une date."
                )
            }
            return .by(duration)
        }
        let calendar = parser.calendar
        let date = try spoken { $0.deadline(in: calendar) }
        guard date > parser.now else { throw Cause("Cette date est passée.") }
        return .until(date)
    }

    // "1m" may be a minute or a month: the client is not promised a guess.
    private func refuseMonths() throws(Cause) {
        let behind = folded.drop { ["de", "d'", "for", "by"].contains($0) }
        let said = behind.prefix(2).map(\.trimmedMarks)
        guard let first = said.first else { return }
        let unit = first.drop { $0.isASCII && $0.isNumber }
        guard unit.count < first.count else { return }
        let word = unit.isEmpty ? said.dropFirst().first ?? "" : String(unit)
        guard ["m", "mo", "mois", "month", "months"].contains(word) else { return }
        let shown = unit.isEmpty ? "\(first) \(word)" : first
        throw Cause(
            "« \(shown.cut(toBytes: 40)) » ne dit pas quel jour : écrivez 1j, 2h, 3 semaines, ou "
                + "une date."
        )
    }

    private mutating func spoken(_ date: (SpokenMoment) -> Date) throws(Cause) -> Date {
        if let duration = readDuration() { return try after(duration) }
        return date(try spokenMoment())
    }

    private mutating func spokenMoment() throws(Cause) -> SpokenMoment {
        var reader = SpokenMomentReader(folded, calendar: parser.calendar, at: parser.now)
        let moment: SpokenMoment
        do throws(SpokenMomentReader.Failure) {
            moment = try reader.read()
        } catch {
            throw cause(of: error)
        }
        used += reader.used
        return moment
    }

    // Where no hour was said, none is promised: the day, or its part.
    private mutating func visitDate() throws(Cause) -> VisitStep {
        if let duration = readDuration() { return .planned(try after(duration)) }
        let (date, part) = try spokenMoment().end(in: parser.calendar)
        guard date > parser.now else { throw Cause("Cette date est passée.") }
        return .planned(date, part)
    }

    private func cause(of failure: SpokenMomentReader.Failure) -> Cause {
        switch failure {
        case .none: missing("une date (« demain 14h », « lundi », « 12/03 9h30 », « 3j »)")
        case .noSuchDay(let shown):
            Cause("« \(shown.cut(toBytes: 40)) » : ce jour n’existe pas.")
        case .past(let day): Cause(day.isOverSentence)
        case .noSuchTime(let shown):
            Cause("« \(shown.cut(toBytes: 40)) » : cette heure n’existe pas.")
        }
    }

    private mutating func readDuration() -> SpokenDuration? {
        let before = used
        while used < words.count, ["dans", "de", "in", "for"].contains(folded[0]) { used += 1 }
        guard let (duration, count) = SpokenDuration.read(folded) else {
            used = before
            return nil
        }
        used += count
        return duration
    }

    private func after(_ duration: SpokenDuration) throws(Cause) -> Date {
        switch duration {
        case .minutes(let count):
            return parser.now.addingTimeInterval(Double(count) * 60)
        case .days(let count):
            guard let delay = Delay(count, .businessDays),
                let deadline = parser.calendar.deadline(of: delay, from: parser.now)
            else { throw Cause("Aucun jour ouvré ne suit : donnez une date.") }
            return deadline.due
        }
    }

    private mutating func visit() throws(Cause) -> VisitStep {
        switch folded.first?.trimmedMarks {
        case "necessaire", "needed", "a-planifier":
            used += 1
            return .needed
        case "faite", "fait", "terminee", "done", "effectuee":
            used += 1
            return .done
        default:
            let step = try visitDate()
            // The client reads one moment: what would say another one is not passed over.
            if let odd = left.first(where: Self.speaksOfTime) { throw Self.unclear(odd) }
            return step
        }
    }

    private mutating func call() throws(Cause) -> StaffCommand {
        let hadTime = folded.contains { $0.contains { $0.isNumber } && Self.speaksOfTime($0) }
        let date = try moment()
        if !hadTime || left.prefix(3).contains(where: { ["entre", "between"].contains($0) }),
            let odd = left.prefix(3).first(where: Self.speaksOfTime)
        {
            throw Self.unclear(odd)
        }
        return .callBack(at: date, note: rest)
    }

    var left: [String] { folded.map(\.trimmedMarks) }

    // "entre 14h et 16h", "fin de matinée", "14:00-16:00".
    private static func speaksOfTime(_ word: String) -> Bool {
        let parts: Set = [
            "entre", "between", "matin", "matinee", "midi", "apres-midi", "soir", "debut", "fin",
        ]
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        let isTime =
            (1...2).contains(digits.count)
            && ["h", ":"].contains(word.dropFirst(digits.count).prefix(1))
        return parts.contains(word) || isTime
    }

    private static func unclear(_ word: String) -> Cause {
        Cause(
            "« \(word.cut(toBytes: 40)) » n’est pas compris : donnez un jour et une seule heure, "
                + "comme « demain 14h »."
        )
    }

    private mutating func minutes() throws(Cause) -> Int {
        guard let duration = readDuration() else { throw missing("la durée") }
        // Some write "1h" and "30min" as two words.
        guard case .minutes(var sum) = duration else {
            guard case .days(let days) = duration, days <= 20 else {
                throw Cause("Le temps passé se dit en minutes, en heures ou en jours.")
            }
            return days * 7 * 60
        }
        if case .minutes(let more)? = readDuration() { sum += more }
        return sum
    }

    // MARK: - The rest

    private mutating func ticket() throws(Cause) -> TicketNumber {
        // Some type it in several words.
        for count in [5, 3, 2] where words.count - used >= count {
            let typed = words[used..<(used + count)].joined(separator: " ")
            if case .valid(let number)? = TicketNumber.Mention(typed: typed) {
                used += count
                return number
            }
        }
        guard let word = take() else { throw missing("le numéro du dossier") }
        switch TicketNumber.Mention(typed: word.hasPrefix("#") ? String(word.dropFirst()) : word) {
        case .valid(let number): return number
        case .mistyped(let shown):
            throw Cause("« \(shown) » : ce numéro n’a jamais été donné ; un chiffre est faux.")
        case nil:
            throw Cause(
                "« \(word.cut(toBytes: 40)) » n’est pas un numéro de dossier "
                    + "(comme \(TicketNumber.sample))."
            )
        }
    }

    private mutating func level() throws(Cause) -> Int {
        while used < words.count, ["niveau", "level", "n"].contains(folded[0]) { used += 1 }
        guard let word = take(), let level = Int(word), (1...2).contains(level) else {
            throw missing("le niveau, 1 ou 2")
        }
        return level
    }

    // "appliquée", "écartée first-answer.1 force majeure".
    private mutating func penalty() throws(Cause) -> StaffCommand {
        let decision: PenaltyDecision
        switch folded.first?.trimmedMarks {
        case "appliquee", "appliquer", "due", "applied", "apply": decision = .applied
        case "ecartee", "ecarter", "levee", "waived", "waive", "none": decision = .waived
        default: throw missing("« appliquée » ou « écartée »")
        }
        used += 1
        let key = folded.first.flatMap { PromiseKey($0.trimmedMarks) }
        if key != nil { used += 1 }
        return .decidePenalty(decision, of: key, reason: rest)
    }

    private mutating func code() throws(Cause) -> String {
        guard let word = take() else { throw missing("le code") }
        let code = word.lowercased()
        guard UndoCode.isWellFormed(code) else {
            throw Cause("« \(word.cut(toBytes: 40)) » n’est pas un code d’annulation.")
        }
        return code
    }

    private mutating func verb() throws(Cause) -> StaffVerb? {
        guard let word = take() else { return nil }
        let bare = word.hasPrefix("#") ? String(word.dropFirst()) : word
        if let verb = CommandTable.verb(named: bare) { return verb }
        guard let near = CommandTable.nearMiss(of: bare) else { return nil }
        throw Cause("« \(bare) » : commande inconnue ; vouliez-vous dire « #\(near) » ?")
    }
}
