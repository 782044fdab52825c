// Complaints (PROC-CRM-001) have a mailbox of their own.

extension Rule {
    /// The complaints' own mailbox.
    static let complaintMailbox = Rule(
        "complaint-mailbox",
        "The mail came to a mailbox of the complaint procedure."
    ) { reading in
        reading.mailbox.procedure == .complaint
            ? (.nature(.complaint), reading.wayHere) : nil
    }
}
