// Who gets each letter, and when: what `guichet template list` says, and Templates/README.md.

extension LetterKind {
    /// Who gets it.
    package var audience: String { isForClient ? "client" : "staff" }

    /// When it is sent.
    package var occasion: String {
        switch self {
        case .savAcknowledgement:
            "a person's mail opens a SAV request; after a call it repeats what was noted"
        case .complaintAcknowledgement:
            "a person's mail opens a complaint; after a call it repeats what was noted"
        case .wrongMailbox:
            "a person's mail opens a ticket of another mailbox than the one it was written "
                + "to; it acknowledges the mail too"
        case .followUpReceipt:
            "a person's further mail joins its ticket, in mailboxes that confirm such mails"
        case .answer:
            "a person of the staff has written to the client by mail; a substantive answer "
                + "announces the tacit closing, and the date of a visit or the question about the "
                + "closing goes with it"
        case .informationNeeded: "a person of the staff asks the client for something"
        case .progress: "a person of the staff tells of progress"
        case .delayAnnounced: "a person of the staff announces a delay with its cause"
        case .delayRecall: "an announced delay goes on, and nobody has written since"
        case .extended: "a complaint's handler sends an interim report with a new date"
        case .visitPlanned: "a person of the staff plans a visit"
        case .closingAsked: "a person of the staff asks the client whether the case may be closed"
        case .closingReminder: "the question whether it may be closed has stayed open"
        case .closed: "a ticket is closed, by the client's answer or for want of one"
        case .tacitlyClosed: "a complaint's substantive answer has stayed without a reply"
        case .reopened: "the client refuses a closing or brings something new"
        case .survey: "24 hours after a closing"
        case .surveyThanks: "the survey is answered"
        case .callBackFollowUp: "the account manager reports on the call after a bad note"
        case .escalationReceived: "the client escalates to level 1 or 2"
        case .escalationProposed: "level 1 has stayed without an answer"
        case .handlerReplaced: "another person takes a ticket over, for good or during an absence"
        case .breach: "a promise to the client was not kept"
        case .status: "the client asks where his files stand"
        case .formalAcknowledgement:
            "a complaint gets its handler, and no notification bore it: a draft, in the client's "
                + "language, of what the handler is to send"
        case .reminder:
            "a share of a promise's time is over; one letter for all that are due together"
        case .breachReport: "promises were not kept; to whoever had to keep them and the managers"
        case .escalationToManager:
            "a client escalates, or a colleague does; to the manager of that level"
        case .callBackAsked: "a survey has a note under 3; to the account manager"
        case .verbatim:
            "a survey holds a comment; to the handler and the others of the team at work"
        case .answerIncomplete: "a substantive answer lacks one of its three parts; to its author"
        case .digest: "every working morning; to each person with something to do"
        case .notification:
            "a client's mail opens a ticket or joins one; to its handler, else to the team"
        case .noticesGrouped:
            "an hour is over in which a person had more notifications than the settings allow"
        case .transcript: "a person of the staff has sent commands by mail"
        case .oversizedMail:
            "a person's mail is larger than its mailbox reads, or could not be read at all; to the "
                + "ticket's handler, else to whoever's turn it is"
        }
    }
}
