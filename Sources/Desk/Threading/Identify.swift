// Stage "identify": which dossier a mail belongs to. Like a careful dispatcher: a seal of ours
// proves it; a reference or a number counts only from somebody who is on the ticket (invariant 6);
// a stranger who knows a number gets a dossier of his own, with the resemblance noted.

/// What a mail belongs to, with the findings that led there.
package struct Identified: Hashable, Sendable {
    /// The conclusion.
    package var identification: Identification
    /// What was found and what was rejected, in the order of the proofs.
    package var findings: [Finding]

    /// States a conclusion.
    package init(_ identification: Identification, findings: [Finding] = []) {
        self.identification = identification
        self.findings = findings
    }
}

/// Decides to what a mail belongs; the first proof that holds wins.
package func identify(_ reading: Reading, answer: ThreadAnswer) -> Identified {
    let marks = reading.marks
    if let original = answer.original {
        return Identified(
            .duplicate(original),
            findings: [finding("same-content", "duplicate", "the same content was filed before")]
        )
    }
    // A list or a gateway may have put another author over it: the sealed id stays.
    if let own = marks.own {
        return Identified(
            .ownMail,
            findings: [
                finding(
                    "own-mail",
                    "own-mail",
                    "bears the id of our letter about \(own.ticket.text)"
                )
            ]
        )
    }
    if reading.isOwnMail {
        return Identified(
            .ownMail,
            findings: [finding("own-mail", "own-mail", "from \(reading.message.fromText)")]
        )
    }
    var findings = marks.forged.map { id in
        finding("sealed-reference", "forged", "the seal of <\(id.text)> does not fit")
    }
    if let report = marks.reported.first,
        let ticket = answer.sealed.first(where: { $0.number == report.letter.ticket })
    {
        findings.append(finding("reported-letter", "bounce", "reports on <\(report.id.text)>"))
        return Identified(.bounce(ticket, letter: report.id), findings: findings)
    }
    if let ticket = answer.sealed.first {
        findings.append(
            finding("sealed-reference", ticket.number.text, "answers our sealed letter")
        )
        return Identified(.followUp(ticket, .seal), findings: findings)
    }
    if let parent = answer.parent {
        let proof = "refers to <\(parent.id.text)>"
        if reading.isParticipant(in: parent.ticket) {
            findings.append(finding("reference", parent.ticket.number.text, proof))
            return Identified(.followUp(parent.ticket, .reference(parent.id)), findings: findings)
        }
        findings.append(
            finding("reference", "stranger", "\(proof), but the sender is not on that ticket")
        )
    }
    for ticket in answer.mentioned {
        if reading.isParticipant(in: ticket) {
            findings.append(finding("number", ticket.number.text, "a participant names it"))
            return Identified(.followUp(ticket, .number), findings: findings)
        }
        findings.append(
            finding(
                "number",
                "stranger",
                "names \(ticket.number.text), but the sender is not on that ticket"
            )
        )
    }
    findings += marks.mistyped.map { text in
        finding("number", "mistyped", "\(text) is not a number that was ever given out")
    }
    return Identified(.new, findings: findings)
}

private func finding(_ rule: String, _ verdict: String, _ evidence: String) -> Finding {
    Finding(rule: rule, verdict: .thread(verdict), evidence: evidence)
}

extension Reading {
    /// Whether the sender is one of the client's people on a ticket.
    func isParticipant(in ticket: TicketSummary) -> Bool {
        guard let sender = message.from?.address else { return false }
        // A mail server that reports on a letter to a participant belongs there too, quietly.
        let reported = bounce?.reports.compactMap(\.recipient) ?? []
        return ticket.participants.contains { $0 == sender || reported.contains($0) }
    }

    /// Whether the mail comes from one of our own mailboxes.
    package var isOwnMail: Bool {
        guard let sender = message.from?.address else { return false }
        return house.isOurs(sender)
    }
}
