// The second opinion on what a person's mail is: how all its words vote on request, complaint or
// spam. Lists of displeased words do not find the complaint of a courteous client in the service's
// mailbox, nor the plain fault that came to the complaints' one; the votes find most of both.
//
// A mailbox is a strong sign by itself, so the votes must be clear. A complaint that is lost breaks
// a promise: in the complaints' mailbox nothing that smells of blame becomes a request.

extension Rule {
    /// The words taken together say that the mail is not what its mailbox is for.
    static let weighedNature = Rule(
        "weighed-nature",
        "The words taken together vote clearly for a complaint in the service's mailbox, or for a "
            + "request, without any blame, in the complaints' one."
    ) { reading in
        guard !isAnswer(reading), let vote = reading.natureVote else { return nil }
        switch reading.mailbox.procedure {
        case .sav:
            // Whoever tells what is broken now wants it repaired, however he puts it; and what may
            // be grave is not passed on to those who answer within days.
            let lead = vote.complaint - vote.request
            guard lead > NatureVote.complaintMinimum else { return nil }
            let isFault =
                reading.situation.wrongs.contains(where: \.isBreakdownOrDanger)
                || reading.house.vocabulary.weights.balance(reading.features).alarm
                    > NatureVote.alarmMaximum
            guard !isFault || lead > NatureVote.complaintMinimum + NatureVote.faultShare
            else { return nil }
            return (.nature(.complaint), "voted: \(vote.heaviest(for: .complaint))")
        case .complaint:
            let senses = reading.words.senses
            let isCross = senses.contains(.displeased)
            guard !senses.intersects(blaming),
                !reading.words.words.contains(where: { SmallWord.yours.contains($0) }),
                !reading.words.reproachesYou,
                vote.request - vote.complaint
                    > (isCross ? NatureVote.crossMinimum : NatureVote.requestMinimum)
            else { return nil }
            return (.nature(.request), "voted: \(vote.heaviest(for: .request))")
        }
    }

    // An answer belongs to its case: a filled-in survey speaks of quality and waiting, too. The
    // votes are learned from first mails.
    private static func isAnswer(_ reading: Reading) -> Bool {
        let message = reading.message
        return reading.subject.isReply || reading.subject.isForward || !reading.quotedText.isEmpty
            || !message.inReplyTo.isEmpty || !message.references.isEmpty
            || !reading.marks.numbers.isEmpty
    }
}

/// How the words of a mail vote on its nature.
struct NatureVote: Sendable {
    /// The votes of each nature.
    let request: Double
    let complaint: Double
    let spam: Double

    private let votes: WordVotes
    private let words: Words

    /// By so much a complaint must outweigh a request in the service's mailbox.
    static let complaintMinimum = 2.5
    /// And by so much more where something is broken now.
    static let faultShare = 3.0
    /// Words that weigh more for Critique tell of what may be grave.
    static let alarmMaximum = 2.0
    /// By so much a request must outweigh a complaint in the complaints' mailbox.
    static let requestMinimum = 1.0
    /// And by so much where its writer is cross with the apparatus.
    static let crossMinimum = 4.0
    /// By so much a complaint outweighs a request that was never one.
    static let blameMinimum = 2.5
    /// Fewer known words vote nothing.
    private static let wordsMinimum = 14

    /// Counts; nil where too few words are known.
    init?(_ words: Words, features: [UInt64], vocabulary: Vocabulary) {
        guard let votes = vocabulary.ballots.votes(on: .nature), votes.answers.count == 3
        else { return nil }
        let tally = votes.tally(features)
        guard tally.count >= Self.wordsMinimum else { return nil }
        (request, complaint, spam) = (tally.sums[0], tally.sums[1], tally.sums[2])
        self.votes = votes
        self.words = words
    }

    /// Whether the words speak for a complaint rather than for a request.
    var blames: Bool { complaint - request > Self.blameMinimum }

    /// By how much spam outweighs the heavier of the others.
    var spamLead: Double { spam - max(request, complaint) }

    /// The words that spoke most for a nature.
    func heaviest(for nature: Nature) -> String {
        let place = votes.answers.firstIndex(of: nature.rawValue) ?? 0
        return votes.heaviest(in: words, for: place).joined(separator: ", ")
    }
}
