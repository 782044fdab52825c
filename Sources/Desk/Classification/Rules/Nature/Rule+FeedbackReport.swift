// Complaint reports of providers (RFC 5965): somebody pressed "this is spam" on one of our letters.

extension Rule {
    /// A provider passes a recipient's complaint on.
    static let feedbackReport = Rule(
        "feedback-report",
        "A provider reports what a recipient thinks of a letter (multipart/report, "
            + "feedback-report)."
    ) { reading in
        guard let type = reading.message.header("content-type"),
            type.isReport(of: "feedback-report")
        else { return nil }
        return (.nature(.autoreply), "Content-Type: \(type)")
    }
}
