// Reads the table of promises of a mailbox: rows that change a standard one of the same name, and
// rows of the company's own.
//
// A standard row that is not mentioned stays in force: a promise falls silent only where
// `enabled: false` is written. A row that could never start or never end is an error.

import Desk

/// The table of a mailbox, as far as it could be read.
struct PromiseTable {
    /// The rows, standard ones first; nil if one could not be read.
    let rules: [PromiseRule]?

    /// Asks a mailbox file for its rows.
    init(_ fields: inout MapReader, of procedure: Procedure?) {
        let written = fields.optionalMaps("promises") { $0.promise(of: procedure) }
        let standard = procedure.map { PromiseRule.standard(for: $0) } ?? []
        var rules = standard
        var seen: [PromiseName: YAMLPosition] = [:]
        for row in written ?? [] {
            let name = row.value.name
            if let first = seen[name] {
                fields.file.complain(
                    .conflict,
                    at: row.position,
                    "\"promises\": \(shown(name.text)) stands twice in the list, first at "
                        + "\(first.line):\(first.column); allowed: one row for each name"
                )
            }
            seen[name] = row.position
            if let index = rules.firstIndex(where: { $0.name == name }) {
                rules[index] = row.value
            } else {
                rules.append(row.value)
            }
        }
        self.rules = written == nil || procedure == nil ? nil : rules
        for row in written ?? [] where row.value.isEnabled {
            guard let others = Self.circle(from: row.value, in: rules) else { continue }
            fields.file.complain(
                .conflict,
                at: row.position,
                "\"promises\": what \(shown(row.value.name.text)) does starts "
                    + others.map { shown($0.name.text) }.joined(separator: ", then ")
                    + ", which starts it again, so they would repeat without end; allowed: steps "
                    + "that do not start one another in a circle"
            )
            break
        }
    }

    // The further steps by which one starts itself again; nil where none do. An announced delay is
    // recalled a few times at most, and so turns no circle.
    private static func circle(from first: PromiseRule, in rules: [PromiseRule]) -> [PromiseRule]? {
        let steps = rules.filter { $0.isEnabled && $0.step != nil && $0.step != .recallDelay }
        var ways = [[first]]
        var seen: Set<PromiseName> = []
        while let way = ways.popLast() {
            guard let event = way.last?.step?.event, way.last?.step != .recallDelay else {
                continue
            }
            for next in steps where next.starts.contains(event) {
                if next.name == first.name {
                    // What starts itself is told with its row.
                    if way.count > 1 { return Array(way.dropFirst()) }
                } else if seen.insert(next.name).inserted {
                    ways.append(way + [next])
                }
            }
        }
        return nil
    }
}

extension MapReader {
    private static let inherited = "as the standard row of that name"
    private static let named = "the standard row’s words, else the name in quotes"

    fileprivate mutating func promise(of procedure: Procedure?) -> PromiseRule? {
        let errorsBefore = file.errors.count
        let name = required("name", .promiseName)
        let standard = name.flatMap { name in
            procedure.flatMap { procedure in
                PromiseRule.standard(for: procedure).first { $0.name == name.value }
            }
        }
        // Which row it is, and so what it must say itself, hangs on the name and the procedure.
        let isKnown = name != nil && procedure != nil
        let isEnabled = value("enabled", .flag, default: "true")
        let label = map("label") { fields in
            (
                french: fields.optional("fr", .text, otherwise: Self.named)?.value,
                english: fields.optional("en", .text, otherwise: Self.named)?.value
            )
        }
        let starts = events("starts", isKnown ? standard?.starts : [], in: procedure)
        let ends = events("ends", isKnown ? standard?.ends : [], in: procedure)
        let lapses = events("lapses", standard?.lapses ?? [], in: procedure)
        let extends = events("extends", standard?.extends ?? [], in: procedure)
        let within =
            optional("within", .promiseTerm, otherwise: Self.inherited)?.value ?? standard?.within
        if within == nil, isKnown, !has("within") {
            complainOfMissing("within", allowed: ScalarKind.promiseTerm.allowed)
        }
        let rest = restOfPromise(standard)
        guard isKnown, let name, let within else { return nil }
        var rule = PromiseRule(name.value, starts: starts, ends: ends, within: within)
        rule.isEnabled = isEnabled
        if label.french != nil || label.english != nil {
            rule.label = PromiseLabel(
                french: label.french ?? name.value.words(in: .french),
                english: label.english ?? name.value.words(in: .english)
            )
        }
        rule.lapses = lapses
        rule.extends = extends
        rest(&rule)
        guard file.errors.count == errorsBefore else { return nil }
        check(rule)
        return rule
    }

    // What says for whom a row holds and what follows.
    private mutating func restOfPromise(_ standard: PromiseRule?) -> (inout PromiseRule) -> Void {
        let contracts = chosen("contracts", ContractLevel.self)
        let classes = chosen("classes", Criticality.self)
        let percents = ScalarKind.number("percent", 1...100)
        let warn = distinctList("warn", of: percents, fallback: Self.inherited)
        let by = optional("by", ScalarKind<PromiseRole>.word(), otherwise: Self.inherited)
        let tell = chosen("tell", PromiseRole.self)
        let letter = optional("letter", .promiseLetter, otherwise: Self.inherited)
        let isPausable = optional("pausable", .flag, otherwise: Self.inherited)
        let grace = optional("grace", .promiseGrace, otherwise: Self.inherited)
        let followsDuty = optional("duty", .flag, otherwise: Self.inherited)
        let step = optional("then", ScalarKind<PromiseStep>.word(), otherwise: Self.inherited)
        let hasWarn = has("warn")
        return { rule in
            rule.contracts = contracts.map(Set.init) ?? standard?.contracts ?? rule.contracts
            rule.classes = classes.map(Set.init) ?? standard?.classes ?? rule.classes
            rule.warn =
                (hasWarn ? warn?.map(\.value).sorted() : nil) ?? standard?.warn ?? rule.warn
            rule.by = by?.value ?? standard?.by ?? rule.by
            rule.tell = tell ?? standard?.tell ?? rule.tell
            rule.letter = letter.map(\.value.kind) ?? standard?.letter
            rule.isPausable = isPausable?.value ?? standard?.isPausable ?? false
            rule.grace = grace.map(\.value.grace) ?? standard?.grace
            rule.followsDuty = followsDuty?.value ?? standard?.followsDuty ?? false
            rule.followsAcknowledgement = standard?.followsAcknowledgement ?? false
            rule.step = step?.value ?? standard?.step
        }
    }

    private mutating func chosen<Word: RawRepresentable & CaseIterable & Hashable>(
        _ key: String,
        _: Word.Type
    ) -> [Word]? where Word.RawValue == String {
        let words = distinctList(key, of: ScalarKind<Word>.word(), fallback: Self.inherited)
        return has(key) ? words?.map(\.value) : nil
    }

    private mutating func events(
        _ key: String,
        _ standard: [PromiseEvent]?,
        in procedure: Procedure?
    ) -> [PromiseEvent] {
        let words = distinctList(key, of: ScalarKind<PromiseEvent>.word(), fallback: Self.inherited)
        for word in words ?? [] {
            guard let procedure, let home = word.value.procedure, home != procedure else {
                continue
            }
            file.complain(
                .conflict,
                at: word.position,
                "\(shown(full(key))): \(shown(word.value.rawValue)) never happens in a mailbox "
                    + "with procedure: \(procedure.rawValue); it belongs in one with procedure: "
                    + home.rawValue
            )
        }
        guard !has(key) else { return words?.map(\.value) ?? [] }
        if standard == nil {
            complainOfMissing(key, allowed: "a list of events, such as [human-answer]")
        }
        return standard ?? []
    }

    // A clock that can never start is a promise that is written down and never kept; one that can
    // never end is broken on every ticket.
    private func check(_ rule: PromiseRule) {
        guard !mayLack else { return }
        let once: Set<PromiseEvent> = [.opened, .openedByPhone]
        if rule.starts.isEmpty {
            file.complain(
                .conflict,
                at: place(of: "starts"),
                "\(shown(full("starts"))): nothing starts it; allowed: at least one event"
            )
        }
        if rule.step == nil, Set(rule.ends).subtracting(once).isEmpty {
            file.complain(
                .conflict,
                at: place(of: "ends"),
                "\(shown(full("ends"))): it can never end, so it would be broken on every ticket; "
                    + "allowed: at least one event that comes after the beginning, such as "
                    + "human-answer"
            )
        }
        // An answer to what has not come never comes.
        let ends = Set(rule.ends).subtracting(once)
        let causes = ends.compactMap(\.cause)
        if rule.step == nil, !ends.isEmpty, causes.count == ends.count,
            Set(causes).isDisjoint(with: rule.starts)
        {
            let cause = Set(causes).map(\.rawValue).sorted().joined(separator: " or ")
            file.complain(
                .conflict,
                at: place(of: "ends"),
                "\(shown(full("ends"))): it never ends where no \(cause) comes, which starts "
                    + "nothing here; allowed: \(cause) in \"starts\", or an event that comes by "
                    + "itself, such as human-answer"
            )
        }
        checkWarnings(of: rule)
        checkScope(of: rule)
        checkStep(of: rule)
        let dated: Set<PromiseEvent> = [
            .progressTold, .delayAnnounced, .interimReport, .visitPlanned,
        ]
        if rule.within == .stated, dated.isDisjoint(with: rule.starts) {
            file.complain(
                .conflict,
                at: place(of: "within"),
                "\(shown(full("within"))): none of its starting events names a date; allowed: a "
                    + "delay, or one of "
                    + dated.map(\.rawValue).sorted().joined(separator: ", ") + " in \"starts\""
            )
        }
    }
}

extension MapReader {
    // At the end of its time a promise without grace is broken, and nobody need be warned.
    private func checkWarnings(of rule: PromiseRule) {
        guard rule.warn.contains(100), rule.grace == nil else { return }
        file.complain(
            .conflict,
            at: place(of: has("warn") || !has("grace") ? "warn" : "grace"),
            "\(shown(full("warn"))): at 100 it is broken already; allowed: 1 to 99, or 100 beside "
                + "a \"grace\""
        )
    }

    // Where a row holds for nobody it never starts.
    private func checkScope(of rule: PromiseRule) {
        guard rule.isEnabled else { return }
        let scopes: KeyValuePairs<String, (isEmpty: Bool, words: [String])> = [
            "contracts": (rule.contracts.isEmpty, ContractLevel.allCases.map(\.rawValue)),
            "classes": (rule.classes.isEmpty, Criticality.allCases.map(\.rawValue)),
        ]
        for (key, scope) in scopes where scope.isEmpty {
            file.complain(
                .conflict,
                at: place(of: key),
                "\(shown(full(key))): it holds for none, so it would never start; allowed: at "
                    + "least one of \(scope.words.joined(separator: ", ")), or enabled: false"
            )
        }
    }

    // What Guichet does by itself must end the row, and must not start it again.
    private func checkStep(of rule: PromiseRule) {
        guard rule.isEnabled, let step = rule.step else { return }
        let event = step.event
        if !(rule.ends + rule.lapses).contains(event) {
            file.complain(
                .conflict,
                at: place(of: has("ends") || !has("then") ? "ends" : "then"),
                "\(shown(full("ends"))): then: \(step.rawValue) brings \(event.rawValue), which "
                    + "does not end it, so it would never end; allowed: \(event.rawValue) in "
                    + "\"ends\""
            )
        }
        if step != .recallDelay, rule.starts.contains(event) {
            file.complain(
                .conflict,
                at: place(of: "starts"),
                "\(shown(full("starts"))): then: \(step.rawValue) brings \(event.rawValue), which "
                    + "starts it again, so it would repeat without end; allowed: events that do "
                    + "not come of it"
            )
        }
    }
}

// MARK: - The kinds of value

/// For how long a visit may be reported after its appointment, or no longer.
struct GraceTerm {
    let grace: PromiseGrace?
}

extension ScalarKind where Value == GraceTerm {
    /// A delay, or a word.
    static var promiseGrace: ScalarKind {
        let words = [PromiseGrace.sameDayWord, "none"]
        return ScalarKind(
            type: "term",
            allowed: "a delay such as 2 bh, or one of " + words.joined(separator: ", "),
            suggestion: { NearMiss.of($0, among: words) ?? ScalarKind<Delay>.delay.suggestion($0) },
            read: { text in
                if text == "none" { return GraceTerm(grace: nil) }
                return PromiseGrace(text).map { GraceTerm(grace: $0) }
            }
        )
    }
}

/// A letter that tells a client of a breach, or none.
struct PromiseLetter {
    let kind: LetterKind?
}

extension ScalarKind where Value == PromiseName {
    /// The name of a promise.
    static var promiseName: ScalarKind {
        ScalarKind(
            type: "name",
            allowed: "1 to 40 of a-z, 0-9 and -, such as first-answer",
            read: { PromiseName($0) }
        )
    }
}

extension ScalarKind where Value == PromiseTerm {
    /// How long a promise lasts.
    static var promiseTerm: ScalarKind {
        let words = PromiseTerm.words.map(\.key)
        return ScalarKind(
            type: "term",
            allowed: "a delay such as 4 bh, or one of " + words.joined(separator: ", "),
            suggestion: { NearMiss.of($0, among: words) ?? ScalarKind<Delay>.delay.suggestion($0) },
            read: { PromiseTerm($0) }
        )
    }
}

extension ScalarKind where Value == PromiseLetter {
    /// A client's letter, or `none`.
    static var promiseLetter: ScalarKind {
        // Every other letter says what a breach does not know: a date, a question, a text.
        let words = [LetterKind.breach.rawValue, "none"]
        return ScalarKind(
            type: "word",
            allowed: words.joined(separator: ", "),
            suggestion: { NearMiss.of($0, among: words) },
            read: { text in
                guard words.contains(text) else { return nil }
                return PromiseLetter(kind: LetterKind(rawValue: text))
            }
        )
    }
}

extension ScalarKind where Value == CivilDay {
    /// A day.
    static var day: ScalarKind {
        ScalarKind(
            type: "day",
            allowed: "a day that exists, such as 2026-12-24",
            suggestion: { text in
                // 24/12/2026 is what people write.
                let numbers = text.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
                guard numbers.count == 3 else { return nil }
                return
                    (CivilDay(year: numbers[2], month: numbers[1], day: numbers[0])
                    ?? CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]))?.text
            },
            read: { CivilDay($0) }
        )
    }
}
