// The promises of the company's documents, row by row: the defaults of every mailbox.
//
// The delays that a mailbox or a contract states have their defaults there and are only named here.
// Mailboxes/sav.yaml and reclamations.yaml write the same rows out; a test compares them.

extension PromiseRule {
    /// The standard rows of a procedure.
    package static func standard(for procedure: Procedure) -> [PromiseRule] {
        switch procedure {
        case .sav: allOfSAV
        case .complaint: allOfComplaints
        }
    }

    private static let allOfSAV = sav + rights
    private static let allOfComplaints = complaint + rights

    // PROC-QUAL-006 and POL-CRM-001.
    private static let sav: [PromiseRule] = [
        // S2
        rule("acknowledgement", [.opened], [.acknowledged, .humanAnswer], "30 min") { rule in
            rule.lapses = [.closed]
            rule.by = .administrator
            rule.tell = [.operationsManager]
            rule.followsAcknowledgement = true
        },
        // S4
        rule("first-answer", [.opened, .reopened], [.humanAnswer], "first-answer") { rule in
            rule.lapses = [.closed]
            rule.warn = [70, 90]
            rule.tell = [.operationsManager]
            rule.letter = .breach
            rule.followsDuty = true
        },
        clientReply,
        // S5
        visit, visitDate, nextNews,
        // S5: nobody waits for long without a word on a delay and its cause.
        rule("delay-recall", [.delayAnnounced, .delayRecalled], [.delayRecalled], "5 bd") { rule in
            rule.lapses = [.humanAnswer, .visitDone, .closed]
            rule.step = .recallDelay
        },
        // S6
        rule("closing-reminder", [.closingAsked], [.closingReminded], "2 bd") { rule in
            rule.lapses = [.clientWrote, .closed, .reopened]
            rule.step = .remindClosing
        },
        rule("closing", [.closingReminded], [.closed], "5 d") { rule in
            rule.lapses = [.clientWrote, .reopened]
            rule.step = .closeUnanswered
        },
        closingContact,
        // S7
        rule("survey", [.closed], [.surveySent], "24 h") { rule in
            rule.lapses = [.reopened]
            rule.step = .sendSurvey
        },
    ]

    // PROC-CRM-001.
    private static let complaint: [PromiseRule] = [
        // C1; what came by telephone has the row below.
        rule("acknowledgement", [.opened], [.acknowledged, .humanAnswer], "30 min") { rule in
            rule.lapses = [.openedByPhone, .closed]
            rule.by = .administrator
            rule.tell = [.operationsManager]
        },
        rule(
            "written-confirmation",
            [.openedByPhone],
            [.acknowledged, .humanAnswer],
            "2 h"
        ) { rule in
            rule.lapses = [.closed]
            rule.tell = [.operationsManager]
            rule.letter = .breach
        },
        // C2
        rule("formal-acknowledgement", [.opened], [.humanAnswer], "formal-acknowledgement") {
            rule in
            rule.lapses = [.closed]
            rule.warn = [70, 90]
            rule.tell = [.operationsManager]
            rule.letter = .breach
        },
        // C3, C4
        rule(
            "substantive-answer",
            [.opened, .reopened, .contested],
            [.substantiveAnswer],
            "substantive-answer"
        ) { rule in
            rule.lapses = [.closed]
            rule.extends = [.interimReport]
            rule.warn = [70, 90]
            rule.tell = [.operationsManager]
            rule.letter = .breach
        },
        clientReply, nextNews,
        // S4, S5: a complaint that reports a live fault.
        rule("first-answer", [.faultReported], [.humanAnswer], "first-answer") { rule in
            rule.lapses = [.closed]
            rule.warn = [70, 90]
            rule.tell = [.operationsManager]
            rule.letter = .breach
            rule.followsDuty = true
        },
        visit, visitDate,
        // C6
        rule("tacit-closing", [.substantiveAnswer], [.closed], "5 bd") { rule in
            rule.lapses = [.clientWrote, .reopened]
            rule.step = .closeTacitly
        },
        closingContact,
    ]

    // Ours: who writes again on a case that goes on is not forgotten until a person answers.
    private static let clientReply = rule(
        "client-reply",
        [.clientWaits],
        [.humanAnswer, .clientCalled, .closingAsked, .visitPlanned, .visitDone],
        "1 bd"
    ) { rule in
        rule.lapses = [.closed, .reopened]
        rule.warn = [70]
        rule.tell = [.operationsManager]
    }

    // S6: a question that did not reach the client closes nothing, and is not forgotten either.
    private static let closingContact = rule(
        "closing-contact",
        [.closingLost],
        [.humanAnswer, .clientCalled, .closingAsked],
        "1 bd"
    ) { rule in
        rule.lapses = [.clientWrote, .closed, .reopened]
        rule.warn = [90]
        rule.tell = [.operationsManager]
    }

    // S5: within the contract's delay; a complaint that reports a fault may need a visit, too.
    private static let visit = rule(
        "visit",
        [.visitNeeded, .visitPlanned],
        [.visitDone],
        "on-site"
    ) { rule in
        rule.lapses = [.closed]
        rule.grace = .sameDay
        rule.warn = [70, 90]
        rule.tell = [.operationsManager]
        rule.letter = .breach
        rule.isPausable = true
        rule.followsDuty = true
    }

    private static let visitDate = rule("visit-date", [.visitPlanned], [.visitDone], "stated") {
        rule in
        rule.lapses = [.closed]
        rule.extends = [.delayAnnounced]
        rule.warn = [90, 100]
        rule.grace = .sameDay
        rule.tell = [.operationsManager]
        rule.letter = .breach
        rule.isPausable = true
    }

    // S5: who has promised news by a date gives them.
    private static let nextNews = rule(
        "next-news",
        [.progressTold, .delayAnnounced],
        [.humanAnswer],
        "stated"
    ) { rule in
        rule.lapses = [.closed]
        rule.tell = [.operationsManager]
        rule.letter = .breach
    }

    // CHR-CRM-001.
    private static let rights: [PromiseRule] = [
        // R2; the proposal of level 2 is what tells the client of a breach of level 1, and whoever
        // is answered there is no longer owed the answer of level 1.
        rule("escalation-1", [.escalation1], [.escalation1Answered], "24 h") { rule in
            rule.lapses = [.escalation2Answered]
            rule.warn = [70, 90]
            rule.by = .operationsManager
            rule.tell = [.generalManagement]
        },
        rule(
            "level-2-proposal",
            [.escalation1],
            [.escalation1Answered, .escalation2, .escalation2Proposed],
            "24 h"
        ) { $0.step = .proposeLevel2 },
        rule("escalation-2", [.escalation2], [.escalation2Answered], "48 h") { rule in
            rule.warn = [70, 90]
            rule.by = .generalManagement
            rule.tell = [.operationsManager]
            rule.letter = .breach
        },
        // R3
        rule("call-back", [.badNote], [.calledBack], "48 h") { rule in
            rule.warn = [70, 90]
            rule.by = .accountManager
            rule.tell = [.operationsManager]
            rule.letter = .breach
        },
    ]

    private static func rule(
        _ name: String,
        _ starts: [PromiseEvent],
        _ ends: [PromiseEvent],
        _ within: String,
        _ complete: (inout PromiseRule) -> Void
    ) -> PromiseRule {
        guard let name = PromiseName(name), let term = PromiseTerm(within) else {
            preconditionFailure("the standard promises are well-formed")
        }
        var rule = PromiseRule(name, starts: starts, ends: ends, within: term)
        complete(&rule)
        return rule
    }
}
