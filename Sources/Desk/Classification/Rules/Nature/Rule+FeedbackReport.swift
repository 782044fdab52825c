// Reports of providers: somebody pressed "this is spam" on one of our letters (RFC 5965), or what
// became of the mails that bear our domain (RFC 7489, 7.2.1.1).

extension Rule {
    /// A provider passes a recipient's complaint on.
    static let feedbackReport = Rule(
        "feedback-report",
        "A provider reports what a recipient thinks of a letter (multipart/report, "
            + "feedback-report)."
    ) { reading in
        if reading.subject.core.hasPrefix("report domain:") {
            return (.nature(.autoreply), "Subject: \(reading.message.subject)")
        }
        guard let type = reading.message.header("content-type"),
            type.isReport(of: "feedback-report")
        else { return nil }
        return (.nature(.autoreply), "Content-Type: \(type)")
    }
}
