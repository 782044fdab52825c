// PROC-CRM-001, 02: 48 hours where a complaint is tied to an ongoing security incident or to an
// emergency. The same facts decide that make a request Critique; "urgent" alone decides nothing.
//
// What the facts say is laid together with how all the words of the mail vote: complaints tell of
// incidents in words that no list has, and of barriers and gates where nothing is open.

extension Rule {
    /// An incident is going on, or somebody is in danger.
    static let complaintUrgency = Rule(
        "complaint-urgency",
        "The complaint tells of a system down, a zone unwatched or an emergency that is not "
            + "over; all its words vote, but an emergency stands."
    ) { reading in
        if let (_, evidence) = Rule.emergency.judge(reading) { return (.urgent(true), evidence) }
        let incident = ongoingIncident(in: reading)
        guard let votes = reading.house.vocabulary.ballots.votes(on: .urgency),
            votes.answers.count == 2,
            case let tally = votes.tally(reading.features), tally.count >= UrgencyVote.wordsMinimum
        else {
            return (.urgent(incident != nil), incident ?? calm)
        }
        let lean = UrgencyVote.base + (incident == nil ? 0 : UrgencyVote.incident)
        let isUrgent = tally.sums[1] - tally.sums[0] + lean > 0
        if isUrgent == (incident != nil) { return (.urgent(isUrgent), incident ?? calm) }
        let voted = votes.heaviest(in: reading.words, for: isUrgent ? 1 : 0)
        return (.urgent(isUrgent), "voted: \(voted.joined(separator: ", "))")
    }

    /// The words of an emergency, or of an incident that goes on; nil where none is told.
    ///
    /// Votes have no say in it.
    static func toldIncident(in reading: Reading) -> String? {
        Rule.emergency.judge(reading)?.1 ?? ongoingIncident(in: reading)
    }

    private static let calm = "no incident is said to be going on"

    // The words of an incident that goes on; nil where none is told.
    private static func ongoingIncident(in reading: Reading) -> String? {
        for rule in [Rule.zoneUnwatched, .systemDown] {
            if let (_, evidence) = rule.judge(reading) { return evidence }
        }
        let situation = reading.situation
        // "La centrale est toujours en panne": what is wrong with the whole is going on.
        if let fact = situation.current.first(where: { fact in
            [.system, .alarm].contains(fact.thing) && fact.state == .troubled && !fact.isPast
                && !fact.isOfOthers && !situation.isOneOfManyUnits(fact)
        }) {
            return situation.evidence(fact)
        }
        // An entrance that has failed may stand open, and nobody says that it does not.
        return situation.current.first { fact in
            fact.isBreakdown && fact.thing == .opening && !fact.isPast && !situation.isBounded
        }.map(situation.evidence)
    }
}

/// How facts and votes are laid together, measured on mails that neither had seen.
private enum UrgencyVote {
    /// Fewer known words vote nothing.
    static let wordsMinimum = 12
    /// What a told incident counts beside the votes.
    static let incident = 5.0
    /// What stands against it where nothing is told.
    static let base = -1.5
}
