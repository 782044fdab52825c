// What a colleague wants done to a dossier, and what comes of it: both plain values.

package import Foundation

/// A colleague's mail, or line of the shell, about one dossier.
package struct StaffOrder: Hashable, Sendable {
    /// Who.
    package var person: StaffMember
    /// By which proof.
    package var proof: StaffProof
    /// The commands.
    package var commands: [ReadCommand]
    /// The message to the client; empty where there is none.
    package var message: String
    /// What names the order among those on its dossier: never the same for two.
    package var cause: String
    /// The Message-ID that the message to the client will bear.
    package var replyID: MessageID?
    /// The code that undoes it.
    package var code: String
    /// Whether the client has had the message already, from the colleague directly.
    package var isDelivered = false
    /// The broken promise of whose report it is the answer; nil for none.
    package var breach: PromiseKey?

    /// Orders.
    package init(
        person: StaffMember,
        proof: StaffProof,
        commands: [ReadCommand],
        message: String = "",
        cause: String,
        replyID: MessageID? = nil,
        code: String
    ) {
        self.person = person
        self.proof = proof
        self.commands = commands
        self.message = message
        self.cause = cause
        self.replyID = replyID
        self.code = code
    }
}

/// What a colleague's letter announces to the client beside the colleague's own words.
package struct ReplyAnnouncement: Hashable, Sendable {
    /// When silence after it closes the dossier (C6).
    package var closesAt: Date?
    /// The date of a visit (S5).
    package var visit: Date?
    /// The part of the day, where no hour was said.
    package var part: DayPart?
    /// Whether it asks if the case may be closed (S6).
    package var asksClosing = false
    /// Whether it asks the client for something.
    package var isQuestion = false

    /// Announces nothing.
    package init() {}
}

/// What an order brings about.
package struct StaffPlan: Hashable, Sendable {
    /// The facts, in order; the first of them names who acted, by which proof.
    package var events: [TicketEvent] = []
    /// The letters.
    package var letters: [ProcedureLetter] = []
    /// The message to the client, where it goes out.
    package var reply: String?
    /// What the letter with that message announces beside it.
    package var announcement = ReplyAnnouncement()
    /// What is changed beside the dossier.
    package var further = FurtherEffects()
    /// What is told to whoever ordered.
    package var transcript: Transcript

    /// Whether it was refused as a whole.
    package var isRefused: Bool { transcript.isRefused }
}

/// What came of an order, for whoever gave it.
package struct Transcript: Hashable, Sendable {
    /// One line and what came of it.
    package struct Entry: Hashable, Sendable {
        /// The line as it was written; empty for what is about all of them.
        package var line: String
        /// What came of it.
        package var result: String

        /// Tells of one line.
        package init(line: String, result: String) {
            self.line = line
            self.result = result
        }
    }

    /// Whether nothing was carried out.
    package var isRefused = false
    /// The results, in the order of the lines.
    package var entries: [Entry] = []
    /// Where the dossier stands afterwards.
    package var standing: String = ""
    /// Lists and reports that were asked for.
    package var lists: [String] = []
    /// What goes with it.
    package var files: [Enclosure] = []
    /// The code that undoes it; nil where there is nothing to undo.
    package var code: String?
    /// Exactly what the client receives; nil where nothing goes out.
    package var copy: String?
    /// When the message leaves; until then "stop" stops it.
    package var leavesAt: Date?
    /// What ought to be looked at before the message leaves.
    package var warnings: [String] = []

    /// Tells nothing yet.
    package init() {}

    /// A refusal: nothing was carried out, for these reasons.
    package init(refusing problems: [CommandProblem]) {
        isRefused = true
        entries = problems.map { Entry(line: $0.line, result: $0.sentence) }
    }

    /// The text, for a letter or a terminal.
    package func text(in calendar: CompanyCalendar) -> String {
        var lines: [String] = []
        if isRefused { lines += ["Rien n’a été exécuté.", ""] }
        for entry in entries {
            if entry.line.isEmpty {
                lines.append(entry.result)
            } else {
                lines += ["> \(entry.line)", "  \(entry.result)"]
            }
        }
        if !standing.isEmpty { lines += ["", standing] }
        for list in lists { lines += ["", list] }
        if let code { lines += ["", "Pour annuler : #annuler \(code)"] }
        if !warnings.isEmpty { lines += ["", "Attention :"] + warnings.map { "- \($0)" } }
        if let leavesAt {
            let words = calendar.words(leavesAt, in: .french)
            lines += ["", "Départ prévu : \(words). Répondez « stop » pour l’arrêter."]
        }
        if let copy {
            let quoted = copy.split(separator: "\n", omittingEmptySubsequences: false)
            lines += ["", ExactCopy.heading] + quoted.map { "| \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}
