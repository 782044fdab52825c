// Reminders and reports of many tickets that were due together, put into one letter for each
// person: a colleague with ten late dossiers gets one mail, not ten.
//
// It decides nothing; what it groups was decided ticket by ticket.

import Foundation

/// What causes the report of one broken promise alone, as it is grouped below.
func reportCause(
    of key: PromiseKey,
    on ticket: TicketNumber,
    to person: EmailAddress
) -> String { "\(ticket.text)/broken.\(key.text).\(person.text)" }

/// One reminder for each person, from the plans of many tickets that were due together.
///
/// Letters of other kinds stay with their plans; what comes back replaces the reminders in them.
package func grouped(
    _ plans: [ProcedurePlan]
) -> (plans: [ProcedurePlan], reminders: [ProcedureLetter]) {
    var found: [EmailAddress: [ProcedureLetter]] = [:]
    var rest = plans
    for index in rest.indices {
        rest[index].letters.removeAll { letter in
            guard letter.kind == .reminder || letter.kind == .breachReport, let person = letter.to
            else { return false }
            found[person, default: []].append(letter)
            return true
        }
    }
    let reminders = found.sorted { $0.key.text < $1.key.text }.flatMap { person, letters in
        [LetterKind.breachReport, .reminder].compactMap { kind -> ProcedureLetter? in
            let same = letters.filter { $0.kind == kind }
            guard var letter = same.first, let earliest = same.map(\.notBefore).min() else {
                return nil
            }
            letter.matter.promises = same.flatMap(\.matter.promises).sorted { $0.due < $1.due }
            letter.notBefore = earliest
            letter.cause = same.flatMap { letter in
                letter.matter.promises.map { "\($0.ticket.text)/\(letter.cause)" }
            }.joined(separator: ",")
            return letter
        }
    }
    return (rest, reminders)
}
