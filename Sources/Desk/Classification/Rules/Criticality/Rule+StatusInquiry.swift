// Whoever asks how a case stands, and nothing else, reports no fault: there is nothing to doubt.

extension Rule {
    /// The client asks how his case stands, and nothing else.
    static let statusInquiry = Rule(
        "status-inquiry",
        "The mail asks how a case stands, and says nothing else: no fault is possible in it."
    ) { reading in
        reading.asksForStatus ? (.criticality(.informational), "asks how a case stands") : nil
    }
}
