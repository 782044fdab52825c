// The verbs with which staff work from their mail program. The raw value is the word that help and
// transcripts print; `CommandTable` says what each one takes and does.

/// What a command line begins with, behind its "#".
package enum StaffVerb: String, Hashable, Sendable, CaseIterable {
    case critical = "critique"
    case standard
    case informational = "informatif"
    case assign = "assigner"
    case take = "prendre"
    case giveBack = "rendre"
    case note
    case wait = "attente"
    case visit = "intervention"
    case resolved = "résolu"
    case close = "clore"
    case reopen = "rouvrir"
    case extend = "prolonger"
    case answer = "réponse"
    case merge = "fusionner"
    case split = "séparer"
    case complaint = "réclamation"
    case sav
    case escalate = "escalade"
    case callBack = "rappel"
    case time = "temps"
    case spam
    case penalty = "pénalité"
    case client
    case copy = "copie"
    case undo = "annuler"
    case help = "aide"
    case status = "statut"
    case myTickets = "mes-tickets"
    case late = "retards"
    case open = "ouvrir"
    case house = "état"
    case absence
    case report = "rapport"
    case accessRight = "droit-accès"

    /// Two commands of one group in one mail contradict each other.
    var group: ExclusiveGroup? {
        switch self {
        case .critical, .standard, .informational: .criticality
        case .assign, .take, .giveBack: .handler
        case .wait, .resolved, .close, .reopen, .spam: .state
        case .complaint, .sav, .merge: .procedure
        case .extend, .answer: .message
        case .escalate: .escalation
        case .visit: .visit
        case .callBack: .callBack
        case .open: .opening
        case .note, .split, .time, .penalty, .client, .copy, .undo, .help, .status, .myTickets,
            .late, .house, .absence, .report, .accessRight:
            nil
        }
    }

    /// Whether the dossier goes on elsewhere afterwards.
    var endsDossier: Bool { [.merge, .complaint, .sav].contains(self) }

    /// Whether it needs a dossier to work on.
    package var needsTicket: Bool {
        switch self {
        case .help, .myTickets, .late, .open, .house, .absence, .report, .accessRight, .undo: false
        case .critical, .standard, .informational, .assign, .take, .giveBack, .note, .wait, .visit,
            .resolved, .close, .reopen, .extend, .answer, .merge, .split, .complaint, .sav,
            .escalate, .callBack, .time, .spam, .penalty, .client, .copy, .status:
            true
        }
    }
}

/// What at most one command of a mail may set.
enum ExclusiveGroup: Hashable {
    case criticality
    case handler
    case state
    case procedure
    case message
    case escalation
    case visit
    case callBack
    case opening
}

/// Who may give a command.
package enum CommandRight: Hashable, Sendable {
    /// Everybody on the staff.
    case staff
    /// The administrator, and the management.
    case administration
    /// The management: what commits the company's money.
    case management

    /// Whether a person has it.
    package func isHeld(by person: StaffMember) -> Bool {
        switch self {
        case .staff: true
        case .administration:
            !person.roles.isDisjoint(with: [.administrator, .operationsManager, .generalManagement])
        case .management:
            !person.roles.isDisjoint(with: [.operationsManager, .generalManagement])
        }
    }
}

/// What a command takes behind its word.
package enum CommandForm: String, Hashable, Sendable, CaseIterable {
    case nothing
    case optionalReason
    case reason
    case person
    case date
    case delayAndReason
    case ticket
    case levelAndReason
    case duration
    case name
    case code
    case optionalVerb
    case clientAddress
    case absence
    case address
    case decision

    /// As help writes it.
    package func words(in language: Language) -> String {
        switch (self, language) {
        case (.nothing, _): ""
        case (.optionalReason, .french): "[MOTIF]"
        case (.optionalReason, .english): "[REASON]"
        case (.reason, .french): "MOTIF"
        case (.reason, .english): "REASON"
        case (.person, .french): "NOM"
        case (.person, .english): "NAME"
        case (.date, _): "DATE"
        case (.delayAndReason, .french): "DURÉE|DATE MOTIF"
        case (.delayAndReason, .english): "DURATION|DATE REASON"
        case (.ticket, .french): "NUMÉRO"
        case (.ticket, .english): "NUMBER"
        case (.levelAndReason, .french): "1|2 [MOTIF]"
        case (.levelAndReason, .english): "1|2 [REASON]"
        case (.duration, .french): "DURÉE"
        case (.duration, .english): "DURATION"
        case (.name, .french): "SOCIÉTÉ"
        case (.name, .english): "COMPANY"
        case (.code, _): "CODE"
        case (.optionalVerb, .french): "[COMMANDE]"
        case (.optionalVerb, .english): "[COMMAND]"
        case (.clientAddress, .french): "ADRESSE [OBJET]"
        case (.clientAddress, .english): "ADDRESS [SUBJECT]"
        case (.absence, .french): "NOM du DATE au DATE [remplacée par NOM]"
        case (.absence, .english): "NAME from DATE to DATE [replaced by NAME]"
        case (.address, .french): "ADRESSE"
        case (.address, .english): "ADDRESS"
        case (.decision, .french): "appliquée|écartée [PROMESSE] [MOTIF]"
        case (.decision, .english): "applied|waived [PROMISE] [REASON]"
        }
    }
}
