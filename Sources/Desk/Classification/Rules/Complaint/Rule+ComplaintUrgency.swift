// PROC-CRM-001, 02: 48 hours where a complaint is tied to an ongoing security incident or to an
// emergency. The same facts decide that make a request Critique; "urgent" alone decides nothing.
//
// What the facts say is laid together with how all the words of the mail vote, and with what they
// weigh for Critique in a request: complaints tell of incidents in words that no list has, and of
// barriers and gates where nothing is open.

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
            return (.urgent(incident != nil), incident?.evidence ?? calm)
        }
        let alarm = reading.house.vocabulary.weights.balance(reading.features).alarm
        let lean = UrgencyVote.base + (incident?.weight ?? 0)
        let isUrgent = tally.sums[1] - tally.sums[0] + alarm + lean > 0
        if isUrgent == (incident != nil) { return (.urgent(isUrgent), incident?.evidence ?? calm) }
        let voted = votes.heaviest(in: reading.words, for: isUrgent ? 1 : 0)
        return (.urgent(isUrgent), "voted: \(voted.joined(separator: ", "))")
    }

    /// The words of an emergency, or of an incident that goes on; nil where none is told.
    ///
    /// Votes have no say in it.
    static func toldIncident(in reading: Reading) -> String? {
        Rule.emergency.judge(reading)?.1 ?? ongoingIncident(in: reading)?.evidence
    }

    private static let calm = "no incident is said to be going on"

    // The words of an incident that goes on, and what it counts; nil where none is told.
    private static func ongoingIncident(
        in reading: Reading
    ) -> (evidence: String, weight: Double)? {
        if let (_, evidence) = Rule.zoneUnwatched.judge(reading) {
            return (evidence, UrgencyVote.openSite)
        }
        if let (_, evidence) = Rule.systemDown.judge(reading) {
            return (evidence, UrgencyVote.systemDown)
        }
        if let evidence = serviceCutOff(in: reading) { return (evidence, UrgencyVote.systemDown) }
        let situation = reading.situation
        // "La centrale est toujours en panne": what is wrong with the whole is going on; and an
        // entrance that has failed may stand open, and nobody says that it does not.
        let fact = situation.current.first { fact in
            guard !fact.isPast else { return false }
            let isWhole =
                [.system, .alarm].contains(fact.thing) && fact.state == .troubled
                && !fact.isOfOthers && !situation.isOneOfManyUnits(fact)
            return isWhole || fact.isBreakdown && fact.thing == .opening && !situation.isBounded
        }
        return fact.map { (situation.evidence($0), UrgencyVote.trouble) }
    }
}

extension Rule {
    // "Vos services ont coupé la télésurveillance pour une facture": the company itself has left
    // the site without help, whatever the quarrel is about.
    private static func serviceCutOff(in reading: Reading) -> String? {
        let words = reading.words
        guard !reading.situation.current.contains(where: { $0.state == .restored }),
            words.words.contains(where: { links.contains($0) })
        else { return nil }
        for sentence in words.sentences {
            guard let place = sentence.first(where: { cutting.contains(words.words[$0]) }),
                (place..<min(place + 7, sentence.upperBound)).contains(where: {
                    links.contains(words.words[$0])
                }),
                sentence.contains(where: { company.contains(words.words[$0]) }),
                !words.words[sentence.upperBound - 1].asks,
                words.firstPlace(of: Senses(.threatens, .not), in: sentence.lowerBound..<place)
                    == nil
            else { continue }
            return words.text(of: words.span(around: place, from: nil, in: sentence))
        }
        return nil
    }

    private static let cutting = WordList(
        """
        coupe coupee couper desactive desactivee desactiver suspendu suspendue suspendre resilie \
        resiliee resilier debranche debranchee arrete arretee interrompu interrompue stopped cut \
        suspended disconnected disabled switched cancelled
        """
    )
    private static let links = WordList(
        """
        raccordement raccordements telesurveillance transmetteur sim transmission levee monitoring \
        signalling transmitter guard guards patrol keyholding licence license supervision
        """
    )
    private static let company = WordList("vous votre vos you your")
}

/// How facts and votes are laid together, measured on mails that neither had seen.
private enum UrgencyVote {
    /// Fewer known words vote nothing.
    static let wordsMinimum = 12
    /// What a site that stands open or unwatched counts beside the votes.
    static let openSite = 7.0
    /// What a system that fails, or a service that was cut off.
    static let systemDown = 5.0
    /// What trouble that may be less.
    static let trouble = 3.0
    /// What stands against it where nothing is told.
    static let base = -4.0
}
