// A further mail that makes it worse raises the class by itself (S3); only staff lower it.
//
// What counts is what the mail says by its own words: doubt, which makes a new request Critique,
// raises nothing, or every "merci" would. Nor does a vote, which leans on words that report no
// fault, nor the subject of an answer: it is its dossier's, and names the fault everybody knows.

/// A class that is higher than the ticket's.
struct Worsening: Hashable, Sendable {
    /// The ticket's class from now on; nil for complaints.
    var criticality: Criticality?
    /// For complaints: whether the shorter delay applies from now on.
    var isUrgent: Bool
    /// The words that decided.
    var reason: String

    /// Compares what a mail says with where a ticket stands; nil where it makes nothing worse.
    init?(of ticket: TicketSummary, by reading: Reading, key: KeyedHash) {
        guard var worsening = Worsening(of: ticket, by: reading) else { return nil }
        // Read anew only where something was found: most answers report nothing at all.
        if reading.subject.isReply {
            var message = reading.message
            message.subject = ""
            let own = Reading(message, mailbox: reading.mailbox, house: reading.house, key: key)
            guard let said = Worsening(of: ticket, by: own) else { return nil }
            worsening = said
        }
        self = worsening
    }

    private init?(of ticket: TicketSummary, by reading: Reading) {
        switch ticket.procedure {
        case .complaint:
            let incident = ticket.isUrgent ? nil : Self.incident(in: reading)
            let fault = Classification.liveFault(in: reading)
                .flatMap { fault in
                    ticket.criticality.map { $0 < fault.criticality } ?? true ? fault : nil
                }
            guard incident != nil || fault != nil else { return nil }
            criticality = fault?.criticality ?? ticket.criticality
            isUrgent = ticket.isUrgent || incident != nil
            reason =
                incident.map { "a further mail makes it urgent: \($0)" }
                ?? "a further mail reports a fault: \(fault?.evidence ?? "")"
        case .sav:
            guard let reported = Self.criticality(of: reading),
                ticket.criticality.map({ $0 < reported.criticality }) ?? true
            else { return nil }
            criticality = reported.criticality
            isUrgent = ticket.isUrgent
            reason = "a further mail makes it worse: \(reported.evidence)"
        }
    }

    // An incident that is going on: what makes a complaint urgent makes a request Critique.
    private static func incident(in reading: Reading) -> String? {
        Rule.toldIncident(in: reading)
    }

    private static func criticality(
        of reading: Reading
    ) -> (criticality: Criticality, evidence: String)? {
        if let evidence = incident(in: reading) { return (.critical, evidence) }
        let finding = Rule.singleDevice.finding(in: reading)
        return finding.map { (.standard, $0.evidence) }
    }
}
