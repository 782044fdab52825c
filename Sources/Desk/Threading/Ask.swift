// Stage "ask": from a reading to the question about its past.

/// The question that a reading raises; `correspondent` is where an automatic letter would go.
package func ask(_ reading: Reading, digest: ContentDigest) -> ThreadQuestion {
    let marks = reading.marks
    var sealed: [TicketNumber] = []
    let own = marks.own.map { [$0.ticket] } ?? []
    for number in own + marks.sealed.map(\.ticket) + marks.tagged + marks.grants
        + marks.reported.map(\.letter.ticket)
    where !sealed.contains(number) && sealed.count < ThreadQuestion.mentionedMaximum {
        sealed.append(number)
    }
    return ThreadQuestion(
        digest: digest,
        sender: reading.message.from?.address,
        correspondent: reading.correspondent?.address,
        sealed: sealed,
        parents: Array(marks.parents.prefix(ThreadQuestion.parentsMaximum)),
        mentioned: Array(marks.numbers.prefix(ThreadQuestion.mentionedMaximum)),
        ownID: reading.message.id,
        repeatSeconds: reading.house.company.threading.repeatWindow.elapsedSeconds
    )
}

extension Reading {
    /// Whom an automatic letter for this mail would be written to.
    ///
    /// The client whose letter a staff member passes on; else Reply-To where it holds exactly
    /// one address that is not ours, else the sender.
    package var correspondent: NamedAddress? {
        if let client = clientPassedOn { return client }
        guard let from = message.from else { return nil }
        guard let replyTo = message.replyTo, !house.isOurs(replyTo.address) else { return from }
        return NamedAddress(replyTo.address, name: replyTo.name.isEmpty ? from.name : replyTo.name)
    }
}
