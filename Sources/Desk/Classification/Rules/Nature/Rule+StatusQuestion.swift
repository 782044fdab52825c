// "Où en est mon dossier ?" is a question, whatever the mailbox: nobody complains by it.

extension Rule {
    /// The client asks how his case stands, and nothing else.
    static let statusQuestion = Rule(
        "status-question",
        "The mail asks how a case stands, and says nothing else: a request, even in the "
            + "complaints' mailbox."
    ) { reading in
        reading.asksForStatus ? (.nature(.request), "asks how a case stands") : nil
    }
}
