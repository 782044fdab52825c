// The words behind a verb, read by the verb's form.

import Foundation

/// The arguments of one command line.
struct CommandArguments {
    typealias Cause = CommandProblem.Cause

    let words: [String]
    let entry: CommandEntry
    let parser: CommandParser
    var used = 0
    // The words that were read as a date.
    private var date = ""

    init(words: [String], entry: CommandEntry, parser: CommandParser) {
        // "#temps : 1h30": a colon stands apart from the verb in French.
        self.words = Array(words.drop { [":", "-", "–", "—", "=", "->"].contains($0) })
        self.entry = entry
        self.parser = parser
    }

    /// The command; a sentence where the words do not fit its form.
    mutating func command() throws(Cause) -> StaffCommand {
        switch entry.verb {
        case .critical: .classify(.critical, reason: try reason())
        case .standard: .classify(.standard, reason: try reason())
        case .informational: .classify(.informational, reason: try reason())
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

    func reason() throws(Cause) -> String {
        guard !rest.isEmpty else { throw missing("le motif") }
        return rest
    }

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
        // "Claire Durand" <c.durand@client.example>: the name is not needed.
        if let place = words[used...].prefix(5).firstIndex(where: { $0.contains("@") }),
            words[used..<place].first?.hasPrefix("\"") == true || words[place].hasPrefix("<")
        {
            used = place
        }
        guard let word = take() else { throw missing("l’adresse") }
        let bare =
            word.hasPrefix("<") && word.hasSuffix(">") ? word.dropFirst().dropLast() : word[...]
        // "a@b.example<mailto:a@b.example>": a link, in the plain form of a mail.
        let shown = bare.prefix { $0 != "<" }
        let plain = shown.hasPrefix("mailto:") ? shown.dropFirst(7) : shown
        guard let address = EmailAddress(String(plain)) else {
            throw Cause("« \(word.cut(toBytes: 80)) » n’est pas une adresse.")
        }
        // "a@b.example <mailto:a@b.example>": the same once more.
        if let next = folded.first?.trimmedMarks, next.hasPrefix("<"),
            next.hasPrefix("<mailto:") || next == "<\(address.key)>"
        {
            used += 1
        }
        return address
    }

    // MARK: - Dates

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
        let deadline = try spokenMoment().deadline(in: parser.calendar)
        guard deadline > parser.now else { throw Cause("Cette date est passée.") }
        if let odd = TimeWords.besides(left) { throw .unclear(odd, behind: date) }
        return .until(deadline)
    }

    // "1m" may be a minute or a month: the client is not promised a guess.
    private func refuseMonths() throws(Cause) {
        let behind = folded.drop { ["de", "d'", "for", "by", "dans", "in"].contains($0) }
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

    // "14h" is an hour of today; a delay in hours says "dans".
    private mutating func spokenMoment() throws(Cause) -> SpokenMoment {
        try refuseMonths()
        var reader = SpokenMomentReader(
            folded,
            calendar: parser.calendar,
            at: parser.now,
            takesAll: true
        )
        let moment: SpokenMoment
        do throws(SpokenMomentReader.Failure) {
            moment = try reader.read()
        } catch {
            if let cause = Cause(error, at: reader.now) { throw cause }
            if let odd = TimeWords.besides(left) { throw .unclear(odd, behind: "") }
            throw missing("une date (« demain 14h », « lundi », « 12/03 9h30 », « 3j »)")
        }
        date = words[used..<(used + reader.used)].joined(separator: " ").trimmedMarks
        used += reader.used
        // "demain à 10": an hour, or a number of something.
        let behind = left.drop { ["a", "vers", "at", "des"].contains($0) }
        if moment.time == nil, let word = behind.first, SpokenHour.number(word) != nil,
            word.allSatisfy(\.isNumber)
        {
            throw .unclear(word, behind: date)
        }
        return moment
    }

    // Where no hour was said, none is promised: the day, or its part.
    private mutating func visitDate() throws(Cause) -> VisitStep {
        let (date, part) = try spokenMoment().end(in: parser.calendar)
        guard date > parser.now else { throw Cause("Cette date est passée.") }
        return .planned(date, part)
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
            if let odd = TimeWords.first(in: left) { throw .unclear(odd, behind: date) }
            return step
        }
    }

    // What stands behind the date is a note, and kept; what belongs to the date is asked about.
    private mutating func call() throws(Cause) -> StaffCommand {
        let moment = try spokenMoment()
        let then = moment.date(in: parser.calendar)
        guard then > parser.now else { throw Cause("Cette date est passée.") }
        let hasHour = moment.time != nil && moment.part == nil
        let odd =
            TimeWords.besides(left)
            ?? (hasHour ? nil : TimeWords.first(in: Array(left.prefix(3))))
        if let odd { throw .unclear(odd, behind: date) }
        return .callBack(at: then, note: rest)
    }

    var left: [String] { folded.map(\.trimmedMarks) }

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
        guard let near = CommandTable.nearMiss(of: bare) else {
            let courtesy: Set = ["svp", "stp", "s'il", "please", "merci", "moi", "me", "?"]
            guard !bare.isEmpty, !courtesy.contains(Folding.text(of: bare)) else { return nil }
            throw Cause(
                "« \(bare.cut(toBytes: 40)) » : commande inconnue ; #aide seul en donne la liste."
            )
        }
        throw Cause("« \(bare) » : commande inconnue ; vouliez-vous dire « #\(near) » ?")
    }
}
